/**
 * Wires the module into a Spring Boot application.
 */
@NullMarked
package io.safelight.messaging.autoconfigure;

import org.jspecify.annotations.NullMarked;
