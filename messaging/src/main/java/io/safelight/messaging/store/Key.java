package io.safelight.messaging.store;

import org.jspecify.annotations.Nullable;

/**
 * The key of one row.
 *
 * @param partition the value of the table's partition key
 * @param sort the value of its sort key; null where the table has none
 */
public record Key(String partition, @Nullable String sort) {
}
