package io.safelight.purchase.payment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import io.safelight.purchase.money.Money;

/**
 * A payment provider that never charges anybody. It keeps its books in a table of its
 * own, written apart from ours as a real provider's would be, so that a crash between its
 * answer and our commit is a case that can happen and be audited. Thread-safe.
 * <p>
 * {@value #DECLINED_CARD} is always declined, any other method pays.
 */
public class SandboxPayments implements Payments {

	/** The payment method when a buyer names none. */
	public static final String DEFAULT_CARD = "sandbox-card";

	/** A payment method that is declined. */
	public static final String DECLINED_CARD = "sandbox-card-declined";

	public static final Table TABLE = Table.of("safelight-purchase-charges", "reference");

	private final Store store;

	private final Clock clock;

	public SandboxPayments(Store store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	@Override
	public ChargeResult charge(String reference, String buyerId, Money amount, String method) {
		Optional<SandboxCharge> earlier = find(reference);
		if (earlier.isPresent()) {
			return earlier.get().result();
		}
		boolean declined = method.equals(DECLINED_CARD);
		SandboxCharge charge = new SandboxCharge(reference, buyerId, amount.amount(), amount.currency(),
				declined ? SandboxCharge.DECLINED : SandboxCharge.CHARGED, declined ? "The card was declined." : "",
				SortableTime.of(this.clock.instant()));
		return put(charge, Condition.absent()) ? charge.result() : find(reference).orElseThrow().result();
	}

	@Override
	public void refund(String reference) {
		find(reference).filter((charge) -> charge.state().equals(SandboxCharge.CHARGED))
			.ifPresent((charge) -> put(charge.refunded(), Condition.equal("state", SandboxCharge.CHARGED)));
	}

	private Optional<SandboxCharge> find(String reference) {
		return this.store.find(TABLE, TABLE.key(reference), SandboxCharge.class);
	}

	private boolean put(SandboxCharge charge, Condition condition) {
		try {
			this.store.commit(List.of(new Write.Put(TABLE, charge, condition)), UUID.randomUUID().toString());
			return true;
		}
		catch (ConditionFailedException ex) {
			return false;
		}
	}

}
