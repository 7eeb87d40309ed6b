/**
 * What the HTTP side of every service has in common: who is calling, how errors look, and
 * that no endpoint is without a rule.
 */
@NullMarked
package io.safelight.service;

import org.jspecify.annotations.NullMarked;
