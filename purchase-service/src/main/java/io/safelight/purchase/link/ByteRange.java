package io.safelight.purchase.link;

/**
 * Some bytes of a file.
 *
 * @param from the first
 * @param to the one after the last
 */
record ByteRange(long from, long to) {

	public ByteRange {
		if (from < 0 || to < from) {
			throw new IllegalArgumentException("There are no bytes from " + from + " to " + to);
		}
	}

	long length() {
		return this.to - this.from;
	}

}
