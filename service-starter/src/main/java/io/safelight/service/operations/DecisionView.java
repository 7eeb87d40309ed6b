package io.safelight.service.operations;

import java.time.Instant;
import java.util.Locale;

import io.safelight.messaging.inbox.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * What came of a decision, as the audit has it.
 *
 * @param number which decision about the message it was, from 1
 * @param dryRun whether it was only asked what would come of it
 * @param at when
 * @param who the user who decided
 * @param reason why
 * @param ticket where it is written about
 * @param action {@code redrive} or {@code discard}
 * @param outcome {@code sent}, {@code discarded}, {@code no-op} or {@code refused}
 * @param note what that means
 * @param messageId the message's identity, if that could be read
 * @param type the message's type, if that could be read
 * @param bodySha256 of its body
 * @param serviceVersion the version of the service that handles it now
 */
record DecisionView(int number, boolean dryRun, Instant at, String who, String reason, @Nullable String ticket,
		String action, String outcome, String note, @Nullable String messageId, @Nullable String type,
		String bodySha256, String serviceVersion) {

	static DecisionView of(AuditEntry entry, boolean dryRun) {
		return new DecisionView(entry.number(), dryRun, entry.at(), entry.who(), entry.reason(), entry.ticket(),
				word(entry.action()), word(entry.outcome()), entry.note(), entry.messageId(), entry.type(),
				entry.bodyHash(), entry.serviceVersion());
	}

	static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
