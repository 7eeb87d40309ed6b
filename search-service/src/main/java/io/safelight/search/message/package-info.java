/**
 * What this service reads: records of the fields that matter to it.
 */
@NullMarked
package io.safelight.search.message;

import org.jspecify.annotations.NullMarked;
