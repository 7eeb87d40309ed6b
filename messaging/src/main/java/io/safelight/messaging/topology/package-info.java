/**
 * What a service needs to exist, declared once in code and created when asked.
 */
@NullMarked
package io.safelight.messaging.topology;

import org.jspecify.annotations.NullMarked;
