package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.ledger.OriginalAmount;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * What the bank says of a receipt that it has exchanged: what the payer had ordered, and at which rate. Read from the
 * receipt's own fields, or from code words of its text: {@code /OCMT/USD1000,00/} and {@code /EXCH/1,0850/} of MT940,
 * {@code InstdAmt} and {@code XchgRate} of camt. What cannot be read, or is said in two ways, is not said.
 *
 * @param original positive
 * @param rate     in whichever of the two directions
 * @param source   where it stands, in words
 */
public record BankExchange(Money original, Optional<BigDecimal> rate, String source) {

    private static final String NUMBER = "([0-9]{1,15}(?:[.,][0-9]{0,9})?)(?![0-9]|[.,][0-9])";
    private static final String BETWEEN = "[\\s:=/>]*";
    private static final Pattern OCMT = Pattern.compile("(?<![A-Za-z0-9])OCMT/([A-Z]{3})" + NUMBER);
    private static final Pattern EXCH = Pattern.compile("(?<![A-Za-z0-9])EXCH/" + NUMBER);
    private static final Pattern INSTD_AMT = Pattern.compile(
            "(?<![A-Za-z0-9])InstdAmt(?:\\s+Ccy=\"?)?" + BETWEEN + "([A-Z]{3})\"?" + BETWEEN + NUMBER);
    private static final Pattern XCHG_RATE = Pattern.compile("(?<![A-Za-z0-9])XchgRate" + BETWEEN + NUMBER);
    /** Fewer digits of a rate are taken for the first of so many. */
    private static final int RATE_DIGITS = 5;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** What the bank says of the receipt; empty when it states no original amount in another currency. */
    public static Optional<BankExchange> of(Receipt receipt) {
        return of(receipt.amount().currency(), receipt.original(), receipt.remittanceText());
    }

    /**
     * @param booked the receipt's currency
     * @param stated in fields of its own
     */
    public static Optional<BankExchange> of(Currency booked, Optional<OriginalAmount> stated, String text) {
        Optional<BankExchange> inFields = stated.map(original ->
                new BankExchange(original.amount(), original.rate(), "original_amount")).filter(found -> found.isOf(booked));
        Optional<BankExchange> inText = inText(text).filter(found -> found.isOf(booked));
        if (inFields.isPresent() && inText.isPresent() && !inFields.get().original.equals(inText.get().original)) {
            return Optional.empty();
        }
        return inFields.isPresent() ? inFields : inText;
    }

    private boolean isOf(Currency booked) {
        return !original.currency().equals(booked);
    }

    private static Optional<BankExchange> inText(String text) {
        return text.contains("OCMT/") ? read(text, OCMT, EXCH, "/OCMT/")
                : text.contains("InstdAmt") ? read(text, INSTD_AMT, XCHG_RATE, "InstdAmt") : Optional.empty();
    }

    private static Optional<BankExchange> read(String text, Pattern amount, Pattern rate, String source) {
        Set<Optional<Money>> amounts = new LinkedHashSet<>();
        for (Matcher found = amount.matcher(text); found.find(); ) {
            amounts.add(money(found.group(1), found.group(2)));
        }
        Set<BigDecimal> rates = new LinkedHashSet<>();
        for (Matcher found = rate.matcher(text); found.find(); ) {
            rates.add(number(found.group(1)).stripTrailingZeros());
        }
        if (amounts.size() != 1 || rates.size() > 1) {
            return Optional.empty();
        }
        return amounts.iterator().next().map(original -> new OriginalAmount(original, rates.stream().findFirst()))
                .map(original -> new BankExchange(original.amount(), original.rate(), source));
    }

    /** Empty when there is no such currency, it has fewer decimals, or it is nothing. */
    private static Optional<Money> money(String currency, String text) {
        try {
            Currency of = Currency.getInstance(currency);
            BigDecimal number = number(text);
            return number.scale() > of.getDefaultFractionDigits() ? Optional.empty()
                    : Optional.of(Money.of(of, number)).filter(Money::isPositive);
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    /**
     * Whether the rate leads from the original amount to the booked one, multiplied or divided. The rate is known to half
     * a unit of its last digit (of the fifth, when it has fewer), the booked amount to half a minor unit. Without a rate
     * there is nothing to say against it.
     */
    boolean explains(Money booked) {
        return rate.isEmpty() || leadsTo(booked, rate.get());
    }

    private boolean leadsTo(Money booked, BigDecimal number) {
        int digits = Math.max(RATE_DIGITS, number.precision());
        BigDecimal slack = HALF.movePointLeft(number.scale() + digits - number.precision());
        BigDecimal low = number.subtract(slack);
        BigDecimal high = number.add(slack);
        BigDecimal half = HALF.movePointLeft(booked.currency().getDefaultFractionDigits());
        BigDecimal least = booked.toDecimal().subtract(half);
        BigDecimal most = booked.toDecimal().add(half);
        BigDecimal from = original.toDecimal();
        boolean multiplied = from.multiply(low).compareTo(most) <= 0 && from.multiply(high).compareTo(least) >= 0;
        boolean divided = most.multiply(high).compareTo(from) >= 0 && least.multiply(low).compareTo(from) <= 0;
        return multiplied || divided;
    }

    /** {@code the bank says that USD 1000.00 were sent (/OCMT/), at a rate of 1.085}. */
    Words told() {
        return rate.map(number -> Words.of(EvidenceWord.BANK_SAYS_RATE, original, source, number.toPlainString()))
                .orElseGet(() -> Words.of(EvidenceWord.BANK_SAYS, original, source));
    }
}
