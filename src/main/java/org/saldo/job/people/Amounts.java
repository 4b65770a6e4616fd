package org.saldo.job.people;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.AllocationRow;

/** Amounts and ids as people give and read them. */
public final class Amounts {

    private Amounts() {
    }

    /** @throws Refused unless it is more than nothing and no finer than the currency */
    static Money positive(Currency currency, BigDecimal amount) {
        try {
            Money money = Money.of(currency, amount);
            if (money.isPositive()) {
                return money;
            }
        } catch (ArithmeticException tooFine) {
            throw new Refused("amount " + amount.toPlainString() + ": has more decimals than " + currency
                    + ", or is too large; give it to the " + currency.getDefaultFractionDigits() + ". decimal at most");
        }
        throw new Refused("amount " + amount.toPlainString() + ": must be more than 0; a decision is taken back by its own"
                + " command");
    }

    /** The number in an id such as {@code A-1017}, with or without its letter. */
    public static long id(String what, String prefix, String text) {
        String digits = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        if (!digits.matches("[0-9]{1,18}")) {
            throw new Refused(what + " '" + text + "': is no id; these look like " + prefix + "1017");
        }
        return Long.parseLong(digits);
    }

    /** {@code " (A-1, A-2)"}, or nothing when there are none. */
    static String listed(List<AllocationRow> allocations) {
        return allocations.isEmpty() ? "" : allocations.stream().map(AllocationRow::label)
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
