/**
 * The processes of a marketplace on one machine.
 */
@NullMarked
package io.safelight.cli.process;

import org.jspecify.annotations.NullMarked;
