package io.safelight.search.document;

import java.time.Clock;
import java.util.function.ObjLongConsumer;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.SortableTime;
import io.safelight.search.message.PhotoOnSale;
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
	 * @param announce is told which photo is about to have which version; the commit
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
		return remember(SearchDocument.listed(photo, version, SortableTime.of(this.clock.instant())));
	}

	/** A photo is gone, perhaps before it was heard of. */
	public Changes on(PhotoWithdrawn message, MessageContext context) {
		long version = context.metadata().aggregateVersion();
		return remember(SearchDocument.withdrawn(message.photoId(), version, SortableTime.of(this.clock.instant())));
	}

	private Changes remember(SearchDocument next) {
		long seen = this.documents.find(next.photoId()).map(SearchDocument::version).orElse(0L);
		if (next.version() <= seen) {
			return Changes.none();
		}
		this.announce.accept(next.photoId(), next.version());
		return Changes.none().put(SearchDocuments.TABLE, next, Condition.version(seen));
	}

}
