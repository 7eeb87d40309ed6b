package io.safelight.service.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.EventStream;
import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.messaging.test.Visitor;
import io.safelight.service.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Streams over real HTTP, with tokens of a real identity provider.
 */
@LocalCloudTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.application.name=telling", "safelight.live.poll=50ms", "safelight.live.per-user=2" })
class LiveStreamsIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** What was recorded, by anybody. */
	static final Map<String, List<LiveEvent>> RECORDED = Map.of("ana", new CopyOnWriteArrayList<>(), "ben",
			new CopyOnWriteArrayList<>());

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Teller.class)
	static class Telling {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		LiveSource source() {
			return (userId, from) -> RECORDED.getOrDefault(userId, List.of())
				.stream()
				.filter((event) -> !event.at().isBefore(from))
				.toList();
		}

	}

	@RestController
	static class Teller {

		private final LiveStreams streams;

		Teller(LiveStreams streams) {
			this.streams = streams;
		}

		@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		@RolesAllowed({ "photographer", "buyer" })
		void stream(Caller caller,
				@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
				HttpServletResponse response) {
			this.streams.serve(caller.userId(), lastEventId, response);
		}

	}

	@LocalServerPort
	private int port;

	private EventStream listen(String user, String... headers) {
		return new EventStream(Visitor.named(user, this.port).request("/stream", headers));
	}

	private static void record(String user, String key) {
		Objects.requireNonNull(RECORDED.get(user)).add(new LiveEvent(Instant.now(), key, "step", Map.of("key", key)));
	}

	private static List<String> keys(EventStream stream) {
		return stream.events().stream().map((event) -> event.data().path("key").asString()).toList();
	}

	@Test
	void tellsOnesOwnEventsAsTheyComeAndGoesOnAfterABreak() {
		String last;
		try (EventStream stream = listen("ana")) {
			assertThat(stream.status()).isEqualTo(200);
			assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
			assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
			record("ana", "one");
			record("ben", "not hers");
			await().atMost(PATIENCE).until(() -> keys(stream), (keys) -> keys.equals(List.of("one")));
			last = stream.events().getFirst().id();
		}
		record("ana", "missed");
		try (EventStream stream = listen("ana", "Last-Event-ID", last)) {
			await().atMost(PATIENCE).until(() -> keys(stream), (keys) -> keys.contains("missed"));
			assertThat(keys(stream)).doesNotContain("not hers");
		}
	}

	@Test
	void endsWithTheToken() {
		try (EventStream stream = new EventStream(
				Visitor.named("paul", this.port, "lifetime_seconds=3").request("/stream"))) {
			assertThat(stream.status()).isEqualTo(200);
			await().atMost(PATIENCE).until(stream::hasEnded);
		}
	}

	@Test
	void letsNobodyHaveTooManyStreams() {
		List<EventStream> streams = new ArrayList<>();
		try {
			streams.add(listen("ben"));
			streams.add(listen("ben"));
			Answer refused = Visitor.named("ben", this.port).get("/stream", "Accept", "text/event-stream");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.code()).isEqualTo("too-many-streams");
			assertThat(refused.header("Retry-After")).isEqualTo("30");
		}
		finally {
			streams.forEach(EventStream::close);
		}
	}

	@Test
	void explainsAnIdThatIsNotOfOneOfItsEvents() {
		Answer refused = Visitor.named("ana", this.port)
			.get("/stream", "Accept", "text/event-stream", "Last-Event-ID", "nonsense");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text()).contains("leave it out to begin now");
	}

	@Test
	void letsOnlyThoseInWhoHaveEvents() {
		assertThat(Visitor.anonymous(this.port).get("/stream").status()).isEqualTo(401);
		assertThat(Visitor.named("mia", this.port).get("/stream").status()).isEqualTo(403);
	}

	@Test
	void endsWhenTheServiceStops() {
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Telling.class).run("--server.port=0",
				"--spring.application.name=telling")) {
			int another = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
			try (EventStream stream = new EventStream(Visitor.named("ana", another).request("/stream"))) {
				assertThat(stream.status()).isEqualTo(200);
				Instant begun = Instant.now();
				service.close();
				assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
				await().atMost(PATIENCE).until(stream::hasEnded);
			}
		}
	}

}
