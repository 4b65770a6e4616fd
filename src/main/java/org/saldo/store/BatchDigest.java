package org.saldo.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The fingerprint of a batch: one {@link RowDigest} a chained table, joined in the order of the tables. */
public final class BatchDigest {

    private final Map<Table, RowDigest> tables = new EnumMap<>(Table.class);

    void add(Table table, Object... values) {
        if (table.isChained()) {
            tables.computeIfAbsent(table, any -> new RowDigest()).add(values);
        }
    }

    long rows() {
        return tables.values().stream().mapToLong(RowDigest::rows).sum();
    }

    /** Ends the digest; nothing can be added after it. */
    String hex() {
        StringBuilder text = new StringBuilder();
        tables.forEach((table, rows) -> append(text, table, rows.rows(), rows.hex()));
        return RowDigest.sha256Hex(text.toString());
    }

    /** What one table adds to the text that is hashed, in the order of {@link Table}. */
    public static void append(StringBuilder text, Table table, long rows, String hex) {
        text.append(table.sqlName()).append(':').append(rows).append(':').append(hex).append('\n');
    }

    /** The link of a batch in the chain: it covers its own rows, who wrote them and when, and the link before it. */
    public static String link(String previousLink, long batchId, String kind, String actor, LocalDate day, Instant knownAt,
                       String contentHash) {
        return RowDigest.link(previousLink, batchId, kind, actor, day, knownAt, contentHash);
    }
}
