package io.safelight.search.api;

import io.safelight.search.colour.Lab;
import io.safelight.search.index.ImageQuestion;
import io.safelight.search.index.ImageQuestion.Order;
import io.safelight.search.index.ImageQuestion.Range;
import io.safelight.service.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchParametersTests {

	@Test
	void asksForAnythingByDefault() {
		SearchParameters parameters = given();

		assertThat(parameters.question()).isEqualTo(ImageQuestion.ANYTHING);
		assertThat(parameters.page()).isEqualTo(1);
		assertThat(parameters.perPage()).isEqualTo(20);
		assertThat(parameters.cursor()).isNull();
	}

	@Test
	void readsEveryParameter() {
		ImageQuestion question = given("query", "sea -boat", "color", "1f4e79, E07B39", "orientation", "landscape",
				"category", "nature,people", "contributor", "ana", "width_from", "1000", "height_to", "900", "ids",
				"p1,p2", "sort", "newest")
			.question();

		assertThat(question.words()).isEqualTo("sea -boat");
		assertThat(question.colours()).containsExactly(Lab.ofHex("1f4e79"), Lab.ofHex("e07b39"));
		assertThat(question.orientation()).isEqualTo("horizontal");
		assertThat(question.categories()).containsExactly("nature", "people");
		assertThat(question.contributors()).containsExactly("ana");
		assertThat(question.width()).isEqualTo(new Range(1000, Integer.MAX_VALUE));
		assertThat(question.height()).isEqualTo(new Range(0, 900));
		assertThat(question.ids()).containsExactly("p1", "p2");
		assertThat(question.order()).isEqualTo(Order.NEWEST);
		assertThat(given("sort", "popular").question().order()).isEqualTo(Order.POPULAR);
	}

	@ParameterizedTest
	@CsvSource({ "landscape, horizontal", "portrait, vertical", "squarish, square", "SQUARE, square" })
	void knowsOtherNamesOfOrientations(String alias, String orientation) {
		assertThat(given("orientation", alias).question().orientation()).isEqualTo(orientation);
	}

	@ParameterizedTest
	@CsvSource({ "color, f60, Write each digit of a short form twice", "color, blue, six hex digits",
			"orientation, upright, allowed", "sort, cheapest, allowed", "width_from, wide, whole number",
			"width_from, -1, whole number", "per_page, 101, from 1 to 100", "per_page, 0, from 1 to 100",
			"page, 0, whole number", "page, 501, next_cursor", "colour, 1f4e79, There is no parameter 'colour'" })
	void saysWhatIsWrongAndWhatToDo(String name, String value, String help) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(given(name, value)))
			.satisfies((problem) -> {
				assertThat(problem.getBody().getDetail()).contains(help);
				assertThat(problem.getBody().getStatus()).isEqualTo(400);
				assertThat(problem.getBody().getProperties()).containsEntry("parameter", name);
			});
	}

	@Test
	void namesTheAllowedValues() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> given("sort", "cheapest").question())
			.satisfies((problem) -> assertThat(problem.getBody().getProperties()).containsEntry("allowed",
					java.util.List.of("newest", "popular", "relevance")));
	}

	@Test
	void refusesMoreThanFiveColours() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> given("color", "000000,111111,222222,333333,444444,555555").question());
	}

	@Test
	void refusesAPageBesideACursor() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> given("page", "2", "cursor", "x").cursor());
	}

	@Test
	void isTheSameSearchOnEveryPage() {
		assertThat(given("query", "sea", "page", "2", "per_page", "5").fingerprint())
			.isEqualTo(given("query", "sea").fingerprint())
			.isNotEqualTo(given("query", "lake").fingerprint());
	}

	private static void read(SearchParameters parameters) {
		parameters.question();
		parameters.page();
	}

	private static SearchParameters given(String... namesAndValues) {
		MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			given.add(namesAndValues[i], namesAndValues[i + 1]);
		}
		return new SearchParameters(given);
	}

}
