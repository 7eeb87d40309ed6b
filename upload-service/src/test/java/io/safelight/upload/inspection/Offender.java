package io.safelight.upload.inspection;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;

/**
 * Breaks the rules, so that they are seen to fail.
 */
public final class Offender {

	private final io.safelight.upload.session.@Nullable Offender other;

	public Offender(io.safelight.upload.session.@Nullable Offender other) {
		this.other = other;
	}

	@Override
	public String toString() {
		return ImageIO.getReaderFormatNames().length + " " + this.other;
	}

}
