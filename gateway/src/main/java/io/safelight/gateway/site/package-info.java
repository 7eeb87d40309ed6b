/**
 * The pages of the site.
 */
@NullMarked
package io.safelight.gateway.site;

import org.jspecify.annotations.NullMarked;
