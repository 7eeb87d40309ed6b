/**
 * Tells which alarms of {@code ops/alerts.yml} would fire.
 */
@NullMarked
package io.safelight.messaging.test.alarms;

import org.jspecify.annotations.NullMarked;
