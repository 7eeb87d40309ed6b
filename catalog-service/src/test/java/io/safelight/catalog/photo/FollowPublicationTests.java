package io.safelight.catalog.photo;

import java.util.List;

import io.safelight.catalog.CatalogScenario;
import io.safelight.catalog.Money;
import io.safelight.catalog.message.ListPhoto;
import io.safelight.catalog.message.PhotoOnSale;
import io.safelight.catalog.message.PhotoWithdrawn;
import io.safelight.catalog.photo.RemovePhoto.Remover;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.UnprocessableMessageException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FollowPublicationTests {

	private static final String PHOTO = "0f8fad5b";

	private final CatalogScenario catalog = new CatalogScenario();

	@Test
	void listsAPhotoWithAPriceForEachSize() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 4);

		PhotoOnSale listed = onSale(this.catalog.said().getFirst());
		assertThat(listed.offers()).extracting("size", "price")
			.containsExactly(tuple("p1000", 500), tuple("p2500", 1200), tuple("full", 2500));
		assertThat(listed.epoch()).isEqualTo(1);
		assertThat(listed.orientation()).isEqualTo("horizontal");
		assertThat(listed.listedAt()).isEqualTo("2026-11-22T10:16:02.500Z");
	}

	@Test
	void offersNoSizeWithoutAPrice() {
		ListPhoto command = CatalogScenario.aPhoto(PHOTO);
		PriceList onlyFull = new PriceList("EUR", java.util.Map.of("full", 2500L));

		assertThat(onlyFull.offers(command.saleSizes())).extracting("size").containsExactly("full");
	}

	@Test
	void refusesAPhotoThatCouldNotBeSold() {
		ListPhoto full = CatalogScenario.aPhoto(PHOTO);
		ListPhoto nothingToSell = new ListPhoto(PHOTO, 1, "ana", "A title", List.of(), full.labels(), full.colours(),
				full.width(), full.height(), null, null, full.renditions(), List.of());

		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> this.catalog.list(nothingToSell, 4))
			.withMessageContaining("no size with a price");
	}

	@Test
	void namesAPhotoWithoutATitleAfterItsKeywords() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO, 1, "  ", List.of("sunset", "sea", "bay", "boat")), 4);

		assertThat(onSale(this.catalog.said().getFirst()).title()).isEqualTo("Sunset, sea, bay");
	}

	@Test
	void callsAPhotoUntitledWhenNothingIsKnown() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO, 1, null, List.of()), 4);

		assertThat(onSale(this.catalog.said().getFirst()).title()).isEqualTo("Untitled photo");
	}

	@Test
	void answersARepeatedCommandWithItsOwnEpochAndChangesNothing() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 4);
		this.catalog.said();

		this.catalog.list(CatalogScenario.aPhoto(PHOTO, 2, "Another title", List.of()), 5);

		OutgoingMessage answer = this.catalog.said().getFirst();
		assertThat(answer.aggregateVersion()).isEqualTo(1);
		assertThat(onSale(answer).epoch()).isEqualTo(2);
		assertThat(onSale(answer).title()).isEqualTo("Sunset over the bay");
	}

	@Test
	void withdrawsWithTheCommandsEpochAndAHigherVersion() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 4);
		this.catalog.said();

		this.catalog.withdraw(PHOTO, 3, 6);

		OutgoingMessage answer = this.catalog.said().getFirst();
		assertThat(answer.type().name()).isEqualTo("photo-withdrawn.v1");
		assertThat(answer.aggregateVersion()).isEqualTo(2);
		assertThat(((PhotoWithdrawn) answer.data()).epoch()).isEqualTo(3);
		assertThat(this.catalog.photos().find(PHOTO)).get().isInstanceOf(WithdrawnPhoto.class);
	}

	@Test
	void confirmsTheWithdrawalOfAPhotoThatWasNeverListed() {
		this.catalog.withdraw(PHOTO, 1, 6);

		OutgoingMessage answer = this.catalog.said().getFirst();
		assertThat(answer.data()).isEqualTo(new PhotoWithdrawn(PHOTO, "ana", "publication failed", 1));
		assertThat(answer.aggregateVersion()).isEqualTo(1);
	}

	@Test
	void doesNotListWhatWasWithdrawnByALaterCommand() {
		this.catalog.withdraw(PHOTO, 1, 6);
		this.catalog.said();

		this.catalog.list(CatalogScenario.aPhoto(PHOTO, 3, "Late", List.of()), 4);

		assertThat(this.catalog.photos().find(PHOTO)).get().isInstanceOf(WithdrawnPhoto.class);
		assertThat(this.catalog.said()).isEmpty();
	}

	@Test
	void listsAnewWhatASagaBeginsAgain() {
		this.catalog.withdraw(PHOTO, 1, 6);
		this.catalog.said();

		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 9);

		assertThat(this.catalog.photos().find(PHOTO)).get().isInstanceOf(ListedPhoto.class);
		assertThat(this.catalog.said()).extracting(OutgoingMessage::aggregateVersion).containsExactly(2L);
	}

	@Test
	void ignoresAWithdrawalThatIsOlderThanTheListing() {
		this.catalog.withdraw(PHOTO, 1, 6);
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 9);
		this.catalog.said();

		this.catalog.withdraw(PHOTO, 2, 7);

		assertThat(this.catalog.photos().find(PHOTO)).get().isInstanceOf(ListedPhoto.class);
		assertThat(this.catalog.said()).isEmpty();
	}

	@Test
	void neverListsAgainWhatAPersonHasWithdrawn() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 4);
		new RemovePhoto(this.catalog.photos(), this.catalog).remove(PHOTO, new Remover("ana", false), "no more");
		this.catalog.said();

		this.catalog.list(CatalogScenario.aPhoto(PHOTO, 2, "Again", List.of()), 5);

		OutgoingMessage answer = this.catalog.said().getFirst();
		assertThat(this.catalog.photos().find(PHOTO)).get().isInstanceOf(WithdrawnPhoto.class);
		assertThat(answer.data()).isEqualTo(new PhotoWithdrawn(PHOTO, "ana", "no more", 2));
	}

	@Test
	void confirmsARepeatedWithdrawalInTheSameVersion() {
		this.catalog.withdraw(PHOTO, 1, 6);
		this.catalog.withdraw(PHOTO, 2, 7);

		assertThat(this.catalog.said()).extracting(OutgoingMessage::aggregateVersion).containsExactly(1L, 1L);
	}

	@Test
	void saysEachVersionOnceInSequenceHoweverOftenItIsAnswered() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 4);
		this.catalog.list(CatalogScenario.aPhoto(PHOTO, 2, "Again", List.of()), 5);
		new EditPhoto(this.catalog.photos(), this.catalog).edit(PHOTO, "ana", 1,
				new PhotoEdit("Dusk", null, null, null));
		this.catalog.withdraw(PHOTO, 1, 6);
		this.catalog.withdraw(PHOTO, 2, 7);
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 9);

		assertThat(this.catalog.said()).hasSize(6);
		assertThat(this.catalog.saidInSequence())
			.extracting(OutgoingMessage::aggregateVersion, (message) -> message.type().name())
			.containsExactly(org.assertj.core.groups.Tuple.tuple(1L, "photo-listed.v1"),
					org.assertj.core.groups.Tuple.tuple(2L, "photo-changed.v1"),
					org.assertj.core.groups.Tuple.tuple(3L, "photo-withdrawn.v1"),
					org.assertj.core.groups.Tuple.tuple(4L, "photo-listed.v1"));
	}

	private static PhotoOnSale onSale(OutgoingMessage message) {
		assertThat(message.type().name()).isEqualTo("photo-listed.v1");
		return (PhotoOnSale) message.data();
	}

	private static org.assertj.core.groups.Tuple tuple(String size, long amount) {
		return org.assertj.core.groups.Tuple.tuple(size, new Money(amount, "EUR"));
	}

}
