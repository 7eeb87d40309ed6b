package io.safelight.notification.mail;

/**
 * A mail's content, finished.
 *
 * @param subject one line
 * @param text for those who read plain text
 * @param html the same, for everybody else
 */
record Draft(String subject, String text, String html) {
}
