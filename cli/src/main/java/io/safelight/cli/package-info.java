/**
 * The one command.
 */
@NullMarked
package io.safelight.cli;

import org.jspecify.annotations.NullMarked;
