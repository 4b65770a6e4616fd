package org.saldo.reconciliation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.saldo.money.Money;

/** Settles items in proportion to what is open of them, exactly to the minor unit: the largest remainders get one more. */
final class Proportion {

    private Proportion() {
    }

    /** All of the items when the cash suffices. */
    static List<Verdict.Part> parts(List<Item> items, Money cash) {
        Money open = Quoted.sum(cash, items);
        long[] shares = cash.compareTo(open) < 0 ? shares(items, cash.minorUnits(), open.minorUnits())
                : items.stream().mapToLong(item -> item.open().minorUnits()).toArray();
        List<Verdict.Part> parts = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                parts.add(Verdict.Part.cash(items.get(i), Money.ofMinor(cash.currency(), shares[i])));
            }
        }
        return parts;
    }

    private static long[] shares(List<Item> items, long cash, long open) {
        long[] shares = new long[items.size()];
        BigInteger[] remainders = new BigInteger[items.size()];
        long rest = cash;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] share = BigInteger.valueOf(items.get(i).open().minorUnits()).multiply(BigInteger.valueOf(cash))
                    .divideAndRemainder(BigInteger.valueOf(open));
            shares[i] = share[0].longValueExact();
            remainders[i] = share[1];
            rest -= shares[i];
        }
        IntStream.range(0, shares.length).boxed().sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(rest).forEach(i -> shares[i]++);
        return shares;
    }
}
