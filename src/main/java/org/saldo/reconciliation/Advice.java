package org.saldo.reconciliation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.saldo.ledger.ReferenceKey;
import org.saldo.money.Money;

/** A remittance advice of a customer: which documents a payment on {@code paymentDate} settles, and with how much. */
public record Advice(String id, LocalDate paymentDate, List<Line> lines) {

    /** One document of an advice; {@code items} are those of this number, none when it is not known. */
    public record Line(String documentNumber, Money amount, List<Item> items) {

        public Line {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return documentNumber + " " + amount;
        }

        /** The key under which the document is looked for. */
        public String key() {
            return ReferenceKey.of(documentNumber);
        }
    }

    public Advice {
        lines = List.copyOf(lines);
    }

    /** The same with other items for each line. */
    public Advice map(Function<Line, List<Item>> items) {
        return new Advice(id, paymentDate, lines.stream()
                .map(line -> new Line(line.documentNumber, line.amount, items.apply(line))).toList());
    }

    /** Whether the lines add up to {@code amount} and the payment's day is near {@code day}. */
    boolean announces(Money amount, LocalDate day, int daysAway) {
        if (Math.abs(ChronoUnit.DAYS.between(paymentDate, day)) > daysAway) {
            return false;
        }
        Money sum = Money.zero(amount.currency());
        for (Line line : lines) {
            if (!line.amount().currency().equals(amount.currency())) {
                return false;
            }
            sum = sum.plus(line.amount());
        }
        return sum.equals(amount);
    }
}
