package io.safelight.service.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.safelight.messaging.test.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LiveStreamTests {

	private static final LiveProperties PROPERTIES = new LiveProperties(Duration.ofMillis(1), Duration.ofSeconds(15),
			Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(10), 6, 200);

	private static final Pattern EVENT = Pattern.compile("event: (\\w+)\ndata: \"?([^\"\n]*)\"?\n");

	private final MutableClock clock = new MutableClock();

	private final Instant begin = this.clock.instant();

	private final List<LiveEvent> recorded = new ArrayList<>();

	/** What happens at each look; the clock goes on by a second with each. */
	private final List<Runnable> course = new ArrayList<>();

	private final List<Instant> looks = new ArrayList<>();

	private void record(String key, Duration after) {
		this.recorded.add(new LiveEvent(this.begin.plus(after), key, "step", key));
	}

	private List<LiveEvent> since(String userId, Instant from) {
		this.looks.add(from);
		if (this.looks.size() <= this.course.size()) {
			this.course.get(this.looks.size() - 1).run();
		}
		this.clock.advance(Duration.ofSeconds(1));
		return this.recorded.stream()
			.filter((event) -> !event.at().isBefore(from))
			.sorted(Comparator.comparing(LiveEvent::at))
			.toList();
	}

	private String follow(@Nullable Instant last, Duration lifetime) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		EventWriter writer = new EventWriter(out, JsonMapper.shared());
		new LiveStream(this::since, "ana", writer, PROPERTIES, this.clock).follow(last, this.begin.plus(lifetime),
				new CountDownLatch(1));
		return out.toString(StandardCharsets.UTF_8);
	}

	private List<String> told(@Nullable Instant last, Duration lifetime) throws Exception {
		return EVENT.matcher(follow(last, lifetime)).results().map((MatchResult event) -> event.group(2)).toList();
	}

	@Test
	void tellsEachEventOnceAsItComes() throws Exception {
		this.course.add(() -> record("one", Duration.ofSeconds(1)));
		this.course.add(() -> record("two", Duration.ofSeconds(2)));
		assertThat(told(null, Duration.ofSeconds(40))).containsExactly("one", "two");
	}

	@Test
	void tellsWhatIsSeenLateThoughItWasRecordedBeforeWhatWasToldAlready() throws Exception {
		this.course.add(() -> record("new", Duration.ofSeconds(1)));
		this.course.add(() -> record("a moment older", Duration.ofSeconds(-2)));
		this.course.add(() -> record("a minute older", Duration.ofSeconds(-60)));
		assertThat(told(null, Duration.ofSeconds(40))).containsExactly("new", "a moment older", "a minute older");
	}

	@Test
	void goesOnWhereAClientHasStopped() throws Exception {
		record("seen", Duration.ofSeconds(-300));
		record("missed", Duration.ofSeconds(-200));
		record("missed too", Duration.ofSeconds(-1));
		assertThat(told(this.begin.minusSeconds(300), Duration.ofSeconds(2))).containsExactly("seen", "missed",
				"missed too");
	}

	@Test
	void tellsAClientThatWasAwayForTooLongToReadEverythingAnew() throws Exception {
		record("long ago", Duration.ofMinutes(-11));
		String said = follow(this.begin.minus(Duration.ofMinutes(12)), Duration.ofSeconds(2));
		assertThat(said).contains("event: reset").doesNotContain("long ago");
	}

	@Test
	void isNotLedAstrayByAClockThatIsAhead() throws Exception {
		this.course.add(() -> record("from the future", Duration.ofHours(1)));
		this.course.add(() -> record("of now", Duration.ofSeconds(2)));
		assertThat(told(null, Duration.ofSeconds(5))).containsExactly("from the future", "of now");
	}

	@Test
	void saysThatItIsStillThereAndEndsWithTheToken() throws Exception {
		assertThat(follow(null, Duration.ofSeconds(60))).isEqualTo(":\n\n".repeat(4));
		assertThat(this.looks).hasSize(60);
	}

	@Test
	void looksBackOnlyALittleMostOfTheTime() throws Exception {
		follow(null, Duration.ofSeconds(30));
		assertThat(this.looks).filteredOn((from) -> from.isBefore(this.begin.minusSeconds(100))).hasSize(2);
	}

	@Test
	void endsWhenNobodyCanTellWhatIsNew() throws Exception {
		this.course.add(() -> {
		});
		this.course.add(() -> {
			throw new IllegalStateException("the table throttles");
		});
		assertThat(follow(null, Duration.ofHours(1))).isEqualTo(":\n\n");
		assertThat(this.looks).hasSize(2);
	}

}
