/**
 * The one HTTP entrance.
 */
@NullMarked
package io.safelight.gateway;

import org.jspecify.annotations.NullMarked;
