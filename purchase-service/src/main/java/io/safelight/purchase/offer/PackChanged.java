package io.safelight.purchase.offer;

import java.util.List;

import io.safelight.purchase.money.Money;

/**
 * What we read of {@code pack-changed}.
 *
 * @param packId the pack
 * @param title its title
 * @param photoIds what is in it
 * @param size the size of all of them
 * @param price the price of the whole
 * @param state {@code ON_SALE}, or something else when it cannot be bought
 */
record PackChanged(String packId, String title, List<String> photoIds, String size, Money price, String state) {
}
