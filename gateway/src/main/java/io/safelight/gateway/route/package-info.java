/**
 * Which request goes to which service, and how it gets there and back.
 */
@NullMarked
package io.safelight.gateway.route;

import org.jspecify.annotations.NullMarked;
