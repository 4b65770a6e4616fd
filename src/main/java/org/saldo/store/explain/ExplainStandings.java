package org.saldo.store.explain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Dispute;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Part;
import org.saldo.dunning.PaymentPromise;
import org.saldo.dunning.Standing;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.LedgerRead;
import org.saldo.store.PlainMoney;
import org.saldo.store.exclusion.ExclusionRow;
import org.saldo.store.exclusion.ExclusionStore;
import org.saldo.store.exclusion.StandingReader;

/** What a customer contests, has promised and pays by plan, in words: what was recorded, what followed, how it stands. */
final class ExplainStandings {

    private static final String STEPS = """
            SELECT s.step_id, s.step, s.effective_on, s.reason, s.decided_by, s.reverses, b.known_at
            FROM exclusion_step s JOIN batch b ON b.batch_id = s.batch_id
            WHERE s.subject_id = :id AND b.known_at IS NOT NULL""";

    private final Handle handle;
    private final LocalDate day;

    /** @param day on which it is told how things stand */
    ExplainStandings(Handle handle, LocalDate day) {
        this.handle = handle;
        this.day = day;
    }

    /** What was recorded of a customer, or of one of its items (not 0), and what followed. */
    List<ExplainedStep> steps(CustomerId customer, long item) {
        Standing standing = standing(customer);
        List<ExplainedStep> steps = new ArrayList<>();
        standing.disputes().stream().filter(each -> item == 0 || each.itemId() == item).forEach(each -> add(steps, each.id(),
                ExclusionRow.Kind.DISPUTE, each.label() + ": " + PlainMoney.of(each.amount()) + " of " + each.document()
                        + " disputed, " + each.code().sentence() + " (" + each.code() + "); " + each.owner() + " answers by "
                        + each.respondBy()));
        standing.promises().stream().map(Standing.PromiseState::promise).filter(each -> concerns(each.parts(), item))
                .forEach(each -> add(steps, each.id(), ExclusionRow.Kind.PROMISE, each.label() + ": "
                        + PlainMoney.of(each.amount()) + " promised by " + each.promisedDay() + " for "
                        + documents(each.parts())));
        standing.plans().stream().map(InstalmentPlan.Judged::plan).filter(each -> concerns(each.parts(), item))
                .forEach(each -> add(steps, each.id(), ExclusionRow.Kind.PLAN, each.label() + ": "
                        + PlainMoney.of(each.amount()) + " by " + each.instalments().size() + " instalments proposed for "
                        + documents(each.parts())));
        return steps;
    }

    /** How each stands that has not come to its end. */
    List<String> now(CustomerId customer, long item) {
        Standing standing = standing(customer);
        List<String> now = new ArrayList<>();
        standing.disputes().stream().filter(Dispute::isOpen).filter(each -> item == 0 || each.itemId() == item)
                .forEach(each -> now.add(each.label() + ": " + PlainMoney.of(each.amount()) + " of " + each.document()
                        + " is disputed" + (each.isLate(day) ? ", the answer is late since " : ", to be answered by ")
                        + each.respondBy()));
        standing.promises().stream().filter(each -> concerns(each.promise().parts(), item))
                .filter(each -> each.state() != PaymentPromise.State.CANCELLED)
                .forEach(each -> now.add(each.promise().label() + ": the promise of " + PlainMoney.of(each.promise().amount())
                        + " by " + each.promise().promisedDay() + " is " + ExplainAllocations.words(each.state().name())
                        + ", " + PlainMoney.of(each.paid()) + " came for it"));
        int inARow = standing.promiseRecord().brokenInARow();
        if (item == 0 && inARow > 1) {
            now.add(inARow + " promises in a row are broken");
        }
        standing.pauses().stream().filter(each -> item == 0 || each.itemId() == item).forEach(each ->
                now.add(each.label() + ": " + PlainMoney.of(each.amount()) + " of " + each.document()
                        + " is not asked for until " + each.until() + ", since the customer " + each.says()));
        standing.plans().stream().filter(each -> concerns(each.plan().parts(), item)).forEach(each ->
                now.add(each.plan().label() + ": the plan is " + ExplainAllocations.words(each.state().name()) + ", "
                        + PlainMoney.of(each.settled()) + " of " + PlainMoney.of(each.plan().amount()) + " is settled"));
        if (item == 0 && standing.promiseRecord().brokenInARow() > 1) {
            now.add(standing.promiseRecord().brokenInARow() + " promises broken in a row");
        }
        return now;
    }

    /** A dispute, a promise or a plan by its id. */
    Optional<Explained> explain(ExclusionRow.Kind kind, long id) {
        return ExclusionStore.find(handle, kind, id).map(row -> {
            String label = row.label() + ": ";
            return new Explained(row.customer().company(), Character.toUpperCase(kind.word().charAt(0))
                    + kind.word().substring(1) + " " + row.label() + " (company " + row.customer().company() + ", customer "
                    + row.customer().number() + ")", List.of(PlainMoney.of(row.amount())),
                    steps(row.customer(), 0).stream().filter(step -> step.what().startsWith(label)).toList(),
                    now(row.customer(), 0).stream().filter(line -> line.startsWith(label)).toList());
        });
    }

    /** What of a reminder was not asked for; empty when all was. */
    static String leftOut(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null || amount.signum() == 0 ? "" : ", " + PlainMoney.of(row.getString("currency"), amount)
                + " not asked for, since it was disputed, promised or in a plan";
    }

    private void add(List<ExplainedStep> steps, long id, ExclusionRow.Kind kind, String what) {
        LedgerRead.forEach(handle.createQuery(ExclusionStore.rowOf(kind)).bind("id", id), row ->
                steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), id, what, "by: "
                        + row.getString("decided_by"), "reason: " + row.getString("reason"),
                        ExplainedStep.why("source", row.getString("source")))));
        LedgerRead.forEach(handle.createQuery(STEPS).bind("id", id), row -> steps.add(ExplainedStep.of(
                Columns.instant(row, "known_at"), row.getLong("step_id"), kind.prefix() + id + ": "
                        + ExplainAllocations.words(row.getString("step"))
                        + (row.getLong("reverses") == 0 ? " from " : " taken back from ") + row.getString("effective_on")
                        + " on", "by: " + row.getString("decided_by"), "reason: " + row.getString("reason"))));
    }

    private Standing standing(CustomerId customer) {
        return StandingReader.read(handle, customer, day, StandingReader.NOW);
    }

    private static boolean concerns(List<Part> parts, long item) {
        return item == 0 || parts.stream().anyMatch(part -> part.itemId() == item);
    }

    private static String documents(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::document).toList());
    }
}
