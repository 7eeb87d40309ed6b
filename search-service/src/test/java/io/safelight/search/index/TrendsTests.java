package io.safelight.search.index;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.safelight.search.SearchFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

class TrendsTests {

	@TempDir
	private Path directory;

	private PhotoIndex index;

	private Trends trends;

	@BeforeEach
	void open() {
		this.index = PhotoIndex.open(this.directory);
		this.trends = new Trends(new ImageSearch(this.index));
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	@Test
	void namesWhatTheMostWantedPhotosHaveInCommon() {
		this.index.put(aPhoto("a").keywords("Fog", "boat").photo(), 5);
		this.index.put(aPhoto("b").keywords("fog", "bridge").photo(), 9);
		this.index.put(aPhoto("c").keywords("cat").photo(), 0);
		this.index.refresh();

		assertThat(this.trends.now(12)).extracting(Trends.Trend::text, Trends.Trend::count)
			.startsWith(org.assertj.core.groups.Tuple.tuple("fog", 2L));
	}

	@Test
	void showsEachPhotoOnce() {
		this.index.put(aPhoto("a").keywords("fog", "boat", "sea").photo(), 5);
		this.index.put(aPhoto("b").keywords("fog").photo(), 1);
		this.index.refresh();

		List<Trends.Trend> trends = this.trends.now(12);

		assertThat(trends).extracting((trend) -> trend.photo().photoId()).doesNotHaveDuplicates();
		assertThat(trends).extracting(Trends.Trend::text).containsExactly("fog");
	}

	@Test
	void knowsNothingOfAnEmptyShop() {
		assertThat(this.trends.now(12)).isEmpty();
	}

}
