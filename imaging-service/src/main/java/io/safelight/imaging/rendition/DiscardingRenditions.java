package io.safelight.imaging.rendition;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;

/**
 * Deletes all copies of a photograph and remembers it, so that a command to make them
 * that comes late does not bring them back.
 */
public final class DiscardingRenditions {

	private final RenditionSets sets;

	private final PhotoObjects objects;

	public DiscardingRenditions(RenditionSets sets, PhotoObjects objects) {
		this.sets = sets;
		this.objects = objects;
	}

	Changes discard(DiscardRenditions command, MessageContext context) {
		Changes changes = Changes.none();
		for (RenditionKind kind : RenditionKind.values()) {
			RenditionSet set = this.sets.get(command.photoId(), kind);
			this.objects.deleteAll(command.photoId(), kind);
			changes = changes.and(RenditionSets.save(set.discarded(context.metadata().aggregateVersion())));
		}
		return changes
			.publish(ImagingMessages.discarded(new RenditionsDiscarded(command.photoId(), command.epoch()), context));
	}

}
