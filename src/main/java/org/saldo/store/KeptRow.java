package org.saldo.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
