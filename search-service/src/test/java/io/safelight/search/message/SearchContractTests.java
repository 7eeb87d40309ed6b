package io.safelight.search.message;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.test.GoldenSamples;
import io.safelight.search.message.PhotoOnSale.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds this service to the golden samples of what it reads.
 */
class SearchContractTests {

	@ParameterizedTest
	@ValueSource(strings = { "photo-listed.v1", "photo-changed.v1" })
	void readsAPhotoOnSale(String type) {
		PhotoOnSale photo = GoldenSamples.read(type, PhotoOnSale.class);

		assertThat(photo.photoId()).isEqualTo("0f8fad5b-d9cb-469f-a165-70867728950e");
		assertThat(photo.contributorId()).isEqualTo("ana");
		assertThat(photo.title()).isEqualTo("Sunset over the bay");
		assertThat(photo.description()).isEqualTo("The last light on a calm sea.");
		assertThat(photo.keywords()).containsExactly("sunset", "sea", "bay");
		assertThat(photo.category()).isEqualTo("nature");
		assertThat(photo.labels()).extracting("name").containsExactly("Sea");
		assertThat(photo.colours()).extracting("hex").containsExactly("1f4e79", "e07b39", "f2d6a2");
		assertThat(photo.width()).isEqualTo(4272);
		assertThat(photo.height()).isEqualTo(2848);
		assertThat(photo.orientation()).isEqualTo("horizontal");
		assertThat(photo.placeholder()).isEqualTo("1QcSHQRnh493V4dIh4eXh1h4kJUI");
		assertThat(photo.fingerprint()).isEqualTo("AACAPwAAAD8AAIA+");
		assertThat(photo.previews()).extracting("name").containsExactly("w320", "w800", "w1600");
		assertThat(photo.offers()).extracting("price")
			.containsExactly(new Money(500, "EUR"), new Money(1200, "EUR"), new Money(2500, "EUR"));
		assertThat(photo.listedAt()).isEqualTo("2026-11-22T10:16:02.500Z");
	}

	@Test
	void readsAWithdrawal() {
		Envelope sample = GoldenSamples.envelope("photo-withdrawn.v1");

		assertThat(EnvelopeJson.read(sample.data(), PhotoWithdrawn.class).photoId())
			.isEqualTo(sample.metadata().aggregateId());
		assertThat(sample.metadata().aggregateVersion()).isEqualTo(3);
	}

	@Test
	void readsHowOftenAPhotoWasLicensed() {
		assertThat(GoldenSamples.read("photo-popularity-changed.v1", PhotoPopularity.class))
			.isEqualTo(new PhotoPopularity("0f8fad5b-d9cb-469f-a165-70867728950e", 7));
	}

	@ParameterizedTest
	@ValueSource(strings = { "photoId", "contributorId", "title", "width", "height", "orientation", "listedAt" })
	void parksAPhotoThatLacksWhatAnIndexNeeds(String field) {
		ObjectNode data = GoldenSamples.data("photo-listed.v1");
		data.remove(field);

		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> EnvelopeJson.read(data, PhotoOnSale.class));
	}

}
