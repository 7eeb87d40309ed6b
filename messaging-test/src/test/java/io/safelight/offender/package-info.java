/**
 * A service that breaks every rule of architecture, to show that each notices.
 */
@NullMarked
package io.safelight.offender;

import org.jspecify.annotations.NullMarked;
