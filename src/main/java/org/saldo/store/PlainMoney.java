package org.saldo.store;

import java.math.BigDecimal;
import java.util.Currency;
import org.saldo.money.Money;

/** Amounts as people read them. */
public final class PlainMoney {

    private PlainMoney() {
    }

    /** {@code EUR 12,759.00}. */
    public static String of(Money money) {
        return money.written();
    }

    public static String of(String currency, BigDecimal amount) {
        return of(Money.of(Currency.getInstance(currency), amount));
    }
}
