package io.safelight.messaging.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * A further part of a parked message's body that is too long for one row (DynamoDB's
 * limit is 400 KB; SQS lets a message be 1 MiB).
 *
 * @param pk {@code PART#<parked message's id>#<number from 1>}
 * @param text the part
 */
record ParkedBody(String pk, String text) {

	/** A character has at most three bytes in UTF-8, or a pair four: 300 kB. */
	private static final int CHARACTERS = 100_000;

	static String key(String parkedId, int number) {
		return "PART#" + parkedId + "#" + number;
	}

	/** The body in pieces that fit, at least one; no pair of surrogates is torn. */
	static List<String> pieces(String body) {
		List<String> pieces = new ArrayList<>();
		int from = 0;
		do {
			int to = Math.min(from + CHARACTERS, body.length());
			if (to < body.length() && Character.isHighSurrogate(body.charAt(to - 1))) {
				to--;
			}
			pieces.add(body.substring(from, to));
			from = to;
		}
		while (from < body.length());
		return pieces;
	}

}
