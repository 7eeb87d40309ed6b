package io.safelight.imaging.rendition;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes the copies that a command asks for, or says why it cannot. Whichever command is
 * first makes both sets of one decoding; the other finds its set made. A repeated command
 * is answered from what was made; one that was overtaken by the order to discard
 * everything makes nothing.
 */
public final class GeneratingRenditions {

	private static final Logger log = LoggerFactory.getLogger(GeneratingRenditions.class);

	/**
	 * After so many deliveries the sender is told, rather than the message be left to the
	 * dead-letter queue, which takes it after the fifth.
	 */
	private static final int PATIENCE = 4;

	private final RenditionSets sets;

	private final PhotoObjects objects;

	private final MakingCopies making;

	public GeneratingRenditions(RenditionSets sets, PhotoObjects objects, MakingCopies making) {
		this.sets = sets;
		this.objects = objects;
		this.making = making;
	}

	Changes publicRenditions(GenerateRenditions command, MessageContext context) throws Exception {
		return generate(RenditionKind.PUBLIC, command, context);
	}

	Changes saleSizes(GenerateRenditions command, MessageContext context) throws Exception {
		return generate(RenditionKind.SALE, command, context);
	}

	private Changes generate(RenditionKind kind, GenerateRenditions command, MessageContext context) throws Exception {
		RenditionSet set = this.sets.get(command.photoId(), kind);
		if (set.wasDiscardedAfter(context.metadata().aggregateVersion())) {
			// What an overtaken run of this command has stored must not stay.
			for (RenditionKind each : RenditionKind.values()) {
				this.objects.deleteAll(command.photoId(), each);
			}
			return Changes.none();
		}
		if (!set.isDecidedFor(command.source().sha256())) {
			return make(kind, command, context, set);
		}
		return answer(kind, set, command, context);
	}

	private static Changes answer(RenditionKind kind, RenditionSet set, GenerateRenditions command,
			MessageContext context) {
		RenditionSet.Refusal refusal = set.refusal();
		if (refusal != null) {
			return fail(kind, command, context, true, refusal.code(), refusal.reason());
		}
		return Changes.none().publish(ImagingMessages.generated(kind, set, command.epoch(), context));
	}

	private Changes make(RenditionKind kind, GenerateRenditions command, MessageContext context, RenditionSet set)
			throws Exception {
		Map<RenditionKind, RenditionSet> open = open(kind, command, context, set);
		long publication = context.metadata().aggregateVersion();
		String source = command.source().sha256();
		try {
			Copies copies = this.making.make(command, open.keySet(), contributor(context));
			open.replaceAll((each, before) -> before.made(publication, source, copies.of(each),
					copies.alternatesOf(each), copies.look()));
		}
		catch (UnusablePhotoException ex) {
			RenditionSet.Refusal refusal = new RenditionSet.Refusal(ex.reason().code(),
					String.valueOf(ex.getMessage()));
			open.replaceAll((_, before) -> before.refused(publication, source, refusal));
		}
		catch (OriginalMissingException ex) {
			return fail(kind, command, context, true, "original-missing", String.valueOf(ex.getMessage()));
		}
		catch (IOException | SdkException ex) {
			return failed(kind, command, context, ex);
		}
		return save(open).and(answer(kind, open.getOrDefault(kind, set), command, context));
	}

	/** The set that is asked for, and the other one if it would have to be made too. */
	private Map<RenditionKind, RenditionSet> open(RenditionKind kind, GenerateRenditions command,
			MessageContext context, RenditionSet set) {
		Map<RenditionKind, RenditionSet> open = new EnumMap<>(RenditionKind.class);
		open.put(kind, set);
		RenditionSet other = this.sets.get(command.photoId(), kind.other());
		if (!other.isDecidedFor(command.source().sha256())
				&& !other.wasDiscardedAfter(context.metadata().aggregateVersion())) {
			open.put(kind.other(), other);
		}
		return open;
	}

	private static Changes save(Map<RenditionKind, RenditionSet> sets) {
		return sets.values().stream().map(RenditionSets::save).reduce(Changes.none(), Changes::and);
	}

	private static String contributor(MessageContext context) {
		String tenant = context.metadata().tenant();
		return (tenant != null) ? tenant : "";
	}

	private static Changes failed(RenditionKind kind, GenerateRenditions command, MessageContext context, Exception ex)
			throws Exception {
		if (context.receiveCount() < PATIENCE) {
			throw ex;
		}
		log.warn("Gave up on the {} renditions of {}", kind.label(), command.photoId(), ex);
		return fail(kind, command, context, false, "rendering-failed", "The picture could not be processed for now.");
	}

	private static Changes fail(RenditionKind kind, GenerateRenditions command, MessageContext context,
			boolean permanent, String code, String reason) {
		RenditionFailed failed = new RenditionFailed(command.photoId(), command.epoch(), kind.label(), permanent, code,
				reason);
		return Changes.none().publish(ImagingMessages.failed(failed, context));
	}

}
