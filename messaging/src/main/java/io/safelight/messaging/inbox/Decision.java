package io.safelight.messaging.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decides about a parked message, and why.
 *
 * @param action what is wanted
 * @param who the user
 * @param reason why, for those who read it later
 * @param ticket where it is written about, if anywhere
 */
public record Decision(AuditEntry.Action action, String who, String reason, @Nullable String ticket) {
}
