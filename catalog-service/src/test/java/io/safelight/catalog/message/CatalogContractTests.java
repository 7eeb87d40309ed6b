package io.safelight.catalog.message;

import java.util.List;

import io.safelight.catalog.CatalogScenario;
import io.safelight.catalog.Money;
import io.safelight.catalog.popularity.CountSales;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.test.GoldenSamples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds this service to the golden samples, in both directions.
 */
class CatalogContractTests {

	private final CatalogScenario catalog = new CatalogScenario();

	@Test
	void readsListPhotoWithoutLosingAField() {
		Envelope sample = GoldenSamples.envelope("list-photo.v1");

		ListPhoto command = EnvelopeJson.read(sample.data(), ListPhoto.class);

		// Content types are not read: the catalogue has no use for them.
		JsonNode expected = sample.data().deepCopy();
		List.of("renditions", "saleSizes")
			.forEach((files) -> expected.path(files).forEach((file) -> ((ObjectNode) file).remove("contentType")));
		assertThat(GoldenSamples.written(command)).isEqualTo(expected);
	}

	@Test
	void readsWithdrawPhoto() {
		Envelope sample = GoldenSamples.envelope("withdraw-photo.v1");

		assertThat(EnvelopeJson.read(sample.data(), WithdrawPhoto.class))
			.isEqualTo(new WithdrawPhoto(sample.metadata().aggregateId(), 1, "publication failed"));
	}

	@Test
	void answersTheSampleOfListPhotoWithTheSampleOfPhotoListed() {
		Envelope order = GoldenSamples.envelope("list-photo.v1");
		this.catalog.list(EnvelopeJson.read(order.data(), ListPhoto.class), order.metadata().aggregateVersion());

		OutgoingMessage said = this.catalog.said().getFirst();

		// What only an edit could have brought is in the sample, but not in a first
		// listing.
		ObjectNode expected = GoldenSamples.data("photo-listed.v1");
		expected.remove(List.of("description", "category"));
		expected.set("keywords", order.data().get("keywords"));
		assertThat(GoldenSamples.written(said.data())).isEqualTo(expected);
		assertThat(said.type().name()).isEqualTo("photo-listed.v1");
		assertThat(said.topic()).isEqualTo("safelight-catalog-events");
	}

	@Test
	void saysPhotoChangedAsInTheSample() {
		assertThat(written("photo-changed.v1", PhotoOnSale.class)).isEqualTo(GoldenSamples.data("photo-changed.v1"));
	}

	@Test
	void saysPhotoWithdrawnAsInTheSample() {
		assertThat(written("photo-withdrawn.v1", PhotoWithdrawn.class))
			.isEqualTo(GoldenSamples.data("photo-withdrawn.v1"));
	}

	@Test
	void saysPackChangedAsInTheSample() {
		PackChanged pack = new PackChanged("7c9e6679-7425-40de-944b-e07fc1f90ae7", "Evenings by the sea",
				"Three evenings, one coast.", List.of("0f8fad5b-d9cb-469f-a165-70867728950e"), "full",
				new Money(4900, "EUR"), "ON_SALE");

		assertThat(GoldenSamples.written(pack)).isEqualTo(GoldenSamples.data("pack-changed.v1"));
	}

	@Test
	void saysPageChangedAsInTheSample() {
		assertThat(written("page-changed.v1", PageChanged.class)).isEqualTo(GoldenSamples.data("page-changed.v1"));
	}

	@Test
	void countsTheSampleOfLicenceIssuedAsInTheSampleOfPopularity() {
		LicenceIssued licence = GoldenSamples.read("licence-issued.v1", LicenceIssued.class);
		CountSales sales = new CountSales(this.catalog.store());
		for (int i = 0; i < 7; i++) {
			this.catalog.commit(sales.on(licence, GoldenSamples.context("licence-issued.v1")));
		}

		GoldenSamples.assertSaid(this.catalog.saidInSequence().getLast(), "photo-popularity-changed.v1",
				"safelight-catalog-events.fifo");
		assertThat(this.catalog.saidInSequence()).extracting(OutgoingMessage::aggregateVersion)
			.containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
	}

	/** A record that neither loses nor invents a field gives back what was read. */
	private static JsonNode written(String type, Class<?> record) {
		return GoldenSamples.written(GoldenSamples.read(type, record));
	}

}
