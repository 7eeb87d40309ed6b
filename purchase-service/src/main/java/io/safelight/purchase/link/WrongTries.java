package io.safelight.purchase.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses: after so many wrong secrets within a minute an address is
 * not listened to. In memory, as each instance slows down by itself and the limit for
 * each link is in its row. Thread-safe.
 */
class WrongTries {

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private static final int MOST_ADDRESSES = 10_000;

	private final int perMinute;

	private final Clock clock;

	private final Map<String, Deque<Instant>> tries = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
			return size() > MOST_ADDRESSES;
		}

	};

	WrongTries(int perMinute, Clock clock) {
		this.perMinute = perMinute;
		this.clock = clock;
	}

	synchronized boolean areTooMany(String address) {
		Deque<Instant> recent = this.tries.get(address);
		if (recent == null) {
			return false;
		}
		Instant begin = this.clock.instant().minus(WINDOW);
		recent.removeIf((time) -> !time.isAfter(begin));
		return recent.size() >= this.perMinute;
	}

	synchronized void add(String address) {
		this.tries.computeIfAbsent(address, (any) -> new ArrayDeque<>()).add(this.clock.instant());
	}

}
