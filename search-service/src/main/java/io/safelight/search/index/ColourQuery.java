package io.safelight.search.index;

import java.io.IOException;

import io.safelight.search.colour.ColourMatch;
import io.safelight.search.colour.Palette;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds pictures by their palette and scores them by {@link ColourMatch}. It computes the
 * distances of every document that the other clauses leave over, so it belongs together
 * with the cells that may have the colour.
 */
final class ColourQuery extends Query {

	/** Reading a palette and a few distances, compared with looking at one number. */
	private static final float COST = 500;

	private final ColourMatch match;

	ColourQuery(ColourMatch match) {
		this.match = match;
	}

	@Override
	public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
		return new PaletteWeight(boost);
	}

	@Override
	public void visit(QueryVisitor visitor) {
		visitor.visitLeaf(this);
	}

	@Override
	public String toString(String field) {
		return "colours near " + this.match.wanted();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ColourQuery query && query.match.equals(this.match);
	}

	@Override
	public int hashCode() {
		return this.match.hashCode();
	}

	private final class PaletteWeight extends Weight {

		private final float boost;

		PaletteWeight(float boost) {
			super(ColourQuery.this);
			this.boost = boost;
		}

		@Override
		public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
			BinaryDocValues palettes = DocValues.getBinary(context.reader(), PhotoFields.PALETTE);
			int documents = context.reader().maxDoc();
			return new ScorerSupplier() {

				@Override
				public Scorer get(long leadCost) {
					return new PaletteScorer(new Matching(palettes, ColourQuery.this.match), PaletteWeight.this.boost);
				}

				@Override
				public long cost() {
					return documents;
				}

			};
		}

		@Override
		public Explanation explain(LeafReaderContext context, int document) throws IOException {
			Scorer scorer = scorer(context);
			boolean matches = scorer != null && scorer.iterator().advance(document) == document;
			return matches ? Explanation.match(scorer.score(), ColourQuery.this.toString())
					: Explanation.noMatch("a colour is missing");
		}

		@Override
		public boolean isCacheable(LeafReaderContext context) {
			return true;
		}

	}

	private static final class Matching extends TwoPhaseIterator {

		private final BinaryDocValues palettes;

		private final ColourMatch match;

		private double score;

		Matching(BinaryDocValues palettes, ColourMatch match) {
			super(palettes);
			this.palettes = palettes;
			this.match = match;
		}

		@Override
		public boolean matches() throws IOException {
			BytesRef bytes = this.palettes.binaryValue();
			this.score = this.match.score(Palette.read(bytes.bytes, bytes.offset, bytes.length));
			return this.score > 0;
		}

		@Override
		public float matchCost() {
			return COST;
		}

	}

	private static final class PaletteScorer extends Scorer {

		private final Matching matching;

		private final float boost;

		PaletteScorer(Matching matching, float boost) {
			this.matching = matching;
			this.boost = boost;
		}

		@Override
		public int docID() {
			return this.matching.palettes.docID();
		}

		@Override
		public DocIdSetIterator iterator() {
			return TwoPhaseIterator.asDocIdSetIterator(this.matching);
		}

		@Override
		public TwoPhaseIterator twoPhaseIterator() {
			return this.matching;
		}

		@Override
		public float getMaxScore(int upTo) {
			return this.boost;
		}

		@Override
		public float score() {
			return (float) (this.boost * this.matching.score);
		}

	}

}
