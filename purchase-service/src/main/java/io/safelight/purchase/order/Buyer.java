package io.safelight.purchase.order;

import org.jspecify.annotations.Nullable;

/**
 * Who buys.
 *
 * @param userId the user
 * @param email where the buyer can be reached, if known
 */
record Buyer(String userId, @Nullable String email) {
}
