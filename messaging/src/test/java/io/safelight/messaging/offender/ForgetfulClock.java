package io.safelight.messaging.offender;

import java.time.Instant;

/** Breaks a rule of architecture, to prove that the rule can fail. */
public final class ForgetfulClock {

	private ForgetfulClock() {
	}

	public static Instant now() {
		return Instant.now();
	}

}
