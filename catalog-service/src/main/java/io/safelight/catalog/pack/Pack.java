package io.safelight.catalog.pack;

import java.util.List;

import io.safelight.catalog.CatalogTopics;
import io.safelight.catalog.Money;
import io.safelight.catalog.message.PackChanged;
import io.safelight.messaging.Changes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Several photos sold together, as they lie in the table.
 *
 * @param packId the pack
 * @param version counts every change, from 1
 * @param title what it is called
 * @param description what it is
 * @param photoIds the photos in it
 * @param size the size of every photo in it
 * @param price for all of them
 * @param state whether it can be bought
 * @param createdAt since when there is such a pack, sortable
 * @param shelf {@value Packs#SHELF} while it can be bought, else null: the index holds no
 * others
 */
record Pack(String packId, long version, String title, String description, List<String> photoIds, String size,
		Money price, PackState state, String createdAt, @Nullable String shelf) {

	Pack {
		photoIds = List.copyOf(photoIds);
	}

	static Pack begin(String packId, PackRequest request, String createdAt) {
		return new Pack(packId, 1, request.title().strip(), request.description().strip(), request.photoIds(),
				request.size(), request.price().money(), PackState.ON_SALE, createdAt, Packs.SHELF);
	}

	boolean contains(String photoId) {
		return this.photoIds.contains(photoId);
	}

	Pack become(PackState next) {
		return new Pack(this.packId, this.version + 1, this.title, this.description, this.photoIds, this.size,
				this.price, next, this.createdAt, (next == PackState.ON_SALE) ? Packs.SHELF : null);
	}

	/** The same pack as somebody wants it to be; it can be bought again. */
	Pack changed(PackRequest request) {
		return new Pack(this.packId, this.version + 1, request.title().strip(), request.description().strip(),
				request.photoIds(), request.size(), request.price().money(), PackState.ON_SALE, this.createdAt,
				Packs.SHELF);
	}

	/** Saves the pack as it is now and tells everybody. */
	Changes saved() {
		return Changes.none()
			.put(Packs.TABLE, this, Condition.version(this.version - 1))
			.publish(OutgoingMessage.to(CatalogTopics.EVENTS, "pack-changed.v1", this.packId, this.version,
					new PackChanged(this.packId, this.title, this.description, this.photoIds, this.size, this.price,
							this.state.name())));
	}

}
