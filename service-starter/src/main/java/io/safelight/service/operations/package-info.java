/**
 * What administrators can do about messages that could not be handled.
 */
@NullMarked
package io.safelight.service.operations;

import org.jspecify.annotations.NullMarked;
