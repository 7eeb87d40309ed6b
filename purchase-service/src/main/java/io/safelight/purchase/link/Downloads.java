package io.safelight.purchase.link;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.purchase.copy.CopyReader;
import io.safelight.purchase.licence.EncryptedCopy;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.Licences;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands claimed files over and keeps count of it. Thread-safe.
 */
class Downloads {

	/** At once, for one claim. */
	static final int MOST_PARALLEL = 3;

	private static final int TRIES = 20;

	/** Of shorter ones nearly all is in the client's buffers at once. */
	private static final long WORTH_A_NOTE = 1024 * 1024;

	private static final Logger log = LoggerFactory.getLogger(Downloads.class);

	private final Links links;

	private final Licences licences;

	private final CopyReader copies;

	private final Committer committer;

	private final Clock clock;

	private final Map<String, Integer> running = new ConcurrentHashMap<>();

	Downloads(Links links, Licences licences, CopyReader copies, Committer committer, Clock clock) {
		this.links = links;
		this.licences = licences;
		this.copies = copies;
		this.committer = committer;
		this.clock = clock;
	}

	/** The link that a claim is on, whatever became of it. */
	Optional<Link> link(String claimId) {
		return this.links.find(linkId(claimId))
			.filter((link) -> link.claim() != null && link.claim().claimId().equals(claimId));
	}

	/** The file of a claim, while it may be fetched. */
	Optional<File> file(Link link, String claimId) {
		if (!link.isServable(claimId, this.clock.instant())) {
			return Optional.empty();
		}
		Licence licence = this.licences.find(link.licenceId()).orElseThrow();
		return Optional.ofNullable(licence.copy()).map((copy) -> new File(licence, copy));
	}

	/**
	 * Begins to send a part of a file.
	 * @return the delivery, to be closed; or empty if too much is being sent or was sent
	 * @throws io.safelight.purchase.copy.CopyBrokenException if the copy at rest is not
	 * what it should be; nothing is counted then
	 */
	Optional<Delivery> begin(String claimId, File file, ByteRange range) throws IOException {
		if (this.running.merge(claimId, 1, Integer::sum) > MOST_PARALLEL) {
			end(claimId);
			return Optional.empty();
		}
		boolean begun = false;
		try {
			CopyReader.CheckedCopy checked = this.copies.check(file.licence(), file.copy());
			begun = change(claimId, (link) -> link.maySend(range.length()) ? link.sending(range.length()) : null);
			return begun ? Optional.of(new Delivery(claimId, checked, range, range.to() == file.bytes()))
					: Optional.empty();
		}
		finally {
			if (!begun) {
				end(claimId);
			}
		}
	}

	private void end(String claimId) {
		this.running.computeIfPresent(claimId, (id, count) -> (count > 1) ? count - 1 : null);
	}

	/**
	 * The claimant says that it has everything.
	 * @return the link as it is now
	 */
	Optional<Link> done(String claimId) {
		change(claimId, (link) -> link.isServable(claimId, this.clock.instant()) ? link.done() : null);
		return link(claimId);
	}

	/**
	 * Changes the link of a claim, as often as needed until nobody else did meanwhile.
	 * @param change answers null where there is nothing to change
	 * @return whether it was changed
	 */
	private boolean change(String claimId, Function<Link, @Nullable Link> change) {
		for (int attempt = 1;; attempt++) {
			Optional<Link> before = link(claimId);
			Link after = before.isPresent() ? change.apply(before.get()) : null;
			if (after == null) {
				return false;
			}
			boolean consumed = before.get().state() != LinkState.CONSUMED && after.state() == LinkState.CONSUMED;
			Changes changes = Links.saved(after);
			try {
				this.committer.commit(consumed ? changes.publish(Consumed.message(after)) : changes);
				return true;
			}
			catch (ConditionFailedException | StoreBusyException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
			}
		}
	}

	/** A claim's id begins with its link's, so that it is found by key. */
	private static String linkId(String claimId) {
		int end = claimId.indexOf('-');
		return (end > 0) ? claimId.substring(0, end) : "";
	}

	/**
	 * A file that may be fetched.
	 *
	 * @param licence the licence
	 * @param copy the licence's copy
	 */
	record File(Licence licence, EncryptedCopy copy) {

		long bytes() {
			return this.licence.source().bytes();
		}

	}

	/**
	 * A part of a file on its way. What was counted as sent beforehand, so that nobody
	 * gets more by asking often, is set right when it is closed.
	 */
	final class Delivery implements AutoCloseable {

		private final String claimId;

		private final CopyReader.CheckedCopy copy;

		private final ByteRange range;

		private final boolean toTheEnd;

		private ByteRange sent;

		private boolean noted;

		private Delivery(String claimId, CopyReader.CheckedCopy copy, ByteRange range, boolean toTheEnd) {
			this.claimId = claimId;
			this.copy = copy;
			this.range = range;
			this.toTheEnd = toTheEnd;
			this.sent = new ByteRange(range.from(), range.from());
		}

		/**
		 * Sends.
		 * @throws IOException if the client went away, or the copy could not be read
		 */
		void sendTo(OutputStream client) throws IOException {
			SliceOutputStream slice = new SliceOutputStream(client, this.range);
			try {
				// To the very end where the end is asked for: its tag is checked too.
				this.copy.writeTo(slice, () -> {
					noteNearlyAll(slice.sent());
					return !this.toTheEnd && slice.isThrough();
				});
				if (!slice.isThrough()) {
					throw new IOException("The copy is shorter than its licence says");
				}
			}
			finally {
				this.sent = slice.sent();
			}
		}

		/**
		 * A process that dies after the last byte can say nothing any more: what it noted
		 * shortly before is enough for the link to count as consumed. Without the note
		 * the download goes on all the same.
		 */
		private void noteNearlyAll(ByteRange sofar) {
			if (this.noted || this.range.length() < WORTH_A_NOTE || sofar.length() * 10 < this.range.length() * 9) {
				return;
			}
			this.noted = true;
			try {
				change(this.claimId, (link) -> link.noted(sofar));
			}
			catch (RuntimeException ex) {
				log.warn("How far claim {} has come could not be noted: {}", this.claimId, ex.toString());
			}
		}

		@Override
		public void close() {
			end(this.claimId);
			long unsent = this.range.length() - this.sent.length();
			change(this.claimId, (link) -> link.handedOver(this.sent, unsent));
		}

	}

}
