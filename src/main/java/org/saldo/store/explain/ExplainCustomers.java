package org.saldo.store.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.dunning.Step;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.LedgerRead;
import org.saldo.store.PlainMoney;
import org.saldo.store.dunning.HouseStepStore;
import org.saldo.store.people.PeopleBlockStore;

/** A customer in words: when its record came in, what is open, what it was told, who stopped reminders. */
final class ExplainCustomers {

    private static final int LINES_MAX = 40;

    private static final String VERSIONS = """
            SELECT c.*, b.known_at FROM customer c JOIN batch b ON b.batch_id = c.batch_id
            WHERE c.customer_id = :number AND b.known_at IS NOT NULL
            ORDER BY c.row_id""";

    private static final String OPEN = """
            SELECT o.currency, o.credit, o.open_amount, d.document_number, d.instalment, d.due_date
            FROM open_item o JOIN batch b ON b.batch_id = o.batch_id JOIN document d ON d.item_id = o.item_id
            WHERE o.company = :company AND o.customer_id = :number AND b.known_at IS NOT NULL
            ORDER BY d.due_date, d.item_id""";

    private static final String UNAPPLIED = """
            SELECT o.currency, o.unapplied, r.payment_id, r.booking_date
            FROM open_receipt o JOIN batch b ON b.batch_id = o.batch_id JOIN receipt r ON r.receipt_id = o.receipt_id
            WHERE o.company = :company AND o.customer_id = :number AND b.known_at IS NOT NULL ORDER BY r.receipt_id""";

    private static final String STATEMENTS = """
            SELECT s.*, b.known_at FROM statement s JOIN batch b ON b.batch_id = s.batch_id
            WHERE s.company = :company AND s.customer_id = :number AND b.known_at IS NOT NULL""";

    private static final String REMINDERS = """
            SELECT r.*, b.known_at, m.mail_id, m.state, w.reason AS withdrawn,
                (SELECT SUM(i.excluded_amount) FROM reminder_item i WHERE i.reminder_id = r.reminder_id) AS left_out
            FROM reminder r JOIN batch b ON b.batch_id = r.batch_id LEFT JOIN mail m ON m.business_key = r.business_key
            LEFT JOIN reminder_withdrawal w ON w.reminder_id = r.reminder_id
            WHERE r.company = :company AND r.customer_id = :number AND b.known_at IS NOT NULL""";

    private final Handle handle;
    private final ExplainStandings standings;

    ExplainCustomers(Handle handle, LocalDate day) {
        this.handle = handle;
        this.standings = new ExplainStandings(handle, day);
    }

    List<Explained> explain(String number) {
        Map<String, List<ExplainedStep>> byCompany = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        LedgerRead.forEach(handle.createQuery(VERSIONS).bind("number", number), row -> {
            String company = row.getString("company");
            boolean first = names.put(company, row.getString("name")) == null;
            byCompany.computeIfAbsent(company, any -> new ArrayList<>()).add(ExplainedStep.of(
                    Columns.instant(row, "known_at"), row.getLong("row_id"), (first ? "came in" : "changed") + " from "
                    + row.getString("source") + ": " + row.getString("name") + ", mail to "
                    + (row.getString("email").isEmpty() ? "nobody" : row.getString("email"))));
        });
        return byCompany.keySet().stream().map(company ->
                explain(new CustomerId(company, number), names.get(company), byCompany.get(company))).toList();
    }

    private Explained explain(CustomerId customer, String name, List<ExplainedStep> steps) {
        steps.addAll(PeopleBlockStore.steps(handle, customer.company(), Optional.of(customer.number()), 0));
        steps.addAll(standings.steps(customer, 0));
        LedgerRead.forEach(query(STATEMENTS, customer), row -> steps.add(ExplainedStep.of(
                Columns.instant(row, "known_at"), row.getLong("statement_id"), "statement "
                + row.getString("statement_number") + " for " + row.getString("statement_month") + ": closing balance "
                + PlainMoney.of(row.getString("currency"), row.getBigDecimal("closing_balance")))));
        steps.addAll(ExplainAnswers.steps(handle, customer));
        steps.addAll(HouseStepStore.steps(handle, customer));
        steps.addAll(ContactLog.steps(handle, customer));
        LedgerRead.forEach(query(REMINDERS, customer), row -> steps.add(ExplainedStep.of(
                Columns.instant(row, "known_at"), row.getLong("reminder_id"), "reminder, "
                + Step.said(row.getInt("dunning_level")) + ", on " + row.getString("reminded_on") + ": "
                + PlainMoney.of(row.getString("currency"), row.getBigDecimal("overdue_amount")) + " overdue, "
                + PlainMoney.of(row.getString("currency"), row.getBigDecimal("covered_amount")) + " covered by credits"
                + ExplainStandings.leftOut(row, "left_out"),
                row.getString("mail_id") == null ? "" : "mail M-" + row.getLong("mail_id") + " is "
                        + ExplainAllocations.words(row.getString("state")),
                ExplainedStep.why("withdrawn", row.getString("withdrawn")))));
        return new Explained(customer.company(), "Customer " + customer.number() + " " + name + " (company "
                + customer.company() + ")", List.of(), steps, now(customer));
    }

    private List<String> now(CustomerId customer) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        List<String> open = new ArrayList<>();
        LedgerRead.forEach(query(OPEN, customer), row -> {
            BigDecimal size = row.getBigDecimal("open_amount");
            BigDecimal amount = row.getBoolean("credit") ? size.negate() : size;
            balances.merge(row.getString("currency"), amount, BigDecimal::add);
            open.add("open " + row.getString("document_number") + (row.getInt("instalment") == 1 ? "" : "/"
                    + row.getInt("instalment")) + ": " + PlainMoney.of(row.getString("currency"), amount) + ", due "
                    + row.getString("due_date"));
        });
        List<String> unapplied = new ArrayList<>();
        LedgerRead.forEach(query(UNAPPLIED, customer), row -> {
            balances.merge(row.getString("currency"), row.getBigDecimal("unapplied").negate(), BigDecimal::add);
            unapplied.add("unapplied " + row.getString("payment_id") + ": "
                    + PlainMoney.of(row.getString("currency"), row.getBigDecimal("unapplied")) + ", booked "
                    + row.getString("booking_date"));
        });
        List<String> now = new ArrayList<>();
        balances.forEach((currency, balance) -> now.add("balance " + PlainMoney.of(currency, balance)));
        if (balances.isEmpty()) {
            now.add("nothing open, nothing unapplied");
        }
        now.addAll(standings.now(customer, 0));
        shortened(now, open, "open-items");
        shortened(now, unapplied, "unapplied");
        return now;
    }

    private static void shortened(List<String> into, List<String> lines, String export) {
        into.addAll(lines.subList(0, Math.min(LINES_MAX, lines.size())));
        if (lines.size() > LINES_MAX) {
            into.add("and " + (lines.size() - LINES_MAX) + " more: `saldo export " + export + "`");
        }
    }

    private Query query(String sql, CustomerId customer) {
        return handle.createQuery(sql).bind("company", customer.company()).bind("number", customer.number());
    }
}
