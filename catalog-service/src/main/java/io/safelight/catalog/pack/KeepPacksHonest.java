package io.safelight.catalog.pack;

import java.util.List;

import io.safelight.catalog.message.PackChanged;
import io.safelight.catalog.message.PhotoWithdrawn;
import io.safelight.catalog.photo.Photos;
import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageContext;

/**
 * Takes a pack off sale once a photo in it is gone. The service listens to itself, since
 * a withdrawal and up to a hundred photos of a pack do not fit one transaction. Both
 * events are looked at: whichever of two concurrent commits (the photo's withdrawal, the
 * pack's making) comes later, its event sees the other. Thread-safe.
 */
public final class KeepPacksHonest {

	/** Each pack takes two writes of a transaction, which has room for about 90. */
	private static final int PACKS_IN_ONE_COMMIT = 40;

	private final Packs packs;

	private final Photos photos;

	private final Committer committer;

	public KeepPacksHonest(Packs packs, Photos photos, Committer committer) {
		this.packs = packs;
		this.photos = photos;
		this.committer = committer;
	}

	/**
	 * A photo is gone: so is every pack with it, unless the photo came back meanwhile.
	 */
	public Changes on(PhotoWithdrawn message, MessageContext context) {
		List<Changes> all = this.packs.onSaleWith(message.photoId())
			.stream()
			.filter((pack) -> !isWhole(pack))
			.map((pack) -> pack.become(PackState.NOT_ON_SALE).saved())
			.toList();
		all.stream().skip(PACKS_IN_ONE_COMMIT).forEach(this.committer::commit);
		return all.stream().limit(PACKS_IN_ONE_COMMIT).reduce(Changes.none(), Changes::and);
	}

	/** A pack was made: perhaps while a photo of it was being withdrawn. */
	public Changes on(PackChanged message, MessageContext context) {
		return this.packs.find(message.packId())
			.filter((pack) -> pack.state() == PackState.ON_SALE && !isWhole(pack))
			.map((pack) -> pack.become(PackState.NOT_ON_SALE).saved())
			.orElse(Changes.none());
	}

	private boolean isWhole(Pack pack) {
		return pack.photoIds().stream().allMatch((photoId) -> this.photos.sizesOnSale(photoId).contains(pack.size()));
	}

}
