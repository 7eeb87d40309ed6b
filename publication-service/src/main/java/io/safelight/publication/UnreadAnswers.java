package io.safelight.publication;

/**
 * Whether so many messages wait to be read that the answer to a late step may be among
 * them.
 */
@FunctionalInterface
interface UnreadAnswers {

	boolean areMany();

}
