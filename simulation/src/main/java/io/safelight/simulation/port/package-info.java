/**
 * What is outside of the services, as a simulation: tables, topics, queues, buckets,
 * keys, eyes and mail.
 */
@NullMarked
package io.safelight.simulation.port;

import org.jspecify.annotations.NullMarked;
