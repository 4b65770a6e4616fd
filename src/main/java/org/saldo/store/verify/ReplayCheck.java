package org.saldo.store.verify;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.store.RowDigest;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;

/** Holds a projection against the state that the rows give when they are replayed from nothing, id by id, ascending. */
final class ReplayCheck {

    private static final String REBUILD = "rebuild the projections: `saldo backup`, then `saldo restore` of that backup";

    private final Findings findings;
    private final Table table;
    private final RowDigest replayed = new RowDigest();
    private final RowDigest live = new RowDigest();

    ReplayCheck(Findings findings, Table table) {
        this.findings = findings;
        this.table = table;
    }

    /** {@code expected} are the columns after id and batch; empty when nothing is open. */
    void compare(long id, Optional<Object[]> expected, Optional<StoredRow> stored) {
        if (expected.isEmpty() && stored.isEmpty()) {
            return;
        }
        Optional<String> should = expected.map(Arrays::stream).map(ReplayCheck::text);
        Optional<String> is = stored.map(row -> Arrays.stream(row.values()).skip(2)).map(ReplayCheck::text);
        should.ifPresent(text -> replayed.add(id, text));
        is.ifPresent(text -> live.add(id, text));
        findings.checked(Promise.I11);
        if (!should.equals(is)) {
            findings.breach(Promise.I11, table.sqlName() + " " + id, "the rows give " + should.orElse("nothing")
                    + ", the table has " + is.orElse("nothing"), REBUILD);
        }
    }

    /** Rows that belong to no published document or receipt. */
    void strays(List<StoredRow> rows) {
        rows.stream().filter(row -> row.table() == table).forEach(row -> findings.breach(Promise.I11, row.toString(),
                "belongs to no document or receipt that is there", REBUILD));
    }

    /** The hash of the state that the rows give; it is that of the live table when I11 holds. */
    String hash() {
        String expected = replayed.hex();
        String found = live.hex();
        findings.checked(Promise.I11);
        if (!expected.equals(found)) {
            findings.breach(Promise.I11, table.sqlName(), "its hash is " + found + ", that of the replayed rows "
                    + expected, REBUILD);
        }
        return expected;
    }

    private static String text(Stream<Object> values) {
        return values.map(value -> value instanceof BigDecimal amount ? Balances.plain(amount) : String.valueOf(value))
                .collect(Collectors.joining(" "));
    }
}
