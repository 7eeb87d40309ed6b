/**
 * What the bytes of an upload are, told from their headers and their hash, without
 * decoding them.
 */
@NullMarked
package io.safelight.upload.inspection;

import org.jspecify.annotations.NullMarked;
