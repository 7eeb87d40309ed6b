package io.safelight.imaging.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.safelight.imaging.analysis.PhotoLook;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.RenderedPhoto;
import io.safelight.imaging.render.RenderingWorkers;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Makes the copies that a command asks for, or says why it cannot. A repeated command is
 * answered from what was made; one that was overtaken by the order to discard everything
 * makes nothing.
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

	private final RenderingWorkers workers;

	private final MeterRegistry meters;

	public GeneratingRenditions(RenditionSets sets, PhotoObjects objects, RenderingWorkers workers,
			MeterRegistry meters) {
		this.sets = sets;
		this.objects = objects;
		this.workers = workers;
		this.meters = meters;
	}

	Changes publicRenditions(GenerateRenditions command, MessageContext context) throws Exception {
		return generate(RenditionKind.PUBLIC, command, context);
	}

	Changes saleSizes(GenerateRenditions command, MessageContext context) throws Exception {
		return generate(RenditionKind.SALE, command, context);
	}

	private Changes generate(RenditionKind kind, GenerateRenditions command, MessageContext context) throws Exception {
		RenditionSet set = this.sets.get(command.photoId(), kind);
		long publication = context.metadata().aggregateVersion();
		if (set.wasDiscardedAfter(publication)) {
			// What an overtaken run of this command has stored must not stay.
			this.objects.deleteAll(command.photoId(), kind);
			return Changes.none();
		}
		if (set.isMadeFrom(command.source().sha256())) {
			return Changes.none().publish(ImagingMessages.generated(kind, set, command.epoch(), context));
		}
		return make(kind, command, context, set);
	}

	private Changes make(RenditionKind kind, GenerateRenditions command, MessageContext context, RenditionSet set)
			throws IOException, InterruptedException {
		try {
			RenditionSet made = make(kind, command, context.metadata().aggregateVersion(), set);
			return RenditionSets.save(made).publish(ImagingMessages.generated(kind, made, command.epoch(), context));
		}
		catch (UnusablePhotoException ex) {
			return refuse(kind, command, context, ex.reason().code(), String.valueOf(ex.getMessage()));
		}
		catch (NoSuchKeyException ex) {
			return refuse(kind, command, context, "original-missing", "The original is no longer there.");
		}
		catch (IOException | SdkException ex) {
			if (context.receiveCount() < PATIENCE) {
				throw ex;
			}
			log.warn("Gave up on the {} renditions of {}", kind.label(), command.photoId(), ex);
			return fail(kind, command, context, false, "rendering-failed",
					"The picture could not be processed for now.");
		}
	}

	private RenditionSet make(RenditionKind kind, GenerateRenditions command, long publication, RenditionSet set)
			throws IOException, InterruptedException, UnusablePhotoException {
		try (Original original = this.objects.fetch(command.source())) {
			if (!original.sha256().equals(command.source().sha256())) {
				throw new UnusablePhotoException(UnusablePhotoException.Reason.DAMAGED,
						"The stored original is not the file that was uploaded: its checksum differs.");
			}
			RenderedPhoto photo = render(kind, original, command.photoId());
			List<StoredRendition> stored = new ArrayList<>();
			for (Rendition rendition : photo.renditions().reversed()) {
				stored.add(this.objects.store(command.photoId(), kind, original.sha256(), rendition));
			}
			return set.made(publication, original.sha256(), stored, look(photo));
		}
	}

	private RenderedPhoto render(RenditionKind kind, Original original, String photoId)
			throws IOException, InterruptedException, UnusablePhotoException {
		Timer.Sample sample = Timer.start(this.meters);
		RenderedPhoto photo = this.workers.render(original, photoId, kind.sizes());
		sample.stop(this.meters.timer("imaging.render", "kind", kind.label()));
		return photo;
	}

	private static RenditionSet.Look look(RenderedPhoto photo) {
		PhotoLook look = PhotoLook.of(photo.sample());
		return new RenditionSet.Look(photo.width(), photo.height(), look.colours(), look.placeholder(),
				look.fingerprint().base64());
	}

	private static Changes refuse(RenditionKind kind, GenerateRenditions command, MessageContext context, String code,
			String reason) {
		return fail(kind, command, context, true, code, reason);
	}

	private static Changes fail(RenditionKind kind, GenerateRenditions command, MessageContext context,
			boolean permanent, String code, String reason) {
		RenditionFailed failed = new RenditionFailed(command.photoId(), command.epoch(), kind.label(), permanent, code,
				reason);
		return Changes.none().publish(ImagingMessages.failed(failed, context));
	}

}
