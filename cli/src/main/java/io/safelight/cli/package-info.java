/**
 * The one command: starts, shows, loads and checks a whole marketplace on one machine.
 */
@NullMarked
package io.safelight.cli;

import org.jspecify.annotations.NullMarked;
