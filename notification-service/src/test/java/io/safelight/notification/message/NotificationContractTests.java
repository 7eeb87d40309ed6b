package io.safelight.notification.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * This service's side of the golden samples.
 */
class NotificationContractTests {

	private static final Path SAMPLES = Path.of("..", "contracts", "samples");

	@Test
	void readsPhotoUploaded() {
		assertThat(read("photo-uploaded.v1", PhotoUploaded.class))
			.isEqualTo(new PhotoUploaded("ana", "ana@example.test"));
	}

	@Test
	void readsOrderPaid() {
		assertThat(read("order-paid.v1", OrderPaid.class)).isEqualTo(new OrderPaid("ben", "ben@example.test"));
	}

	@Test
	void readsPhotoPublished() {
		assertThat(read("photo-published.v1", PhotoPublished.class))
			.isEqualTo(new PhotoPublished("0f8fad5b-d9cb-469f-a165-70867728950e", "ana", "Sunset over the bay"));
	}

	@Test
	void readsPhotoRejected() {
		PhotoRejected message = read("photo-rejected.v1", PhotoRejected.class);
		assertThat(message.contributorId()).isEqualTo("ana");
		assertThat(message.fileName()).isEqualTo("sunset.jpg");
		assertThat(message.reasons()).containsExactly(new PhotoRejected.Reason(
				"The file ends in the middle of the picture.", "Export the photo again and upload the new file."));
	}

	@Test
	void readsPublicationFailed() {
		assertThat(read("publication-failed.v1", PublicationFailed.class))
			.isEqualTo(new PublicationFailed("0f8fad5b-d9cb-469f-a165-70867728950e", "ana", "sunset.jpg",
					"The renditions could not be made after 3 tries."));
	}

	@Test
	void readsUploadAbandoned() {
		assertThat(read("upload-abandoned.v1", UploadAbandoned.class)).isEqualTo(new UploadAbandoned(
				"0f8fad5b-d9cb-469f-a165-70867728950e", "ana", "ana@example.test", "sunset.jpg", "expired"));
	}

	@Test
	void readsPurchaseReady() {
		assertThat(read("purchase-ready.v1", PurchaseReady.class))
			.isEqualTo(new PurchaseReady("6ba7b810-9dad-41d1-80b4-00c04fd430c8", "ben", "Sunset over the bay"));
	}

	@Test
	void saysNotificationFailedAsTheSampleDoes() {
		assertThat(
				EnvelopeJson.data(new NotificationFailed("ben", "email", "purchase-ready", "The address was refused.")))
			.isEqualTo(sample(NotificationFailed.TYPE).data());
	}

	@ParameterizedTest
	@ValueSource(classes = { PhotoUploaded.class, OrderPaid.class, PhotoPublished.class, PhotoRejected.class,
			PublicationFailed.class, UploadAbandoned.class, PurchaseReady.class })
	void refusesAMessageWithoutTheFieldsItNeeds(Class<?> type) {
		Envelope sample = sample("download-consumed.v1");
		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> EnvelopeJson.read(EnvelopeJson.data(new Empty(sample.id())), type))
			.withMessageContaining("is missing");
	}

	private static <T> T read(String type, Class<T> dataType) {
		return EnvelopeJson.read(sample(type).data(), dataType);
	}

	private static Envelope sample(String type) {
		try {
			return EnvelopeJson.read(Files.readString(SAMPLES.resolve(type + ".json")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Empty(String nothing) {
	}

}
