package io.safelight.service.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One user's stream. Events are told at least once, each stream telling each once:
 * several instances record them, so one may be seen later than another that was recorded
 * after it, which is why every look goes back a little behind the newest that was told.
 * Not thread-safe.
 */
final class LiveStream {

	private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

	/** Tells a client to read everything anew, as it was away for too long. */
	static final String RESET = "reset";

	private final LiveSource source;

	private final String userId;

	private final EventWriter writer;

	private final LiveProperties properties;

	private final Clock clock;

	/** What was told, with its time, as far back as anybody looks. */
	private final Map<String, Instant> told = new HashMap<>();

	private Instant newest;

	LiveStream(LiveSource source, String userId, EventWriter writer, LiveProperties properties, Clock clock) {
		this.source = source;
		this.userId = userId;
		this.writer = writer;
		this.properties = properties;
		this.clock = clock;
		this.newest = clock.instant();
	}

	/**
	 * Tells events until it is time to end.
	 * @param last when the last event was recorded that the client has seen, or null
	 * @param expiry when the client's token expires
	 * @param stopped when everybody is to end
	 * @throws IOException if the client has gone away
	 */
	void follow(@Nullable Instant last, Instant expiry, CountDownLatch stopped)
			throws IOException, InterruptedException {
		begin(last);
		Instant beat = Instant.MIN;
		boolean over = false;
		while (!over && this.clock.instant().isBefore(expiry)) {
			boolean due = !beat.plus(this.properties.heartbeat()).isAfter(this.clock.instant());
			if (due) {
				this.writer.beat();
				beat = this.clock.instant();
			}
			over = !look(due) || stopped.await(this.properties.poll().toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void begin(@Nullable Instant last) throws IOException {
		if (last != null && last.isBefore(this.newest.minus(this.properties.memory()))) {
			this.writer.write(LiveEvent.at(this.newest) + "-" + RESET, RESET, Map.of());
		}
		else if (last != null && last.isBefore(this.newest)) {
			this.newest = last;
		}
	}

	/** Whether the source has answered; if not, the client comes again. */
	private boolean look(boolean thoroughly) throws IOException {
		Instant from = this.newest.minus(thoroughly ? this.properties.overlap() : this.properties.recent());
		try {
			for (LiveEvent event : this.source.since(this.userId, from)) {
				tell(event);
			}
		}
		catch (RuntimeException ex) {
			log.warn("A stream ends, as there is no telling what is new: {}", ex.toString());
			return false;
		}
		if (thoroughly) {
			this.told.values().removeIf((time) -> time.isBefore(from));
		}
		return true;
	}

	/** A clock that is ahead must not make the events of others look old. */
	private void tell(LiveEvent event) throws IOException {
		if (this.told.put(event.id(), event.at()) == null) {
			this.writer.write(event.id(), event.type(), event.data());
			this.newest = later(this.newest, earlier(event.at(), this.clock.instant()));
		}
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
