package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.WordTexts;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * One answer that may be right: what a person settles by choosing it. Written as {@code INV-1 100.00 + INV-2 50.00}, with
 * the kind behind the amount where it is not cash ({@code INV-7 12.50 CASH_DISCOUNT}) and the note in square brackets.
 * Where the document is owed in another currency than the receipt's, what it uses up of the receipt stands behind an equals
 * sign: {@code INV-1 1000.00 USD = 921.66 EUR}.
 *
 * @param parts what would be settled, and how
 * @param note  what speaks for this answer or against it; empty when nothing does
 */
public record Alternative(List<Part> parts, Words note) {

    private static final String BETWEEN = " | ";
    private static final String PLUS = " + ";

    private static final Pattern PART = Pattern.compile(
            "(.+?) ([0-9.]+)(?: ([A-Z]{3})(?: = ([0-9.]+) ([A-Z]{3}))?)?");

    /**
     * @param document the document's number, with the instalment behind a slash when it is not the first
     * @param cash     what it uses up of the receipt, in the receipt's currency; zero where the kind uses none
     */
    public record Part(String document, Money amount, AllocationKind kind, Money cash) {

        /** In the receipt's currency. */
        public Part(String document, Money amount, AllocationKind kind) {
            this(document, amount, kind, kind.usesCash() ? amount : Money.zero(amount.currency()));
        }

        @Override
        public String toString() {
            boolean exchange = !amount.currency().equals(cash.currency());
            return document + " " + amount.toDecimal().toPlainString() + (exchange ? " " + amount.currency() : "")
                    + (exchange && !cash.isZero() ? " = " + cash.toDecimal().toPlainString() + " " + cash.currency() : "")
                    + (kind == AllocationKind.PAYMENT ? "" : " " + kind);
        }
    }

    public Alternative {
        parts = List.copyOf(parts);
    }

    /** Nothing speaks for it or against it. */
    public Alternative(List<Part> parts) {
        this(parts, Words.of());
    }

    /** The answers in the order of the list, as a decision keeps them. */
    public static String text(List<Alternative> alternatives) {
        return String.join(BETWEEN, alternatives.stream().map(Alternative::stored).toList());
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
        return Optional.of(new Alternative(parts, Words.read(note, EvidenceWord.ENGLISH)));
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
        Matcher matcher = PART.matcher(rest);
        try {
            return matcher.matches() ? Optional.of(part(matcher, kind, currency)) : Optional.empty();
        } catch (ArithmeticException | IllegalArgumentException noAmount) {
            return Optional.empty();
        }
    }

    private static Part part(Matcher matcher, AllocationKind kind, Currency currency) {
        if (matcher.group(3) == null) {
            return new Part(matcher.group(1), Money.of(currency.getCurrencyCode(), matcher.group(2)), kind);
        }
        Money cash = matcher.group(4) == null ? Money.zero(currency) : Money.of(matcher.group(5), matcher.group(4));
        return new Part(matcher.group(1), Money.of(matcher.group(3), matcher.group(2)), kind, cash);
    }

    /** As a decision keeps it, the note as {@link Words#stored} does. */
    public String stored() {
        return with(note.stored());
    }

    /** With the note in the language of these texts. */
    public String told(WordTexts texts) {
        return with(texts.told(note.stored()));
    }

    /** In English. */
    @Override
    public String toString() {
        return with(note.toString());
    }

    private String with(String said) {
        String sum = String.join(PLUS, parts.stream().map(Part::toString).toList());
        return said.isEmpty() ? sum : sum + " [" + said + "]";
    }
}
