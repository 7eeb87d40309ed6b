package io.safelight.imaging.render;

/**
 * What a copy is encoded as.
 */
public enum RenditionFormat {

	/** Understood by everything. */
	JPEG("jpg", "image/jpeg"),
	/** Smaller; understood by all browsers since 2020. */
	WEBP("webp", "image/webp");

	private final String extension;

	private final String contentType;

	RenditionFormat(String extension, String contentType) {
		this.extension = extension;
		this.contentType = contentType;
	}

	/** What names of such files end with. */
	public String extension() {
		return this.extension;
	}

	/** The media type. */
	public String contentType() {
		return this.contentType;
	}

}
