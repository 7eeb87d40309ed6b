package io.safelight.imaging.render;

/**
 * One finished copy.
 *
 * @param size which one
 * @param format what it is encoded as
 * @param width pixels, of the upright picture
 * @param height pixels, of the upright picture
 * @param bytes the whole file; not to be changed
 * @param sha256 of the file, lower-case hexadecimal
 */
public record Rendition(RenditionSize size, RenditionFormat format, int width, int height, byte[] bytes,
		String sha256) {

	/** A JPEG copy with the hash of its bytes. */
	public static Rendition of(RenditionSize size, int width, int height, byte[] jpeg) {
		return of(size, RenditionFormat.JPEG, width, height, jpeg);
	}

	/** A copy with the hash of its bytes. */
	public static Rendition of(RenditionSize size, RenditionFormat format, int width, int height, byte[] bytes) {
		return new Rendition(size, format, width, height, bytes, Sha256.hex(bytes));
	}

	/** The whole file. */
	public byte[] jpeg() {
		return this.bytes;
	}

}
