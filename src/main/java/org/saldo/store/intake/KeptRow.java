package org.saldo.store.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.saldo.store.RowDigest;
import org.saldo.store.Table;

/** A row that is in the ledger, or on its way there, beside which another with the same key is held. */
record KeptRow(long id, Object[] values) {

    /** Column by column: what stands there and what came, for those that differ. */
    List<String> differences(Table table, List<String> columns, Object[] came) {
        List<String> differences = new ArrayList<>();
        for (String column : columns) {
            int position = table.columns().indexOf(column) - 2;
            String there = text(values[position]);
            String here = text(came[position]);
            if (!Objects.equals(there, here)) {
                differences.add(column + " is " + shown(there) + " there and " + shown(here) + " here");
            }
        }
        return differences;
    }

    /** The columns of a table, for a query that reads such rows from {@code alias}. */
    static String columns(Table table, String alias) {
        return table.columns().stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    static KeptRow read(Table table, ResultSet row) throws SQLException {
        Object[] values = new Object[table.columns().size() - 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 3);
        }
        return new KeptRow(row.getLong(1), values);
    }

    Object value(Table table, String column) {
        return values[table.columns().indexOf(column) - 2];
    }

    static String text(Object value) {
        if (value == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        RowDigest.appendCanonical(text, value);
        return text.toString();
    }

    private static String shown(String text) {
        if (text.isEmpty()) {
            return "empty";
        }
        return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "'";
    }
}
