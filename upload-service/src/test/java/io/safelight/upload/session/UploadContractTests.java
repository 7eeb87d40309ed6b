package io.safelight.upload.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.test.GoldenSamples;
import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.message.PhotoPublished;
import io.safelight.upload.message.PhotoRejected;
import io.safelight.upload.message.PublicationFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * This service's side of the golden samples.
 */
class UploadContractTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

	private static final String PHOTO = "0f8fad5b-d9cb-469f-a165-70867728950e";

	private static final Upload OPEN = Upload.begin(UploadScenario.ANA, new UploadId(UUID.fromString(PHOTO)),
			"ana@example.test",
			new Declaration("sunset.jpg", "image/jpeg", 1_109_778,
					new Sha256("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
					"Sunset over the bay", List.of("sunset", "sea")),
			new Multipart("m", 8 << 20), NOW, UploadScenario.TIMES);

	@Test
	void saysPhotoUploadedAsTheSampleDoes() {
		Upload uploaded = OPEN.completing(NOW, Duration.ofMinutes(1)).uploaded(new Dimensions(4272, 2848));
		assertSaid("photo-uploaded.v1", Announcements.photoUploaded(uploaded, "safelight-incoming"));
	}

	@Test
	void saysUploadAbandonedAsTheSampleDoes() {
		Upload abandoned = OPEN.abandoned(Reasons.expired(Duration.ofHours(24)), NOW, Duration.ofMinutes(1));
		assertSaid("upload-abandoned.v1", Announcements.uploadAbandoned(abandoned));
	}

	@Test
	void saysInWordsWhyBytesWereRefused() {
		Upload refused = OPEN.refused(List.of(Reasons.sizeDiffers(10, 12), Reasons.checksumDiffers()), NOW,
				Duration.ofMinutes(1));
		assertThat(EnvelopeJson.data(Announcements.uploadAbandoned(refused).data()).path("reason").asString())
			.isEqualTo("The file was announced with 10 bytes, but 12 came. "
					+ "The bytes that came are not those that were announced.");
	}

	@Test
	void readsPhotoPublished() {
		assertThat(GoldenSamples.read("photo-published.v1", PhotoPublished.class))
			.isEqualTo(new PhotoPublished(PHOTO, "ana"));
	}

	@Test
	void readsPhotoRejected() {
		assertThat(GoldenSamples.read("photo-rejected.v1", PhotoRejected.class)).isEqualTo(new PhotoRejected(PHOTO,
				"ana", List.of(new PhotoRejected.Reason("truncated-file", "The file ends in the middle of the picture.",
						"Export the photo again and upload the new file."))));
	}

	@Test
	void readsPublicationFailed() {
		assertThat(GoldenSamples.read("publication-failed.v1", PublicationFailed.class))
			.isEqualTo(new PublicationFailed(PHOTO, "ana", "The renditions could not be made after 3 tries."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "photoId", "contributorId", "reasons" })
	void parksARejectionThatLacksWhatIsNeeded(String field) {
		ObjectNode data = GoldenSamples.data("photo-rejected.v1");
		data.remove(field);
		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> EnvelopeJson.read(data, PhotoRejected.class))
			.withMessageContaining(field);
	}

	private static void assertSaid(String type, OutgoingMessage said) {
		GoldenSamples.assertSaid(said, type, "safelight-upload-events");
	}

}
