/**
 * Amounts, how they are divided, and the double-entry ledger.
 */
@NullMarked
package io.safelight.purchase.money;

import org.jspecify.annotations.NullMarked;
