package io.safelight.purchase;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.safelight.messaging.Committer;
import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Fault;
import io.safelight.messaging.test.FaultInjection;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.ShiftedClock;
import io.safelight.purchase.Shop.Link;
import io.safelight.purchase.Shop.Photo;
import io.safelight.purchase.buyer.Erasures;
import io.safelight.purchase.copy.UserKeys;
import io.safelight.purchase.erasure.EraseBuyer;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.link.Links;
import io.safelight.purchase.message.PurchaseTopics;
import io.safelight.purchase.money.Ledger;
import io.safelight.purchase.money.LedgerEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Forgetting buyers and taking licences back. Row F39 of docs/reliability.md. It is bea
 * who is forgotten here; afterwards she is known again, as the other tests need her.
 */
@PurchaseServiceTest
class ErasureIntegrationTests {

	private static final int SIZE = 100_000;

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
	private DynamoDbClient dynamoDb;

	@Autowired
	private Store store;

	@Autowired
	private Committer committer;

	@Autowired
	private UserKeys userKeys;

	@Autowired
	private EraseBuyer eraseBuyer;

	@Autowired
	private ShiftedClock clock;

	@LocalServerPort
	private int port;

	private Shop shop;

	private Neighbours neighbours;

	private String bea = "";

	@BeforeEach
	void open() {
		this.shop = new Shop(this.s3, this.sns, this.sqs, this.port);
		this.neighbours = Neighbours.hearing(this.sns, this.sqs, PurchaseTopics.EVENTS);
		this.bea = new Erasures(this.store).asked("bea", "", null, this.clock.instant()).erasureId();
	}

	@AfterEach
	void knowBeaAgain() {
		this.committer.commit(Changes.none().delete(Erasures.TABLE, Erasures.TABLE.key(this.bea), Condition.none()));
		this.kms.listAliasesPaginator()
			.aliases()
			.stream()
			.filter((alias) -> alias.targetKeyId() != null && state(alias.targetKeyId()) == KeyState.PENDING_DELETION)
			.forEach((alias) -> this.kms.deleteAlias((request) -> request.aliasName(alias.aliasName())));
	}

	@Test
	void leavesNoCopyOfWhatIsBeingCopiedAtThatMoment() {
		Photo photo = this.shop.listed(SIZE);
		Fault copying = this.faults.on(PutObjectRequest.class)
			.where((put) -> put.bucket().equals("safelight-purchases"))
			.isHeldAfterwards();
		Answer order = this.shop.order("bea", UUID.randomUUID().toString(), photo, 2500);
		String licenceId = order.json().path("licences").path(0).path("licenceId").asString();
		copying.awaitStrike();
		String keyId = keyId();
		Answer asked = this.shop.post("bea", "/v1/erasures", Map.of());
		assertThat(asked.status()).isEqualTo(202);
		assertThat(asked.field("state")).isEqualTo("ERASING");
		copying.release();
		assertThat(this.neighbours.hear("licence-revoked.v1", licenceId).data().propertyNames())
			.containsExactlyInAnyOrder("licenceId", "orderId", "photoId", "size", "reason");
		await().atMost(Duration.ofSeconds(30)).until(() -> copies(licenceId) == 0);
		assertForgotten(licenceId, order.field("orderId"), keyId);
		assertThat(this.neighbours.heard(Neighbours.about("purchase-ready.v1", licenceId))).isEmpty();
		assertThat(done().path("state").asString()).isEqualTo("DONE");
		assertThat(copies(licenceId)).isZero();
	}

	@Test
	void forgetsABuyerWhoHasEverything() {
		Photo photo = this.shop.listed(SIZE);
		String licenceId = this.shop.licence("bea", photo);
		String orderId = this.shop.get("bea", "/v1/licences/" + licenceId).field("orderId");
		Link minted = this.shop.link("bea", licenceId);
		Link claimed = this.shop.link("bea", licenceId);
		String claimId = this.shop.claimed("bea", claimed);
		String keyId = keyId();
		Answer asked = this.shop.post("ada", "/v1/erasures", Map.of("userId", "bea", "reason", "Asked by letter"));
		assertThat(asked.status()).isEqualTo(202);
		assertForgotten(licenceId, orderId, keyId);
		assertThat(this.neighbours.hear("user-erased.v1", this.bea).data().path("userId").asString()).isEqualTo("bea");
		assertThat(linkStates(minted, claimed)).containsExactly("REVOKED", "REVOKED");
		assertThat(this.shop.claim("bea", minted).status()).isEqualTo(404);
		assertThat(this.shop.content("bea", claimId).status()).isEqualTo(404);
		assertThat(this.shop.get("bea", "/v1/licences").json().path("data")).isEmpty();
		Answer more = this.shop.order("bea", UUID.randomUUID().toString(), photo, 2500);
		assertThat(more.status()).isEqualTo(410);
		assertThat(more.code()).isEqualTo("buyer-erased");
		var view = done();
		assertThat(view.path("state").asString()).isEqualTo("DONE");
		assertThat(view.path("askedBy").asString()).isEqualTo("ada");
		assertThat(view.path("reason").asString()).isEqualTo("Asked by letter");
		assertThat(auditOf(view.path("erasureId").asString()))
			.anySatisfy((entry) -> assertThat(entry.path("who").asString()).isEqualTo("ada"));
		assertThat(view.path("licences").asLong()).isPositive();
		assertNamesNobody();
	}

	@Test
	void goesOnAfterACrashInTheMiddle() {
		String licenceId = this.shop.licence("bea", this.shop.listed(SIZE));
		String orderId = this.shop.get("bea", "/v1/licences/" + licenceId).field("orderId");
		String keyId = keyId();
		Fault death = this.faults.on(DeleteObjectRequest.class).times(2).doesNotArrive();
		assertThat(this.shop.post("bea", "/v1/erasures", Map.of()).status()).isEqualTo(202);
		assertThat(copies(licenceId)).isOne();
		assertThat(this.shop.post("bea", "/v1/licences/" + licenceId + "/downloads", Map.of()).status()).isEqualTo(410);
		death.end();
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.clock.advance(Duration.ofSeconds(16));
			this.eraseBuyer.sweep();
			return copies(licenceId) == 0;
		});
		assertForgotten(licenceId, orderId, keyId);
	}

	@Test
	void refusesToEraseSomebodyElse() {
		assertThat(this.shop.post("ben", "/v1/erasures", Map.of("userId", "bea")).status()).isEqualTo(403);
		assertThat(this.shop.post("ana", "/v1/erasures", Map.of()).status()).isEqualTo(403);
		assertThat(this.shop.post("", "/v1/erasures", Map.of()).status()).isEqualTo(401);
		assertThat(this.shop.get("ada", "/v1/erasures/nobody").status()).isEqualTo(404);
		assertThat(this.shop.get("ben", "/v1/erasures/" + this.bea).status()).isEqualTo(403);
	}

	@Test
	void takesALicenceBack() {
		String licenceId = this.shop.licence("ben", this.shop.listed(SIZE));
		Link link = this.shop.link("ben", licenceId);
		String claimId = this.shop.claimed("ben", link);
		String path = "/v1/licences/" + licenceId + "/revoke";
		assertThat(this.shop.post("ben", path, Map.of("reason", "no")).status()).isEqualTo(403);
		assertThat(this.shop.post("ada", path, Map.of()).status()).isEqualTo(400);
		assertThat(this.shop.post("ada", "/v1/licences/unknown/revoke", Map.of("reason", "x")).status()).isEqualTo(404);
		Answer revoked = this.shop.post("ada", path, Map.of("reason", "The rights were not the photographer's."));
		assertThat(revoked.status()).isEqualTo(200);
		assertThat(this.shop.post("ada", path, Map.of("reason", "again")).json()).isEqualTo(revoked.json());
		assertThat(auditOf(licenceId)).extracting((entry) -> entry.path("reason").asString())
			.containsExactly("The rights were not the photographer's.");
		assertThat(this.neighbours.hear("licence-revoked.v1", licenceId).data().path("buyerId").asString())
			.isEqualTo("ben");
		assertThat(copies(licenceId)).isZero();
		assertThat(this.shop.content("ben", claimId).status()).isEqualTo(404);
		assertThat(this.shop.claim("ben", link).code()).isEqualTo("link-revoked");
		assertThat(this.shop.post("ben", "/v1/licences/" + licenceId + "/downloads", Map.of()).code())
			.isEqualTo("licence-revoked");
		Answer view = this.shop.get("ben", "/v1/licences/" + licenceId);
		assertThat(view.field("state")).isEqualTo("REVOKED");
		assertThat(view.field("status")).contains("The rights were not the photographer's.");
	}

	/** What was done by hand to something, newest first. */
	private List<JsonNode> auditOf(String subject) {
		return this.shop.get("ada", "/v1/ops/audit?per_page=100")
			.json()
			.path("data")
			.valueStream()
			.filter((entry) -> entry.path("subject").asString().equals(subject))
			.toList();
	}

	private void assertForgotten(String licenceId, String orderId, String keyId) {
		Licence licence = this.store.find(Licences.TABLE, Licences.TABLE.key(licenceId), Licence.class).orElseThrow();
		assertThat(licence.state()).isEqualTo(LicenceState.REVOKED);
		assertThat(licence.buyerId()).startsWith("erased-");
		assertThat(licence.copy()).isNull();
		assertThat(licence.work()).isNull();
		assertThat(state(keyId)).isEqualTo(KeyState.PENDING_DELETION);
		List<LedgerEntry> lines = this.store.query(Query.of(Ledger.TABLE, orderId), LedgerEntry.class).items();
		assertThat(lines.stream().mapToLong(LedgerEntry::amount).sum()).isZero();
		assertThat(lines).extracting(LedgerEntry::account).contains("buyer:" + licence.buyerId(), "house");
	}

	/** Messages that were sent are kept for a week; everything else forgets at once. */
	private void assertNamesNobody() {
		for (String table : List.of("orders", "licences", "ledger", "links", "erasures")) {
			assertThat(this.dynamoDb.scanPaginator((request) -> request.tableName("safelight-purchase-" + table))
				.items()
				.stream()
				.map(Object::toString)
				.filter((row) -> row.matches("(?s).*\\bbea\\b.*"))).as(table).isEmpty();
		}
	}

	private JsonNode done() {
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.clock.advance(Duration.ofSeconds(61));
			this.eraseBuyer.sweep();
			return this.shop.get("ada", "/v1/erasures/" + this.bea).field("state").equals("DONE");
		});
		return this.shop.get("ada", "/v1/erasures/" + this.bea).json();
	}

	private int copies(String licenceId) {
		return this.s3.listObjectsV2((request) -> request.bucket("safelight-purchases").prefix(licenceId))
			.contents()
			.size();
	}

	private List<String> linkStates(Link... links) {
		return List.of(links)
			.stream()
			.map((link) -> this.store.find(Links.TABLE, new Key(link.id(), null), StoredLink.class)
				.orElseThrow()
				.state())
			.toList();
	}

	private String keyId() {
		String arn = this.userKeys.keyOf("bea");
		return arn.substring(arn.lastIndexOf('/') + 1);
	}

	private KeyState state(String keyId) {
		return this.kms.describeKey((request) -> request.keyId(keyId)).keyMetadata().keyState();
	}

	record StoredLink(String state) {
	}

}
