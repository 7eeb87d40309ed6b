package io.safelight.search.index;

import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * How text becomes terms: by its English stem, so that "boats" finds "boat", and folded
 * only, so that the very word counts more and other languages are found too. No word is
 * left out at indexing time; see {@link Words} for what a question does about "the".
 */
final class Analyzers {

	private Analyzers() {
	}

	static Analyzer all() {
		Map<String, Analyzer> exact = Map.of(PhotoFields.exact(PhotoFields.TITLE), folded(),
				PhotoFields.exact(PhotoFields.KEYWORDS), folded());
		return new PerFieldAnalyzerWrapper(english(), exact);
	}

	private static Analyzer english() {
		return new Analyzer() {

			@Override
			protected TokenStreamComponents createComponents(String fieldName) {
				Tokenizer source = new StandardTokenizer();
				TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
				return new TokenStreamComponents(source, new PorterStemFilter(new ASCIIFoldingFilter(words)));
			}

		};
	}

	private static Analyzer folded() {
		return new Analyzer() {

			@Override
			protected TokenStreamComponents createComponents(String fieldName) {
				Tokenizer source = new StandardTokenizer();
				return new TokenStreamComponents(source, new ASCIIFoldingFilter(new LowerCaseFilter(source)));
			}

		};
	}

}
