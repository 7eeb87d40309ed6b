package io.safelight.purchase.erasure;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import io.safelight.purchase.buyer.Erasure;
import io.safelight.purchase.buyer.Erasures;
import io.safelight.purchase.copy.UserKeys;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.message.PurchaseTopics;
import io.safelight.purchase.message.UserErased;
import io.safelight.purchase.order.ForgetOrders;
import io.safelight.purchase.revocation.RevokeLicence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets a buyer. First the wish is committed, which is the fence: from then on no
 * order, licence or copy of this buyer can be written any more, whoever is in the middle
 * of it. Then, in passes that may be repeated, the key is destroyed, licences are revoked
 * and freed of the name, and orders too. A pass that a crash interrupts is made again by
 * the sweeper; it is done when a pass finds nothing. Thread-safe.
 */
public class EraseBuyer {

	private static final Logger log = LoggerFactory.getLogger(EraseBuyer.class);

	private static final String REASON = "The buyer's personal data were erased.";

	private static final int PAGE = 50;

	private final Erasures erasures;

	private final UserKeys keys;

	private final Licences licences;

	private final RevokeLicence revoke;

	private final ForgetOrders orders;

	private final Committer committer;

	private final AuditTrail trail;

	private final Clock clock;

	EraseBuyer(Erasures erasures, UserKeys keys, Licences licences, RevokeLicence revoke, ForgetOrders orders,
			Committer committer, AuditTrail trail, Clock clock) {
		this.trail = trail;
		this.erasures = erasures;
		this.keys = keys;
		this.licences = licences;
		this.revoke = revoke;
		this.orders = orders;
		this.committer = committer;
		this.clock = clock;
	}

	/**
	 * Takes the wish down, and does at once what can be done at once. The same wish again
	 * is the same erasure.
	 * @param userId who is to be forgotten
	 * @param askedBy {@code buyer}, or the administrator's id
	 * @param reason an administrator's reason
	 */
	Erasure erase(String userId, String askedBy, @Nullable String reason) {
		Optional<Erasure> earlier = this.erasures.of(userId);
		if (earlier.isPresent()) {
			return earlier.get();
		}
		Erasure asked = this.erasures.asked(userId, askedBy, reason, this.clock.instant());
		try {
			this.committer.commit(Erasures.saved(asked)
				.and(entry(asked))
				.publish(OutgoingMessage.to(PurchaseTopics.EVENTS, UserErased.TYPE, asked.erasureId(), asked.version(),
						new UserErased(userId))));
		}
		catch (ConditionFailedException ex) {
			return this.erasures.of(userId).orElseThrow();
		}
		log.info("AUDIT The erasure {} was asked for by {}", asked.erasureId(), askedBy);
		return pass(asked).orElse(asked);
	}

	/** Names nobody but the administrator: who is erased is a hash. */
	private Changes entry(Erasure asked) {
		return this.trail.entry(asked.askedBy(), "erase",
				new AuditTrail.Subject("buyer", asked.erasureId(), asked.askedAt().toString()), asked.reason(),
				"Copies, links, key and names go; what was sold stays on record.");
	}

	/**
	 * One pass over everything that is not done.
	 * @return how many erasures have come further
	 */
	public int sweep() {
		List<Erasure> due = this.erasures.due(this.clock.instant());
		return (int) due.stream().map(this::pass).filter(Optional::isPresent).count();
	}

	/** The erasure afterwards, or empty if the pass has to be made again. */
	private Optional<Erasure> pass(Erasure erasure) {
		try {
			String userId = Objects.requireNonNull(erasure.userId(), "not done yet");
			this.keys.destroy(userId);
			long moreOrders = this.orders.forget(userId, erasure.pseudonym());
			long moreLicences = forgetLicences(userId, erasure.pseudonym());
			Erasure passed = erasure.passed(moreOrders, moreLicences, this.clock.instant());
			this.committer.commit(Erasures.saved(passed));
			if (passed.isDone()) {
				log.info("AUDIT The erasure {} is done: {} orders, {} licences", passed.erasureId(), passed.orders(),
						passed.licences());
			}
			return Optional.of(passed);
		}
		catch (RuntimeException ex) {
			log.warn("The erasure {} goes on later: {}", erasure.erasureId(), ex.toString());
			return Optional.empty();
		}
	}

	private long forgetLicences(String userId, String pseudonym) {
		long forgotten = 0;
		String cursor = null;
		do {
			Page<Licence> page = this.licences.of(userId, PAGE, cursor);
			for (Licence seen : page.items()) {
				forgotten += forget(seen.licenceId(), userId, pseudonym);
			}
			cursor = page.cursor();
		}
		while (cursor != null);
		return forgotten;
	}

	/**
	 * In this order a crash leaves the buyer's name on the licence, by which the next
	 * pass finds it. The index may show a licence that was freed since.
	 */
	private long forget(String licenceId, String userId, String pseudonym) {
		Licence licence = this.licences.find(licenceId).orElseThrow();
		if (!licence.buyerId().equals(userId)) {
			return 0;
		}
		Licence revoked = this.revoke.revokeUnnamed(licenceId, REASON).orElseThrow();
		this.revoke.discard(revoked, pseudonym);
		this.committer.commit(Licences.saved(revoked.anonymised(pseudonym)));
		return 1;
	}

}
