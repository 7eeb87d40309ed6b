package io.safelight.search.document;

import java.time.Clock;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.SortableTime;
import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoPopularity;
import io.safelight.search.message.PhotoWithdrawn;

/**
 * Writes down what the catalogue says. Every message carries the whole state, so the one
 * with the highest version is all that counts, in whatever order they come. Thread-safe.
 */
public final class RememberPhotos {

	private final SearchDocuments documents;

	private final ObjLongConsumer<String> announce;

	private final Clock clock;

	/**
	 * A handler of the catalogue's messages.
	 * @param documents the rows
	 * @param announce is told which photo is about to have which revision; the commit
	 * follows, or fails
	 * @param clock the time
	 */
	public RememberPhotos(SearchDocuments documents, ObjLongConsumer<String> announce, Clock clock) {
		this.documents = documents;
		this.announce = announce;
		this.clock = clock;
	}

	/** A photo is on sale, newly or changed. */
	public Changes on(PhotoOnSale photo, MessageContext context) {
		long version = context.metadata().aggregateVersion();
		Optional<SearchDocument> seen = this.documents.find(photo.photoId());
		return remember(seen, SearchDocument.listed(photo, version, now(), sold(seen)));
	}

	/** A photo is gone, perhaps before it was heard of. */
	public Changes on(PhotoWithdrawn message, MessageContext context) {
		long version = context.metadata().aggregateVersion();
		Optional<SearchDocument> seen = this.documents.find(message.photoId());
		return remember(seen, SearchDocument.withdrawn(message.photoId(), version, now(), sold(seen)));
	}

	/**
	 * A photo was licensed once more. Of one that was never heard of there is nothing to
	 * remember: its next sale carries the whole count.
	 */
	public Changes on(PhotoPopularity message, MessageContext context) {
		return this.documents.find(message.photoId())
			.filter((seen) -> message.sold() > seen.sold())
			.map((seen) -> changed(seen.sold(message.sold(), now()), seen.unchanged()))
			.orElse(Changes.none());
	}

	private static long sold(Optional<SearchDocument> seen) {
		return seen.map(SearchDocument::sold).orElse(0L);
	}

	private String now() {
		return SortableTime.of(this.clock.instant());
	}

	private Changes remember(Optional<SearchDocument> seen, SearchDocument next) {
		if (next.version() <= seen.map(SearchDocument::version).orElse(0L)) {
			return Changes.none();
		}
		return changed(next, seen.map(SearchDocument::unchanged).orElse(Condition.absent()));
	}

	private Changes changed(SearchDocument next, Condition unchanged) {
		this.announce.accept(next.photoId(), next.revision());
		return Changes.none().put(SearchDocuments.TABLE, next, unchanged);
	}

}
