package io.safelight.purchase.copy;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.message.PrepareCopy;
import io.safelight.purchase.message.PurchaseReady;
import io.safelight.purchase.message.PurchaseTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code prepare-copy}: the object first, under a name that a repeat would choose
 * again, then the licence that says what is in it.
 */
public class MakeCopy {

	private static final Logger log = LoggerFactory.getLogger(MakeCopy.class);

	private final Licences licences;

	private final Copies copies;

	private final Clock clock;

	private final Duration blockedRetry;

	private final Counter throttled;

	MakeCopy(Licences licences, Copies copies, Clock clock, Duration blockedRetry, MeterRegistry meters) {
		this.throttled = Counter.builder("kms.throttled")
			.description("Copies that were put off because KMS was asked for too much")
			.register(meters);
		this.licences = licences;
		this.copies = copies;
		this.clock = clock;
		this.blockedRetry = blockedRetry;
	}

	/** Adds what this service tells itself to do. */
	public MessageRoutes.Builder routes(MessageRoutes.Builder routes) {
		return routes.from(PurchaseTopics.COMMANDS).on(PrepareCopy.TYPE, PrepareCopy.class, this::on);
	}

	Changes on(PrepareCopy command, MessageContext context) {
		Licence licence = this.licences.find(command.licenceId())
			.orElseThrow(() -> new UnprocessableMessageException("There is no licence " + command.licenceId()));
		return switch (licence.state()) {
			case PREPARING, COPY_BLOCKED -> make(licence);
			case READY -> Changes.none();
			case REVOKED -> unmake(licence);
		};
	}

	/**
	 * It was revoked while an earlier try made the copy, which nobody else may have seen.
	 */
	private Changes unmake(Licence licence) {
		this.copies.discard(licence.licenceId());
		return Changes.none();
	}

	/**
	 * Removes a revoked licence's copy. Doing it again changes nothing.
	 * @param licence the licence
	 */
	public void discard(Licence licence) {
		this.copies.discard(licence.licenceId());
	}

	private Changes make(Licence licence) {
		try {
			return ready(licence.ready(this.copies.make(licence)));
		}
		catch (CopyBlockedException ex) {
			log.warn("The copy of licence {} is blocked: {}", licence.licenceId(), ex.getMessage());
			return Licences
				.saved(licence.blocked(String.valueOf(ex.getMessage()), this.clock.instant().plus(this.blockedRetry)));
		}
		catch (RuntimeException ex) {
			if (Failures.isThrottledByKms(ex)) {
				this.throttled.increment();
			}
			throw ex;
		}
	}

	private static Changes ready(Licence licence) {
		return Licences.saved(licence)
			.publish(OutgoingMessage
				.to(PurchaseTopics.EVENTS, PurchaseReady.TYPE, licence.licenceId(), licence.version(),
						new PurchaseReady(licence.licenceId(), licence.orderId(), licence.buyerId(), licence.photoId(),
								licence.title(), licence.size()))
				.onBehalfOf(licence.buyerId()));
	}

}
