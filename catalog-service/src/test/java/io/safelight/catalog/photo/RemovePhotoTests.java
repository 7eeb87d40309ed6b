package io.safelight.catalog.photo;

import io.safelight.catalog.CatalogScenario;
import io.safelight.catalog.message.PhotoWithdrawn;
import io.safelight.catalog.photo.RemovePhoto.Remover;
import io.safelight.messaging.OutgoingMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RemovePhotoTests {

	private static final String PHOTO = "0f8fad5b";

	private static final Remover ANA = new Remover("ana", false);

	private final CatalogScenario catalog = new CatalogScenario();

	private final RemovePhoto remove = new RemovePhoto(this.catalog.photos(), this.catalog);

	@BeforeEach
	void aPhotoIsOnSale() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 4);
		this.catalog.said();
	}

	@Test
	void tellsEverybodyWhy() {
		assertThat(this.remove.remove(PHOTO, ANA, "withdrawn by its contributor")).isTrue();

		OutgoingMessage message = this.catalog.said().getFirst();
		assertThat(message.aggregateVersion()).isEqualTo(2);
		assertThat(message.data()).isEqualTo(new PhotoWithdrawn(PHOTO, "ana", "withdrawn by its contributor", 0));
	}

	@Test
	void changesNothingTheSecondTime() {
		this.remove.remove(PHOTO, ANA, "once");
		this.catalog.said();

		assertThat(this.remove.remove(PHOTO, ANA, "twice")).isTrue();
		assertThat(this.catalog.said()).isEmpty();
	}

	@Test
	void letsAnAdministratorRemoveEverybodysPhotos() {
		assertThat(this.remove.remove(PHOTO, new Remover("ada", true), "a complaint")).isTrue();
	}

	@Test
	void knowsNoPhotoOfSomebodyElse() {
		assertThat(this.remove.remove(PHOTO, new Remover("paul", false), "mischief")).isFalse();
		assertThat(this.catalog.said()).isEmpty();
	}

	@Test
	void triesAgainWhenThePhotoIsEditedMeanwhile() {
		EditPhoto edit = new EditPhoto(this.catalog.photos(), this.catalog);
		RemovePhoto overtaken = new RemovePhoto(this.catalog.photos(), (changes) -> {
			edit.edit(PHOTO, "ana", 1, new PhotoEdit("Dusk", null, null, null));
			this.catalog.commit(changes);
		});

		assertThat(overtaken.remove(PHOTO, ANA, "gone")).isTrue();
		assertThat(this.catalog.said()).extracting(OutgoingMessage::aggregateVersion).containsExactly(2L, 3L);
	}

	@Test
	void takesThePhotoOutOfItsContributorsPage() {
		this.remove.remove(PHOTO, ANA, "gone");

		assertThat(this.catalog.photos().onSaleBy("ana", 20, null).items()).isEmpty();
	}

}
