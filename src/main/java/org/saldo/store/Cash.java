package org.saldo.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.saldo.money.Money;

/**
 * What an allocation uses up of its receipt: its amount, but where the receipt is in another currency than the item, what
 * stands beside it.
 */
public final class Cash {

    private Cash() {
    }

    /** For SQL: the amount in the receipt's currency, of an allocation under this alias. */
    public static String sql(String alias) {
        return "COALESCE(" + alias + ".receipt_amount, " + alias + ".amount)";
    }

    public static BigDecimal of(StoredRow allocation) {
        return isExchange(allocation) ? allocation.amount("receipt_amount") : allocation.amount("amount");
    }

    /** The currency of that amount. */
    public static String currency(StoredRow allocation) {
        return allocation.text(isExchange(allocation) ? "receipt_currency" : "currency");
    }

    public static boolean isExchange(StoredRow allocation) {
        return allocation.has("receipt_currency");
    }

    /** @param amount of the allocation that is read */
    public static Money of(ResultSet allocation, Money amount) throws SQLException {
        String currency = allocation.getString("receipt_currency");
        return currency == null ? amount
                : Money.of(Currency.getInstance(currency), allocation.getBigDecimal("receipt_amount"));
    }

    /** What is written for it: the amount in the receipt's currency, or null where the currency is the same. */
    public static BigDecimal amount(Money settled, Money cash) {
        return settled.currency().equals(cash.currency()) ? null : cash.toDecimal();
    }

    public static String currency(Money settled, Money cash) {
        return settled.currency().equals(cash.currency()) ? null : cash.currency().getCurrencyCode();
    }
}
