package io.safelight.catalog.message;

import java.util.List;
import java.util.Objects;

import io.safelight.catalog.Money;

/**
 * {@code pack-changed.v1}: the whole state of a pack.
 *
 * @param packId the pack
 * @param title what it is called
 * @param description what it is
 * @param photoIds the photos in it
 * @param size the size of every photo in it
 * @param price for all of them
 * @param state {@code ON_SALE}, {@code NOT_ON_SALE} or {@code WITHDRAWN}
 */
public record PackChanged(String packId, String title, String description, List<String> photoIds, String size,
		Money price, String state) {

	/**
	 * Refuses a message that does not say which pack.
	 * @throws NullPointerException if it does not
	 */
	public PackChanged {
		Objects.requireNonNull(packId, "packId is missing");
		photoIds = List.copyOf(photoIds);
	}

}
