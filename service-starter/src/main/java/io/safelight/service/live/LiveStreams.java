package io.safelight.service.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.service.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The open streams of this instance ({@code live.streams}). Each has its request's own
 * virtual thread, which looks for new events and writes them: a slow client keeps nobody
 * else waiting. A stream ends with the caller's token, and all end when the service is to
 * stop; clients then go on at another instance. Thread-safe.
 */
public final class LiveStreams implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

	private final LiveSource source;

	private final LiveProperties properties;

	private final Clock clock;

	private final JsonMapper json;

	private final Map<String, Integer> byUser = new ConcurrentHashMap<>();

	private final AtomicInteger open = new AtomicInteger();

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	LiveStreams(LiveSource source, LiveProperties properties, Clock clock, JsonMapper json, MeterRegistry meters) {
		this.source = source;
		this.properties = properties;
		this.clock = clock;
		this.json = json;
		Gauge.builder("live.streams", this.open::get).register(meters);
	}

	/**
	 * Tells the caller of this request all events from the last one on that they have
	 * seen, until they go away or their token expires.
	 * @param userId the caller
	 * @param lastEventId the id of the last event that they have seen, or null
	 * @param response to be written; nothing may have been written to it yet
	 * @throws ProblemException if there are too many streams
	 * @throws IllegalArgumentException if that is not the id of an event
	 */
	public void serve(String userId, @Nullable String lastEventId, HttpServletResponse response) {
		Instant last = (lastEventId != null && !lastEventId.isBlank()) ? LiveEvent.timeOf(lastEventId) : null;
		admit(userId);
		try {
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			response.setCharacterEncoding("UTF-8");
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			EventWriter writer = new EventWriter(response.getOutputStream(), this.json);
			new LiveStream(this.source, userId, writer, this.properties, this.clock).follow(last, expiry(),
					this.stopped);
		}
		catch (IOException ex) {
			log.debug("{} has gone away: {}", userId, ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			release(userId);
		}
	}

	private void admit(String userId) {
		if (this.open.incrementAndGet() > this.properties.perInstance()) {
			this.open.decrementAndGet();
			throw refusal(HttpStatus.SERVICE_UNAVAILABLE, "streams-exhausted",
					"Too many people are told live at the moment. Read the list instead, and try again in a while.");
		}
		if (this.byUser.merge(userId, 1, Integer::sum) > this.properties.perUser()) {
			release(userId);
			throw refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many-streams",
					"You have as many streams open as one account may: close some of the other pages.");
		}
	}

	private static ProblemException refusal(HttpStatus status, String code, String detail) {
		ProblemException refusal = new ProblemException(status, code, detail);
		refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
		return refusal;
	}

	private void release(String userId) {
		this.open.decrementAndGet();
		this.byUser.computeIfPresent(userId, (user, count) -> (count > 1) ? count - 1 : null);
	}

	/** Whoever calls without a token that expires is nobody who has events. */
	private static Instant expiry() {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
			return Objects.requireNonNullElse(token.getToken().getExpiresAt(), Instant.MIN);
		}
		return Instant.MIN;
	}

	@Override
	public void start() {
		this.stopped = new CountDownLatch(1);
	}

	/** Before the web server, which would wait for the streams to end. */
	@Override
	public void stop() {
		this.stopped.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

}
