package io.safelight.messaging.topology;

import java.util.regex.Pattern;

/**
 * How S3 knows a bucket. Names of buckets are the world's, not the account's, so an
 * installation adds an ending of its own to each. Rows, messages and code have names
 * without it.
 *
 * @param suffix what is added to every name, such as {@code -photos-example}; may be
 * empty
 */
public record BucketNames(String suffix) {

	/** The property that has it. */
	public static final String PROPERTY = "safelight.bucket-suffix";

	/** S3 takes 63 characters, and no name of ours has more than 19. */
	private static final int LONGEST = 44;

	private static final Pattern SUFFIX = Pattern.compile("(-[a-z0-9]+)*");

	/**
	 * Names with an ending.
	 * @throws IllegalArgumentException if S3 would not take them
	 */
	public BucketNames {
		if (suffix.length() > LONGEST || !SUFFIX.matcher(suffix).matches()) {
			throw new IllegalArgumentException(PROPERTY + " is \"" + suffix
					+ "\": it has to be like -photos-example, small letters and digits, at most " + LONGEST
					+ " characters");
		}
	}

	/** The name at S3. */
	public String of(String name) {
		return name + this.suffix;
	}

}
