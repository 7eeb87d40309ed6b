package io.safelight.purchase.revocation;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.purchase.copy.MakeCopy;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.link.RevokeLinks;
import io.safelight.purchase.message.LicenceRevoked;
import io.safelight.purchase.message.PurchaseTopics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a licence back: first the licence, in one commit with its message, from which
 * moment on no copy is made and no link is minted; then its links and its copy go. What a
 * crash leaves of the second part is due in the licence's row. Thread-safe.
 */
public class RevokeLicence {

	private static final Logger log = LoggerFactory.getLogger(RevokeLicence.class);

	/** A maker of copies who read the licence before it was revoked is done by then. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final int TRIES = 5;

	private final Licences licences;

	private final RevokeLinks links;

	private final MakeCopy copies;

	private final Committer committer;

	private final AuditTrail trail;

	private final Clock clock;

	RevokeLicence(Licences licences, RevokeLinks links, MakeCopy copies, Committer committer, AuditTrail trail,
			Clock clock) {
		this.trail = trail;
		this.licences = licences;
		this.links = links;
		this.copies = copies;
		this.committer = committer;
		this.clock = clock;
	}

	/**
	 * Takes a licence back for good, as an administrator wants it. Doing it again changes
	 * nothing.
	 * @param licenceId the licence
	 * @param reason why, for the buyer
	 * @param by the administrator
	 * @return the licence, or empty if there is none
	 */
	Optional<Licence> revoke(String licenceId, String reason, String by) {
		Changes entry = this.trail.entry(by, "revoke", new AuditTrail.Subject("licence", licenceId, "revoked"), reason,
				"Its links end and its copy is deleted.");
		return revoke(licenceId, reason, true, entry);
	}

	/**
	 * Takes a licence back because its buyer is erased. Doing it again changes nothing.
	 * @param licenceId the licence
	 * @param reason why
	 * @return the licence, or empty if there is none
	 */
	public Optional<Licence> revokeUnnamed(String licenceId, String reason) {
		return revoke(licenceId, reason, false, Changes.none());
	}

	private Optional<Licence> revoke(String licenceId, String reason, boolean named, Changes entry) {
		Optional<Licence> revoked = this.licences.find(licenceId)
			.map((licence) -> revoked(licence, reason, named, entry));
		revoked.ifPresent(this::tryToDiscard);
		return revoked;
	}

	private Licence revoked(Licence first, String reason, boolean named, Changes entry) {
		Licence licence = first;
		for (int attempt = 1; licence.state() != LicenceState.REVOKED; attempt++) {
			Licence revoked = licence.revoked(reason, this.clock.instant().plus(PATIENCE));
			try {
				this.committer.commit(
						Licences.saved(revoked).publish(message(revoked, named ? revoked.buyerId() : null)).and(entry));
				return revoked;
			}
			catch (ConditionFailedException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
				licence = this.licences.find(licence.licenceId()).orElseThrow();
			}
		}
		return licence;
	}

	private static OutgoingMessage message(Licence licence, @Nullable String told) {
		return OutgoingMessage
			.to(PurchaseTopics.EVENTS, LicenceRevoked.TYPE, licence.licenceId(), licence.version(),
					new LicenceRevoked(licence.licenceId(), licence.orderId(), licence.photoId(), licence.size(), told,
							String.valueOf(licence.blocked())))
			.onBehalfOf(told);
	}

	/** What does not succeed now is due in the licence's row. */
	private void tryToDiscard(Licence licence) {
		try {
			discard(licence, licence.buyerId());
		}
		catch (RuntimeException ex) {
			log.warn("The copy of the revoked licence {} is removed later: {}", licence.licenceId(), ex.toString());
		}
	}

	/**
	 * Ends the links of a revoked licence and removes its copy.
	 * @param licence the licence
	 * @param owner who is to stand in the links as the buyer
	 */
	public void discard(Licence licence, String owner) {
		this.links.revoke(licence.licenceId(), owner);
		this.copies.discard(licence);
	}

	/**
	 * One pass over what is due: whatever was written at the very moment of the
	 * revocation goes too.
	 * @return how many licences were looked after
	 */
	public int sweep() {
		return (int) this.licences.toDiscard(this.clock.instant()).stream().filter(this::finish).count();
	}

	private boolean finish(Licence licence) {
		try {
			discard(licence, licence.buyerId());
			this.committer.commit(Licences.saved(licence.discarded()));
			return true;
		}
		catch (ConditionFailedException | StoreBusyException ex) {
			return false;
		}
		catch (RuntimeException ex) {
			log.warn("The copy of the revoked licence {} is still there: {}", licence.licenceId(), ex.toString());
			return false;
		}
	}

}
