/**
 * Runs the model of the saga with its outbox and its inboxes.
 */
@NullMarked
package io.safelight.model;

import org.jspecify.annotations.NullMarked;
