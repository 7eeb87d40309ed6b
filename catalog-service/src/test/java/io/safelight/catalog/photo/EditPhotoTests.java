package io.safelight.catalog.photo;

import java.util.List;

import io.safelight.catalog.CatalogScenario;
import io.safelight.catalog.message.PhotoOnSale;
import io.safelight.messaging.OutgoingMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EditPhotoTests {

	private static final String PHOTO = "0f8fad5b";

	private static final PhotoEdit NEW_TITLE = new PhotoEdit("Dusk", null, null, null);

	private final CatalogScenario catalog = new CatalogScenario();

	private final EditPhoto edit = new EditPhoto(this.catalog.photos(), this.catalog);

	@BeforeEach
	void aPhotoIsOnSale() {
		this.catalog.list(CatalogScenario.aPhoto(PHOTO), 4);
		this.catalog.said();
	}

	@Test
	void tellsEverybodyTheWholeStateInANewVersion() {
		this.edit.edit(PHOTO, "ana", 1, new PhotoEdit("Dusk", "The last light.", List.of("dusk"), "nature"));

		OutgoingMessage message = this.catalog.said().getFirst();
		PhotoOnSale changed = (PhotoOnSale) message.data();
		assertThat(message.type().name()).isEqualTo("photo-changed.v1");
		assertThat(message.aggregateVersion()).isEqualTo(2);
		assertThat(changed.title()).isEqualTo("Dusk");
		assertThat(changed.keywords()).containsExactly("dusk");
		assertThat(changed.offers()).hasSize(3);
		assertThat(changed.epoch()).isNull();
	}

	@Test
	void leavesWhatIsNotNamedAndTakesAwayWhatIsEmpty() {
		this.edit.edit(PHOTO, "ana", 1, new PhotoEdit(null, "A text", null, "nature"));

		EditPhoto.Outcome outcome = this.edit.edit(PHOTO, "ana", 2, new PhotoEdit(null, "", null, null));

		Listing listing = ((EditPhoto.Edited) outcome).photo().listing();
		assertThat(listing.title()).isEqualTo("Sunset over the bay");
		assertThat(listing.description()).isNull();
		assertThat(listing.category()).isEqualTo("nature");
	}

	@Test
	void refusesAnEditOfAnOlderVersion() {
		this.edit.edit(PHOTO, "ana", 1, NEW_TITLE);

		assertThat(this.edit.edit(PHOTO, "ana", 1, new PhotoEdit("Dawn", null, null, null)))
			.isEqualTo(new EditPhoto.Stale(2));
	}

	@Test
	void refusesTheSlowerOfTwoConcurrentEdits() {
		EditPhoto overtaken = new EditPhoto(this.catalog.photos(), (changes) -> {
			this.edit.edit(PHOTO, "ana", 1, NEW_TITLE);
			this.catalog.commit(changes);
		});

		assertThat(overtaken.edit(PHOTO, "ana", 1, new PhotoEdit("Dawn", null, null, null)))
			.isInstanceOf(EditPhoto.Stale.class);
		assertThat(this.catalog.said()).hasSize(1);
	}

	@Test
	void saysNothingWhenNothingChanges() {
		EditPhoto.Outcome outcome = this.edit.edit(PHOTO, "ana", 1,
				new PhotoEdit("Sunset over the bay", null, null, null));

		assertThat(((EditPhoto.Edited) outcome).photo().version()).isEqualTo(1);
		assertThat(this.catalog.said()).isEmpty();
	}

	@Test
	void knowsNoPhotoOfSomebodyElse() {
		assertThat(this.edit.edit(PHOTO, "paul", 1, NEW_TITLE)).isInstanceOf(EditPhoto.Unknown.class);
	}

	@Test
	void saysThatAWithdrawnPhotoIsGone() {
		this.catalog.withdraw(PHOTO, 1, 6);

		assertThat(this.edit.edit(PHOTO, "ana", 2, NEW_TITLE)).isInstanceOf(EditPhoto.Gone.class);
	}

}
