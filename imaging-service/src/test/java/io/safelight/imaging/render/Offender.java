package io.safelight.imaging.render;

import java.awt.Font;

import io.safelight.messaging.MessageType;

/**
 * Breaks the rules of architecture, to show that they notice.
 */
public final class Offender {

	public Font font(MessageType type) {
		return new Font(type.name(), Font.BOLD, 12);
	}

}
