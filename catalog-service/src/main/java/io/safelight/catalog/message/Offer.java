package io.safelight.catalog.message;

import io.safelight.catalog.Money;

/**
 * One size of a photo, and what it costs.
 *
 * @param size the size's name, such as {@code p1000} or {@code full}
 * @param width pixels
 * @param height pixels
 * @param bytes length of the file
 * @param price what it costs
 * @param file where the file lies, for the services only
 */
public record Offer(String size, int width, int height, long bytes, Money price, SaleFile file) {

	/**
	 * Where a file for sale lies.
	 *
	 * @param bucket the bucket
	 * @param key the key
	 * @param sha256 lower-case hex
	 */
	public record SaleFile(String bucket, String key, String sha256) {
	}

}
