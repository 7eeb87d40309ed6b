/**
 * Mails, from the decision to write one until it was handed over or given up.
 */
@NullMarked
package io.safelight.notification.mail;

import org.jspecify.annotations.NullMarked;
