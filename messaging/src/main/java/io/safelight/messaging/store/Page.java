package io.safelight.messaging.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of rows.
 *
 * @param <T> the type of the rows
 * @param items the rows
 * @param cursor give this to {@link Query#after} for the next page; null on the last one.
 * It is opaque and may be shown to callers: it holds nothing but keys.
 */
public record Page<T>(List<T> items, @Nullable String cursor) {

	public Page {
		items = List.copyOf(items);
	}

}
