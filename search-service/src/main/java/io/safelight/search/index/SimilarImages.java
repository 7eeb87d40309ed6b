package io.safelight.search.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.safelight.search.colour.Lab;
import io.safelight.search.index.FoundImages.Window;
import io.safelight.search.index.ImageQuestion.Order;
import io.safelight.search.message.PhotoOnSale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds images that look like another, or, where fingerprints do not tell, that have its
 * keywords and its main colour. Thread-safe.
 */
public final class SimilarImages {

	/** The looks come first; words and colours decide among those that look alike. */
	private static final float LOOKS_BOOST = 20;

	private static final float COLOUR_BOOST = 5;

	private static final float WORD_BOOST = 0.2f;

	/** As many neighbours as one page has at most. */
	private static final int NEIGHBOURS = 101;

	private static final int WORDS = 12;

	private final PhotoIndex index;

	private final ImageSearch search;

	private final WordQueries words = new WordQueries();

	public SimilarImages(PhotoIndex index, ImageSearch search) {
		this.index = index;
		this.search = search;
	}

	/** Images like this one, without it; empty if it is not in the index. */
	public Optional<FoundImages> to(String photoId, int limit) {
		return find(photoId).map((photo) -> {
			Query query = query(photo);
			Window window = new Window(0, limit, null);
			return this.index.search((searcher) -> this.search.find(searcher, query, Order.RELEVANCE, window));
		});
	}

	/**
	 * Images that look as this fingerprint says, which need not be one of an image here.
	 * @param fingerprint little-endian 32-bit floats in base64
	 * @param limit the most
	 * @return the nearest first; empty if that is no fingerprint
	 */
	public Optional<FoundImages> looking(String fingerprint, int limit) {
		return Fingerprints.read(fingerprint).map((vector) -> {
			Window window = new Window(0, limit, null);
			return this.index.search((searcher) -> this.search.find(searcher, looks(vector), Order.RELEVANCE, window));
		});
	}

	private Optional<PhotoOnSale> find(String photoId) {
		return this.index.search((searcher) -> {
			ScoreDoc[] hits = searcher.search(new TermQuery(id(photoId)), 1).scoreDocs;
			return ImageSearch.images(searcher, hits).stream().findFirst();
		});
	}

	private static Term id(String photoId) {
		return new Term(PhotoFields.ID, photoId);
	}

	private Query query(PhotoOnSale photo) {
		BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
		Fingerprints.read(photo.fingerprint())
			.ifPresent((vector) -> query.add(boosted(looks(vector), LOOKS_BOOST), Occur.SHOULD));
		photo.colours()
			.stream()
			.findFirst()
			.ifPresent((main) -> query.add(boosted(colour(main), COLOUR_BOOST), Occur.SHOULD));
		List<String> keywords = photo.keywords()
			.stream()
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.limit(WORDS)
			.toList();
		keywords.forEach((keyword) -> this.words.inAnyField(keyword)
			.ifPresent((word) -> query.add(boosted(word, WORD_BOOST), Occur.SHOULD)));
		return query.add(new TermQuery(id(photo.photoId())), Occur.MUST_NOT).build();
	}

	private static Query looks(float[] vector) {
		return new KnnFloatVectorQuery(PhotoFields.fingerprint(vector.length), vector, NEIGHBOURS);
	}

	private static Query colour(PhotoOnSale.Colour main) {
		try {
			return ImageQueries.coloured(List.of(Lab.ofHex(main.hex())));
		}
		catch (NumberFormatException ex) {
			return new MatchNoDocsQuery("an unreadable colour");
		}
	}

	private static Query boosted(Query query, float boost) {
		return new BoostQuery(query, boost);
	}

}
