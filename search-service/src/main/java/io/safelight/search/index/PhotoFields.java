package io.safelight.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.safelight.search.colour.ColourCells;
import io.safelight.search.colour.ColourName;
import io.safelight.search.colour.Lab;
import io.safelight.search.colour.Palette;
import io.safelight.search.message.PhotoOnSale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/**
 * A photo as a document of the index. The whole photo is stored with it, so that results
 * need no other store.
 */
final class PhotoFields {

	/** Raised whenever fields change their meaning: an older index is made anew. */
	static final String FORMAT = "2";

	static final String ID = "id";

	static final String TITLE = "title";

	static final String KEYWORDS = "keywords";

	static final String LABELS = "labels";

	static final String DESCRIPTION = "description";

	static final String ORIENTATION = "orientation";

	static final String CATEGORY = "category";

	static final String COLOUR = "colour";

	static final String CONTRIBUTOR = "contributor";

	static final String WIDTH = "width";

	static final String HEIGHT = "height";

	static final String ADDED = "added";

	static final String SOLD = "sold";

	static final String PALETTE = "palette";

	static final String CELL = "cell";

	static final String SUGGESTION = "suggestion";

	private static final String PHOTO = "photo";

	/** Smaller shares of a picture do not give it a colour's name. */
	private static final double NAMED_SHARE = 0.1;

	private static final JsonMapper JSON = JsonMapper.shared();

	private PhotoFields() {
	}

	static String exact(String field) {
		return field + ".exact";
	}

	/** Only vectors of the same length can be compared, so each length has a field. */
	static String fingerprint(int dimensions) {
		return "fingerprint." + dimensions;
	}

	/** The photo that a document was made from. */
	static PhotoOnSale photo(Document stored) {
		return JSON.readValue(stored.get(PHOTO), PhotoOnSale.class);
	}

	static Document document(PhotoOnSale photo, long sold) {
		Document document = new Document();
		document.add(new StringField(ID, photo.photoId(), Field.Store.NO));
		document.add(new SortedDocValuesField(ID, new BytesRef(photo.photoId())));
		document.add(new StoredField(PHOTO, JSON.writeValueAsString(photo)));
		document.add(new LongField(SOLD, sold, Field.Store.NO));
		addWords(document, photo);
		addFilters(document, photo);
		addColours(document, photo);
		Fingerprints.read(photo.fingerprint())
			.ifPresent((vector) -> document
				.add(new KnnFloatVectorField(fingerprint(vector.length), vector, VectorSimilarityFunction.EUCLIDEAN)));
		return document;
	}

	private static void addWords(Document document, PhotoOnSale photo) {
		addText(document, TITLE, photo.title());
		document.add(new TextField(exact(TITLE), photo.title(), Field.Store.NO));
		photo.keywords().forEach((keyword) -> {
			addText(document, KEYWORDS, keyword);
			document.add(new TextField(exact(KEYWORDS), keyword, Field.Store.NO));
			addSuggestion(document, keyword);
		});
		photo.labels().forEach((label) -> {
			addText(document, LABELS, label.name());
			addSuggestion(document, label.name());
		});
		if (photo.description() != null) {
			addText(document, DESCRIPTION, photo.description());
		}
	}

	private static void addText(Document document, String field, String text) {
		document.add(new TextField(field, text, Field.Store.NO));
	}

	private static void addSuggestion(Document document, String word) {
		document.add(new StringField(SUGGESTION, word.toLowerCase(Locale.ROOT), Field.Store.NO));
	}

	private static void addFilters(Document document, PhotoOnSale photo) {
		document.add(new StringField(CONTRIBUTOR, photo.contributorId(), Field.Store.NO));
		document.add(new IntField(WIDTH, photo.width(), Field.Store.NO));
		document.add(new IntField(HEIGHT, photo.height(), Field.Store.NO));
		document.add(new LongField(ADDED, Instant.parse(photo.listedAt()).toEpochMilli(), Field.Store.NO));
		addFacet(document, ORIENTATION, photo.orientation());
		if (photo.category() != null) {
			addFacet(document, CATEGORY, photo.category());
		}
	}

	private static void addFacet(Document document, String field, String value) {
		document.add(new StringField(field, value, Field.Store.NO));
		document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
	}

	private static void addColours(Document document, PhotoOnSale photo) {
		List<Palette.Share> shares = photo.colours().stream().flatMap((colour) -> share(colour).stream()).toList();
		document.add(new BinaryDocValuesField(PALETTE, new BytesRef(new Palette(shares).bytes())));
		shares.stream()
			.map((share) -> ColourCells.cellOf(share.colour()))
			.distinct()
			.forEach((cell) -> document.add(new StringField(CELL, cell, Field.Store.NO)));
		shares.stream()
			.filter((share) -> share.weight() >= NAMED_SHARE)
			.map((share) -> ColourName.of(share.colour()).word())
			.distinct()
			.forEach((name) -> addFacet(document, COLOUR, name));
	}

	/**
	 * A colour that cannot be read must not keep a photo from being found by its words.
	 */
	private static Optional<Palette.Share> share(PhotoOnSale.Colour colour) {
		try {
			return Optional.of(new Palette.Share(Lab.ofHex(colour.hex()), colour.weight()));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
