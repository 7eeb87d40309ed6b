package io.safelight.simulation.port;

import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsRequest;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.DetectModerationLabelsRequest;
import software.amazon.awssdk.services.rekognition.model.DetectModerationLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.Label;
import software.amazon.awssdk.services.rekognition.model.ModerationLabel;

/**
 * Rekognition, which sees what a file says of itself.
 */
final class Eyes implements RekognitionClient {

	private final World world;

	private final Process process;

	Eyes(World world, Process process) {
		this.world = world;
		this.process = process;
	}

	@Override
	public DetectLabelsResponse detectLabels(DetectLabelsRequest request) {
		return this.world.call(this.process, "rekognition.detectLabels",
				() -> DetectLabelsResponse.builder()
					.labelModelVersion("3")
					.labels(Label.builder().name("Harbour").confidence(98f).build())
					.build());
	}

	@Override
	public DetectModerationLabelsResponse detectModerationLabels(DetectModerationLabelsRequest request) {
		ModerationLabel[] labels = switch (Originals.kind(request.image().bytes().asByteArrayUnsafe())) {
			case FORBIDDEN -> new ModerationLabel[] { label("Explicit", 99) };
			case DOUBTFUL, DISLIKED -> new ModerationLabel[] { label("Graphic Violence", 70) };
			default -> new ModerationLabel[0];
		};
		return this.world.call(this.process, "rekognition.detectModerationLabels",
				() -> DetectModerationLabelsResponse.builder()
					.moderationModelVersion("7")
					.moderationLabels(labels)
					.build());
	}

	private static ModerationLabel label(String name, float confidence) {
		return ModerationLabel.builder().name(name).parentName("").confidence(confidence).build();
	}

	@Override
	public String serviceName() {
		return "rekognition";
	}

	@Override
	public void close() {
	}

}
