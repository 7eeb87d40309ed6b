/**
 * Orders, licences, encrypted copies and links that work once.
 */
@NullMarked
package io.safelight.purchase;

import org.jspecify.annotations.NullMarked;
