package io.safelight.messaging.audit;

import io.safelight.messaging.store.SortableTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person did by hand. Written once, in the commit of what was done, and
 * never changed; it does not expire. It names people by their id only and holds nothing
 * that must be erased one day.
 *
 * @param pk {@code ACTION#<kind>#<subject>#<occasion>}
 * @param work {@code ACTION}, so that actions can be listed
 * @param since when, as {@link SortableTime}
 * @param who the user who did it
 * @param action what was done, such as {@code redrive}
 * @param kind the kind of thing that it was done to, such as {@code parked-message}
 * @param subject which one
 * @param reason why, as that user says; null where nobody is asked
 * @param note what came of it, for people
 */
public record AuditedAction(String pk, String work, String since, String who, String action, String kind,
		String subject, @Nullable String reason, String note) {

	static final String WORK = "ACTION";

	static String key(String kind, String subject, String occasion) {
		return WORK + "#" + kind + "#" + subject + "#" + occasion;
	}

}
