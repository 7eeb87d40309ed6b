package io.safelight.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * How a word could go on: keywords and labels that begin with it, the most frequent
 * first. Thread-safe.
 */
public final class Suggestions {

	/** A short beginning has many ends; not all need to be looked at. */
	private static final int LOOKED_AT = 5_000;

	private final PhotoIndex index;

	public Suggestions(PhotoIndex index) {
		this.index = index;
	}

	public List<Suggestion> beginningWith(String beginning, int limit) {
		String prefix = beginning.strip().toLowerCase(Locale.ROOT);
		if (prefix.isEmpty()) {
			return List.of();
		}
		return this.index.search((searcher) -> beginningWith(searcher, new BytesRef(prefix)))
			.stream()
			.sorted(Comparator.comparingInt(Suggestion::count).reversed().thenComparing(Suggestion::text))
			.limit(limit)
			.toList();
	}

	private static List<Suggestion> beginningWith(IndexSearcher searcher, BytesRef prefix) throws IOException {
		List<Suggestion> found = new ArrayList<>();
		Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), PhotoFields.SUGGESTION);
		TermsEnum each = (terms != null) ? terms.iterator() : TermsEnum.EMPTY;
		BytesRef term = (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) ? null : each.term();
		while (term != null && StringHelper.startsWith(term, prefix) && found.size() < LOOKED_AT) {
			found.add(new Suggestion(term.utf8ToString(), each.docFreq()));
			term = each.next();
		}
		return found;
	}

	/**
	 * How a word could go on.
	 *
	 * @param text the whole word or words
	 * @param count in about how many photos
	 */
	public record Suggestion(String text, int count) {
	}

}
