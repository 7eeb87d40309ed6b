package io.safelight.imaging.rendition;

import java.util.List;
import java.util.Locale;

import io.safelight.imaging.render.RenditionSize;

/**
 * The two sets of copies, each in a bucket of its own, so that what is for sale cannot be
 * shown by mistake.
 */
public enum RenditionKind {

	/** Watermarked, for everybody to see. */
	PUBLIC("safelight-public", RenditionSize.PUBLIC),
	/** Unmarked, for buyers, and only by way of the purchase service. */
	SALE("safelight-sale", RenditionSize.SALE);

	private final String bucket;

	private final List<RenditionSize> sizes;

	RenditionKind(String bucket, List<RenditionSize> sizes) {
		this.bucket = bucket;
		this.sizes = sizes;
	}

	public String bucket() {
		return this.bucket;
	}

	/** The set that a size is in. */
	static RenditionKind of(RenditionSize size) {
		return size.isPublic() ? PUBLIC : SALE;
	}

	RenditionKind other() {
		return (this == PUBLIC) ? SALE : PUBLIC;
	}

	List<RenditionSize> sizes() {
		return this.sizes;
	}

	/** The name in messages and rows. */
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
