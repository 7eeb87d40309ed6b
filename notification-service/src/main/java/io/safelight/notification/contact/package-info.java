/**
 * Where users can be reached.
 */
@NullMarked
package io.safelight.notification.contact;

import org.jspecify.annotations.NullMarked;
