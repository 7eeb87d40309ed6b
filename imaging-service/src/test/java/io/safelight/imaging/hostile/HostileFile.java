package io.safelight.imaging.hostile;

import java.util.List;

/**
 * A file made to do harm, and what must become of it.
 *
 * @param name what it is
 * @param bytes the file
 * @param verdicts what may become of it: {@code rendered}, or the code of a refusal
 */
record HostileFile(String name, byte[] bytes, List<String> verdicts) {

	static final String RENDERED = "rendered";

	private static final List<String> ANY = List.of(RENDERED, "truncated-file", "damaged-file", "unsupported-type",
			"too-large", "several-pictures");

	/**
	 * A file that must be rendered: what is wrong with it does not concern the picture.
	 */
	static HostileFile rendered(String name, byte[] bytes) {
		return new HostileFile(name, bytes, List.of(RENDERED));
	}

	/** A file that must be refused, with one of some codes. */
	static HostileFile refused(String name, byte[] bytes, String... codes) {
		return new HostileFile(name, bytes, List.of(codes));
	}

	/** A file that must do no harm, whatever becomes of it. */
	static HostileFile harmless(String name, byte[] bytes) {
		return new HostileFile(name, bytes, ANY);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
