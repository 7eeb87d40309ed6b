package io.safelight.imaging.render;

/**
 * One finished copy.
 *
 * @param size which one
 * @param width pixels, of the upright picture
 * @param height pixels, of the upright picture
 * @param jpeg the whole file; not to be changed
 * @param sha256 of the file, lower-case hexadecimal
 */
public record Rendition(RenditionSize size, int width, int height, byte[] jpeg, String sha256) {

	/** A copy with the hash of its bytes. */
	public static Rendition of(RenditionSize size, int width, int height, byte[] jpeg) {
		return new Rendition(size, width, height, jpeg, Sha256.hex(jpeg));
	}

}
