/**
 * The upload saga.
 */
@NullMarked
package io.safelight.publication;

import org.jspecify.annotations.NullMarked;
