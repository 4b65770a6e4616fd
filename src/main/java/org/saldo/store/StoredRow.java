package org.saldo.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.saldo.money.Money;

/** A row as it stands in its table. Days are {@link LocalDate}, instants {@link Instant}, amounts {@link BigDecimal}. */
public final class StoredRow {

    private final Table table;
    private final Object[] values;

    StoredRow(Table table, Object[] values) {
        this.table = table;
        this.values = values;
    }

    public Table table() {
        return table;
    }

    /** In the order of the table's columns. */
    public Object[] values() {
        return values;
    }

    public long id() {
        return ((Number) values[0]).longValue();
    }

    public long batch() {
        return ((Number) values[1]).longValue();
    }

    /** Null where the column is. */
    public String text(String column) {
        return (String) value(column);
    }

    /** Null where the column is. */
    public BigDecimal amount(String column) {
        return (BigDecimal) value(column);
    }

    /** @throws ArithmeticException when the amount has more digits than the row's currency */
    public Money money(String column) {
        return Money.of(java.util.Currency.getInstance(text("currency")), amount(column));
    }

    /** Null where the column is. */
    public LocalDate day(String column) {
        return (LocalDate) value(column);
    }

    /** Null where the column is. */
    public Instant instant(String column) {
        return (Instant) value(column);
    }

    /** Null where the column is. */
    public Long number(String column) {
        Object value = value(column);
        return value == null ? null : ((Number) value).longValue();
    }

    public boolean flag(String column) {
        return (Boolean) value(column);
    }

    public boolean has(String column) {
        return value(column) != null;
    }

    /** Such as {@code allocation 4711}. */
    @Override
    public String toString() {
        return table.sqlName() + " " + id();
    }

    private Object value(String column) {
        return values[table.position(column)];
    }
}
