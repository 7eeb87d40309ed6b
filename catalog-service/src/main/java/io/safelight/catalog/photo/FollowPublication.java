package io.safelight.catalog.photo;

import java.time.Clock;

import io.safelight.catalog.message.ListPhoto;
import io.safelight.catalog.message.WithdrawPhoto;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import org.jspecify.annotations.Nullable;

/**
 * Does what publication orders, in whatever order and however often its commands come:
 * the saga's version decides which of two was meant last, and a withdrawal by a person
 * stands for good. Every command that still matters is answered with its own epoch, also
 * when nothing had to change. Thread-safe.
 */
public final class FollowPublication {

	private final Photos photos;

	private final ListingDesk desk;

	public FollowPublication(Photos photos, PriceList prices, Clock clock) {
		this.photos = photos;
		this.desk = new ListingDesk(prices, clock);
	}

	/** Puts a photo on sale. */
	public Changes on(ListPhoto command, MessageContext context) {
		long commandVersion = context.metadata().aggregateVersion();
		return switch (this.photos.find(command.photoId()).orElse(null)) {
			case null -> list(command, commandVersion, 0);
			case ListedPhoto listed -> Photos.unchanged(listed).publish(PhotoMessages.listed(listed, command.epoch()));
			case WithdrawnPhoto gone when gone.yieldsTo(commandVersion) ->
				list(command, commandVersion, gone.version());
			case WithdrawnPhoto gone when gone.forGood() ->
				Photos.unchanged(gone).publish(PhotoMessages.withdrawn(gone, command.epoch()));
			case WithdrawnPhoto gone -> Changes.none();
		};
	}

	private Changes list(ListPhoto command, long commandVersion, long seenVersion) {
		ListedPhoto listed = new ListedPhoto(command.photoId(), seenVersion + 1, commandVersion,
				command.contributorId(), this.desk.listing(command));
		return Photos.put(listed, seenVersion, PhotoMessages.listed(listed, command.epoch()));
	}

	/** Takes a photo off sale, also one that never was: it must not come later. */
	public Changes on(WithdrawPhoto command, MessageContext context) {
		long commandVersion = context.metadata().aggregateVersion();
		String reason = reason(command.reason());
		return switch (this.photos.find(command.photoId()).orElse(null)) {
			case null -> withdraw(
					WithdrawnPhoto.neverListed(command.photoId(), context.metadata().tenant(), reason, commandVersion),
					0, command.epoch());
			case ListedPhoto listed when commandVersion < listed.commandVersion() -> Changes.none();
			case ListedPhoto listed ->
				withdraw(listed.withdraw(reason, commandVersion), listed.version(), command.epoch());
			case WithdrawnPhoto gone -> Photos.unchanged(gone).publish(PhotoMessages.withdrawn(gone, command.epoch()));
		};
	}

	private static Changes withdraw(WithdrawnPhoto gone, long seenVersion, int epoch) {
		return Photos.put(gone, seenVersion, PhotoMessages.withdrawn(gone, epoch));
	}

	private static String reason(@Nullable String given) {
		return (given == null || given.isBlank()) ? "withdrawn by publication" : given;
	}

}
