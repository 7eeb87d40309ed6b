package io.safelight.search.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.safelight.search.SearchFixtures;
import io.safelight.search.colour.ColourMatch;
import io.safelight.search.colour.Lab;
import io.safelight.search.colour.Palette;
import io.safelight.search.index.FoundImages.FacetCount;
import io.safelight.search.index.FoundImages.Position;
import io.safelight.search.index.FoundImages.Window;
import io.safelight.search.index.ImageQuestion.Order;
import io.safelight.search.index.ImageQuestion.Range;
import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoOnSale.Colour;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.safelight.search.SearchFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

class ImageSearchTests {

	private static final Window FIRST = new Window(0, 20, null);

	private PhotoIndex index;

	private ImageSearch search;

	@BeforeEach
	void open(@TempDir Path directory) {
		this.index = PhotoIndex.open(directory);
		this.search = new ImageSearch(this.index);
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	@Test
	void findsAWordByItsStemAndWithoutAccents() {
		index(aPhoto("boat").titled("Two boats"), aPhoto("cafe").titled("Café at night"), aPhoto("other"));

		assertThat(found("boat")).containsExactly("boat");
		assertThat(found("BOATS")).containsExactly("boat");
		assertThat(found("cafe")).containsExactly("cafe");
	}

	@Test
	void putsATitleBeforeAKeywordAndAKeywordBeforeALabel() {
		index(aPhoto("label").showing("Harbour"), aPhoto("keyword").keywords("harbour"),
				aPhoto("title").titled("Harbour"));

		assertThat(found("harbour")).containsExactly("title", "keyword", "label");
	}

	@Test
	void putsTheVeryWordBeforeOneOfTheSameStem() {
		index(aPhoto("stem").titled("Fishing"), aPhoto("very").titled("Fish"));

		assertThat(found("fish")).containsExactly("very", "stem");
	}

	@Test
	void leavesOutWhatIsNotWanted() {
		index(aPhoto("sea").titled("Sea"), aPhoto("seaAndBoat").titled("Sea").keywords("boat"));

		assertThat(found("sea -boat")).containsExactly("sea");
		assertThat(found("sea NOT boats")).containsExactly("sea");
		assertThat(found("-boat")).containsExactly("sea");
	}

	@Test
	void wantsAllOfAFewWordsButForgivesOneOfMany() {
		index(aPhoto("all").titled("Red boat in the harbour at night"), aPhoto("some").titled("Red boat"));

		assertThat(found("red boat harbour")).containsExactly("all");
		assertThat(found("red boat harbour night snow")).containsExactly("all");
	}

	@Test
	void doesNotInsistOnWordsLikeThe() {
		index(aPhoto("sea").titled("Sea"));

		assertThat(found("by the sea")).containsExactly("sea");
	}

	@Test
	void findsWordsNextToEachOther() {
		index(aPhoto("together").titled("The golden hour"), aPhoto("apart").titled("An hour of golden light"));

		assertThat(found("\"golden hour\"")).containsExactly("together");
	}

	@Test
	void findsNothingForSignsWithoutLetters() {
		index(aPhoto("sea").titled("Sea"));

		assertThat(found("!!!")).isEmpty();
	}

	@Test
	void findsTheDescription() {
		index(aPhoto("sea").described("The last light on a calm sea."));

		assertThat(found("calm")).containsExactly("sea");
	}

	@Test
	void showsEverythingNewestFirstWhenNothingIsAsked() {
		index(aPhoto("old").listedAt("2026-01-01T00:00:00.000Z"), aPhoto("new").listedAt("2026-11-01T00:00:00.000Z"));

		assertThat(ids(this.search.find(ImageQuestion.ANYTHING, FIRST))).containsExactly("new", "old");
	}

	@Test
	void ranksByColourAndLeavesOtherColoursOut() {
		index(aPhoto("red").coloured(new Colour("cc1111", 1)),
				aPhoto("someBlue").coloured(new Colour("1f4e79", 0.2), new Colour("cc1111", 0.8)),
				aPhoto("blue").coloured(new Colour("1f4e79", 0.9), new Colour("ffffff", 0.1)),
				aPhoto("nearlyBlue").coloured(new Colour("2f6090", 0.9), new Colour("ffffff", 0.1)));

		assertThat(found(coloured("1f4e79"))).containsExactly("blue", "nearlyBlue", "someBlue");
		assertThat(found(coloured("1f4e79", "cc1111"))).containsExactly("someBlue");
	}

	@Test
	void findsByColourExactlyWhatLookingAtEveryPictureFinds() {
		Random random = new Random(11);
		List<SearchFixtures> photos = IntStream.range(0, 400)
			.mapToObj((i) -> aPhoto("p" + i).coloured(new Colour(anyHex(random), 0.6), new Colour(anyHex(random), 0.4)))
			.toList();
		index(photos.toArray(SearchFixtures[]::new));
		for (int i = 0; i < 25; i++) {
			Lab wanted = Lab.ofHex(anyHex(random));
			List<String> expected = photos.stream()
				.map(SearchFixtures::photo)
				.filter((photo) -> score(photo, wanted) > 0)
				.map(PhotoOnSale::photoId)
				.toList();

			assertThat(found(question("", List.of(wanted), Order.RELEVANCE)))
				.containsExactlyInAnyOrderElementsOf(expected);
		}
	}

	private static double score(PhotoOnSale photo, Lab wanted) {
		List<Palette.Share> shares = photo.colours()
			.stream()
			.map((colour) -> new Palette.Share(Lab.ofHex(colour.hex()), colour.weight()))
			.toList();
		byte[] stored = new Palette(shares).bytes();
		return new ColourMatch(List.of(wanted)).score(Palette.read(stored, 0, stored.length));
	}

	@Test
	void keepsAPhotoWithAnUnreadableColourFindable() {
		index(aPhoto("odd").titled("Odd").coloured(new Colour("nonsense", 1)));

		assertThat(found("odd")).containsExactly("odd");
		assertThat(found(coloured("1f4e79"))).isEmpty();
	}

	@Test
	void filtersByShapeSizeCategoryAndContributor() {
		index(aPhoto("wide").by("ana", "nature", 4000, 2000, "horizontal"),
				aPhoto("high").by("paul", "people", 2000, 4000, "vertical"));

		assertThat(ids(find(null, List.of(), List.of("paul"), Range.ANY))).containsExactly("high");
		assertThat(ids(find("horizontal", List.of(), List.of(), Range.ANY))).containsExactly("wide");
		assertThat(ids(find(null, List.of("people", "food"), List.of(), Range.ANY))).containsExactly("high");
		assertThat(ids(find(null, List.of(), List.of(), new Range(3000, 4000)))).containsExactly("wide");
		assertThat(ids(find(null, List.of(), List.of(), new Range(4001, 9000)))).isEmpty();
	}

	@Test
	void countsFacetsOfAllThatWasFound() {
		index(aPhoto("a").by("ana", "nature", 2, 1, "horizontal").coloured(new Colour("1f4e79", 1)),
				aPhoto("b").by("ana", "nature", 1, 2, "vertical").coloured(new Colour("cc1111", 1)),
				aPhoto("c").by("ana", null, 2, 1, "horizontal").coloured(new Colour("1f4e79", 1)));

		FoundImages found = this.search.find(ImageQuestion.ANYTHING, new Window(0, 1, null));

		assertThat(found.facets().get("orientation")).containsExactly(new FacetCount("horizontal", 2),
				new FacetCount("vertical", 1));
		assertThat(found.facets().get("category")).containsExactly(new FacetCount("nature", 2));
		assertThat(found.facets().get("colour")).containsExactly(new FacetCount("blue", 2), new FacetCount("red", 1));
	}

	@Test
	void hasEmptyFacetsInAnEmptyIndex() {
		FoundImages found = this.search.find(ImageQuestion.ANYTHING, FIRST);

		assertThat(found.total()).isZero();
		assertThat(found.facets()).containsOnlyKeys("orientation", "category", "colour");
	}

	@Test
	void leadsThroughAllPagesWithoutARepeatOrAGap() {
		index(IntStream.range(0, 57)
			.mapToObj((i) -> aPhoto("p" + i).titled("Sea").keywords((i % 3 == 0) ? "sea" : "sky"))
			.toArray(SearchFixtures[]::new));

		for (Order order : Order.values()) {
			List<String> seen = new ArrayList<>();
			@Nullable Position after = null;
			do {
				FoundImages page = this.search.find(question("sea", List.of(), order), new Window(0, 10, after));
				assertThat(page.total()).isEqualTo(57);
				seen.addAll(ids(page));
				after = page.next();
			}
			while (after != null);
			assertThat(seen).hasSize(57).doesNotHaveDuplicates();
		}
	}

	@Test
	void givesTheSamePagesByNumberAndByCursor() {
		index(IntStream.range(0, 25).mapToObj((i) -> aPhoto("p" + i).titled("Sea")).toArray(SearchFixtures[]::new));
		ImageQuestion sea = question("sea", List.of(), Order.RELEVANCE);

		FoundImages first = this.search.find(sea, new Window(0, 10, null));

		assertThat(ids(this.search.find(sea, new Window(10, 10, null))))
			.isEqualTo(ids(this.search.find(sea, new Window(0, 10, first.next()))));
	}

	@Test
	void putsThoseFirstThatWereLicensedMostOften() {
		this.index.put(aPhoto("never").listedAt("2026-11-22T12:00:00Z").photo(), 0);
		this.index.put(aPhoto("often").listedAt("2026-11-20T12:00:00Z").photo(), 12);
		this.index.put(aPhoto("once").listedAt("2026-11-21T12:00:00Z").photo(), 1);
		this.index.put(aPhoto("newer").listedAt("2026-11-23T12:00:00Z").photo(), 1);
		this.index.refresh();
		ImageQuestion popular = question("", List.of(), Order.POPULAR);

		assertThat(found(popular)).containsExactly("often", "newer", "once", "never");
		FoundImages first = this.search.find(popular, new Window(0, 2, null));
		assertThat(ids(this.search.find(popular, new Window(0, 2, first.next())))).containsExactly("once", "never");
	}

	@Test
	void findsThoseThatAreNamed() {
		index(aPhoto("a"), aPhoto("b"), aPhoto("c"));

		assertThat(found(new ImageQuestion("", List.of(), null, List.of(), List.of(), Range.ANY, Range.ANY,
				List.of("c", "a", "gone"), Order.RELEVANCE)))
			.containsExactlyInAnyOrder("a", "c");
	}

	@Test
	void replacesAndForgetsPhotos() {
		index(aPhoto("p").titled("Sea"));
		index(aPhoto("p").titled("Lake"));

		assertThat(found("sea")).isEmpty();
		assertThat(found("lake")).containsExactly("p");

		this.index.remove("p");
		this.index.refresh();

		assertThat(found("lake")).isEmpty();
	}

	private void index(SearchFixtures... photos) {
		for (SearchFixtures photo : photos) {
			this.index.put(photo.photo(), 0);
		}
		this.index.refresh();
	}

	private List<String> found(String words) {
		return found(question(words, List.of(), Order.RELEVANCE));
	}

	private List<String> found(ImageQuestion question) {
		return ids(this.search.find(question, new Window(0, 500, null)));
	}

	private static ImageQuestion coloured(String... hexes) {
		return question("", List.of(hexes).stream().map(Lab::ofHex).toList(), Order.RELEVANCE);
	}

	private static ImageQuestion question(String words, List<Lab> colours, Order order) {
		return new ImageQuestion(words, colours, null, List.of(), List.of(), Range.ANY, Range.ANY, List.of(), order);
	}

	private FoundImages find(@Nullable String orientation, List<String> categories, List<String> contributors,
			Range width) {
		return this.search.find(new ImageQuestion("", List.of(), orientation, categories, contributors, width,
				Range.ANY, List.of(), Order.RELEVANCE), FIRST);
	}

	private static List<String> ids(FoundImages found) {
		return found.images().stream().map(PhotoOnSale::photoId).toList();
	}

	private static String anyHex(Random random) {
		return "%06x".formatted(random.nextInt(0x1000000));
	}

}
