/**
 * Taking money, and giving it back.
 */
@NullMarked
package io.safelight.purchase.payment;

import org.jspecify.annotations.NullMarked;
