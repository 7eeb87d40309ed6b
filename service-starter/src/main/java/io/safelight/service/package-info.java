/**
 * What the HTTP side of every service has in common.
 */
@NullMarked
package io.safelight.service;

import org.jspecify.annotations.NullMarked;
