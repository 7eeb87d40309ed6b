/**
 * The marketplace under load while its processes are killed, paused and restarted.
 */
@NullMarked
package io.safelight.cli.chaos;

import org.jspecify.annotations.NullMarked;
