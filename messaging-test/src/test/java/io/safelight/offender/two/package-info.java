/**
 * One half of a cycle of packages.
 */
@NullMarked
package io.safelight.offender.two;

import org.jspecify.annotations.NullMarked;
