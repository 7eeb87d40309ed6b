/**
 * The services' API documentation on one page.
 */
@NullMarked
package io.safelight.gateway.docs;

import org.jspecify.annotations.NullMarked;
