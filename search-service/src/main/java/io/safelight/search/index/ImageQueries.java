package io.safelight.search.index;

import java.util.List;
import java.util.Optional;

import io.safelight.search.colour.ColourCells;
import io.safelight.search.colour.ColourMatch;
import io.safelight.search.colour.Lab;
import io.safelight.search.index.ImageQuestion.Range;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Questions as queries of the index. Thread-safe.
 */
final class ImageQueries {

	/** A perfect palette counts about as much as a word in the title. */
	private static final float COLOUR_BOOST = 10;

	private final WordQueries words = new WordQueries();

	Query query(ImageQuestion question) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		Words typed = Words.of(question.words());
		Optional<Query> wanted = this.words.wanted(typed);
		wanted.ifPresent((part) -> query.add(part, Occur.MUST));
		if (!question.colours().isEmpty()) {
			query.add(new BoostQuery(coloured(question.colours()), COLOUR_BOOST), Occur.MUST);
		}
		if (wanted.isEmpty() && question.colours().isEmpty()) {
			query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
		}
		this.words.unwanted(typed).forEach((part) -> query.add(part, Occur.MUST_NOT));
		addFilters(query, question);
		return query.build();
	}

	private static void addFilters(BooleanQuery.Builder query, ImageQuestion question) {
		if (question.orientation() != null) {
			query.add(new TermQuery(new Term(PhotoFields.ORIENTATION, question.orientation())), Occur.FILTER);
		}
		addAnyOf(query, PhotoFields.CATEGORY, question.categories());
		addAnyOf(query, PhotoFields.CONTRIBUTOR, question.contributors());
		addAnyOf(query, PhotoFields.ID, question.ids());
		addRange(query, PhotoFields.WIDTH, question.width());
		addRange(query, PhotoFields.HEIGHT, question.height());
	}

	private static void addAnyOf(BooleanQuery.Builder query, String field, List<String> values) {
		if (!values.isEmpty()) {
			query.add(new TermInSetQuery(field, terms(values)), Occur.FILTER);
		}
	}

	private static void addRange(BooleanQuery.Builder query, String field, Range range) {
		if (!range.equals(Range.ANY)) {
			query.add(IntField.newRangeQuery(field, range.from(), range.to()), Occur.FILTER);
		}
	}

	/**
	 * Pictures with all of these colours: first those that may have them, then exactly.
	 */
	static Query coloured(List<Lab> colours) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add(new ColourQuery(new ColourMatch(colours)), Occur.MUST);
		colours.forEach((colour) -> query.add(mayHave(colour), Occur.FILTER));
		return query.build();
	}

	private static Query mayHave(Lab colour) {
		return new TermInSetQuery(PhotoFields.CELL, terms(ColourCells.near(colour)));
	}

	private static List<BytesRef> terms(List<String> values) {
		return values.stream().map(BytesRef::new).toList();
	}

}
