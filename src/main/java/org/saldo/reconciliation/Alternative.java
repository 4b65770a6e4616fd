package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;

/**
 * One answer that may be right: what a person settles by choosing it. Written as {@code INV-1 100.00 + INV-2 50.00}, with
 * the kind behind the amount where it is not cash ({@code INV-7 12.50 CASH_DISCOUNT}) and the note in square brackets.
 *
 * @param parts what would be settled, and how
 * @param note  what speaks for this answer or against it; empty when nothing does
 */
public record Alternative(List<Part> parts, String note) {

    private static final String BETWEEN = " | ";
    private static final String PLUS = " + ";

    /** @param document the document's number, with the instalment behind a slash when it is not the first */
    public record Part(String document, Money amount, AllocationKind kind) {

        @Override
        public String toString() {
            return document + " " + amount.toDecimal().toPlainString() + (kind == AllocationKind.PAYMENT ? "" : " " + kind);
        }
    }

    public Alternative {
        parts = List.copyOf(parts);
    }

    /** The answers in the order of the list, as a decision keeps them. */
    public static String text(List<Alternative> alternatives) {
        return String.join(BETWEEN, alternatives.stream().map(Alternative::toString).toList());
    }

    /** What {@link #text} has written; an answer that cannot be read, or was cut off, is left out. */
    public static List<Alternative> parse(String text, Currency currency) {
        List<Alternative> found = new ArrayList<>();
        for (String answer : text.split(" \\| ")) {
            parseOne(answer, currency).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Alternative> parseOne(String answer, Currency currency) {
        int bracket = answer.endsWith("]") ? answer.indexOf(" [") : -1;
        String note = bracket < 0 ? "" : answer.substring(bracket + 2, answer.length() - 1);
        List<Part> parts = new ArrayList<>();
        for (String part : (bracket < 0 ? answer : answer.substring(0, bracket)).split(" \\+ ")) {
            Optional<Part> read = parsePart(part, currency);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            parts.add(read.get());
        }
        return Optional.of(new Alternative(parts, note));
    }

    private static Optional<Part> parsePart(String part, Currency currency) {
        AllocationKind kind = AllocationKind.PAYMENT;
        String rest = part;
        for (AllocationKind other : AllocationKind.values()) {
            if (part.endsWith(" " + other)) {
                kind = other;
                rest = part.substring(0, part.length() - other.name().length() - 1);
            }
        }
        int blank = rest.lastIndexOf(' ');
        if (blank < 1) {
            return Optional.empty();
        }
        try {
            Money amount = Money.of(currency.getCurrencyCode(), rest.substring(blank + 1));
            return Optional.of(new Part(rest.substring(0, blank), amount, kind));
        } catch (ArithmeticException | NumberFormatException noAmount) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String sum = String.join(PLUS, parts.stream().map(Part::toString).toList());
        return note.isEmpty() ? sum : sum + " [" + note + "]";
    }
}
