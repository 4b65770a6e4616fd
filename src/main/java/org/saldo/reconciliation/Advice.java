package org.saldo.reconciliation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Told;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** A remittance advice of a customer: which documents a payment on {@code paymentDate} settles, and with how much. */
public record Advice(String id, LocalDate paymentDate, List<Line> lines) {

    /** What the payer has kept back of a document, and why, in his words. */
    public record Deduction(Money amount, String reason) {
    }

    /**
     * One document of an advice; {@code items} are those of this number, none when it is not known.
     *
     * @param amount negative when a credit note is netted
     */
    public record Line(String documentNumber, Money amount, Optional<Deduction> deduction, List<Item> items)
            implements Told {

        public Line {
            items = List.copyOf(items);
        }

        /** Without a deduction. */
        public Line(String documentNumber, Money amount, List<Item> items) {
            this(documentNumber, amount, Optional.empty(), items);
        }

        @Override
        public Words told() {
            return deduction.map(kept -> kept.reason().isEmpty()
                    ? Words.of(EvidenceWord.ADVICE_LINE_LESS, documentNumber, amount, kept.amount())
                    : Words.of(EvidenceWord.ADVICE_LINE_LESS_FOR, documentNumber, amount, kept.amount(), kept.reason()))
                    .orElseGet(() -> Words.of(EvidenceWord.ADVICE_LINE, documentNumber, amount));
        }

        @Override
        public String toString() {
            return told().toString();
        }

        /** The key under which the document is looked for. */
        public String key() {
            return ReferenceKey.of(documentNumber);
        }

        private Line lessDeduction() {
            return deduction.map(kept -> new Line(documentNumber, amount.minus(kept.amount()), deduction, items)).orElse(this);
        }
    }

    public Advice {
        lines = List.copyOf(lines);
    }

    /** The same with other items for each line. */
    public Advice map(Function<Line, List<Item>> items) {
        return new Advice(id, paymentDate, lines.stream()
                .map(line -> new Line(line.documentNumber, line.amount, line.deduction, items.apply(line))).toList());
    }

    /** Whether the lines add up to {@code amount} and the payment's day is near {@code day}. */
    boolean announces(Money amount, LocalDate day, int daysAway) {
        return Math.abs(ChronoUnit.DAYS.between(paymentDate, day)) <= daysAway && paying(amount).isPresent();
    }

    /**
     * The same with what is really paid on each document, which together is {@code amount}; empty when it is not. Most
     * write that in their lines; some write what they would have paid without the deduction.
     */
    Optional<Advice> paying(Money amount) {
        if (lines.stream().anyMatch(line -> !line.amount().currency().equals(amount.currency()))) {
            return Optional.empty();
        }
        if (sum(amount).equals(amount)) {
            return Optional.of(this);
        }
        Advice less = new Advice(id, paymentDate, lines.stream().map(Line::lessDeduction).toList());
        return less.sum(amount).equals(amount) ? Optional.of(less) : Optional.empty();
    }

    private Money sum(Money zero) {
        Money sum = Money.zero(zero.currency());
        for (Line line : lines) {
            sum = sum.plus(line.amount());
        }
        return sum;
    }
}
