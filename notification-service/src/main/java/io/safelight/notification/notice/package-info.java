/**
 * What people are told, in words.
 */
@NullMarked
package io.safelight.notification.notice;

import org.jspecify.annotations.NullMarked;
