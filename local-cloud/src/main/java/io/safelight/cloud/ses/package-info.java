/**
 * AWS SES: mails are kept and shown, never sent.
 */
@NullMarked
package io.safelight.cloud.ses;

import org.jspecify.annotations.NullMarked;
