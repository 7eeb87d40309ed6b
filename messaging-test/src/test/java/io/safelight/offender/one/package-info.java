/**
 * One half of a cycle of packages.
 */
@NullMarked
package io.safelight.offender.one;

import org.jspecify.annotations.NullMarked;
