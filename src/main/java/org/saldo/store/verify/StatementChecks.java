package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.saldo.ledger.CustomerId;
import org.saldo.store.BatchesKnown;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;
import org.saldo.store.account.AccountHistory;

/** Whether every statement follows from the rows known when it was made, and from the statement before it. */
final class StatementChecks {

    private final TableScan scan;
    private final BatchesKnown batches;
    private final Findings findings;
    private final TreeSet<CustomerId> customers = new TreeSet<>();

    StatementChecks(TableScan scan, BatchesKnown batches, Findings findings) {
        this.scan = scan;
        this.batches = batches;
        this.findings = findings;
    }

    void add(StoredRow statement) {
        customers.add(new CustomerId(statement.text("company"), statement.text("customer_id")));
    }

    /** Customer by customer, once all statements are known. */
    void check() {
        for (CustomerId customer : customers) {
            AccountHistory history = new AccountHistory(scan, batches, customer.company(), customer.number());
            List<StoredRow> statements = scan.where(Table.STATEMENT, "company = ? AND customer_id = ?", customer.company(),
                    customer.number()).stream().filter(batches::counts)
                    .sorted(Comparator.comparing(batches::knownAt).thenComparing(StoredRow::id)).toList();
            for (int i = 0; i < statements.size(); i++) {
                check(statements.get(i), previous(statements.subList(0, i), statements.get(i)), history);
            }
            chained(statements);
            scan.where(Table.INTERIM_STATEMENT, "company = ? AND customer_id = ?", customer.company(), customer.number())
                    .stream().filter(batches::counts).forEach(row -> closes(row, "interim statement of " + customer + " as of "
                            + row.day("as_of"), row.day("as_of"), history));
        }
    }

    private void check(StoredRow statement, Optional<StoredRow> previous, AccountHistory history) {
        String where = "statement " + statement.text("statement_number");
        String currency = statement.text("currency");
        Instant known = statement.instant("as_known_at");
        closes(statement, where, statement.day("cut_off"), history);
        BigDecimal opening = statement.amount("opening_balance");
        LocalDate before = statement.day("first_day").minusDays(1);
        BigDecimal then = history.balance(currency, before, known);
        BigDecimal last = previous.map(row -> row.amount("closing_balance")).orElse(then);
        findings.check(Promise.I8, Balances.same(opening, last) || Balances.same(opening, then), where,
                "opens with %s; %s closed with %s, and %s was owed on %s by what was known", Balances.plain(opening),
                previous.map(row -> row.text("statement_number")).orElse("the rows before it"), Balances.plain(last),
                Balances.plain(then), before);
    }

    private void closes(StoredRow statement, String where, LocalDate cutOff, AccountHistory history) {
        Instant known = statement.instant("as_known_at");
        BigDecimal closing = statement.amount("closing_balance");
        BigDecimal recomputed = history.balance(statement.text("currency"), cutOff, known);
        findings.check(Promise.I10, Balances.same(closing, recomputed), where,
                "closes with %s, but what was known at %s gives %s", Balances.plain(closing), known, Balances.plain(recomputed));
        BigDecimal proof = statement.amount("open_items").subtract(statement.amount("unapplied"));
        findings.check(Promise.I10, Balances.same(closing, proof), where,
                "closes with %s, but its open items less unapplied cash are %s", Balances.plain(closing), Balances.plain(proof));
    }

    /** Each statement that holds, by its latest version, begins where the one of the month before ended. */
    private void chained(List<StoredRow> statements) {
        Map<String, StoredRow> latest = new TreeMap<>();
        statements.forEach(row -> latest.merge(row.text("currency") + row.text("statement_month"), row,
                (one, other) -> one.number("version") > other.number("version") ? one : other));
        StoredRow before = null;
        for (StoredRow row : latest.values()) {
            if (before != null && before.text("currency").equals(row.text("currency"))) {
                findings.check(Promise.I8, Balances.same(before.amount("closing_balance"), row.amount("opening_balance")),
                        "statement " + row.text("statement_number"), "of %s opens with %s, but %s, the version that holds, "
                        + "closed with %s", row.text("customer_id"), Balances.plain(row.amount("opening_balance")),
                        before.text("statement_number"), Balances.plain(before.amount("closing_balance")));
            }
            before = row;
        }
    }

    private static Optional<StoredRow> previous(List<StoredRow> earlier, StoredRow statement) {
        return earlier.stream().filter(row -> row.text("currency").equals(statement.text("currency"))
                        && row.text("statement_month").compareTo(statement.text("statement_month")) < 0)
                .max(Comparator.comparing((StoredRow row) -> row.text("statement_month"))
                        .thenComparing(row -> row.number("version")));
    }
}
