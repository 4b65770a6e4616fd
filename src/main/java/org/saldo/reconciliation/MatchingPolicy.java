package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.money.Money;

/**
 * What cash application may do by itself.
 *
 * @param version             the name under which decisions record this policy
 * @param rules               the rules that are on; what another rule would have applied is proposed
 * @param minimumDigits       a number in a text with fewer digits is no reference
 * @param partPaymentDigits   a quoted number with fewer digits proves a part payment not well enough
 * @param searchedItems       up to this many open items of a payer another answer can be ruled out
 * @param adviceDays          how many days a payment may be away from the day that its remittance advice names
 * @param discountGraceDays   how many days after its last day a cash discount still counts as earned
 * @param secondLookDays      how many days after it was decided what only fits may still give way
 * @param tolerance           how much less than is open counts as paid, of one payment and in a month
 * @param confirmationsNeeded how many payments must have confirmed a payer that is not on file; two at least
 * @param overpayment         how much more than is open a payer may send by mistake; more is proposed
 * @param numberWords         words that announce a document's number, such as invoice or Nr
 * @param exchange            what is done with a receipt in another currency than its documents
 * @param allocationOrders    what unreferenced money settles when nothing fits
 * @param differences         what payers may keep back for a reason
 * @param otherNumbers        what tells that a number is no document's
 * @param roundShares         shares in percent in which people pay a part, so that a credit note not quoted is no proof
 * @param onAccountWords      with one of these in the text, and no document, nothing is settled by its amount alone
 */
public record MatchingPolicy(String version, Set<Rule> rules, int minimumDigits, int partPaymentDigits, int searchedItems,
                             int adviceDays, int discountGraceDays, int confirmationsNeeded, int secondLookDays,
                             GivingUp tolerance, Tolerance overpayment, ExchangePolicy exchange,
                             List<String> onAccountWords, List<String> numberWords, AllocationOrders allocationOrders,
                             Differences differences, OtherNumbers otherNumbers, List<Integer> roundShares) {

    public MatchingPolicy {
        rules = rules.isEmpty() ? EnumSet.noneOf(Rule.class) : EnumSet.copyOf(rules);
        onAccountWords = List.copyOf(onAccountWords);
        numberWords = List.copyOf(numberWords);
        roundShares = List.copyOf(roundShares);
        atLeast(1, minimumDigits, "minimum digits");
        atLeast(minimumDigits, partPaymentDigits, "digits for a part payment");
        atLeast(1, searchedItems, "searched items");
        atLeast(0, adviceDays, "advice days");
        atLeast(0, discountGraceDays, "discount grace days");
        atLeast(2, confirmationsNeeded, "confirmations needed");
        atLeast(0, secondLookDays, "second look days");
        if (version.isBlank() || version.length() > 40) {
            throw new IllegalArgumentException("the policy's version must have 1 to 40 characters, was '" + version + "'");
        }
    }

    /** The policy that is shipped: every rule on. */
    public static MatchingPolicy shipped() {
        Map<Currency, Money> tooMuch = Stream.of(Money.of("EUR", "100.00"), Money.of("USD", "100.00"),
                Money.of("GBP", "100.00"), Money.of("CHF", "100.00"), Money.of("CNY", "800.00"))
                .collect(Collectors.toMap(Money::currency, money -> money));
        return new MatchingPolicy("2", EnumSet.complementOf(EnumSet.of(Rule.NONE)), 3, 4, 60, 5, 3, 2, 60,
                new GivingUp(new Tolerance(smallTimes(1), new BigDecimal("0.5")), List.of(), smallTimes(5), smallTimes(500), 3,
                        5),
                new Tolerance(tooMuch, BigDecimal.TEN),
                ExchangePolicy.shipped(),
                List.of("on account", "akonto", "a cuenta", "en cuenta", "acompte",
                "a valoir", "acconto", "vorauszahlung", "anticipo", "prepayment", "down payment", "预付", "预收", "deposit",
                "advance payment", "pro forma", "proforma", "vorkasse", "anzahlung", "arrhes", "caparra", "adiantamento", "sinal",
                "aanbetaling", "vooruitbetaling", "zaliczka", "przedpłata", "förskott", "forskudd", "forudbetaling",
                "ennakkomaksu", "定金", "订金"),
                ShippedWords.OF_NUMBERS,
                AllocationOrders.of(AllocationOrder.HOLD), Differences.shipped(), ShippedWords.OF_OTHERS,
                List.of(10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90));
    }

    /** So many times what may be given up of one payment. */
    private static Map<Currency, Money> smallTimes(long times) {
        return Stream.of(Money.of("EUR", "2.00"), Money.of("USD", "2.00"), Money.of("GBP", "2.00"), Money.of("CHF", "2.00"),
                Money.of("CNY", "15.00")).collect(Collectors.toMap(Money::currency,
                        money -> Money.ofMinor(money.currency(), money.minorUnits() * times)));
    }

    /** The same under its name and the hash of the files that hold it, so that decisions tell one content from another. */
    public MatchingPolicy stamped(String hash) {
        String name = version.substring(0, Math.min(version.length(), 39 - hash.length()));
        return new MatchingPolicy(name + "+" + hash, rules, minimumDigits, partPaymentDigits, searchedItems, adviceDays,
                discountGraceDays, confirmationsNeeded, secondLookDays, tolerance, overpayment, exchange, onAccountWords,
                numberWords, allocationOrders, differences, otherNumbers, roundShares);
    }

    public MatchingPolicy withRules(Set<Rule> others) {
        return with(others, tolerance, exchange, allocationOrders, differences);
    }

    public MatchingPolicy withOrders(AllocationOrders others) {
        return with(rules, tolerance, exchange, others, differences);
    }

    public MatchingPolicy withTolerance(GivingUp other) {
        return with(rules, other, exchange, allocationOrders, differences);
    }

    public MatchingPolicy withDifferences(Differences others) {
        return with(rules, tolerance, exchange, allocationOrders, others);
    }

    public MatchingPolicy withExchange(ExchangePolicy other) {
        return with(rules, tolerance, other, allocationOrders, differences);
    }

    private MatchingPolicy with(Set<Rule> allowed, GivingUp givingUp, ExchangePolicy exchanged, AllocationOrders orders,
                                Differences kept) {
        return new MatchingPolicy(version, allowed, minimumDigits, partPaymentDigits, searchedItems, adviceDays,
                discountGraceDays, confirmationsNeeded, secondLookDays, givingUp, overpayment, exchanged, onAccountWords,
                numberWords, orders, kept, otherNumbers, roundShares);
    }

    public boolean allows(Rule rule) {
        return rules.contains(rule);
    }

    private static void atLeast(int least, int number, String what) {
        if (number < least) {
            throw new IllegalArgumentException(what + " must be " + least + " or more, was " + number);
        }
    }
}
