package io.safelight.purchase.money;

/**
 * One line of the ledger. The lines of an order add up to zero; what an account has
 * earned is the fold of its lines. Lines are only ever added; of a buyer who was erased
 * the name is exchanged for a pseudonym.
 *
 * @param orderId the order that it belongs to
 * @param account {@code buyer:<user>}, {@code contributor:<user>} or {@code house}
 * @param amount in minor units: a debit is positive, a credit negative
 * @param currency the ISO 4217 code
 * @param bookedAt when, as sortable text
 */
public record LedgerEntry(String orderId, String account, long amount, String currency, String bookedAt) {
}
