/**
 * What users want to be told by mail.
 */
@NullMarked
package io.safelight.notification.preference;

import org.jspecify.annotations.NullMarked;
