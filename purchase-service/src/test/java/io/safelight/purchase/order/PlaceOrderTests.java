package io.safelight.purchase.order;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.test.MutableClock;
import io.safelight.purchase.RecordingCommitter;
import io.safelight.purchase.RecordingCommitter.CrashException;
import io.safelight.purchase.buyer.Erasures;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.money.Ledger;
import io.safelight.purchase.money.LedgerEntry;
import io.safelight.purchase.money.Money;
import io.safelight.purchase.offer.Offers;
import io.safelight.purchase.payment.SandboxPayments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.safelight.purchase.order.OrderFixtures.BEN;
import static io.safelight.purchase.order.OrderFixtures.again;
import static io.safelight.purchase.order.OrderFixtures.expecting;
import static io.safelight.purchase.order.OrderFixtures.order;
import static io.safelight.purchase.order.OrderFixtures.pack;
import static io.safelight.purchase.order.OrderFixtures.payingWith;
import static io.safelight.purchase.order.OrderFixtures.putOnSale;
import static io.safelight.purchase.order.OrderFixtures.putPackOnSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlaceOrderTests {

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final RecordingCommitter committer = new RecordingCommitter(this.store);

	private final SandboxPayments payments = new SandboxPayments(this.store, this.clock);

	private final Licences licences = new Licences(this.store);

	private final Orders orders = new Orders(this.store);

	private final SettleOrder settle = new SettleOrder(this.orders, this.licences, new Erasures(this.store),
			this.payments, new Ledger(60), this.committer, this.clock, Duration.ofMinutes(5));

	private final PlaceOrder placeOrder = new PlaceOrder(this.orders, new Erasures(this.store),
			new Quotes(new Offers(this.store), this.licences), this.settle, this.committer, this.clock);

	private final UnfinishedOrders unfinished = new UnfinishedOrders(this.orders, this.settle, this.clock);

	@BeforeEach
	void putPhotosOnSale() {
		putOnSale(this.store, "sunset", 2500);
		putOnSale(this.store, "bay", 500);
	}

	@Test
	void sellsWhatIsOnSale() {
		Order order = bought("key", order("sunset", "bay"));
		assertThat(order.state()).isEqualTo(OrderState.PAID);
		assertThat(order.total()).isEqualTo(new Money(3000, "EUR"));
		assertThat(order.chargeId()).isEqualTo("sandbox:" + order.orderId());
		assertThat(order.work()).isNull();
		for (OrderLine line : order.lines()) {
			Licence licence = this.licences.find(line.licenceId()).orElseThrow();
			assertThat(licence.state()).isEqualTo(LicenceState.PREPARING);
			assertThat(licence.buyerId()).isEqualTo("ben");
			assertThat(licence.source().sha256()).isEqualTo("00ff");
		}
	}

	@Test
	void saysSoInTheSameCommit() {
		Order order = bought("key", order("sunset", "bay"));
		assertThat(this.committer.types()).containsExactly("order-paid.v1", "licence-issued.v1", "prepare-copy.v1",
				"licence-issued.v1", "prepare-copy.v1");
		OutgoingMessage paid = this.committer.messages().getFirst();
		assertThat(paid.topic()).isEqualTo("safelight-purchase-events");
		assertThat(paid.aggregateId()).isEqualTo(order.orderId());
		assertThat(paid.tenant()).isEqualTo("ben");
		assertThat(this.committer.messages().getLast().topic()).isEqualTo("safelight-purchase-commands");
	}

	@Test
	void booksItOnceAndBalanced() {
		Order order = bought("key", order("sunset", "bay"));
		bought("key", order("sunset", "bay"));
		List<LedgerEntry> entries = this.store.query(Query.of(Ledger.TABLE, order.orderId()), LedgerEntry.class)
			.items();
		assertThat(entries).extracting(LedgerEntry::account)
			.containsExactlyInAnyOrder("buyer:ben", "contributor:ana", "house");
		assertThat(entries.stream().mapToLong(LedgerEntry::amount).sum()).isZero();
	}

	@Test
	void isTheSameOrderForTheSameKey() {
		Order first = bought("key", order("sunset"));
		PlaceOrderResult second = place("key", order("sunset"));
		assertThat(second).isEqualTo(new PlaceOrderResult.Done(first, false));
		assertThat(this.store.count(SandboxPayments.TABLE)).isOne();
		assertThat(this.store.count(Licences.TABLE)).isOne();
	}

	@Test
	void isAnotherOrderForAnotherBuyer() {
		Order first = bought("key", order("sunset"));
		PlaceOrderResult second = this.placeOrder.place(new Buyer("bea", null), "key", order("sunset"));
		assertThat(((PlaceOrderResult.Done) second).order().orderId()).isNotEqualTo(first.orderId());
	}

	@Test
	void refusesAnotherOrderUnderTheSameKey() {
		bought("key", order("sunset"));
		assertThat(refusal("key", order("bay")).reason()).isEqualTo(Refusal.Reason.KEY_REUSED);
	}

	@Test
	void refusesWhatIsNotOnSale() {
		assertThat(refusal("key", order("sunset", "moon")).photoId()).isEqualTo("moon");
		assertThat(this.store.count(Orders.TABLE)).isZero();
	}

	@Test
	void refusesTheSamePhotoTwice() {
		assertThat(refusal("key", order("sunset", "sunset")).reason()).isEqualTo(Refusal.Reason.TWICE_IN_ORDER);
	}

	@Test
	void refusesMoreThanOneCommitCanHold() {
		String[] photos = IntStream.range(0, 21).mapToObj((i) -> "photo-" + i).toArray(String[]::new);
		List.of(photos).forEach((photo) -> putOnSale(this.store, photo, 100));
		assertThat(refusal("key", order(photos)).reason()).isEqualTo(Refusal.Reason.TOO_MANY_PHOTOS);
	}

	@Test
	void refusesAPriceThatTheBuyerWasNotShown() {
		Refusal refusal = refusal("key", expecting(2400, order("sunset")));
		assertThat(refusal.reason()).isEqualTo(Refusal.Reason.PRICE_CHANGED);
		assertThat(refusal.total()).isEqualTo(new Money(2500, "EUR"));
		assertThat(place("key", expecting(2500, order("sunset")))).isInstanceOf(PlaceOrderResult.Done.class);
	}

	@Test
	void refusesWhatTheBuyerHasAndNamesTheLicence() {
		Order first = bought("key-1", order("sunset"));
		Refusal refusal = refusal("key-2", order("bay", "sunset"));
		assertThat(refusal.reason()).isEqualTo(Refusal.Reason.ALREADY_LICENSED);
		assertThat(refusal.licenceId()).isEqualTo(first.lines().getFirst().licenceId());
	}

	@Test
	void sellsItAgainWhenAskedTo() {
		Order first = bought("key-1", order("sunset"));
		Order second = bought("key-2", again(order("sunset")));
		assertThat(second.lines().getFirst().licenceId()).isNotEqualTo(first.lines().getFirst().licenceId());
		assertThat(this.store.count(Licences.TABLE)).isEqualTo(2);
	}

	@Test
	void dividesThePriceOfAPackByWhatItsPhotosCost() {
		putPackOnSale(this.store, "evenings", 1200, List.of("sunset", "bay"));
		Order order = bought("key", pack("evenings"));
		assertThat(order.total()).isEqualTo(new Money(1200, "EUR"));
		assertThat(order.lines()).extracting((line) -> line.price().amount()).containsExactly(1000L, 200L);
		assertThat(order.lines()).extracting(OrderLine::packId).containsOnly("evenings");
	}

	@Test
	void takesAndGivesNothingWhenThePaymentIsDeclined() {
		OrderRequest request = payingWith(SandboxPayments.DECLINED_CARD, order("sunset"));
		assertThat(refusal("key", request).reason()).isEqualTo(Refusal.Reason.PAYMENT_DECLINED);
		assertThat(refusal("key", request).reason()).isEqualTo(Refusal.Reason.PAYMENT_DECLINED);
		assertThat(this.store.count(Licences.TABLE)).isZero();
		assertThat(this.committer.messages()).isEmpty();
	}

	@Test
	void chargesOnceWhenItCrashesBetweenChargeAndCommit() {
		crashAfterCharge("key", order("sunset"));
		assertThat(this.store.count(SandboxPayments.TABLE)).isOne();
		assertThat(this.store.count(Licences.TABLE)).isZero();
		Order order = bought("key", order("sunset"));
		assertThat(order.state()).isEqualTo(OrderState.PAID);
		assertThat(this.store.count(SandboxPayments.TABLE)).isOne();
	}

	@Test
	void isFinishedByTheSweeperWhenNobodyComesBack() {
		crashAfterCharge("key", order("sunset"));
		assertThat(this.unfinished.sweep()).isZero();
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.unfinished.sweep()).isOne();
		assertThat(this.store.count(Licences.TABLE)).isOne();
		assertThat(this.store.count(SandboxPayments.TABLE)).isOne();
		assertThat(this.unfinished.sweep()).isZero();
	}

	@Test
	void givesTheMoneyBackWhenAnotherOrderWasQuickerWithTheSameLicence() {
		crashAfterCharge("key-1", order("sunset"));
		bought("key-2", order("sunset"));
		Refusal refusal = refusal("key-1", order("sunset"));
		assertThat(refusal.reason()).isEqualTo(Refusal.Reason.ALREADY_LICENSED);
		assertThat(this.store.count(Licences.TABLE)).isOne();
		assertThat(chargeStates()).containsExactlyInAnyOrder("CHARGED", "REFUNDED");
	}

	@Test
	void isOneOrderForTwentyRequestsAtOnce() throws Exception {
		List<Callable<PlaceOrderResult>> requests = IntStream.range(0, 20)
			.<Callable<PlaceOrderResult>>mapToObj((i) -> () -> place("key", order("sunset")))
			.toList();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<PlaceOrderResult> results = threads.invokeAll(requests).stream().map(Future::resultNow).toList();
			assertThat(results).hasOnlyElementsOfType(PlaceOrderResult.Done.class);
			assertThat(results).filteredOn((result) -> ((PlaceOrderResult.Done) result).first()).hasSize(1);
		}
		assertThat(this.store.count(SandboxPayments.TABLE)).isOne();
		assertThat(this.committer.types()).containsOnlyOnce("order-paid.v1");
	}

	/** The order is accepted and charged; then the process dies before the commit. */
	private void crashAfterCharge(String key, OrderRequest request) {
		SettleOrder crashing = new SettleOrder(this.orders, this.licences, new Erasures(this.store), this.payments,
				new Ledger(60), (changes) -> {
					throw new CrashException();
				}, this.clock, Duration.ofMinutes(5));
		PlaceOrder dying = new PlaceOrder(this.orders, new Erasures(this.store),
				new Quotes(new Offers(this.store), this.licences), crashing, this.committer, this.clock);
		assertThatExceptionOfType(CrashException.class).isThrownBy(() -> dying.place(BEN, key, request));
	}

	private List<String> chargeStates() {
		return this.store.scan(Query.of(SandboxPayments.TABLE, ""), Charge.class)
			.items()
			.stream()
			.map(Charge::state)
			.toList();
	}

	private Order bought(String key, OrderRequest request) {
		return ((PlaceOrderResult.Done) place(key, request)).order();
	}

	private Refusal refusal(String key, OrderRequest request) {
		return ((PlaceOrderResult.Refused) place(key, request)).refusal();
	}

	private PlaceOrderResult place(String key, OrderRequest request) {
		return this.placeOrder.place(BEN, key, request);
	}

	record Charge(String reference, String state) {
	}

}
