package io.safelight.purchase.offer;

import io.safelight.purchase.money.Money;

/**
 * One size of a photo that can be bought.
 *
 * @param size its name, such as {@code full}
 * @param width in pixels
 * @param height in pixels
 * @param bytes the file's size
 * @param price the price
 * @param file the file itself
 */
public record SizeOffer(String size, int width, int height, long bytes, Money price, SaleFile file) {
}
