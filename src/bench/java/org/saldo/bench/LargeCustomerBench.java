package org.saldo.bench;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.reconciliation.Verdict;

/**
 * Matching for one customer alone who has N open items and sends as many payments, at 1,000 to N items:
 * {@code LargeCustomerBench N}. The payments quote a number, a part of it, none at all, or one with a slip of the pen; some
 * pay a part or too much. What one payment takes should not depend on N.
 */
public final class LargeCustomerBench {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
    private static final LocalDate BOOKED = LocalDate.of(2026, 4, 1);
    private static final String IBAN = "DE02100000000000004711";
    private static final int MANNERS = 8;
    private static final int SMALLEST = 1_000;
    private static final int WARM_UP = 20;

    private LargeCustomerBench() {
    }

    public static void main(String[] arguments) throws Exception {
        int most = Integer.parseInt(arguments[0]);
        for (int i = 0; i < WARM_UP; i++) {
            match(SMALLEST, new Stopwatch());
        }
        System.out.println("| open items of one customer | payments | applied | processor microseconds a payment |");
        System.out.println("|---|---|---|---|");
        for (int items = SMALLEST; items <= most; items *= 10) {
            Stopwatch watch = new Stopwatch();
            int rounds = Math.max(1, most / items / 10);
            int applied = 0;
            for (int round = 0; round < rounds; round++) {
                applied = match(items, watch);
            }
            System.out.printf(Locale.ROOT, "| %,d | %,d | %,d | %.1f |%n", items, items, applied,
                    watch.cpuSeconds() * 1e6 / items / rounds);
        }
    }

    private static int match(int size, Stopwatch watch) throws Exception {
        PayerDirectory directory = new PayerDirectory();
        directory.add("C1", "Largest Customer Ltd", "", IBAN, "");
        ItemBook book = new ItemBook();
        for (int i = 0; i < size; i++) {
            book.add(item(i));
        }
        Matcher matcher = new Matcher(MatchingPolicy.shipped(), directory, book);
        int[] applied = new int[1];
        watch.time(() -> {
            for (int i = 0; i < size; i++) {
                Verdict verdict = matcher.decide(payment(i), List.of());
                if (verdict.isApplied()) {
                    verdict.parts().forEach(part -> book.settle(part.item().id(), part.amount()));
                    applied[0]++;
                }
            }
        });
        return applied[0];
    }

    private static Item item(int number) {
        Money amount = Money.ofMinor(EURO, cents(number));
        return new Item(number + 1, number(number), 1, "C1", false, ISSUED, ISSUED.plusDays(30), Optional.empty(), amount,
                amount);
    }

    private static Receipt payment(int number) {
        String serial = "%07d".formatted(number * 3);
        String slip = serial.substring(0, 6) + (char) ('0' + (serial.charAt(6) - '0' + 1) % 10);
        String text = switch (number % MANNERS) {
            case 0, 1, 2 -> "Invoice " + number(number);
            case 3 -> "payment of " + number * 3;
            case 4 -> "your delivery, thank you";
            case 5 -> "RE-" + slip;
            case 6 -> "part of RE-" + serial;
            default -> "RE-" + serial + " with thanks";
        };
        long cents = cents(number);
        long paid = number % MANNERS == 6 ? cents * 3 / 5 : number % MANNERS == 7 ? cents + 7 : cents;
        return new Receipt(new ReceiptKey("main", Workload.ACCOUNT, "P" + number), BOOKED, BOOKED, Money.ofMinor(EURO, paid),
                "Largest Customer Ltd", IBAN, "", text, "", "", Receipt.Instrument.TRANSFER, Optional.empty(), "", "", "",
                false);
    }

    /** Three apart, so that one with a slip in the last digit is nobody else's. */
    private static String number(int number) {
        return "RE-%07d".formatted(number * 3);
    }

    private static long cents(int number) {
        return 1_000 + (number * 0x9E3779B97F4A7C15L >>> 33) % 5_000_000;
    }
}
