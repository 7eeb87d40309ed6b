package io.safelight.imaging.render.jpeg;

/**
 * The library has stopped reading a file, with an error or a warning: no picture was
 * made, not even half of one.
 */
public final class JpegDecodingException extends Exception {

	private final transient Cause reason;

	JpegDecodingException(Cause reason, String message) {
		super(message);
		this.reason = reason;
	}

	public Cause reason() {
		return this.reason;
	}

	/** What to make of it. */
	public enum Cause {

		/** A kind of JPEG that is not read here, though another decoder may. */
		UNSUITABLE,
		/** The file ends too early. */
		TRUNCATED,
		/** The data contradict themselves. */
		DAMAGED,
		/** A warning of no weight by itself; a decoder that collects all may go on. */
		DOUBTFUL

	}

}
