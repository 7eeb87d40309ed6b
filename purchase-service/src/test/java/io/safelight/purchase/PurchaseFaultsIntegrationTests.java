package io.safelight.purchase;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Fault;
import io.safelight.messaging.test.FaultInjection;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.ShiftedClock;
import io.safelight.messaging.test.alarms.Alarms;
import io.safelight.messaging.test.alarms.Scrape;
import io.safelight.purchase.Shop.Link;
import io.safelight.purchase.Shop.Photo;
import io.safelight.purchase.copy.OverdueCopies;
import io.safelight.purchase.copy.UserKeys;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.link.LinkDeadlines;
import io.safelight.purchase.link.Links;
import io.safelight.purchase.message.PurchaseTopics;
import io.safelight.purchase.money.Ledger;
import io.safelight.purchase.money.LedgerEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is sold is sold once, handed over whole, and said to everybody, whatever AWS does
 * meanwhile. The numbers are the rows of docs/reliability.md.
 */
@PurchaseServiceTest
class PurchaseFaultsIntegrationTests {

	private static final int SMALL = 100_000;

	/** More than one part of a multipart upload. */
	private static final int LARGE = 6_000_000;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** How often a commit without an answer is asked for before its caller is told. */
	private static final int TRIES = 3;

	@RegisterExtension
	final FaultInjection faults = new FaultInjection();

	@Autowired
	private S3Client s3;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	@Autowired
	private KmsClient kms;

	@Autowired
	private Store store;

	@Autowired
	private UserKeys userKeys;

	@Autowired
	private OverdueCopies overdueCopies;

	@Autowired
	private LinkDeadlines linkDeadlines;

	@Autowired
	private ShiftedClock clock;

	@Autowired
	private MeterRegistry meters;

	@LocalServerPort
	private int port;

	private Shop shop;

	private Neighbours neighbours;

	@BeforeEach
	void open() {
		this.shop = new Shop(this.s3, this.sns, this.sqs, this.port);
		this.neighbours = Neighbours.hearing(this.sns, this.sqs, PurchaseTopics.EVENTS);
	}

	/** F1: the copy is in its bucket, and nobody knows. */
	@Test
	void takesItsOwnCopyOverAfterACrashBeforeTheCommit() {
		Photo photo = this.shop.listed(SMALL);
		Fault crash = this.faults.on(TransactWriteItemsRequest.class).where(putting("READY")).times(6).doesNotArrive();
		Sold sold = buy(photo);
		crash.awaitStrike();
		assertSoldOnce(sold);
		assertThat(crash.count()).isEqualTo(6);
	}

	/** F1 and F2: the same at the level of the process, between order and everything. */
	@Test
	void finishesAnOrderThatAProcessDiedOver() {
		Photo photo = this.shop.listed(SMALL);
		String key = UUID.randomUUID().toString();
		Fault death = this.faults.on(TransactWriteItemsRequest.class).where(putting("PAID")).isTheLastThingNotDone();
		assertThat(this.shop.order("ben", key, photo, 2500).status()).isEqualTo(500);
		death.end();
		Answer again = this.shop.order("ben", key, photo, 2500);
		assertThat(again.status()).isEqualTo(200);
		assertSoldOnce(sold(again));
	}

	/** F2. */
	@Test
	void saysWhatACrashLeftUnsaidWhenItsLeaseIsOver() {
		Photo photo = this.shop.listed(SMALL);
		Fault death = this.faults.on(PublishBatchRequest.class)
			.where((publish) -> isToEvents(publish) && tellsOfPayment(publish, photo))
			.isTheLastThingNotDone();
		Sold sold = sold(this.shop.order("ben", UUID.randomUUID().toString(), photo, 2500));
		death.awaitStrike();
		death.end();
		this.clock.advance(Duration.ofSeconds(33));
		assertSoldOnce(sold);
	}

	/** F3: what was sent and not noted is sent again under the same id. */
	@Test
	void saysTheSameMessageAgainWhenItDiedBeforeItTookNote() {
		Photo photo = this.shop.listed(SMALL);
		Fault death = this.faults.on(PublishBatchRequest.class)
			.where((publish) -> isToEvents(publish) && tellsOfPayment(publish, photo))
			.isTheLastThingDone();
		Sold sold = sold(this.shop.order("ben", UUID.randomUUID().toString(), photo, 2500));
		death.awaitStrike();
		death.end();
		this.clock.advance(Duration.ofSeconds(33));
		assertThat(this.neighbours.hear("order-paid.v1", sold.orderId(), 2)).hasSizeGreaterThanOrEqualTo(2);
		assertSoldOnce(sold);
	}

	/** F4 and F15. */
	@Test
	void makesOneCopyThoughTheCommandComesAgain() {
		Photo photo = this.shop.listed(SMALL);
		double before = handled("duplicate");
		Fault lost = this.faults.on(SdkRequest.class)
			.where((request) -> request instanceof DeleteMessageRequest || request instanceof DeleteMessageBatchRequest)
			.times(2)
			.doesNotArrive();
		Sold sold = buy(photo);
		lost.awaitStrike();
		assertSoldOnce(sold);
		await().atMost(PATIENCE).until(() -> handled("duplicate") > before);
		assertSoldOnce(sold);
	}

	/** F5. */
	@Test
	void recognisesItsOwnCommitsWhoseAnswersWereLost() {
		Photo photo = this.shop.listed(SMALL);
		Fault order = this.faults.on(TransactWriteItemsRequest.class).where(putting("PAID")).losesItsAnswer();
		Fault licence = this.faults.on(TransactWriteItemsRequest.class).where(putting("READY")).losesItsAnswer();
		Sold sold = buy(photo);
		assertSoldOnce(sold);
		assertThat(order.count() + licence.count()).isEqualTo(2);
	}

	/** F7. */
	@Test
	void sellsThroughFiveConflictsInARow() {
		Photo photo = this.shop.listed(SMALL);
		this.faults.on(TransactWriteItemsRequest.class).where(putting("PAID")).times(5).meetsATransactionConflict();
		this.faults.on(TransactWriteItemsRequest.class).where(putting("READY")).times(8).meetsATransactionConflict();
		assertSoldOnce(buy(photo));
	}

	/** F17: five minutes on the clock of the service. */
	@Test
	void drainsItsOutboxWhenATopicRecovers() {
		Photo photo = this.shop.listed(SMALL);
		Fault throttling = this.faults.on(PublishBatchRequest.class)
			.where(PurchaseFaultsIntegrationTests::isToEvents)
			.always()
			.isThrottled();
		Sold sold = sold(this.shop.order("ben", UUID.randomUUID().toString(), photo, 2500));
		throttling.awaitStrike();
		this.clock.advance(Duration.ofMinutes(5));
		await().atMost(PATIENCE).until(() -> oldestAge() >= 300);
		assertThat(this.meters.get("outbox.pending").gauge().value()).isPositive();
		assertThat(firingSince(scrape())).contains("OutboxStuck", "OutboxWaits");
		throttling.end();
		long recovered = System.nanoTime();
		this.clock.advance(Duration.ofSeconds(31));
		await().atMost(PATIENCE).until(() -> this.meters.get("outbox.pending").gauge().value() == 0);
		assertThat(Duration.ofNanos(System.nanoTime() - recovered)).isLessThan(Duration.ofSeconds(60));
		assertSoldOnce(sold);
		await().atMost(PATIENCE).until(() -> oldestAge() == 0);
		assertThat(firingSince(scrape())).doesNotContain("OutboxStuck", "OutboxWaits");
	}

	/** F37: refused by KMS in the middle, when a part is already in the bucket. */
	@Test
	void keepsNothingOfACopyWhoseKeyIsDisabledMidway() {
		Photo photo = this.shop.listed(LARGE);
		String keyId = this.userKeys.keyOf("ben");
		Fault midway = this.faults.on(UploadPartRequest.class).isHeld();
		Sold sold = buy(photo);
		midway.awaitStrike();
		this.kms.disableKey((request) -> request.keyId(keyId));
		try {
			this.faults.on(CompleteMultipartUploadRequest.class).doesNotArrive();
			midway.release();
			await().atMost(PATIENCE).until(() -> licenceState(sold).equals("COPY_BLOCKED"));
			assertThat(this.shop.get("ben", "/v1/licences/" + sold.licenceId()).field("status")).contains("Disabled");
			assertThat(copies(sold.licenceId())).isZero();
			assertThat(openUploads(sold.licenceId())).isZero();
			this.overdueCopies.sweep();
			assertThat(firingSince(scrape())).contains("CopiesBlocked");
		}
		finally {
			this.kms.enableKey((request) -> request.keyId(keyId));
		}
		this.clock.advance(Duration.ofMinutes(6));
		await().atMost(PATIENCE).until(() -> {
			this.overdueCopies.sweep();
			return licenceState(sold).equals("READY");
		});
		assertSoldOnce(sold);
	}

	/** F37. */
	@Test
	void makesOneCopyLaterWhenKmsThrottles() {
		Photo photo = this.shop.listed(SMALL);
		Scrape before = scrape();
		Fault throttled = this.faults.on(GenerateDataKeyRequest.class).times(2).isThrottled();
		Sold sold = buy(photo);
		throttled.awaitStrike();
		assertSoldOnce(sold);
		assertThat(firingSince(before)).contains("KmsThrottled");
		assertThat(throttled.count()).isEqualTo(2);
	}

	/** F36, before the first byte: the claim is there, the file has not begun. */
	@Test
	void letsTheSameClaimantGoOnAfterACrashBeforeTheFirstByte() {
		Photo photo = this.shop.listed(SMALL);
		Link link = this.shop.link("ben", this.shop.licence("ben", photo));
		Fault death = this.faults.on(TransactWriteItemsRequest.class).where(putting("CLAIMED")).isTheLastThingDone();
		String key = UUID.randomUUID().toString();
		assertThat(claim(link, key).status()).isEqualTo(500);
		death.end();
		this.clock.advance(Duration.ofSeconds(33));
		assertThat(claim(link, UUID.randomUUID().toString()).status()).isEqualTo(409);
		Answer claimed = claim(link, key);
		assertThat(claimed.status()).isEqualTo(200);
		assertThat(this.shop.content("ben", claimed.field("claimId")).bytes()).isEqualTo(photo.file());
		assertThat(this.neighbours.hear("download-consumed.v1", link.id())).isNotNull();
		assertThat(claim(link, UUID.randomUUID().toString()).status()).isEqualTo(410);
		assertOneClaim(link);
	}

	/** F36, after the last byte: that everything was sent could not be written down. */
	@Test
	void consumesALinkWhoseLastNoteACrashHasLost() {
		Photo photo = this.shop.listed(LARGE);
		Link link = this.shop.link("ben", this.shop.licence("ben", photo));
		String claimId = this.shop.claimed("ben", link);
		// As often as it is tried, which is oftener where it was one of several that were
		// committed together.
		Fault death = this.faults.on(TransactWriteItemsRequest.class)
			.where(putting("CONSUMED"))
			.always()
			.doesNotArrive();
		assertThat(this.shop.content("ben", claimId).bytes()).isEqualTo(photo.file());
		await().atMost(PATIENCE).until(() -> death.count() >= TRIES);
		assertThat(claim(link, UUID.randomUUID().toString()).status()).isEqualTo(409);
		death.end();
		this.clock.advance(Duration.ofMinutes(16));
		await().atMost(PATIENCE).until(() -> {
			this.linkDeadlines.sweep();
			return linkState(link).equals("CONSUMED");
		});
		assertThat(claim(link, UUID.randomUUID().toString()).status()).isEqualTo(410);
		assertOneClaim(link);
	}

	/** F38: an alert, and not one byte. */
	@Test
	void raisesAnAlarmForACopyThatIsSomebodyElses() {
		String bens = this.shop.licence("ben", this.shop.listed(SMALL));
		String beas = this.shop.licence("bea", this.shop.listed(SMALL));
		this.s3.copyObject((request) -> request.sourceBucket("safelight-purchases")
			.sourceKey(beas)
			.destinationBucket("safelight-purchases")
			.destinationKey(bens));
		Scrape before = scrape();
		Answer answer = this.shop.content("ben", this.shop.claimed("ben", this.shop.link("ben", bens)));
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.code()).isEqualTo("copy-broken");
		assertThat(firingSince(before)).contains("CopyBroken");
	}

	/** F34: what mail scanners, messengers and browsers do with an address. */
	@ParameterizedTest
	@ValueSource(strings = { "GET Microsoft-SafeLinks", "HEAD Barracuda", "GET facebookexternalhit/1.1",
			"GET Slackbot-LinkExpanding 1.0", "GET TelegramBot", "PREFETCH Chrome", "PRERENDER Chrome",
			"RANGE FlashGet", "CLAIM HeadlessChrome without a session", "CLAIM HeadlessChrome signed in as another" })
	void burnsNoLinkForAScanner(String scanner) {
		Link link = this.shop.link("ben", this.shop.licence("ben", this.shop.listed(1_000)));
		String agent = scanner.substring(scanner.indexOf(' ') + 1);
		String path = "/d/" + link.id();
		Answer answer = switch (scanner.substring(0, scanner.indexOf(' '))) {
			case "HEAD" -> this.shop.head("", path, "User-Agent", agent);
			case "PREFETCH" -> this.shop.get("", path, "User-Agent", agent, "Sec-Purpose", "prefetch");
			case "PRERENDER" -> this.shop.get("", path, "User-Agent", agent, "Sec-Purpose", "prefetch;prerender");
			case "RANGE" -> this.shop.get("", path, "User-Agent", agent, "Range", "bytes=0-99");
			case "CLAIM" -> this.shop.post(agent.endsWith("another") ? "bea" : "", "/v1/links/" + link.id() + "/claim",
					Map.of("secret", link.secret()), "User-Agent", agent);
			default -> this.shop.get("", path, "User-Agent", agent);
		};
		assertThat(answer.status()).isIn(200, 206, 401, 404);
		assertThat(linkState(link)).isEqualTo("ISSUED");
		assertThat(this.shop.claim("ben", link).status()).isEqualTo(200);
	}

	private Answer claim(Link link, String key) {
		return this.shop.post("ben", "/v1/links/" + link.id() + "/claim", Map.of("secret", link.secret()),
				"Idempotency-Key", key);
	}

	private Sold buy(Photo photo) {
		return sold(this.shop.order("ben", UUID.randomUUID().toString(), photo, 2500));
	}

	private static Sold sold(Answer order) {
		assertThat(order.status()).as(order.toString()).isIn(200, 201);
		return new Sold(order.field("orderId"), order.json().path("licences").path(0).path("licenceId").asString());
	}

	private void assertSoldOnce(Sold sold) {
		await().atMost(PATIENCE).until(() -> licenceState(sold).equals("READY"));
		assertThat(ids(this.neighbours.hear("order-paid.v1", sold.orderId()), sold.orderId())).hasSize(1);
		assertThat(ids(this.neighbours.hear("licence-issued.v1", sold.licenceId()), sold.licenceId())).hasSize(1);
		assertThat(ids(this.neighbours.hear("purchase-ready.v1", sold.licenceId()), sold.licenceId())).hasSize(1);
		List<LedgerEntry> lines = this.store.query(Query.of(Ledger.TABLE, sold.orderId()), LedgerEntry.class).items();
		assertThat(lines).hasSize(3);
		assertThat(lines.stream().mapToLong(LedgerEntry::amount).sum()).isZero();
		assertThat(copies(sold.licenceId())).isOne();
		assertThat(this.s3.headObject((request) -> request.bucket("safelight-purchases").key(sold.licenceId()))
			.storageClassAsString()).isEqualTo("GLACIER_IR");
		assertThat(openUploads(sold.licenceId())).isZero();
		Licence licence = this.store.find(Licences.TABLE, Licences.TABLE.key(sold.licenceId()), Licence.class)
			.orElseThrow();
		assertThat(licence.state()).isEqualTo(LicenceState.READY);
		assertThat(Shop
			.sha256(this.s3.getObjectAsBytes((request) -> request.bucket("safelight-purchases").key(sold.licenceId()))
				.asByteArray()))
			.isEqualTo(Objects.requireNonNull(licence.copy()).sha256());
	}

	/** The ids of messages like this one, of which there may be copies. */
	private List<String> ids(Envelope message, String aggregateId) {
		return this.neighbours.heard(Neighbours.about(message.type().name(), aggregateId))
			.stream()
			.map(Envelope::id)
			.distinct()
			.toList();
	}

	private void assertOneClaim(Link link) {
		assertThat(ids(this.neighbours.hear("download-claimed.v1", link.id()), link.id())).hasSize(1);
		assertThat(ids(this.neighbours.hear("download-consumed.v1", link.id()), link.id())).hasSize(1);
	}

	private int copies(String licenceId) {
		return this.s3.listObjectsV2((request) -> request.bucket("safelight-purchases").prefix(licenceId))
			.contents()
			.size();
	}

	private int openUploads(String licenceId) {
		return this.s3.listMultipartUploads((request) -> request.bucket("safelight-purchases").prefix(licenceId))
			.uploads()
			.size();
	}

	private String licenceState(Sold sold) {
		return this.shop.get("ben", "/v1/licences/" + sold.licenceId()).field("state");
	}

	private String linkState(Link link) {
		return this.store.find(Links.TABLE, Links.TABLE.key(link.id()), StoredLink.class).orElseThrow().state();
	}

	private Scrape scrape() {
		return Scrape.of(this.shop.get("", "/actuator/prometheus").text());
	}

	/** The alarms of ops/alerts.yml that what the service says sets off. */
	private Set<String> firingSince(Scrape before) {
		return Alarms.ofProject().firing(before, scrape(), 60);
	}

	private double oldestAge() {
		return this.meters.get("outbox.oldest.age").gauge().value();
	}

	private double handled(String outcome) {
		return this.meters.find("event.handled")
			.tag("outcome", outcome)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	/** Commits that put a row of ours into this state. */
	private static Predicate<TransactWriteItemsRequest> putting(String state) {
		return (commit) -> commit.transactItems()
			.stream()
			.anyMatch((item) -> item.put() != null && item.put().item().containsKey("state")
					&& state.equals(item.put().item().get("state").s()));
	}

	private static boolean isToEvents(PublishBatchRequest publish) {
		return publish.topicArn().endsWith(":" + PurchaseTopics.EVENTS);
	}

	/**
	 * The licence of the same order is told of by a call of its own, which may be the
	 * first.
	 */
	private static boolean tellsOfPayment(PublishBatchRequest publish, Photo photo) {
		return publish.publishBatchRequestEntries()
			.stream()
			.map(PublishBatchRequestEntry::message)
			.anyMatch((message) -> message.contains("order-paid.v1") && message.contains(photo.id()));
	}

	record Sold(String orderId, String licenceId) {
	}

	record StoredLink(String state) {
	}

}
