/**
 * What the marketplace does for people, told through its public doors only.
 */
@NullMarked
package io.safelight.acceptance;

import org.jspecify.annotations.NullMarked;
