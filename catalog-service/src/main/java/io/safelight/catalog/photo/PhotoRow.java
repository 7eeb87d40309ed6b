package io.safelight.catalog.photo;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A photo as a row. {@code onSaleBy} and {@code listedAt} are there only while it is on
 * sale, so that the index of a contributor's photos holds no others.
 */
record PhotoRow(String photoId, long version, long commandVersion, @Nullable String contributorId,
		@Nullable String onSaleBy, @Nullable String listedAt, @Nullable Listing listing,
		@Nullable String withdrawnBecause, boolean withdrawnForGood) {

	static PhotoRow of(Photo photo) {
		return switch (photo) {
			case ListedPhoto listed ->
				new PhotoRow(listed.photoId(), listed.version(), listed.commandVersion(), listed.contributorId(),
						listed.contributorId(), listed.listing().listedAt(), listed.listing(), null, false);
			case WithdrawnPhoto gone -> new PhotoRow(gone.photoId(), gone.version(), gone.commandVersion(),
					gone.contributorId(), null, null, null, gone.reason(), gone.forGood());
		};
	}

	Photo photo() {
		if (this.listing != null) {
			return new ListedPhoto(this.photoId, this.version, this.commandVersion,
					Objects.requireNonNull(this.contributorId, "a listed photo has a contributor"), this.listing);
		}
		return new WithdrawnPhoto(this.photoId, this.version, this.commandVersion, this.contributorId,
				Objects.requireNonNull(this.withdrawnBecause, "a withdrawn photo has a reason"), this.withdrawnForGood);
	}

}
