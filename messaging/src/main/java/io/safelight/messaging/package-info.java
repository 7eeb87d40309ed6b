/**
 * Messages between services that are never lost and never take effect twice.
 */
@NullMarked
package io.safelight.messaging;

import org.jspecify.annotations.NullMarked;
