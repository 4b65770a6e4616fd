package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.store.Columns;
import org.saldo.store.StoredRow;

/**
 * How much at most the house may have kept back by itself in a reminder: what it owed the same party, and what of the items
 * waited to be written off, both as known when it was decided.
 */
final class KeptBack {

    private final Handle handle;

    KeptBack(Handle handle) {
        this.handle = handle;
    }

    /** @param lines of this reminder */
    BigDecimal most(StoredRow reminder, List<StoredRow> lines) {
        return payable(reminder).add(writeOffs(reminder, lines));
    }

    private BigDecimal payable(StoredRow reminder) {
        return handle.createQuery("""
                        SELECT p.amount FROM payable p JOIN batch b ON b.batch_id = p.batch_id
                        WHERE b.known_at <= :then AND p.company = :company AND p.customer_id = :customer
                            AND p.currency = :currency AND p.as_of = (
                                SELECT MAX(n.as_of) FROM payable n JOIN batch nb ON nb.batch_id = n.batch_id
                                WHERE nb.known_at <= :then AND n.company = :company)
                        ORDER BY p.payable_id DESC LIMIT 1""")
                .bind("then", then(reminder).atOffset(ZoneOffset.UTC)).bind("company", reminder.text("company"))
                .bind("customer", reminder.text("customer_id")).bind("currency", reminder.text("currency"))
                .mapTo(BigDecimal.class).findOne().orElse(BigDecimal.ZERO);
    }

    private BigDecimal writeOffs(StoredRow reminder, List<StoredRow> lines) {
        record WriteOff(List<String> documents, BigDecimal amount) {
        }
        List<WriteOff> waiting = handle.createQuery("""
                        SELECT i.documents, i.amount FROM instruction i JOIN batch b ON b.batch_id = i.batch_id
                        WHERE b.known_at <= :then AND i.company = :company AND i.action = 'WRITE_OFF'
                            AND i.currency = :currency AND i.amount IS NOT NULL AND NOT EXISTS (
                                SELECT 1 FROM instruction_end e JOIN batch eb ON eb.batch_id = e.batch_id
                                WHERE e.instruction_id = i.instruction_id AND eb.known_at <= :then)""")
                .bind("then", then(reminder).atOffset(ZoneOffset.UTC)).bind("company", reminder.text("company"))
                .bind("currency", reminder.text("currency"))
                .map((row, context) -> new WriteOff(Arrays.asList(row.getString(1).split("[\\s,;|]+")), row.getBigDecimal(2)))
                .list();
        Set<String> told = waiting.isEmpty() ? Set.of() : labels(lines);
        return waiting.stream().filter(each -> each.documents().stream().anyMatch(told::contains)).map(WriteOff::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Set<String> labels(List<StoredRow> lines) {
        return new HashSet<>(handle.createQuery("SELECT document_number, instalment FROM document WHERE item_id IN (<items>)")
                .bindList("items", lines.stream().map(line -> line.number("item_id")).toList())
                .map((row, context) -> Columns.itemLabel(row.getString(1), row.getInt(2))).list());
    }

    private static Instant then(StoredRow reminder) {
        return reminder.instant("as_known_at");
    }
}
