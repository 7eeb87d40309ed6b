package io.safelight.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.safelight.search.index.FoundImages.FacetCount;
import io.safelight.search.index.FoundImages.Position;
import io.safelight.search.index.FoundImages.Window;
import io.safelight.search.index.ImageQuestion.Order;
import io.safelight.search.message.PhotoOnSale;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds images. Thread-safe.
 */
public final class ImageSearch {

	private static final List<String> FACETS = List.of(PhotoFields.ORIENTATION, PhotoFields.CATEGORY,
			PhotoFields.COLOUR);

	private static final int FACET_VALUES = 50;

	private static final SortField ADDED = LongField.newSortField(PhotoFields.ADDED, true,
			SortedNumericSelector.Type.MAX);

	private static final SortField ID = new SortField(PhotoFields.ID, SortField.Type.STRING);

	/** Equal images always come in the same order, or pages would overlap. */
	private static final Sort RELEVANCE = new Sort(SortField.FIELD_SCORE, ADDED, ID);

	private static final Sort NEWEST = new Sort(ADDED, ID);

	private static final SortField SOLD = LongField.newSortField(PhotoFields.SOLD, true,
			SortedNumericSelector.Type.MAX);

	private static final Sort POPULAR = new Sort(SOLD, ADDED, ID);

	private final PhotoIndex index;

	private final ImageQueries queries = new ImageQueries();

	public ImageSearch(PhotoIndex index) {
		this.index = index;
	}

	public FoundImages find(ImageQuestion question, Window window) {
		Query query = this.queries.query(question);
		return this.index.search((searcher) -> find(searcher, query, question.order(), window));
	}

	FoundImages find(IndexSearcher searcher, Query query, Order order, Window window) throws IOException {
		int wanted = window.skip() + window.limit();
		Object[] results = searcher.search(query, new MultiCollectorManager(
				new TopFieldCollectorManager(sort(order), wanted + 1, after(order, window.after()), Integer.MAX_VALUE),
				new FacetsCollectorManager()));
		TopFieldDocs top = (TopFieldDocs) results[0];
		ScoreDoc[] hits = Arrays.copyOfRange(top.scoreDocs, Math.min(window.skip(), top.scoreDocs.length),
				Math.min(wanted, top.scoreDocs.length));
		boolean more = top.scoreDocs.length > wanted && hits.length > 0;
		return new FoundImages(top.totalHits.value(), images(searcher, hits),
				facets(searcher, (FacetsCollector) results[1]),
				more ? position(order, (FieldDoc) hits[hits.length - 1]) : null);
	}

	private static Sort sort(Order order) {
		return switch (order) {
			case RELEVANCE -> RELEVANCE;
			case NEWEST -> NEWEST;
			case POPULAR -> POPULAR;
		};
	}

	private static @Nullable FieldDoc after(Order order, @Nullable Position position) {
		if (position == null) {
			return null;
		}
		BytesRef id = new BytesRef(position.id());
		Object[] values = switch (order) {
			case RELEVANCE -> new Object[] { position.score(), position.added(), id };
			case NEWEST -> new Object[] { position.added(), id };
			case POPULAR -> new Object[] { position.sold(), position.added(), id };
		};
		// The id decides between equals; no document number has to.
		return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
	}

	private static Position position(Order order, FieldDoc last) {
		Object[] values = last.fields;
		int added = values.length - 2;
		float score = (order == Order.RELEVANCE) ? (Float) values[0] : 0;
		long sold = (order == Order.POPULAR) ? (Long) values[0] : 0;
		return new Position(score, sold, (Long) values[added], ((BytesRef) values[added + 1]).utf8ToString());
	}

	static List<PhotoOnSale> images(IndexSearcher searcher, ScoreDoc[] hits) throws IOException {
		PhotoOnSale[] images = new PhotoOnSale[hits.length];
		for (int i = 0; i < hits.length; i++) {
			images[i] = PhotoFields.photo(searcher.storedFields().document(hits[i].doc));
		}
		return List.of(images);
	}

	private static Map<String, List<FacetCount>> facets(IndexSearcher searcher, FacetsCollector collected)
			throws IOException {
		Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
		for (String facet : FACETS) {
			facets.put(facet, counts(searcher, facet, collected));
		}
		return facets;
	}

	private static List<FacetCount> counts(IndexSearcher searcher, String facet, FacetsCollector collected)
			throws IOException {
		StringDocValuesReaderState state = new StringDocValuesReaderState(searcher.getIndexReader(), facet);
		FacetResult result = new StringValueFacetCounts(state, collected).getTopChildren(FACET_VALUES, facet);
		if (result == null) {
			return List.of();
		}
		return Arrays.stream(result.labelValues)
			.map((value) -> new FacetCount(value.label, value.value.longValue()))
			.toList();
	}

}
