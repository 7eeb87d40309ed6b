/**
 * The pages of the site, which administrators compose from blocks.
 */
@NullMarked
package io.safelight.catalog.page;

import org.jspecify.annotations.NullMarked;
