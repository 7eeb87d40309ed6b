package io.safelight.search.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.safelight.search.SearchFixtures;
import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoOnSale.Colour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.safelight.search.SearchFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

class SimilarImagesTests {

	private PhotoIndex index;

	private SimilarImages similar;

	@BeforeEach
	void open(@TempDir Path directory) {
		this.index = PhotoIndex.open(directory);
		this.similar = new SimilarImages(this.index, new ImageSearch(this.index));
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	@Test
	void findsTheNearestFingerprintsFirstAndNotTheImageItself() {
		index(aPhoto("this").looking(1, 0, 0), aPhoto("far").looking(0, 0, 1), aPhoto("near").looking(0.9f, 0.1f, 0));

		assertThat(to("this")).containsExactly("near", "far");
	}

	@Test
	void comparesOnlyFingerprintsOfTheSameLength() {
		index(aPhoto("this").looking(1, 0, 0), aPhoto("longer").looking(1, 0, 0, 0).coloured(new Colour("cc1111", 1)),
				aPhoto("same").looking(0, 1, 0));

		assertThat(to("this")).containsExactly("same");
	}

	@Test
	void fallsBackToKeywordsAndColour() {
		index(aPhoto("this").keywords("harbour", "boat").coloured(new Colour("1f4e79", 1)),
				aPhoto("words").keywords("boat").coloured(new Colour("cc1111", 1)),
				aPhoto("both").keywords("boat").coloured(new Colour("2f6090", 1)),
				aPhoto("neither").keywords("cat").coloured(new Colour("cc1111", 1)));

		assertThat(to("this")).containsExactly("both", "words");
	}

	@Test
	void survivesFingerprintsThatAreNone() {
		index(aPhoto("this").looking(Float.NaN, 1), aPhoto("other").looking());

		assertThat(to("this")).containsExactly("other");
	}

	@Test
	void findsWhatLooksLikeAPictureThatIsNotThere() {
		index(aPhoto("far").looking(0, 0, 1), aPhoto("near").looking(0.9f, 0.1f, 0));
		String fingerprint = Objects.requireNonNull(aPhoto("elsewhere").looking(1, 0, 0).photo().fingerprint());

		assertThat(this.similar.looking(fingerprint, 20).orElseThrow().images()).extracting(PhotoOnSale::photoId)
			.containsExactly("near", "far");
		assertThat(this.similar.looking("no base64!", 20)).isEmpty();
	}

	@Test
	void knowsNoImageThatIsNotThere() {
		assertThat(this.similar.to("unknown", 20)).isEmpty();
	}

	private List<String> to(String photoId) {
		return this.similar.to(photoId, 20).orElseThrow().images().stream().map(PhotoOnSale::photoId).toList();
	}

	private void index(SearchFixtures... photos) {
		for (SearchFixtures photo : photos) {
			this.index.put(photo.photo(), 0);
		}
		this.index.refresh();
	}

}
