package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * A customer's list in one currency, as it was read. {@code asOf} is the day for which it was made and {@code total} its
 * own total or last balance with the sign that it has there, when it says so; {@code unread} rows have an amount that
 * could not be understood.
 */
public record TheirList(Currency currency, List<TheirLine> lines, Optional<LocalDate> asOf, Optional<Money> total,
                        int unread) {

    public TheirList {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(asOf, "as of");
        Objects.requireNonNull(total, "total");
        lines = lines.stream().sorted(TheirLine.ORDER).toList();
        if (lines.stream().anyMatch(line -> !line.amount().currency().equals(currency))) {
            throw new IllegalArgumentException("a list is in one currency, this one in " + currency);
        }
    }

    Money sum() {
        return lines.stream().map(TheirLine::amount).reduce(Money.zero(currency), Money::plus);
    }

    Optional<TheirLine> opening() {
        return lines.stream().filter(line -> line.kind() == TheirKind.OPENING).findFirst();
    }

    Optional<LocalDate> firstDay() {
        return lines.stream().flatMap(line -> line.date().stream()).min(LocalDate::compareTo);
    }

    Optional<LocalDate> lastDay() {
        return lines.stream().flatMap(line -> line.date().stream()).max(LocalDate::compareTo);
    }

    TheirList read(Signs signs) {
        Optional<Money> balance = total.map(stated -> signs == Signs.REVERSED ? stated.negated() : stated);
        return new TheirList(currency, lines.stream().map(line -> line.read(signs)).toList(), asOf, balance, unread);
    }
}
