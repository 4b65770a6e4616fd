package org.saldo.store.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.WorklistWording;
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
    private final Function<String, WorklistWording> words;
    private final ExplainAllocations allocations;
    private final ExplainStandings standings;

    ExplainItems(Handle handle, LocalDate day, Function<String, WorklistWording> words) {
        this.words = words;
        this.handle = handle;
        this.standings = new ExplainStandings(handle, day);
        this.allocations = new ExplainAllocations(handle, words);
    }

    List<Explained> explain(String name) {
        return new PeopleFinder(handle).items(name, "").stream().map(this::explain).toList();
    }

    private Explained explain(ItemState item) {
        WorklistWording own = words.apply(item.customer().company());
        List<ExplainedStep> steps = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        rows(ARRIVAL, item, row -> {
            facts.add(own.of(ExplainWord.ISSUED, own.money(item.amount()), item.issueDate(), row.getString("due_date")));
            if (!item.openAtStart().equals(item.amount())) {
                facts.add(own.of(ExplainWord.OPEN_AT_GO_LIVE, own.money(item.openAtStart())));
            }
            steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), item.id(), item.version() == 1
                    ? own.of(ExplainWord.CAME_IN, item.source())
                    : own.of(ExplainWord.CAME_IN_AS_VERSION, item.source(), item.version())));
        });
        rows(AMENDMENTS, item, row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"),
                row.getLong("amendment_id"), own.of(ExplainWord.CHANGED, row.getString("field"), text(row, "old_value"),
                text(row, "new_value"), row.getString("effective_on")), own.of(ExplainWord.BY, row.getString("actor")))));
        rows(CANCELLATIONS, item, row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"),
                row.getLong("cancellation_id"),
                own.of(row.getLong("reverses") == 0 ? ExplainWord.VOID : ExplainWord.NO_LONGER_VOID,
                row.getString("effective_on")), own.of(ExplainWord.BY, row.getString("decided_by")),
                own.of(ExplainWord.REASON, row.getString("reason")))));
        item.allocations().forEach(row -> steps.add(allocations.step(row)));
        steps.addAll(PeopleBlockStore.steps(handle, item.customer().company(), Optional.empty(), item.id()));
        steps.addAll(standings.steps(item.customer(), item.id()));
        rows(REMINDERS, item, row -> steps.add(reminder(row)));
        steps.addAll(ExplainCharges.steps(handle, item.id()));
        return new Explained(item.customer().company(), own.of(ExplainWord.DOCUMENT,
                own.of(ExplainWord.valueOf("TYPE_" + item.key().type())), item.key().label(), item.customer().company(),
                item.customer().number()), facts, steps, now(own, item));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return row.getString(column) == null ? "" : row.getString(column);
    }

    private List<String> now(WorklistWording own, ItemState item) {
        List<String> now = new ArrayList<>(List.of(own.of(item.cancelled().isPresent() ? ExplainWord.OPEN_VOID
                : ExplainWord.OPEN, own.money(item.open()))));
        now.addAll(standings.now(item.customer(), item.id()));
        if (item.waiting()) {
            now.add(own.of(ExplainWord.WAITS_FOR_CUSTOMER, item.customer().number()));
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

    private void rows(String sql, ItemState item, LedgerRead.RowReader reader) {
        LedgerRead.forEach(handle.createQuery(sql).bind("id", item.id()), reader);
    }
}
