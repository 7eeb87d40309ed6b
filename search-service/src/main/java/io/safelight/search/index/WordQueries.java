package io.safelight.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/**
 * Words as queries over the text fields, where a title says more than a keyword, and that
 * more than what a machine saw. Thread-safe.
 */
final class WordQueries {

	private static final Map<String, Float> FIELDS = Map.of(PhotoFields.TITLE, 3f, PhotoFields.exact(PhotoFields.TITLE),
			4f, PhotoFields.KEYWORDS, 2f, PhotoFields.exact(PhotoFields.KEYWORDS), 3f, PhotoFields.LABELS, 1f,
			PhotoFields.DESCRIPTION, 1f);

	/** A word that is in several fields counts a little more than one that is in one. */
	private static final float TIE = 0.1f;

	/** With more words than this, some may be missing. */
	private static final int ALL_NEEDED = 3;

	private static final double NEEDED_SHARE = 0.75;

	private final QueryBuilder builder = new QueryBuilder(Analyzers.all());

	/** What should be there; empty if no words are wanted. */
	Optional<Query> wanted(Words words) {
		List<Query> needed = new ArrayList<>();
		List<Query> helpful = new ArrayList<>();
		words.wanted().forEach((part) -> inAnyField(part).ifPresent((isStopWord(part) ? helpful : needed)::add));
		if (needed.isEmpty() && helpful.isEmpty()) {
			return words.wanted().isEmpty() ? Optional.empty()
					: Optional.of(new MatchNoDocsQuery("no letters in the words"));
		}
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		if (!needed.isEmpty()) {
			all.add(enoughOf(needed), Occur.MUST);
		}
		helpful.forEach((part) -> all.add(part, Occur.SHOULD));
		return Optional.of(all.build());
	}

	private static Query enoughOf(List<Query> needed) {
		BooleanQuery.Builder enough = new BooleanQuery.Builder();
		needed.forEach((part) -> enough.add(part, Occur.SHOULD));
		int least = (needed.size() <= ALL_NEEDED) ? needed.size() : (int) Math.ceil(needed.size() * NEEDED_SHARE);
		return enough.setMinimumNumberShouldMatch(least).build();
	}

	/** What must not be there. */
	List<Query> unwanted(Words words) {
		return words.unwanted().stream().flatMap((part) -> inAnyField(part).stream()).toList();
	}

	/** A word, or words next to each other, in any field; empty if it has no letters. */
	Optional<Query> inAnyField(String part) {
		List<Query> fields = new ArrayList<>();
		FIELDS.forEach((field, boost) -> {
			Query query = this.builder.createPhraseQuery(field, part);
			if (query != null) {
				fields.add(new BoostQuery(query, boost));
			}
		});
		return fields.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(fields, TIE));
	}

	private static boolean isStopWord(String part) {
		return EnglishAnalyzer.getDefaultStopSet().contains(part.toLowerCase(Locale.ROOT));
	}

}
