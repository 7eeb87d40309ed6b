/**
 * Several photographs sold together for one price.
 */
@NullMarked
package io.safelight.catalog.pack;

import org.jspecify.annotations.NullMarked;
