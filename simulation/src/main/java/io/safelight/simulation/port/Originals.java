package io.safelight.simulation.port;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Photographs of a few bytes: the header of a JPEG that an inspector takes seriously, and
 * in its comment what everybody who looks at it will find.
 */
public final class Originals {

	private static final String MARK = "kind=";

	private Originals() {
	}

	/** What is wrong with a photograph, if anything. */
	public enum Kind {

		/** It can be sold. */
		GOOD,
		/** It shows what may not be sold. */
		FORBIDDEN,
		/** A person has to decide, and likes it. */
		DOUBTFUL,
		/** A person has to decide, and does not like it. */
		DISLIKED,
		/** It is no picture at all. */
		NO_PICTURE,
		/** Its header is right, and the rest is damaged. */
		DAMAGED,
		/** It can be looked at, but imaging cannot make anything of it. */
		UNRENDERABLE,
		/** Imaging fails on it each time, and it is not the file's fault. */
		CURSED

	}

	/** A file of this kind, different from all others by its name. */
	public static byte[] of(Kind kind, String name) {
		byte[] comment = (MARK + kind + ";" + name).getBytes(StandardCharsets.US_ASCII);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes((kind == Kind.NO_PICTURE) ? new byte[] { 'n', 'o', 'n', 'e' }
				: new byte[] { (byte) 0xff, (byte) 0xd8 });
		file.writeBytes(new byte[] { (byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2) });
		file.writeBytes(comment);
		// 3000 x 2000 pixels, three components
		file.writeBytes(new byte[] { (byte) 0xff, (byte) 0xc0, 0, 17, 8, 0x07, (byte) 0xd0, 0x0b, (byte) 0xb8, 3, 1,
				0x22, 0, 2, 0x11, 1, 3, 0x11, 1 });
		file.writeBytes(new byte[] { (byte) 0xff, (byte) 0xd9 });
		return file.toByteArray();
	}

	/** What a file says of itself. */
	public static Kind kind(byte[] file) {
		String text = new String(file, StandardCharsets.ISO_8859_1);
		int from = text.indexOf(MARK) + MARK.length();
		return Kind.valueOf(text.substring(from, text.indexOf(';', from)));
	}

}
