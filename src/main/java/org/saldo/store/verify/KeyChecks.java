package org.saldo.store.verify;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.saldo.store.StoreException;

/** Whether the unique keys, by which the database itself refuses a second item or receipt, are all there. */
final class KeyChecks {

    private static final Map<String, List<String>> KEYS = Map.of(
            "document", List.of("company", "document_number", "document_type", "instalment", "version"),
            "receipt", List.of("company", "account", "payment_id"),
            "remittance_line", List.of("company", "advice_id", "document_number", "occurrence"),
            "allocation", List.of("reverses"),
            "cancellation", List.of("reverses"),
            "mail", List.of("business_key"));

    private final Connection connection;
    private final Findings findings;

    KeyChecks(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    void check() {
        new TreeMap<>(KEYS).forEach((table, columns) -> findings.check(
                table.equals("mail") ? Promise.I14 : columns.contains("reverses") ? Promise.I12 : Promise.I3,
                uniqueKeys(table).containsValue(new TreeSet<>(columns)), "table " + table,
                "its unique key over %s is gone: the same could be there twice", columns));
    }

    private Map<String, TreeSet<String>> uniqueKeys(String table) {
        Map<String, TreeSet<String>> keys = new TreeMap<>();
        try {
            DatabaseMetaData metaData = connection.getMetaData();
            String name = metaData.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet rows = metaData.getIndexInfo(connection.getCatalog(), connection.getSchema(), name, true, true)) {
                while (rows.next()) {
                    if (rows.getString("COLUMN_NAME") != null) {
                        keys.computeIfAbsent(rows.getString("INDEX_NAME"), any -> new TreeSet<>())
                                .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new StoreException("reading the keys of " + table + ": " + failure.getMessage(), failure);
        }
        return keys;
    }
}
