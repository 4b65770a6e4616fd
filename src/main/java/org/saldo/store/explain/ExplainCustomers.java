package org.saldo.store.explain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.LedgerRead;

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
    private final Function<String, WorklistWording> words;
    private final ExplainStandings standings;

    ExplainCustomers(Handle handle, LocalDate day, Function<String, WorklistWording> words) {
        this.handle = handle;
        this.words = words;
        this.standings = new ExplainStandings(handle, day, words);
    }

    List<Explained> explain(String number) {
        Map<String, List<ExplainedStep>> byCompany = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        LedgerRead.forEach(handle.createQuery(VERSIONS).bind("number", number), row -> {
            String company = row.getString("company");
            WorklistWording own = words.apply(company);
            boolean first = names.put(company, row.getString("name")) == null;
            String email = row.getString("email");
            byCompany.computeIfAbsent(company, any -> new ArrayList<>()).add(ExplainedStep.of(
                    Columns.instant(row, "known_at"), row.getLong("row_id"),
                    own.of(first ? LifeWord.CUSTOMER_CAME_IN : LifeWord.CUSTOMER_CHANGED, row.getString("source"),
                            row.getString("name"), email.isEmpty() ? own.of(LifeWord.NOBODY) : email)));
        });
        return byCompany.keySet().stream().map(company ->
                explain(new CustomerId(company, number), names.get(company), byCompany.get(company))).toList();
    }

    private Explained explain(CustomerId customer, String name, List<ExplainedStep> steps) {
        WorklistWording own = words.apply(customer.company());
        steps.addAll(ExplainBlocks.steps(handle, own, customer.company(), Optional.of(customer.number()), 0));
        steps.addAll(standings.steps(customer, 0));
        LedgerRead.forEach(query(STATEMENTS, customer), row -> steps.add(ExplainedStep.of(
                Columns.instant(row, "known_at"), row.getLong("statement_id"), own.of(LifeWord.STATEMENT_MADE,
                row.getString("statement_number"), row.getString("statement_month"),
                own.money(row.getString("currency"), row.getBigDecimal("closing_balance"))))));
        steps.addAll(new ExplainAnswers(handle, own).steps(customer));
        steps.addAll(ExplainHouseSteps.steps(handle, own, customer));
        steps.addAll(new ExplainContacts(handle, own).steps(customer));
        LedgerRead.forEach(query(REMINDERS, customer), row -> steps.add(reminder(own, row)));
        return new Explained(customer.company(), own.of(LifeWord.CUSTOMER, customer.number(), name, customer.company()),
                List.of(), steps, now(own, customer));
    }

    private static ExplainedStep reminder(WorklistWording own, ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("reminder_id"), own.of(LifeWord.REMINDER,
                level(own, row.getInt("dunning_level")), row.getString("reminded_on"),
                own.money(currency, row.getBigDecimal("overdue_amount")),
                own.money(currency, row.getBigDecimal("covered_amount"))),
                ExplainStandings.leftOut(own, row, "left_out"), mail(own, row), withdrawn(own, row));
    }

    /** What was said at this level. */
    static String level(WorklistWording own, int level) {
        return level < 0 ? own.of(LifeWord.NOTICE) : own.of(LifeWord.LEVEL, level);
    }

    /** How the mail of a reminder stands. */
    static String mail(WorklistWording own, ResultSet row) throws SQLException {
        return row.getString("mail_id") == null ? "" : own.of(LifeWord.MAIL_IS, "M-" + row.getLong("mail_id"),
                own.called("STATE", row.getString("state")));
    }

    static String withdrawn(WorklistWording own, ResultSet row) throws SQLException {
        return own.line(LifeWord.WITHDRAWN, row.getString("withdrawn"));
    }

    private List<String> now(WorklistWording own, CustomerId customer) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        List<String> open = new ArrayList<>();
        LedgerRead.forEach(query(OPEN, customer), row -> {
            BigDecimal size = row.getBigDecimal("open_amount");
            BigDecimal amount = row.getBoolean("credit") ? size.negate() : size;
            balances.merge(row.getString("currency"), amount, BigDecimal::add);
            open.add(own.of(LifeWord.OPEN_ITEM, Columns.itemLabel(row.getString("document_number"), row.getInt("instalment")),
                    own.money(row.getString("currency"), amount), row.getString("due_date")));
        });
        List<String> unapplied = new ArrayList<>();
        LedgerRead.forEach(query(UNAPPLIED, customer), row -> {
            balances.merge(row.getString("currency"), row.getBigDecimal("unapplied").negate(), BigDecimal::add);
            unapplied.add(own.of(LifeWord.UNAPPLIED, row.getString("payment_id"),
                    own.money(row.getString("currency"), row.getBigDecimal("unapplied")), row.getString("booking_date")));
        });
        List<String> now = new ArrayList<>();
        balances.forEach((currency, balance) -> now.add(own.of(LifeWord.BALANCE, own.money(currency, balance))));
        if (balances.isEmpty()) {
            now.add(own.of(LifeWord.NOTHING_OPEN));
        }
        now.addAll(standings.now(customer, 0));
        shortened(own, now, open, "open-items");
        shortened(own, now, unapplied, "unapplied");
        return now;
    }

    private static void shortened(WorklistWording own, List<String> into, List<String> lines, String export) {
        into.addAll(lines.subList(0, Math.min(LINES_MAX, lines.size())));
        if (lines.size() > LINES_MAX) {
            into.add(own.of(LifeWord.MORE, lines.size() - LINES_MAX, export));
        }
    }

    private Query query(String sql, CustomerId customer) {
        return handle.createQuery(sql).bind("company", customer.company()).bind("number", customer.number());
    }
}
