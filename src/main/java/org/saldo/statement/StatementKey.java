package org.saldo.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Objects;
import org.saldo.ledger.CustomerId;

/**
 * What a statement is about: a customer of a company, a currency, a period, and which version of it (1 is the first). Of a
 * month there is one statement, so that the month and the version name it.
 */
public record StatementKey(CustomerId customer, Currency currency, StatementPeriod period, int version) {

    public StatementKey {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(period, "period");
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more, was " + version);
        }
    }

    /** The statement of a whole calendar month. */
    public StatementKey(CustomerId customer, Currency currency, YearMonth month, int version) {
        this(customer, currency, StatementPeriod.of(month), version);
    }

    /** The month in which the cut-off lies. */
    public YearMonth month() {
        return period.month();
    }

    /** The number within customer and currency: {@code 2026-10}, and {@code 2026-10-v2} for a second version. */
    public String number() {
        return version == 1 ? month().toString() : month() + "-v" + version;
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
        return customer + "/" + currency + "/" + month() + "/" + version;
    }
}
