package org.saldo.intake;

import java.util.List;
import java.util.Map;

/**
 * Where one of the hub's columns comes from.
 *
 * @param anyOf names that the file may have for it; the first one that stands in the header counts
 * @param together whether all of them are joined by {@code separator} instead
 * @param constant the value of every row, when the file does not say it
 * @param values what the file's values mean in the hub's terms; empty when they are the same
 */
public record ColumnSource(List<String> anyOf, boolean together, String separator, String constant,
                           Map<String, String> values, Amounts amounts) {

    /** How an amount gets its sign. */
    public enum Amounts {
        /** It has it. */
        AS_WRITTEN,
        /** The file writes what came in as negative. */
        INVERTED,
        /** Two columns: money out, money in. */
        DEBIT_AND_CREDIT,
        /** A column beside it says so: its values are in {@code values}, as {@code -} or {@code +}. */
        INDICATOR
    }

    public ColumnSource {
        anyOf = List.copyOf(anyOf);
        values = Map.copyOf(values);
    }

    public static ColumnSource column(List<String> anyOf) {
        return new ColumnSource(anyOf, false, "", "", Map.of(), Amounts.AS_WRITTEN);
    }

    public static ColumnSource constant(String value) {
        return new ColumnSource(List.of(), false, "", value, Map.of(), Amounts.AS_WRITTEN);
    }

    public static ColumnSource together(List<String> all, String separator) {
        return new ColumnSource(all, true, separator, "", Map.of(), Amounts.AS_WRITTEN);
    }

    public ColumnSource meaning(Map<String, String> meanings) {
        return new ColumnSource(anyOf, together, separator, constant, meanings, amounts);
    }

    public ColumnSource signed(Amounts how) {
        return new ColumnSource(anyOf, together, separator, constant, values, how);
    }
}
