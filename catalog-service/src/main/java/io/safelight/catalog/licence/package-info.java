/**
 * What a buyer may do with a photograph, in plain words.
 */
@NullMarked
package io.safelight.catalog.licence;

import org.jspecify.annotations.NullMarked;
