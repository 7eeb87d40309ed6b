/**
 * Who is told, and how.
 */
@NullMarked
package io.safelight.notification;

import org.jspecify.annotations.NullMarked;
