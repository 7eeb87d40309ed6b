/**
 * Which services run.
 */
@NullMarked
package io.safelight.gateway.status;

import org.jspecify.annotations.NullMarked;
