package io.safelight.cloud.rekognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import io.safelight.cloud.CloudOfTests;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsFeatureName;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.DetectModerationLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.DominantColor;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.s3.S3Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class RekognitionIntegrationTests {

	private static final RekognitionClient rekognition = CloudOfTests
		.client(RekognitionClient.builder().httpClient(UrlConnectionHttpClient.create()));

	@AfterAll
	static void close() {
		rekognition.close();
	}

	@Test
	void measuresColoursAndQuality() {
		DetectLabelsResponse response = rekognition.detectLabels((request) -> request.image(bytes(picture("jpeg")))
			.features(DetectLabelsFeatureName.GENERAL_LABELS, DetectLabelsFeatureName.IMAGE_PROPERTIES));
		DominantColor first = response.imageProperties().dominantColors().getFirst();
		assertThat(first.cssColor()).isEqualTo("dodgerblue");
		assertThat(first.simplifiedColor()).isEqualTo("blue");
		assertThat(first.pixelPercent()).isCloseTo(75f, within(3f));
		assertThat(first.hexCode()).matches("#[0-9a-f]{6}");
		assertThat(response.imageProperties().quality().brightness()).isBetween(40f, 70f);
		assertThat(response.imageProperties().quality().contrast()).isPositive();
	}

	@Test
	void inventsNoLabels() {
		DetectLabelsResponse labels = rekognition.detectLabels((request) -> request.image(bytes(picture("png"))));
		assertThat(labels.labels()).isEmpty();
		assertThat(labels.labelModelVersion()).isEqualTo("not-evaluated");
		assertThat(labels.imageProperties()).isNull();
		DetectModerationLabelsResponse moderation = rekognition
			.detectModerationLabels((request) -> request.image(bytes(picture("png"))));
		assertThat(moderation.moderationLabels()).isEmpty();
		assertThat(moderation.moderationModelVersion()).isEqualTo("not-evaluated");
	}

	@Test
	void readsAPictureFromS3() {
		try (S3Client s3 = CloudOfTests.client(S3Client.builder().httpClient(UrlConnectionHttpClient.create()))) {
			s3.createBucket((request) -> request.bucket("rekognition-tests"));
			s3.putObject((request) -> request.bucket("rekognition-tests").key("a folder/ein Bild ü+1.jpg"),
					RequestBody.fromBytes(picture("jpeg")));
		}
		DetectLabelsResponse response = rekognition
			.detectLabels((request) -> request.image(object("a folder/ein Bild ü+1.jpg"))
				.features(DetectLabelsFeatureName.IMAGE_PROPERTIES));
		assertThat(response.imageProperties().dominantColors()).isNotEmpty();
		refuses("InvalidS3ObjectException",
				() -> rekognition.detectLabels((request) -> request.image(object("missing.jpg"))));
	}

	@Test
	void refusesWhatIsNoPictureOrTooLarge() {
		refuses("InvalidImageFormatException",
				() -> rekognition.detectLabels((request) -> request.image(bytes(new byte[] { 1, 2, 3 }))));
		refuses("ImageTooLargeException", () -> rekognition
			.detectModerationLabels((request) -> request.image(bytes(new byte[5 * 1024 * 1024 + 1]))));
		refuses("InvalidParameterException", () -> rekognition.detectLabels((request) -> request.image((image) -> {
		})));
		refuses("UnknownOperationException",
				() -> rekognition.detectFaces((request) -> request.image(bytes(picture("png")))));
	}

	private static void refuses(String code, ThrowingCallable call) {
		assertThatExceptionOfType(RekognitionException.class).isThrownBy(call)
			.satisfies((error) -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
	}

	private static Image bytes(byte[] bytes) {
		return Image.builder().bytes(SdkBytes.fromByteArray(bytes)).build();
	}

	private static Image object(String key) {
		return Image.builder().s3Object((object) -> object.bucket("rekognition-tests").name(key)).build();
	}

	private static byte[] picture(String format) {
		BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(new Color(0x1E90FF));
		graphics.fillRect(0, 0, 400, 300);
		graphics.setColor(new Color(0xB22222));
		graphics.fillRect(0, 0, 100, 300);
		graphics.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, format, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
