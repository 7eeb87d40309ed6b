package io.safelight.publication.analysis;

import java.util.List;

import io.safelight.publication.moderation.SeenLabel;
import io.safelight.publication.saga.Label;
import io.safelight.publication.saga.Quality;
import io.safelight.publication.saga.RejectionCode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsFeatureName;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsImageProperties;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.DetectModerationLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.ModerationLabel;

/**
 * Asks Amazon Rekognition what it sees. An answer whose model's version is
 * {@value #NOT_EVALUATED} comes from an emulator that has no model: nobody has looked.
 * Thread-safe.
 */
public class Rekognition {

	static final String NOT_EVALUATED = "not-evaluated";

	private static final int MOST_LABELS = 30;

	private static final float LEAST_CONFIDENCE = 70;

	/** The bands decide; this only keeps noise away. */
	private static final float LEAST_MODERATION_CONFIDENCE = 30;

	private final RekognitionClient client;

	public Rekognition(RekognitionClient client) {
		this.client = client;
	}

	/**
	 * Looks at a picture.
	 * @param jpeg at most 5 MB
	 * @throws UnusablePhotoException if Rekognition cannot read it
	 * @throws software.amazon.awssdk.core.exception.SdkException if it cannot answer now,
	 * such as when it throttles
	 */
	Sighting look(byte[] jpeg) throws UnusablePhotoException {
		Image image = Image.builder().bytes(SdkBytes.fromByteArrayUnsafe(jpeg)).build();
		try {
			return sighting(labels(image), moderation(image));
		}
		catch (InvalidImageFormatException ex) {
			throw new UnusablePhotoException(RejectionCode.UNREADABLE_FILE, ex);
		}
	}

	private DetectLabelsResponse labels(Image image) {
		return this.client.detectLabels((request) -> request.image(image)
			.features(DetectLabelsFeatureName.GENERAL_LABELS, DetectLabelsFeatureName.IMAGE_PROPERTIES)
			.maxLabels(MOST_LABELS)
			.minConfidence(LEAST_CONFIDENCE));
	}

	private DetectModerationLabelsResponse moderation(Image image) {
		return this.client
			.detectModerationLabels((request) -> request.image(image).minConfidence(LEAST_MODERATION_CONFIDENCE));
	}

	private static Sighting sighting(DetectLabelsResponse seen, DetectModerationLabelsResponse against) {
		List<Label> labels = seen.labels()
			.stream()
			.map((label) -> new Label(label.name(), rounded(label.confidence())))
			.toList();
		List<SeenLabel> moderation = against.moderationLabels().stream().map(Rekognition::seen).toList();
		return new Sighting(labels, !NOT_EVALUATED.equals(seen.labelModelVersion()), moderation,
				!NOT_EVALUATED.equals(against.moderationModelVersion()), quality(seen.imageProperties()));
	}

	private static SeenLabel seen(ModerationLabel label) {
		String parent = label.parentName();
		return new SeenLabel(label.name(), (parent == null || parent.isEmpty()) ? null : parent,
				rounded(label.confidence()));
	}

	private static @Nullable Quality quality(@Nullable DetectLabelsImageProperties properties) {
		if (properties == null || properties.quality() == null) {
			return null;
		}
		return new Quality(rounded(properties.quality().brightness()), rounded(properties.quality().sharpness()),
				rounded(properties.quality().contrast()));
	}

	private static double rounded(@Nullable Float value) {
		return (value != null) ? Math.round(value * 10) / 10.0 : 0;
	}

}
