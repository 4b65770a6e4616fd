package org.saldo.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Objects;
import org.saldo.ledger.CustomerId;

/**
 * What a statement is about: a customer of a company, a currency, a period, and which version of it (1 is the first). Of a
 * month there is one statement, so that the month and the version name it; an interim one, which a person asks for as of a day
 * in the middle of a month, is named after that day and is no month's statement.
 */
public record StatementKey(CustomerId customer, Currency currency, StatementPeriod period, int version, boolean interim) {

    public StatementKey {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(period, "period");
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more, was " + version);
        }
    }

    /** The statement of a month, to its cut-off. */
    public StatementKey(CustomerId customer, Currency currency, StatementPeriod period, int version) {
        this(customer, currency, period, version, false);
    }

    /** A statement to the last day of {@code period}, which is no cut-off. */
    public static StatementKey interim(CustomerId customer, Currency currency, StatementPeriod period, int version) {
        return new StatementKey(customer, currency, period, version, true);
    }

    /** The statement of a whole calendar month. */
    public StatementKey(CustomerId customer, Currency currency, YearMonth month, int version) {
        this(customer, currency, StatementPeriod.of(month), version);
    }

    /** The month in which the cut-off lies. */
    public YearMonth month() {
        return period.month();
    }

    /**
     * The number within customer and currency: {@code 2026-10}, and {@code 2026-10-v2} for a second version; an interim one has
     * its day, {@code 2026-10-15}.
     */
    public String number() {
        return version == 1 ? name() : name() + "-v" + version;
    }

    private String name() {
        return interim ? cutOff().toString() : month().toString();
    }

    public LocalDate firstDay() {
        return period.firstDay();
    }

    /** The last day that counts, to its end in the company's time zone. */
    public LocalDate cutOff() {
        return period.cutOff();
    }

    /** What makes a statement the same again, whoever asks for it. */
    @Override
    public String toString() {
        return customer + "/" + currency + "/" + name() + "/" + version;
    }
}
