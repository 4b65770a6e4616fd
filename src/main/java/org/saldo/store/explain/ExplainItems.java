package org.saldo.store.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Step;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.ItemState;
import org.saldo.store.LedgerRead;
import org.saldo.store.PlainMoney;
import org.saldo.store.people.PeopleBlockStore;
import org.saldo.store.people.PeopleFinder;

/** A document's life in words, instalment by instalment. */
final class ExplainItems {

    private static final String ARRIVAL = """
            SELECT d.*, b.known_at FROM document d JOIN batch b ON b.batch_id = d.batch_id WHERE d.item_id = :id""";

    private static final String AMENDMENTS = """
            SELECT m.*, b.known_at, b.actor FROM amendment m JOIN batch b ON b.batch_id = m.batch_id
            WHERE m.item_id = :id AND b.known_at IS NOT NULL""";

    private static final String CANCELLATIONS = """
            SELECT c.*, b.known_at FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id
            WHERE c.item_id = :id AND b.known_at IS NOT NULL""";

    private static final String REMINDERS = """
            SELECT i.reminder_item_id, i.open_amount, i.excluded_amount, i.days_overdue, i.dunning_level,
                r.currency, r.reminded_on, b.known_at, m.mail_id, m.state, w.reason AS withdrawn
            FROM reminder_item i JOIN batch b ON b.batch_id = i.batch_id JOIN reminder r ON r.reminder_id = i.reminder_id
            LEFT JOIN mail m ON m.business_key = r.business_key
            LEFT JOIN reminder_withdrawal w ON w.reminder_id = r.reminder_id
            WHERE i.item_id = :id AND b.known_at IS NOT NULL""";

    private final Handle handle;
    private final ExplainAllocations allocations;
    private final ExplainStandings standings;

    ExplainItems(Handle handle, LocalDate day) {
        this.handle = handle;
        this.standings = new ExplainStandings(handle, day);
        this.allocations = new ExplainAllocations(handle);
    }

    List<Explained> explain(String name) {
        return new PeopleFinder(handle).items(name, "").stream().map(this::explain).toList();
    }

    private Explained explain(ItemState item) {
        List<ExplainedStep> steps = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        rows(ARRIVAL, item, row -> {
            facts.add(PlainMoney.of(item.amount()) + ", issued " + item.issueDate() + ", due " + row.getString("due_date"));
            if (!item.openAtStart().equals(item.amount())) {
                facts.add("at go-live " + PlainMoney.of(item.openAtStart()) + " were open");
            }
            steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), item.id(), "came in from " + item.source()
                    + (item.version() == 1 ? "" : " as version " + item.version())));
        });
        rows(AMENDMENTS, item, row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"),
                row.getLong("amendment_id"), row.getString("field") + " changed from '" + row.getString("old_value") + "' to '"
                + row.getString("new_value") + "' from " + row.getString("effective_on") + " on",
                "by: " + row.getString("actor"))));
        rows(CANCELLATIONS, item, row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"),
                row.getLong("cancellation_id"), (row.getLong("reverses") == 0 ? "declared void" : "no longer void")
                + "; counts from " + row.getString("effective_on"), "by: " + row.getString("decided_by"),
                "reason: " + row.getString("reason"))));
        item.allocations().forEach(row -> steps.add(allocations.step(row)));
        steps.addAll(PeopleBlockStore.steps(handle, item.customer().company(), Optional.empty(), item.id()));
        steps.addAll(standings.steps(item.customer(), item.id()));
        rows(REMINDERS, item, row -> steps.add(reminder(row)));
        steps.addAll(ExplainCharges.steps(handle, item.id()));
        return new Explained(item.customer().company(), words(item) + " " + item.key().label() + " (company "
                + item.customer().company() + ", customer " + item.customer().number() + ")", facts, steps, now(item));
    }

    private List<String> now(ItemState item) {
        List<String> now = new ArrayList<>(List.of(PlainMoney.of(item.open()) + " open"
                + (item.cancelled().isPresent() ? ", void" : "")));
        now.addAll(standings.now(item.customer(), item.id()));
        if (item.waiting()) {
            now.add("waits for its customer " + item.customer().number() + ", which is not known yet");
        }
        return now;
    }

    private static ExplainedStep reminder(ResultSet row) throws SQLException {
        String withdrawn = row.getString("withdrawn");
        String mail = row.getString("mail_id") == null ? "" : "mail M-" + row.getLong("mail_id") + " is "
                + ExplainAllocations.words(row.getString("state"));
        return ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("reminder_item_id"),
                "reminded, " + Step.said(row.getInt("dunning_level")) + ", on " + row.getString("reminded_on") + ": "
                        + PlainMoney.of(row.getString("currency"), row.getBigDecimal("open_amount")) + " open, "
                        + row.getInt("days_overdue") + " days overdue" + ExplainStandings.leftOut(row, "excluded_amount"),
                mail, ExplainedStep.why("withdrawn", withdrawn));
    }

    private static String words(ItemState item) {
        String words = ExplainAllocations.words(item.key().type().name());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void rows(String sql, ItemState item, LedgerRead.RowReader reader) {
        LedgerRead.forEach(handle.createQuery(sql).bind("id", item.id()), reader);
    }
}
