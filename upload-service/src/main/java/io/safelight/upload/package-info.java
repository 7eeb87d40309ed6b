/**
 * Lets originals in.
 */
@NullMarked
package io.safelight.upload;

import org.jspecify.annotations.NullMarked;
