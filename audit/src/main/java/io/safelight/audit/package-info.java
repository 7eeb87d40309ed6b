/**
 * Checks that a running marketplace keeps its promises.
 */
@NullMarked
package io.safelight.audit;

import org.jspecify.annotations.NullMarked;
