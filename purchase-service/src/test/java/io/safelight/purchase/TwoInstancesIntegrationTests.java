package io.safelight.purchase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.safelight.messaging.store.Store;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.ShiftedClock;
import io.safelight.purchase.Shop.Link;
import io.safelight.purchase.Shop.Photo;
import io.safelight.purchase.link.LinkDeadlines;
import io.safelight.purchase.link.Links;
import io.safelight.purchase.message.PurchaseTopics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of the service on the same tables, whose clocks may differ. Rows F27 and
 * F33 of docs/reliability.md.
 */
@PurchaseServiceTest
class TwoInstancesIntegrationTests {

	private static final int SIZE = 50_000;

	@Autowired
	private S3Client s3;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	@Autowired
	private Store store;

	@Autowired
	private ShiftedClock clock;

	@Autowired
	private LinkDeadlines linkDeadlines;

	@LocalServerPort
	private int port;

	private static final AtomicReference<ConfigurableApplicationContext> SECOND = new AtomicReference<>();

	private Shop shop;

	private Shop other;

	private Neighbours neighbours;

	@BeforeEach
	void open() {
		this.neighbours = Neighbours.hearing(this.sns, this.sqs, PurchaseTopics.EVENTS);
		ShiftedClock others = second().getBean(ShiftedClock.class);
		others.advance(Duration.between(others.instant(), this.clock.instant()));
		this.shop = new Shop(this.s3, this.sns, this.sqs, this.port);
		this.other = new Shop(this.s3, this.sns, this.sqs,
				Integer.parseInt(String.valueOf(second().getEnvironment().getProperty("local.server.port"))));
	}

	/** Started once, when the cloud of the tests is there. */
	private static ConfigurableApplicationContext second() {
		ConfigurableApplicationContext running = SECOND.get();
		if (running == null) {
			running = new SpringApplicationBuilder(PurchaseApplication.class, ShiftedClock.class).run("--server.port=0",
					"--safelight.purchase.sweep-interval=1h", "--safelight.purchase.wrong-tries-per-minute=1000000");
			SECOND.set(running);
		}
		return running;
	}

	@AfterAll
	static void end() {
		second().close();
	}

	@Test
	void giveALinkToOneOfFiftyAtBothOfThem() throws Exception {
		Link link = this.shop.link("ben", this.shop.licence("ben", this.shop.listed(SIZE)));
		List<Callable<Integer>> claims = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			claims.add(() -> this.shop.claim("ben", link).status());
			claims.add(() -> this.other.claim("ben", link).status());
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<Integer, Long> statuses = threads.invokeAll(claims)
				.stream()
				.map(Future::resultNow)
				.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
			assertThat(statuses).isEqualTo(Map.of(200, 1L, 409, 49L));
		}
		this.neighbours.hear("download-claimed.v1", link.id());
		assertThat(this.neighbours.heard(Neighbours.about("download-claimed.v1", link.id())).stream().distinct())
			.hasSize(1);
	}

	@Test
	void sellTheSameOrderOnce() throws Exception {
		Photo photo = this.shop.listed(SIZE);
		String key = UUID.randomUUID().toString();
		List<Callable<Answer>> orders = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			orders.add(() -> this.shop.order("ben", key, photo, 2500));
			orders.add(() -> this.other.order("ben", key, photo, 2500));
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Answer> answers = threads.invokeAll(orders).stream().map(Future::resultNow).toList();
			assertThat(answers).allMatch((answer) -> answer.status() == 200 || answer.status() == 201)
				.extracting((answer) -> answer.field("orderId"))
				.containsOnly(answers.getFirst().field("orderId"));
			assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		}
	}

	/** One is five minutes ahead of the other, or behind it. */
	@ParameterizedTest
	@ValueSource(ints = { 5, -5 })
	void endNoLinkEarlierThanTheirClocksDiffer(int minutes) {
		ShiftedClock others = second().getBean(ShiftedClock.class);
		Duration difference = Duration.ofMinutes(minutes);
		others.advance(difference);
		try {
			Photo photo = this.shop.listed(SIZE);
			String licenceId = this.shop.licence("ben", photo);
			Link link = this.shop.link("ben", licenceId);
			Link old = this.other.link("ben", licenceId);
			both(Duration.ofHours(72).minus(difference.abs()).minusMinutes(1));
			assertThat(this.other.claim("ben", link).status()).isEqualTo(200);
			assertThat(this.shop.claim("ben", old).status()).isEqualTo(200);
			String claimId = this.shop.claimed("ben", this.shop.link("ben", licenceId));
			both(Duration.ofMinutes(15).minus(difference.abs()).minusMinutes(1));
			assertThat(this.other.content("ben", claimId).bytes()).isEqualTo(photo.file());
			second().getBean(LinkDeadlines.class).sweep();
			assertThat(state(link)).isIn("CLAIMED", "CONSUMED");
		}
		finally {
			others.advance(difference.negated());
		}
	}

	/**
	 * Leases end early or late; nothing is left over and nothing is handed over twice.
	 */
	@Test
	void comeToAnEndAfterAClockHasJumpedByAnHour() {
		Photo photo = this.shop.listed(SIZE);
		String licenceId = this.shop.licence("ben", photo);
		Link link = this.shop.link("ben", licenceId);
		String claimId = this.shop.claimed("ben", link);
		ShiftedClock others = second().getBean(ShiftedClock.class);
		others.advance(Duration.ofHours(1));
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			second().getBean(LinkDeadlines.class).sweep();
			return state(link).equals("ISSUED");
		});
		assertThat(this.shop.content("ben", claimId).status()).isEqualTo(404);
		String again = this.other.claimed("ben", link);
		others.advance(Duration.ofHours(-1));
		assertThat(this.shop.claim("ben", link).status()).isEqualTo(409);
		assertThat(this.shop.content("ben", again).bytes()).isEqualTo(photo.file());
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.linkDeadlines.sweep();
			return state(link).equals("CONSUMED");
		});
		assertThat(this.other.claim("ben", link).status()).isEqualTo(410);
	}

	private void both(Duration time) {
		this.clock.advance(time);
		second().getBean(ShiftedClock.class).advance(time);
	}

	private String state(Link link) {
		return this.store.find(Links.TABLE, Links.TABLE.key(link.id()), StoredLink.class).orElseThrow().state();
	}

	record StoredLink(String state) {
	}

}
