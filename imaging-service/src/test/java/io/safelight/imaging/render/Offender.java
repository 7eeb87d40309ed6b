package io.safelight.imaging.render;

import java.awt.Font;

import org.springframework.http.MediaType;

/**
 * Breaks the rules of architecture, to show that they notice.
 */
public final class Offender {

	public Font font() {
		return new Font(MediaType.valueOf("image/jpeg").toString(), Font.BOLD,
				io.safelight.imaging.analysis.Offender.SIZE);
	}

}
