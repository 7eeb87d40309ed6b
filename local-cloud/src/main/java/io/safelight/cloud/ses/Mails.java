package io.safelight.cloud.ses;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import io.safelight.cloud.DurableMap;

/**
 * The newest mails. Older ones are forgotten when there are more than the limit. Safe for
 * many threads.
 */
final class Mails {

	private final DurableMap<Stored> rows;

	private final Clock clock;

	private final int limit;

	// Oldest first. Reading a thousand rows for each mail would be slow.
	private final Deque<Stored> newest = new ArrayDeque<>();

	Mails(DurableMap<Stored> rows, Clock clock, int limit) {
		this.rows = rows;
		this.clock = clock;
		this.limit = limit;
		this.newest.addAll(rows.values());
	}

	/**
	 * Accepts a mail.
	 * @param draft the mail
	 * @return the mail as it is kept, with its id
	 * @throws RefusedMailException when SES would not take it
	 */
	synchronized Mail accept(Draft draft) {
		draft.check();
		Mail mail = new Mail(UUID.randomUUID() + "-000000", String.valueOf(draft.from()), draft.to(), draft.cc(),
				draft.bcc(), draft.replyTo(), String.valueOf(draft.subject()), draft.text(), draft.html(),
				this.clock.instant());
		long number = this.newest.isEmpty() ? 1 : this.newest.getLast().number() + 1;
		keep(new Stored(number, mail));
		return mail;
	}

	/**
	 * Reads mails, the newest first.
	 * @param wanted which ones
	 */
	synchronized List<Mail> find(Predicate<Mail> wanted) {
		return this.newest.reversed().stream().map(Stored::mail).filter(wanted).toList();
	}

	private void keep(Stored stored) {
		this.rows.put(stored.key(), stored);
		this.newest.addLast(stored);
		while (this.newest.size() > this.limit) {
			this.rows.remove(this.newest.removeFirst().key());
		}
	}

	/**
	 * A mail with its place in the order of arrival.
	 *
	 * @param number counts up
	 * @param mail the mail
	 */
	record Stored(long number, Mail mail) {

		String key() {
			return "%019d".formatted(this.number);
		}

	}

}
