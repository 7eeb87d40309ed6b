package io.safelight.catalog.pack;

import java.util.List;
import java.util.stream.IntStream;

import io.safelight.catalog.CatalogScenario;
import io.safelight.catalog.Money;
import io.safelight.catalog.message.PackChanged;
import io.safelight.catalog.message.PhotoWithdrawn;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.OutgoingMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeepPacksHonestTests {

	private static final MessageContext CONTEXT = CatalogScenario.context("photo-withdrawn.v1", "p1", 2);

	private static final PhotoWithdrawn P1_GONE = new PhotoWithdrawn("p1", "ana", "gone", 1);

	private final CatalogScenario catalog = new CatalogScenario();

	private final Packs packs = new Packs(this.catalog.store());

	private final KeepPacksHonest keep = new KeepPacksHonest(this.packs, this.catalog.photos(), this.catalog);

	@BeforeEach
	void threePhotosAreOnSale() {
		List.of("p1", "p2", "p3").forEach((photo) -> this.catalog.list(CatalogScenario.aPhoto(photo), 4));
		this.catalog.said();
	}

	@Test
	void takesPacksWithAWithdrawnPhotoOffSale() {
		make("with", "p1", "p2");
		make("without", "p2", "p3");
		this.catalog.withdraw("p1", 1, 6);
		this.catalog.said();

		this.catalog.commit(this.keep.on(P1_GONE, CONTEXT));

		assertThat(state("with")).isEqualTo(PackState.NOT_ON_SALE);
		assertThat(state("without")).isEqualTo(PackState.ON_SALE);
		assertThat(this.catalog.said()).singleElement().satisfies((message) -> {
			assertThat(message.aggregateVersion()).isEqualTo(2);
			assertThat(((PackChanged) message.data()).state()).isEqualTo("NOT_ON_SALE");
		});
	}

	@Test
	void seesAPackThatWasMadeWhileItsPhotoWasWithdrawn() {
		this.catalog.withdraw("p1", 1, 6);
		this.catalog.commit(this.keep.on(P1_GONE, CONTEXT));
		Pack late = make("late", "p1", "p2");
		this.catalog.said();

		this.catalog.commit(this.keep.on((PackChanged) late.saved().messages().getFirst().data(), CONTEXT));

		assertThat(state("late")).isEqualTo(PackState.NOT_ON_SALE);
	}

	@Test
	void leavesAPackAloneWhoseEventComesTwice() {
		make("with", "p1", "p2");
		this.catalog.withdraw("p1", 1, 6);
		this.catalog.commit(this.keep.on(P1_GONE, CONTEXT));
		this.catalog.said();

		this.catalog.commit(this.keep.on(P1_GONE, CONTEXT));

		assertThat(this.catalog.said()).isEmpty();
	}

	@Test
	void leavesPacksOnSaleWhenThePhotoCameBack() {
		make("with", "p1", "p2");
		this.catalog.said();

		this.catalog.commit(this.keep.on(P1_GONE, CONTEXT));

		assertThat(state("with")).isEqualTo(PackState.ON_SALE);
	}

	@Test
	void takesMorePacksOffSaleThanFitOneTransaction() {
		IntStream.range(0, 130).forEach((i) -> make("pack" + i, "p1", "p2"));
		this.catalog.withdraw("p1", 1, 6);
		this.catalog.said();

		this.catalog.commit(this.keep.on(P1_GONE, CONTEXT));

		assertThat(this.packs.onSaleWith("p1")).isEmpty();
		assertThat(this.catalog.said()).extracting(OutgoingMessage::aggregateId).doesNotHaveDuplicates().hasSize(130);
	}

	private Pack make(String packId, String... photoIds) {
		Pack pack = new Pack(packId, 1, "Evenings", "", List.of(photoIds), "full", new Money(4900, "EUR"),
				PackState.ON_SALE, "2026-11-22T10:16:02.500Z", Packs.SHELF);
		this.catalog.commit(pack.saved());
		return pack;
	}

	private PackState state(String packId) {
		return this.packs.find(packId).orElseThrow().state();
	}

}
