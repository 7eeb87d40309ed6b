package io.safelight.notification.message;

import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.test.GoldenSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * This service's side of the golden samples.
 */
class NotificationContractTests {

	@Test
	void readsPhotoUploaded() {
		assertThat(GoldenSamples.read("photo-uploaded.v1", PhotoUploaded.class))
			.isEqualTo(new PhotoUploaded("ana", "ana@example.test"));
	}

	@Test
	void readsOrderPaid() {
		assertThat(GoldenSamples.read("order-paid.v1", OrderPaid.class))
			.isEqualTo(new OrderPaid("ben", "ben@example.test"));
	}

	@Test
	void readsPhotoPublished() {
		assertThat(GoldenSamples.read("photo-published.v1", PhotoPublished.class))
			.isEqualTo(new PhotoPublished("0f8fad5b-d9cb-469f-a165-70867728950e", "ana", "Sunset over the bay"));
	}

	@Test
	void readsPhotoRejected() {
		PhotoRejected message = GoldenSamples.read("photo-rejected.v1", PhotoRejected.class);
		assertThat(message.contributorId()).isEqualTo("ana");
		assertThat(message.fileName()).isEqualTo("sunset.jpg");
		assertThat(message.reasons()).containsExactly(new PhotoRejected.Reason(
				"The file ends in the middle of the picture.", "Export the photo again and upload the new file."));
	}

	@Test
	void readsPublicationFailed() {
		assertThat(GoldenSamples.read("publication-failed.v1", PublicationFailed.class))
			.isEqualTo(new PublicationFailed("0f8fad5b-d9cb-469f-a165-70867728950e", "ana", "sunset.jpg",
					"The renditions could not be made after 3 tries."));
	}

	@Test
	void readsUploadAbandoned() {
		assertThat(GoldenSamples.read("upload-abandoned.v1", UploadAbandoned.class)).isEqualTo(new UploadAbandoned(
				"0f8fad5b-d9cb-469f-a165-70867728950e", "ana", "ana@example.test", "sunset.jpg", "expired"));
	}

	@Test
	void readsPurchaseReady() {
		assertThat(GoldenSamples.read("purchase-ready.v1", PurchaseReady.class))
			.isEqualTo(new PurchaseReady("6ba7b810-9dad-41d1-80b4-00c04fd430c8", "ben", "Sunset over the bay"));
	}

	@Test
	void readsUserErased() {
		assertThat(GoldenSamples.read("user-erased.v1", UserErased.class)).isEqualTo(new UserErased("ben"));
	}

	@Test
	void saysNotificationFailedAsTheSampleDoes() {
		assertThat(
				EnvelopeJson.data(new NotificationFailed("ben", "email", "purchase-ready", "The address was refused.")))
			.isEqualTo(GoldenSamples.data(NotificationFailed.TYPE));
	}

	@ParameterizedTest
	@ValueSource(classes = { PhotoUploaded.class, OrderPaid.class, PhotoPublished.class, PhotoRejected.class,
			PublicationFailed.class, UploadAbandoned.class, PurchaseReady.class, UserErased.class })
	void refusesAMessageWithoutTheFieldsItNeeds(Class<?> type) {
		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> EnvelopeJson.read(EnvelopeJson.data(new Empty("of use")), type))
			.withMessageContaining("is missing");
	}

	record Empty(String nothing) {
	}

}
