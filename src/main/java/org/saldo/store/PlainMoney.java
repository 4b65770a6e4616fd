package org.saldo.store;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.saldo.money.Money;

/** Amounts as people read them. */
public final class PlainMoney {

    private PlainMoney() {
    }

    /** {@code EUR 12,759.00}. */
    public static String of(Money money) {
        int digits = money.currency().getDefaultFractionDigits();
        return money.currency() + " " + String.format(Locale.ROOT, "%,." + digits + "f", money.toDecimal());
    }

    public static String of(String currency, BigDecimal amount) {
        return of(Money.of(Currency.getInstance(currency), amount));
    }
}
