package io.safelight.catalog.pack;

import java.util.List;

import io.safelight.catalog.Money;

/**
 * A pack as everybody may see it.
 */
record PackView(String id, long version, String title, String description, String size, Money price, PackState state,
		List<PackedPhoto> photos, String createdAt) {

	static PackView of(Pack pack) {
		return new PackView(pack.packId(), pack.version(), pack.title(), pack.description(), pack.size(), pack.price(),
				pack.state(), pack.photoIds().stream().map(PackedPhoto::of).toList(), pack.createdAt());
	}

	/**
	 * A photo in a pack.
	 *
	 * @param id the photo
	 * @param thumb a small preview, relative to the gateway
	 */
	record PackedPhoto(String id, String thumb) {

		static PackedPhoto of(String photoId) {
			return new PackedPhoto(photoId, "/media/" + photoId + "/w320.jpg");
		}

	}

}
