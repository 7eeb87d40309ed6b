package io.safelight.purchase.copy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.messaging.Committer;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.message.PrepareCopy;
import io.safelight.purchase.message.PurchaseTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again for copies that should be there by now, or that were blocked for a while.
 * One pass is one call; the timer is outside.
 */
public class OverdueCopies {

	private static final Logger log = LoggerFactory.getLogger(OverdueCopies.class);

	private final Licences licences;

	private final Committer committer;

	private final Clock clock;

	private final Duration patience;

	private final AtomicLong blocked = new AtomicLong();

	OverdueCopies(Licences licences, Committer committer, Clock clock, Duration patience, MeterRegistry meters) {
		Gauge.builder("purchase.copies.blocked", this.blocked::get)
			.description("Copies that cannot be made until somebody acts: a key that is disabled, a file that is gone")
			.register(meters);
		this.licences = licences;
		this.committer = committer;
		this.clock = clock;
		this.patience = patience;
	}

	/**
	 * One pass.
	 * @return how many copies were asked for again
	 */
	public int sweep() {
		this.blocked.set(this.licences.blocked());
		List<Licence> due = this.licences.due(this.clock.instant());
		return (int) due.stream().filter(this::askAgain).count();
	}

	/** The condition on the version sees to it that only one instance asks. */
	private boolean askAgain(Licence licence) {
		if (!licence.isWaiting()) {
			return false;
		}
		Licence asked = licence.askedAgain(this.clock.instant().plus(this.patience));
		try {
			this.committer.commit(Licences.saved(asked)
				.publish(OutgoingMessage
					.to(PurchaseTopics.COMMANDS, PrepareCopy.TYPE, asked.licenceId(), asked.version(),
							new PrepareCopy(asked.licenceId()))
					.onBehalfOf(asked.buyerId())));
			log.info("Asked again for the copy of licence {}", asked.licenceId());
			return true;
		}
		catch (ConditionFailedException | StoreBusyException ex) {
			return false;
		}
	}

}
