package org.saldo.correspondence;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * An amount that the customer names in his own words.
 *
 * @param words as he wrote it, such as {@code 1.234,50 €}
 * @param amount never negative; not rounded, so it may have more digits than the currency
 * @param currency empty when he names none
 */
public record StatedAmount(String words, BigDecimal amount, Optional<Currency> currency) {
}
