package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningPast;
import org.saldo.dunning.DunningPast.PaidItem;
import org.saldo.dunning.HouseStep;
import org.saldo.dunning.Incentives;
import org.saldo.dunning.PaymentsLook;
import org.saldo.store.CustomerRange;
import org.saldo.store.DiscountOffers;
import org.saldo.store.KeyList;

/** Reads what has been with a few hundred customers before, with a fixed number of queries. */
final class DunningPasts {

    /** A policy counts mails by the week. */
    private static final int WEEKS = 1;
    /** The statement of an older cut-off is a copy of what was known long ago: for it nobody's reminder waits. */
    private static final int DAYS_OF_STATEMENT = 400;

    private final Handle handle;
    private final CustomerRange range;
    private final LocalDate day;

    DunningPasts(Handle handle, CustomerRange range, LocalDate day) {
        this.handle = handle;
        this.range = range;
        this.day = day;
    }

    Map<String, DunningPast> load(Map<String, List<Debt>> debts, Optional<PaymentsLook> payments, int houseStepsFrom) {
        List<String> far = with(debts, debt -> debt.level() >= houseStepsFrom);
        Map<String, List<HouseStep.Taken>> taken = far.isEmpty() ? Map.of() : HouseStepStore.taken(handle, range.company(), far);
        Map<String, List<LocalDate>> written = written();
        List<String> awaiting = payments.map(look -> with(debts, debt -> look.matters(debt, day))).orElse(List.of());
        Map<String, List<PaidItem>> paid = awaiting.isEmpty() ? Map.of()
                : paid(awaiting, payments.orElseThrow().lookBack());
        Map<String, Map<Long, Incentives.Terms>> terms = debts.values().stream().flatMap(List::stream)
                .anyMatch(debt -> !debt.due().isBefore(day)) ? terms() : Map.of();
        Set<String> customers = new HashSet<>(taken.keySet());
        customers.addAll(terms.keySet());
        customers.addAll(written.keySet());
        customers.addAll(paid.keySet());
        Map<String, DunningPast> past = new HashMap<>();
        customers.forEach(number -> past.put(number, new DunningPast(taken.getOrDefault(number, List.of()),
                written.getOrDefault(number, List.of()), paid.getOrDefault(number, List.of()),
                terms.getOrDefault(number, Map.of()))));
        statementsOfDay().forEach(number -> past.put(number,
                past.getOrDefault(number, DunningPast.NOTHING).withStatementToday()));
        return past;
    }

    private static List<String> with(Map<String, List<Debt>> debts, Predicate<Debt> such) {
        return debts.entrySet().stream().filter(each -> each.getValue().stream().anyMatch(such)).map(Map.Entry::getKey).toList();
    }

    private Map<String, Map<Long, Incentives.Terms>> terms() {
        Map<String, Map<Long, Incentives.Terms>> terms = new HashMap<>();
        range.bind(handle.createQuery("""
                        SELECT o.customer_id, o.item_id, d.discount_percent, d.discount_until FROM open_item o
                            JOIN batch b ON b.batch_id = o.batch_id JOIN document d ON d.item_id = o.item_id
                        WHERE b.known_at IS NOT NULL AND o.company = :company AND o.credit = FALSE
                            AND o.customer_id >= :first AND o.customer_id <= :last
                            AND d.discount_percent IS NOT NULL AND d.discount_until IS NOT NULL"""))
                .map((row, context) -> terms.computeIfAbsent(row.getString(1), any -> new HashMap<>()).put(row.getLong(2),
                        new Incentives.Terms(row.getBigDecimal(3), row.getObject(4, LocalDate.class)))).list();
        DiscountOffers.addTo(handle, range, day, terms);
        return terms;
    }

    /** Whom a statement that was made on the day is mailed to. */
    private List<String> statementsOfDay() {
        return range.bind(handle.createQuery("""
                        SELECT DISTINCT s.customer_id FROM statement s JOIN batch b ON b.batch_id = s.batch_id
                            JOIN mail m ON m.business_key = %s
                        WHERE b.known_at IS NOT NULL AND b.business_day = :today AND s.company = :company
                            AND s.customer_id >= :first AND s.customer_id <= :last AND s.cut_off > :since
                            AND m.state NOT IN ('CANCELLED', 'FAILED', 'BOUNCED')""".formatted(ReminderParts.STATEMENT_KEY)))
                .bind("today", day).bind("since", day.minusDays(DAYS_OF_STATEMENT)).mapTo(String.class).list();
    }

    /** Without what came back, its address marked: the customer has not read it. */
    private Map<String, List<LocalDate>> written() {
        Map<String, List<LocalDate>> written = new HashMap<>();
        range.bind(handle.createQuery("""
                        SELECT DISTINCT r.customer_id, r.reminded_on FROM reminder r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE b.known_at IS NOT NULL AND r.company = :company AND r.reminded_on > :since
                            AND r.customer_id >= :first AND r.customer_id <= :last
                            AND NOT EXISTS (SELECT 1 FROM reminder_withdrawal w JOIN batch wb ON wb.batch_id = w.batch_id
                                WHERE w.reminder_id = r.reminder_id AND wb.known_at IS NOT NULL)
                            AND NOT EXISTS (SELECT 1 FROM mail m JOIN address_mark k ON k.business_key = m.business_key
                                JOIN batch kb ON kb.batch_id = k.batch_id WHERE m.business_key = r.business_key
                                AND m.state IN ('FAILED', 'BOUNCED') AND kb.known_at IS NOT NULL AND k.usable = FALSE)"""))
                .bind("since", day.minusWeeks(WEEKS))
                .map((row, context) -> written.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(row.getObject(2, LocalDate.class))).list();
        return written;
    }

    private record Paid(String customer, long item, PaidItem paid) {
    }

    /** Invoices of which nothing is open and of which cash has settled the last, with the due day that was agreed last. */
    private Map<String, List<PaidItem>> paid(List<String> customers, int lookBack) {
        List<Paid> found = KeyList.query(handle, """
                        SELECT d.customer_id, d.item_id, d.due_date, MAX(a.effective_on)
                        FROM {keys} JOIN document d ON d.company = :company AND d.customer_id = n.sought
                            JOIN batch b ON b.batch_id = d.batch_id
                            JOIN allocation a ON a.item_id = d.item_id JOIN batch ab ON ab.batch_id = a.batch_id
                        WHERE b.known_at IS NOT NULL AND ab.known_at IS NOT NULL AND d.due_date > :since
                            AND d.document_type = 'INVOICE' AND a.kind = 'PAYMENT' AND NOT (a.reverses IS NOT NULL)
                            AND NOT EXISTS (SELECT 1 FROM open_item o WHERE o.item_id = d.item_id)
                            AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses = a.allocation_id)
                        GROUP BY d.customer_id, d.item_id, d.due_date""", customers)
                .bind("company", range.company()).bind("since", day.minusDays(lookBack))
                .map((row, context) -> new Paid(row.getString(1), row.getLong(2),
                        new PaidItem(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)))).list();
        Map<Long, LocalDate> moved = moved(found.stream().map(Paid::item).toList());
        Map<String, List<PaidItem>> paid = new HashMap<>();
        found.forEach(each -> paid.computeIfAbsent(each.customer(), any -> new ArrayList<>()).add(new PaidItem(
                moved.getOrDefault(each.item(), each.paid().due()), each.paid().paidOn())));
        return paid;
    }

    /** By item the due day that has taken the place of the first one. */
    private Map<Long, LocalDate> moved(List<Long> items) {
        Map<Long, LocalDate> moved = new HashMap<>();
        if (!items.isEmpty()) {
            handle.createQuery("""
                            SELECT m.item_id, m.new_value
                            FROM UNNEST(CAST(:items AS BIGINT ARRAY)) AS n(item_id)
                                JOIN amendment m ON m.item_id = n.item_id JOIN batch b ON b.batch_id = m.batch_id
                            WHERE m.field = 'due_date' AND m.effective_on <= :day AND b.known_at IS NOT NULL
                            ORDER BY m.amendment_id""").bindArray("items", Long.class, items).bind("day", day)
                    .map((row, context) -> moved.put(row.getLong(1), LocalDate.parse(row.getString(2)))).list();
        }
        return moved;
    }
}
