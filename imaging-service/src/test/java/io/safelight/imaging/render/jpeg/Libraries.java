package io.safelight.imaging.render.jpeg;

import org.opentest4j.TestAbortedException;

/**
 * Says loudly that a test was skipped for want of a library.
 */
public final class Libraries {

	private Libraries() {
	}

	/** The native codec, or no test. */
	public static NativeCodec require() {
		NativeCodec codec = NativeCodec.get();
		if (!codec.reads() || !codec.writes()) {
			String message = "SKIPPED: libjpeg-turbo is not installed (apt-get install libturbojpeg0 libjpeg62-turbo)";
			System.err.println(message);
			throw new TestAbortedException(message);
		}
		return codec;
	}

}
