package org.saldo.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/**
 * An exact amount: a currency and a signed number of its minor units, so that EUR 12.34 is 1234 cents.
 * Overflow throws {@link ArithmeticException}, currencies never mix ({@link CurrencyMismatchException}), and
 * nothing is rounded unless the caller names the mode. The number of minor digits is that of ISO 4217 as the
 * JDK knows it; a currency without minor units of its own (XXX, XAU) is refused.
 */
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit; it is no currency of account");
        }
    }

    public static Money ofMinor(Currency currency, long minorUnits) {
        return new Money(currency, minorUnits);
    }

    /** @throws ArithmeticException when {@code amount} has more digits than the currency, or is too large */
    public static Money of(Currency currency, BigDecimal amount) {
        int digits = new Money(currency, 0).digits();
        return new Money(currency, amount.setScale(digits, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    /** {@code of("EUR", "12.34")}: a decimal point, no grouping. */
    public static Money of(String currencyCode, String amount) {
        return of(Currency.getInstance(currencyCode), new BigDecimal(amount));
    }

    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    public Money plus(Money other) {
        return new Money(currency, Math.addExact(minorUnits, sameCurrency(other).minorUnits));
    }

    public Money minus(Money other) {
        return new Money(currency, Math.subtractExact(minorUnits, sameCurrency(other).minorUnits));
    }

    public Money negated() {
        return new Money(currency, Math.negateExact(minorUnits));
    }

    public Money abs() {
        return minorUnits < 0 ? negated() : this;
    }

    /** This amount times {@code percent} / 100, rounded to the minor unit as {@code mode} says. */
    public Money percent(BigDecimal percent, RoundingMode mode) {
        BigDecimal exact = BigDecimal.valueOf(minorUnits).multiply(percent).movePointLeft(2);
        return new Money(currency, exact.setScale(0, mode).longValueExact());
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    /** The amount with exactly the minor digits of the currency. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, digits());
    }

    /** As people read it in English: {@code EUR 12,759.00}. */
    public String written() {
        return currency + " " + written(".", ",");
    }

    /** Without the currency, as a language writes it. @param grouping between thousands */
    public String written(String decimal, String grouping) {
        return String.format(Locale.ROOT, "%,." + digits() + "f", toDecimal()).replace(",", "\u0000").replace(".", decimal)
                .replace("\u0000", grouping);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    @Override
    public String toString() {
        return currency + " " + toDecimal().toPlainString();
    }

    private int digits() {
        return currency.getDefaultFractionDigits();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(this, other);
        }
        return other;
    }
}
