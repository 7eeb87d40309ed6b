package io.safelight.messaging;

import java.util.UUID;

/**
 * Makes identities that nothing else decides, such as a request's or a commit's. Random;
 * a run that must be repeatable brings its own. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Ids {

	/** A UUID that was not given before. */
	String next();

	static Ids random() {
		return () -> UUID.randomUUID().toString();
	}

}
