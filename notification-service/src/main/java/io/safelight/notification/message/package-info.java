/**
 * What comes in and goes out: the fields that this service reads or writes.
 */
@NullMarked
package io.safelight.notification.message;

import org.jspecify.annotations.NullMarked;
