package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Checks that nothing is charged twice for paying late, and that a document charges what it is for. */
final class ChargeChecks {

    private final Handle handle;
    private final Findings findings;

    ChargeChecks(Handle handle, Findings findings) {
        this.handle = handle;
        this.findings = findings;
    }

    void check() {
        fees();
        Map<String, LocalDate> through = new HashMap<>();
        handle.createQuery("""
                        SELECT i.item_id, i.kind, i.first_day, i.last_day, d.company, d.document_number
                        FROM interest_charge i JOIN batch b ON b.batch_id = i.batch_id JOIN document d ON d.item_id = i.item_id
                        WHERE b.known_at IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM cancellation c JOIN batch cb ON cb.batch_id = c.batch_id
                                WHERE c.item_id = i.document_item_id AND cb.known_at IS NOT NULL
                                    AND NOT (c.reverses IS NOT NULL))
                        ORDER BY i.item_id, i.kind, i.first_day, i.charge_id""")
                .map((row, context) -> {
                    LocalDate last = row.getObject(4, LocalDate.class);
                    LocalDate before = through.put(row.getLong(1) + row.getString(2), last);
                    findings.check(Promise.I28, before == null || before.isBefore(row.getObject(3, LocalDate.class)),
                            row.getString(6) + " of company " + row.getString(5),
                            "%s is charged from %s on, and had been through %s", row.getString(2), row.getString(3), before);
                    return true;
                }).list();
        handle.createQuery("""
                        SELECT d.company, d.document_number, d.amount, SUM(i.amount)
                        FROM interest_charge i JOIN batch b ON b.batch_id = i.batch_id
                            JOIN document d ON d.item_id = i.document_item_id
                        WHERE b.known_at IS NOT NULL GROUP BY d.company, d.document_number, d.amount""")
                .map((row, context) -> {
                    BigDecimal amount = row.getBigDecimal(3);
                    findings.check(Promise.I28, amount.compareTo(row.getBigDecimal(4)) == 0,
                            row.getString(2) + " of company " + row.getString(1), "charges %s, its items bear %s", amount,
                            row.getBigDecimal(4));
                    return true;
                }).list();
    }

    /** A fee is charged as the reminder of its day has told of it. */
    private void fees() {
        handle.createQuery("""
                        SELECT d.company, d.document_number, i.first_day, i.amount, (SELECT MAX(f.amount) FROM reminder_fee f
                            JOIN batch fb ON fb.batch_id = f.batch_id WHERE f.item_id = i.item_id
                            AND f.reminded_on = i.first_day AND f.currency = i.currency AND fb.known_at IS NOT NULL)
                        FROM interest_charge i JOIN batch b ON b.batch_id = i.batch_id JOIN document d ON d.item_id = i.item_id
                        WHERE b.known_at IS NOT NULL AND i.kind = 'REMINDER_FEE'""")
                .map((row, context) -> {
                    BigDecimal told = row.getBigDecimal(5);
                    findings.check(Promise.I28, told != null && told.compareTo(row.getBigDecimal(4)) == 0,
                            row.getString(2) + " of company " + row.getString(1), "a fee of %s is charged for the reminder of %s,"
                                    + " which told of %s", row.getBigDecimal(4), row.getString(3), told == null ? "none" : told);
                    return true;
                }).list();
    }
}
