package io.safelight.catalog.page;

import java.util.List;
import java.util.stream.IntStream;

import io.safelight.catalog.page.PageContent.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageRulesTests {

	private static final List<String> CATEGORIES = List.of("nature");

	@Test
	void letsTheBuiltInHomePass() {
		assertThat(PageRules.faults(PageJson.defaultHome(), CATEGORIES)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/search?query=fog", "/", "/packs/1#top", "https://example.test/a?b=c", "http://example.test" })
	void letsLinksLeadToPages(String href) {
		assertThat(faults(link(href))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
			"vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example",
			"https://user:word@evil.example", "https://good.example@evil.example", "https://", "search",
			"mailto:a@b.example", "/a b", "https://ex ample.test", " javascript:x" })
	void refusesLinksThatLeadElsewhere(String href) {
		assertThat(faults(link(href))).extracting(PageRules.Fault::path).contains("blocks[0].linkHref");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<b>bold</b>", "x <img src=x onerror=alert(1)>", "</p>",
			"<!-- -->", "<svg/onload=x>", "\u202egnp.exe", "a\u0000b" })
	void takesWordsForWordsOnly(String words) {
		assertThat(faults(new PageContent.Hero("h", words, "", true))).extracting(PageRules.Fault::path)
			.containsExactly("blocks[0].headline");
		assertThat(faults(new PageContent.Text("t", "", words, "", ""))).extracting(PageRules.Fault::path)
			.contains("blocks[0].text");
	}

	@Test
	void letsPeopleWriteAsTheyWrite() {
		assertThat(faults(new PageContent.Text("t", "Fish & chips", "I <3 fog, 2 < 3 > 1.\n\nOlá! 写真", "", "")))
			.isEmpty();
	}

	@Test
	void keepsBlocksWithinBounds() {
		assertThat(faults(new PageContent.MostBought("m", "", 0))).hasSize(1);
		assertThat(faults(new PageContent.MostBought("m", "", 61))).hasSize(1);
		assertThat(faults(new PageContent.Mosaic("m", "", List.of()))).hasSize(1);
		assertThat(faults(new PageContent.Mosaic("m", "", List.of("../secret")))).hasSize(1);
		assertThat(faults(new PageContent.PackBlock("p", "", ""))).hasSize(1);
		assertThat(faults(new PageContent.Collection("c", "", "fog", "no such", "red", "round", 12))).hasSize(3);
		assertThat(faults(new PageContent.Hero("h", "x".repeat(121), "y".repeat(301), false))).hasSize(2);
		assertThat(faults(new PageContent.Text("t", "", "", "", ""))).hasSize(1);
		assertThat(faults(new PageContent.Text("t", "", "x", "only what it says", ""))).hasSize(1);
	}

	@Test
	void tellsBlocksApart() {
		Block twice = new PageContent.Trends("same", "", 8);

		assertThat(faults(twice, twice)).extracting(PageRules.Fault::message)
			.containsExactly("two blocks must not have the same id");
		assertThat(faults(new PageContent.Trends("<x>", "", 8))).hasSize(1);
	}

	@Test
	void refusesAPageWithoutATitleOrWithTooMuchOnIt() {
		Block[] many = IntStream.rangeClosed(0, PageRules.MOST_BLOCKS)
			.mapToObj((i) -> new PageContent.Trends("t" + i, "", 8))
			.toArray(Block[]::new);

		assertThat(faults(many)).hasSize(1);
		assertThat(PageRules.faults(new PageContent(" ", List.of()), CATEGORIES)).extracting(PageRules.Fault::path)
			.containsExactly("title");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"title\":\"x\",\"blocks\":[{\"type\":\"html\",\"id\":\"h\",\"html\":\"<b>\"}]}",
			"{\"title\":\"x\",\"blocks\":[{\"type\":\"hero\",\"id\":\"h\",\"onclick\":\"x\"}]}",
			"{\"title\":\"x\",\"style\":\"x\"}", "{\"title\":\"x\"} {}", "[]", "no json", "{\"title\":{}}" })
	void refusesWhatItDoesNotKnow(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> PageJson.read(json));
	}

	@Test
	void readsWhatItWrites() {
		PageContent page = new PageContent("Home", List.of(new PageContent.Text("t", "Hi", "You", "Go", "/search")));

		assertThat(PageJson.read(PageJson.write(page))).isEqualTo(page);
	}

	private static Block link(String href) {
		return new PageContent.Text("t", "", "words", "Go", href);
	}

	private static List<PageRules.Fault> faults(Block... blocks) {
		return PageRules.faults(new PageContent("A page", List.of(blocks)), CATEGORIES);
	}

}
