package io.safelight.publication.analysis;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;

import io.safelight.publication.moderation.Judgement;
import io.safelight.publication.moderation.ModerationPolicy;
import io.safelight.publication.saga.Analysis;
import io.safelight.publication.saga.Label;
import io.safelight.publication.saga.OriginalFile;
import io.safelight.publication.saga.Reason;
import io.safelight.publication.saga.SagaMessage;
import io.safelight.publication.saga.SagaMessage.AnalysisDone;
import io.safelight.publication.saga.SagaMessage.FileUnusable;

/**
 * Looks at an original and judges it. It changes nothing, so it may be done again.
 * Thread-safe.
 */
public class PhotoAnalysis {

	private final IncomingOriginals originals;

	private final ReducedCopies copies;

	private final Rekognition rekognition;

	private final ModerationPolicy policy;

	private final Semaphore places;

	/**
	 * An analysis.
	 * @param atATime how many originals are on the disk and decoded at a time. A
	 * progressive JPEG of 100 megapixels takes 300 MB of memory.
	 */
	public PhotoAnalysis(IncomingOriginals originals, ReducedCopies copies, Rekognition rekognition,
			ModerationPolicy policy, int atATime) {
		this.originals = originals;
		this.copies = copies;
		this.rekognition = rekognition;
		this.policy = policy;
		this.places = new Semaphore(atATime);
	}

	/**
	 * Looks at a photo.
	 * @param photoId which photo
	 * @param epoch the try that this answers
	 * @param original where it is
	 * @return what the saga is to hear
	 * @throws IOException if the disk fails
	 * @throws software.amazon.awssdk.core.exception.SdkException if S3 or Rekognition
	 * cannot answer now
	 */
	public SagaMessage analyse(String photoId, int epoch, OriginalFile original) throws IOException {
		try {
			Reduced reduced = reduce(original);
			Sighting sighting = this.rekognition.look(reduced.jpeg());
			Judgement judgement = sighting.moderationEvaluated() ? this.policy.judge(sighting.moderationLabels())
					: this.policy.judgeUnseen();
			return new AnalysisDone(photoId, epoch, analysis(sighting, judgement, reduced.etag()), judgement.verdict());
		}
		catch (UnusablePhotoException ex) {
			return new FileUnusable(photoId, epoch, Reason.of(ex.code()));
		}
	}

	/**
	 * A small copy for a person to look at.
	 * @throws UnusablePhotoException if there is no whole picture
	 */
	public byte[] picture(OriginalFile original) throws IOException, UnusablePhotoException {
		return reduce(original).jpeg();
	}

	private Reduced reduce(OriginalFile original) throws IOException, UnusablePhotoException {
		this.places.acquireUninterruptibly();
		try (LocalCopy copy = this.originals.fetch(original)) {
			return new Reduced(this.copies.of(copy.file()), copy.etag());
		}
		finally {
			this.places.release();
		}
	}

	private Analysis analysis(Sighting sighting, Judgement judgement, String etag) {
		List<Label> against = sighting.moderationLabels()
			.stream()
			.map((label) -> new Label(label.name(), label.confidence()))
			.toList();
		return new Analysis(sighting.labels(), sighting.labelsEvaluated(), against, sighting.moderationEvaluated(),
				this.policy.version(), judgement.risk(), judgement.why(), sighting.quality(), etag);
	}

	/**
	 * A small copy and what it was made of.
	 *
	 * @param jpeg the copy
	 * @param etag the entity tag of the original
	 */
	private record Reduced(byte[] jpeg, String etag) {
	}

}
