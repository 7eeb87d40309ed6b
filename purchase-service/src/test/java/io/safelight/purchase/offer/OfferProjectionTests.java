package io.safelight.purchase.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.GoldenSamples;
import io.safelight.purchase.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OfferProjectionTests {

	private static final String PHOTO = "0f8fad5b-d9cb-469f-a165-70867728950e";

	private final InMemoryStore store = new InMemoryStore();

	private final Offers offers = new Offers(this.store);

	private final OfferProjection projection = new OfferProjection(this.offers);

	@Test
	void readsWhatTheCatalogueListsAsInItsSample() {
		commit(this.projection.on(GoldenSamples.read("photo-listed.v1", PhotoListed.class),
				GoldenSamples.context("photo-listed.v1")));
		PhotoOffer photo = this.offers.photo(PHOTO).orElseThrow();
		assertThat(photo.contributorId()).isEqualTo("ana");
		assertThat(photo.sizes()).extracting(SizeOffer::size).containsExactly("p1000", "p2500", "full");
		SizeOffer full = photo.size("full").orElseThrow();
		assertThat(full.price()).isEqualTo(new Money(2500, "EUR"));
		assertThat(full.bytes()).isEqualTo(4_120_983);
		assertThat(full.file().bucket()).isEqualTo("safelight-sale");
		assertThat(full.file().sha256()).hasSize(64);
	}

	@Test
	void readsChangesAndWithdrawalsAsInTheirSamples() {
		commit(this.projection.on(GoldenSamples.read("photo-changed.v1", PhotoListed.class),
				GoldenSamples.context("photo-changed.v1")));
		assertThat(this.offers.photo(PHOTO).orElseThrow().onSale()).isTrue();
		commit(this.projection.on(GoldenSamples.read("photo-withdrawn.v1", PhotoWithdrawn.class),
				GoldenSamples.context("photo-withdrawn.v1")));
		assertThat(this.offers.photo(PHOTO).orElseThrow().onSale()).isFalse();
	}

	@Test
	void readsPacksAsInTheirSample() {
		commit(this.projection.on(GoldenSamples.read("pack-changed.v1", PackChanged.class),
				GoldenSamples.context("pack-changed.v1")));
		PackOffer pack = this.offers.pack("7c9e6679-7425-40de-944b-e07fc1f90ae7").orElseThrow();
		assertThat(pack.photoIds()).containsExactly(PHOTO);
		assertThat(pack.price()).isEqualTo(new Money(4900, "EUR"));
		assertThat(pack.onSale()).isTrue();
	}

	@Test
	void sellsNothingOfAWithdrawnPhoto() {
		listed(1, 500);
		withdrawn(2);
		assertThat(this.offers.photo(PHOTO).orElseThrow().size("full")).isEmpty();
	}

	@Test
	void isNotTakenInByOldNews() {
		withdrawn(3);
		listed(2, 500);
		assertThat(this.offers.photo(PHOTO).orElseThrow().onSale()).isFalse();
	}

	@Test
	void sellsAgainWhatWasListedAgain() {
		withdrawn(2);
		listed(3, 700);
		assertThat(this.offers.photo(PHOTO).orElseThrow().size("full").orElseThrow().price().amount()).isEqualTo(700);
	}

	@Test
	void endsTheSameInWhateverOrderNewsCome() {
		Random random = new Random(3);
		for (int round = 0; round < 200; round++) {
			List<Integer> versions = new ArrayList<>(List.of(1, 2, 3, 4, 2, 3));
			Collections.shuffle(versions, random);
			InMemoryStore fresh = new InMemoryStore();
			OfferProjection shuffled = new OfferProjection(new Offers(fresh));
			for (int version : versions) {
				Changes changes = (version == 2) ? shuffled.on(new PhotoWithdrawn(PHOTO, "ana"), context(version))
						: shuffled.on(photo(version * 100), context(version));
				fresh.commit(changes.writes(), UUID.randomUUID().toString());
			}
			PhotoOffer photo = new Offers(fresh).photo(PHOTO).orElseThrow();
			assertThat(photo.version()).isEqualTo(4);
			assertThat(photo.size("full").orElseThrow().price().amount()).isEqualTo(400);
		}
	}

	private void listed(long version, long price) {
		commit(this.projection.on(photo(price), context(version)));
	}

	private void withdrawn(long version) {
		commit(this.projection.on(new PhotoWithdrawn(PHOTO, "ana"), context(version)));
	}

	private static PhotoListed photo(long price) {
		return new PhotoListed(PHOTO, "ana", "Sunset", List.of(new SizeOffer("full", 4272, 2848, 1000,
				new Money(price, "EUR"), new SaleFile("safelight-sale", "key.jpg", "00"))));
	}

	private void commit(Changes changes) {
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
	}

	private static MessageContext context(long version) {
		return new MessageContext(UUID.randomUUID().toString(), new MessageType("photo-listed.v1"), "safelight.catalog",
				Instant.EPOCH, new Metadata(PHOTO, version, "c", "c", "", null), 1);
	}

}
