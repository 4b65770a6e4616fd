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
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.ItemState;
import org.saldo.store.LedgerRead;
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
        this.standings = new ExplainStandings(handle, day, words);
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
                row.getLong("amendment_id"), own.of(ExplainWord.CHANGED, own.called("FIELD", row.getString("field")),
                text(row, "old_value"), text(row, "new_value"), row.getString("effective_on")), own.by(row.getString("actor")))));
        rows(CANCELLATIONS, item, row -> steps.add(ExplainedStep.of(Columns.instant(row, "known_at"),
                row.getLong("cancellation_id"),
                own.of(row.getLong("reverses") == 0 ? ExplainWord.VOID : ExplainWord.NO_LONGER_VOID,
                row.getString("effective_on")), own.by(row.getString("decided_by")),
                own.line(ExplainWord.REASON, row.getString("reason")))));
        steps.addAll(allocations.steps(item.customer().company(), List.of(), item.allocations()));
        steps.addAll(ExplainBlocks.steps(handle, own, item.customer().company(), Optional.empty(), item.id()));
        steps.addAll(standings.steps(item.customer(), item.id()));
        rows(REMINDERS, item, row -> steps.add(reminder(own, row)));
        steps.addAll(ExplainCharges.steps(handle, own, item.id()));
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

    private static ExplainedStep reminder(WorklistWording own, ResultSet row) throws SQLException {
        return ExplainedStep.of(Columns.instant(row, "known_at"), row.getLong("reminder_item_id"), own.of(LifeWord.REMINDED,
                ExplainCustomers.level(own, row.getInt("dunning_level")), row.getString("reminded_on"),
                own.money(row.getString("currency"), row.getBigDecimal("open_amount")), row.getInt("days_overdue")),
                ExplainStandings.leftOut(own, row, "excluded_amount"), ExplainCustomers.mail(own, row),
                ExplainCustomers.withdrawn(own, row));
    }

    private void rows(String sql, ItemState item, LedgerRead.RowReader reader) {
        LedgerRead.forEach(handle.createQuery(sql).bind("id", item.id()), reader);
    }
}
