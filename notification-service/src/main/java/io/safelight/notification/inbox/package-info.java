/**
 * What each user was told, to be read on the site.
 */
@NullMarked
package io.safelight.notification.inbox;

import org.jspecify.annotations.NullMarked;
