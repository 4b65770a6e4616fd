package org.saldo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import org.saldo.money.Money;

/** A result's columns as what they are in the ledger; a column that is null is null. */
public final class Columns {

    private Columns() {
    }

    /** An amount in the currency of the row's column {@code currency}. */
    public static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(Currency.getInstance(row.getString("currency")), row.getBigDecimal(column));
    }

    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** What people call an item: the document's number, and its instalment if it is not the first: {@code INV-1041/2}. */
    public static String itemLabel(String number, int instalment) {
        return instalment == 1 ? number : number + "/" + instalment;
    }
}
