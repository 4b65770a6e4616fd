package org.saldo.job.people;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Refused;

/**
 * What a payment is to settle, as people write it and proposals name it: {@code INV-1 100.00 + INV-2 12.50 CASH_DISCOUNT}.
 * Documents are joined by plus, semicolon or line break. Without an amount as much is meant as is open and there is cash
 * for; without a kind, cash. Of a document in another currency also says what it takes of the payment:
 * {@code INV-3 1000.00 = 921.66}, and may name the currencies: {@code INV-3 1000.00 USD = 921.66 EUR}. Why the rest of a
 * document stays open is said by its code at the end: {@code INV-1 98.00 PRICE}, or {@code INV-1 98.00 REST BANK_CHARGE} where
 * the code is a kind as well.
 */
record Settlement(List<Wish> wishes) {

    private static final String NUMBER = "[0-9]+(?:[.,][0-9]{1,4})?";
    private static final String CURRENCY = "(?:\\s+([A-Z]{3}))?";
    private static final Pattern AMOUNT = Pattern.compile("(.+?)\\s+(-?" + NUMBER + ")" + CURRENCY + "(?:\\s+=\\s+(" + NUMBER
            + ")" + CURRENCY + ")?");
    private static final Pattern CODED = Pattern.compile("(.+?)\\s+(REST\\s+)?([A-Z_]+)");
    private static final List<AllocationKind> BY_HAND = List.of(AllocationKind.PAYMENT, AllocationKind.CASH_DISCOUNT,
            AllocationKind.CREDIT_NOTE, AllocationKind.WRITE_OFF, AllocationKind.BANK_CHARGE, AllocationKind.WITHHOLDING_TAX,
            AllocationKind.FX_DIFFERENCE);

    /**
     * A document, how much of it, and how.
     *
     * @param currency     of the document, where it is named; empty otherwise
     * @param cash         what it takes of the payment, where that is said
     * @param cashCurrency of the payment, where it is named
     * @param rest         why what is not settled of the document stays open, where that is said
     */
    record Wish(String document, Optional<BigDecimal> amount, AllocationKind kind, String currency,
                Optional<BigDecimal> cash, String cashCurrency, Optional<DifferenceCode> rest) {

        Wish(String document, Optional<BigDecimal> amount, AllocationKind kind) {
            this(document, amount, kind, "", Optional.empty(), "", Optional.empty());
        }

        private Wish leaving(DifferenceCode code) {
            return new Wish(document, amount, kind, currency, cash, cashCurrency, Optional.of(code));
        }
    }

    Settlement {
        wishes = List.copyOf(wishes);
    }

    /**
     * @param isDocument whether a text as a whole is the number of a document, be it with blanks inside
     * @throws Refused when it names nothing, or a kind that cannot be given by hand
     */
    static Settlement of(String text, Predicate<String> isDocument) {
        List<Wish> wishes = new ArrayList<>();
        for (String part : text.split("\\s+\\+\\s+|[;\\r\\n]+")) {
            if (!part.isBlank()) {
                wishes.add(wish(part.strip(), isDocument));
            }
        }
        if (wishes.isEmpty()) {
            throw new Refused("documents: none is named; write them as INV-1 100.00 + INV-2 50.00");
        }
        return new Settlement(wishes);
    }

    private static Wish wish(String part, Predicate<String> isDocument) {
        if (isDocument.test(part)) {
            return new Wish(part, Optional.empty(), AllocationKind.PAYMENT);
        }
        Matcher coded = CODED.matcher(part);
        if (coded.matches()) {
            Optional<DifferenceCode> code = code(coded.group(3), coded.group(2) != null);
            if (code.isPresent()) {
                return wish(coded.group(1), isDocument).leaving(code.get());
            }
        }
        AllocationKind kind = Arrays.stream(AllocationKind.values()).filter(one -> part.endsWith(" " + one)).findFirst()
                .orElse(AllocationKind.PAYMENT);
        if (!BY_HAND.contains(kind)) {
            throw new Refused("documents: " + kind + " cannot be given by hand; use one of " + BY_HAND);
        }
        String rest = part.endsWith(" " + kind) ? part.substring(0, part.length() - kind.name().length()).strip() : part;
        Matcher matcher = AMOUNT.matcher(rest);
        return matcher.matches() ? new Wish(matcher.group(1).strip(), number(matcher.group(2)), kind,
                Objects.toString(matcher.group(3), ""), number(matcher.group(4)), Objects.toString(matcher.group(5), ""),
                Optional.empty())
                : new Wish(rest, Optional.empty(), kind);
    }

    /** A word that is a kind as well counts as the code of a rest only where that is said. */
    private static Optional<DifferenceCode> code(String word, boolean said) {
        Optional<DifferenceCode> code = Arrays.stream(DifferenceCode.values()).filter(one -> one.name().equals(word)).findFirst();
        if (said && code.isEmpty()) {
            throw new Refused("documents: " + word + " is no code of what stays open; use one of "
                    + Arrays.toString(DifferenceCode.values()));
        }
        return code.filter(one -> said || Arrays.stream(AllocationKind.values()).noneMatch(kind ->
                kind.name().equals(one.name())));
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(text).map(digits -> new BigDecimal(digits.replace(',', '.')));
    }
}
