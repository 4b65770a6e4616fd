package org.saldo.store;

import java.math.BigDecimal;
import org.saldo.money.Money;

/** The net amount of a document, from its tax breakdown as it is stored: {@code rate:net:tax}, joined by a bar. */
public final class NetAmount {

    private NetAmount() {
    }

    /** @return 0 when there is no breakdown, or when it adds up to something else than {@code gross} */
    public static long minorUnits(String breakdown, Money gross) {
        long net = 0;
        long tax = 0;
        for (int from = 0; from < breakdown.length();) {
            int bar = breakdown.indexOf('|', from);
            int end = bar < 0 ? breakdown.length() : bar;
            int first = breakdown.indexOf(':', from);
            int second = breakdown.indexOf(':', first + 1);
            net += minorUnits(gross, breakdown.substring(first + 1, second));
            tax += minorUnits(gross, breakdown.substring(second + 1, end));
            from = end + 1;
        }
        return net + tax == gross.minorUnits() ? net : 0;
    }

    private static long minorUnits(Money gross, String amount) {
        return Money.of(gross.currency(), new BigDecimal(amount)).minorUnits();
    }
}
