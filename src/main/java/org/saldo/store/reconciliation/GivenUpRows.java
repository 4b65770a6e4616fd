package org.saldo.store.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.money.Money;
import org.saldo.reconciliation.GivenUp;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.Rule;
import org.saldo.store.exclusion.DunningBlocks;

/** Reads what rules have given up of one company's items by tolerance, and what a person has stopped or the customer disputes. */
public final class GivenUpRows {

    private static final int INVOICES = 50;

    private final Handle handle;
    private final String company;
    private final LocalDate day;
    private final Instant until;

    /**
     * @param day   of the run: stops and disputes that are in force on it count
     * @param until what became known later does not count, among it what the run itself writes
     */
    public GivenUpRows(Handle handle, String company, LocalDate day, Instant until) {
        this.handle = handle;
        this.company = company;
        this.day = day;
        this.until = until;
    }

    public GivenUp givenUp() {
        return new GivenUp(this::past, this::invoicesBefore);
    }

    GivenUp.Past past() {
        Set<Long> items = new HashSet<>();
        Set<String> customers = new HashSet<>();
        handle.createQuery(DunningBlocks.IN_FORCE).bind("company", company).bind("today", day).map((row, context) ->
                row.getLong("item_id") != 0 ? items.add(row.getLong("item_id")) : row.getString("customer_id") != null
                        && customers.add(row.getString("customer_id"))).list();
        handle.createQuery("""
                        SELECT x.item_id FROM dispute x JOIN batch b ON b.batch_id = x.batch_id
                        WHERE b.known_at IS NOT NULL AND x.company = :company AND x.opened_on <= :today AND NOT EXISTS (
                            SELECT 1 FROM exclusion_step s JOIN batch sb ON sb.batch_id = s.batch_id
                            WHERE s.subject_id = x.dispute_id
                                AND NOT (s.reverses IS NOT NULL) AND s.effective_on <= :today
                            AND sb.known_at IS NOT NULL AND NOT EXISTS (
                                SELECT 1 FROM exclusion_step t JOIN batch tb ON tb.batch_id = t.batch_id
                                WHERE t.reverses = s.step_id AND tb.known_at IS NOT NULL AND t.effective_on <= :today))""")
                .bind("company", company).bind("today", day).map((row, context) -> items.add(row.getLong(1))).list();
        items.addAll(laterVersions(items));
        return new GivenUp.Past(entries(), items, customers);
    }

    /** What holds of a document holds of the version that the source has replaced it by. */
    private List<Long> laterVersions(Set<Long> items) {
        return items.isEmpty() ? List.of() : handle.createQuery("""
                        SELECT d.item_id FROM UNNEST(CAST(:items AS BIGINT ARRAY)) AS n(item_id)
                            JOIN document p ON p.item_id = n.item_id JOIN document d ON d.company = p.company
                                AND d.document_number = p.document_number AND d.document_type = p.document_type
                                AND d.instalment = p.instalment AND d.version > p.version""")
                .bindArray("items", Long.class, items).mapTo(Long.class).list();
    }

    private List<GivenUp.Entry> entries() {
        return handle.createQuery("""
                        SELECT a.customer_id, a.item_id, a.effective_on, a.currency, a.amount
                        FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
                        WHERE b.known_at <= :until AND a.company = :company AND a.rule = :rule AND a.kind = 'WRITE_OFF'
                        AND NOT (a.reverses IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM allocation r
                            JOIN batch rb ON rb.batch_id = r.batch_id
                            WHERE r.reverses = a.allocation_id AND rb.known_at <= :until)
                        ORDER BY a.allocation_id""")
                .bind("until", until.atOffset(ZoneOffset.UTC)).bind("company", company).bind("rule", Rule.TOLERANCE.label())
                .map((row, context) -> new GivenUp.Entry(row.getString(1), row.getLong(2), row.getObject(3, LocalDate.class),
                        Money.of(Currency.getInstance(row.getString(4)), row.getBigDecimal(5)))).list();
    }

    private List<Long> invoicesBefore(Item item) {
        return handle.createQuery("""
                        SELECT d.item_id FROM document d JOIN batch b ON b.batch_id = d.batch_id
                        WHERE b.known_at <= :until AND d.company = :company AND d.customer_id = :customer
                        AND d.document_type <> 'CREDIT_NOTE' AND d.item_id <> :item AND (d.issue_date < :issued
                            OR (d.issue_date = :issued AND d.document_number < :number))
                        ORDER BY d.issue_date DESC, d.document_number DESC, d.instalment DESC, d.item_id DESC LIMIT :most""")
                .bind("until", until.atOffset(ZoneOffset.UTC)).bind("company", company).bind("customer", item.customer())
                .bind("item", item.id()).bind("issued", item.issued()).bind("number", item.number()).bind("most", INVOICES)
                .mapTo(Long.class).list();
    }
}
