/**
 * What this service reads and says: records of the fields that matter to it.
 */
@NullMarked
package io.safelight.catalog.message;

import org.jspecify.annotations.NullMarked;
