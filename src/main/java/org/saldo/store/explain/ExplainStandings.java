package org.saldo.store.explain;

import java.math.BigDecimal;
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
import org.saldo.dunning.Dispute;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Part;
import org.saldo.dunning.PaymentPromise;
import org.saldo.dunning.Standing;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.LedgerRead;
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
    private final Function<String, WorklistWording> words;

    /** @param day on which it is told how things stand */
    ExplainStandings(Handle handle, LocalDate day, Function<String, WorklistWording> words) {
        this.handle = handle;
        this.day = day;
        this.words = words;
    }

    /** What was recorded of a customer, or of one of its items (not 0), and what followed. */
    List<ExplainedStep> steps(CustomerId customer, long item) {
        WorklistWording own = words.apply(customer.company());
        Standing standing = standing(customer);
        List<ExplainedStep> steps = new ArrayList<>();
        standing.disputes().stream().filter(each -> item == 0 || each.itemId() == item)
                .forEach(each -> steps.addAll(steps(own, each)));
        standing.promises().stream().map(Standing.PromiseState::promise).filter(each -> concerns(each.parts(), item))
                .forEach(each -> steps.addAll(steps(own, each)));
        standing.plans().stream().map(InstalmentPlan.Judged::plan).filter(each -> concerns(each.parts(), item))
                .forEach(each -> steps.addAll(steps(own, each)));
        return steps;
    }

    private List<ExplainedStep> steps(WorklistWording own, Dispute each) {
        return steps(own, each.id(), ExclusionRow.Kind.DISPUTE, own.of(LifeWord.DISPUTED, each.label(),
                own.money(each.amount()), each.document(), own.told(each.code()), each.code(), each.owner(), each.respondBy()));
    }

    private List<ExplainedStep> steps(WorklistWording own, PaymentPromise each) {
        return steps(own, each.id(), ExclusionRow.Kind.PROMISE, own.of(LifeWord.PROMISED, each.label(),
                own.money(each.amount()), each.promisedDay(), documents(each.parts())));
    }

    private List<ExplainedStep> steps(WorklistWording own, InstalmentPlan each) {
        return steps(own, each.id(), ExclusionRow.Kind.PLAN, own.of(LifeWord.PLANNED, each.label(), own.money(each.amount()),
                each.instalments().size(), documents(each.parts())));
    }

    /** How each stands that has not come to its end. */
    List<String> now(CustomerId customer, long item) {
        WorklistWording own = words.apply(customer.company());
        Standing standing = standing(customer);
        List<String> now = new ArrayList<>();
        standing.disputes().stream().filter(Dispute::isOpen).filter(each -> item == 0 || each.itemId() == item)
                .forEach(each -> now.add(now(own, each)));
        standing.promises().stream().filter(each -> concerns(each.promise().parts(), item))
                .filter(each -> each.state() != PaymentPromise.State.CANCELLED).forEach(each -> now.add(now(own, each)));
        int inARow = standing.promiseRecord().brokenInARow();
        if (item == 0 && inARow > 1) {
            now.add(own.of(LifeWord.BROKEN_IN_A_ROW, inARow));
        }
        standing.pauses().stream().filter(each -> item == 0 || each.itemId() == item).forEach(each ->
                now.add(own.of(LifeWord.NOW_PAUSED, each.label(), own.money(each.amount()), each.document(), each.until(),
                        own.told(AnswerKind.said(each.says())))));
        standing.plans().stream().filter(each -> concerns(each.plan().parts(), item)).forEach(each -> now.add(now(own, each)));
        return now;
    }

    private String now(WorklistWording own, Dispute each) {
        return own.of(each.isLate(day) ? LifeWord.NOW_DISPUTED_LATE : LifeWord.NOW_DISPUTED, each.label(),
                own.money(each.amount()), each.document(), each.respondBy());
    }

    private static String now(WorklistWording own, Standing.PromiseState each) {
        return own.of(LifeWord.NOW_PROMISED, each.promise().label(), own.money(each.promise().amount()),
                each.promise().promisedDay(), own.called("PROMISE", each.state().name()), own.money(each.paid()));
    }

    private static String now(WorklistWording own, InstalmentPlan.Judged each) {
        return own.of(LifeWord.NOW_PLANNED, each.plan().label(), own.called("PLAN", each.state().name()),
                own.money(each.settled()), own.money(each.plan().amount()));
    }

    /** A dispute, a promise or a plan by its id. */
    Optional<Explained> explain(ExclusionRow.Kind kind, long id) {
        return ExclusionStore.find(handle, kind, id).map(row -> {
            WorklistWording own = words.apply(row.customer().company());
            Standing standing = standing(row.customer());
            List<ExplainedStep> steps = new ArrayList<>();
            List<String> now = new ArrayList<>();
            standing.disputes().stream().filter(each -> each.label().equals(row.label())).forEach(each -> {
                steps.addAll(steps(own, each));
                now.addAll(each.isOpen() ? List.of(now(own, each)) : List.of());
            });
            standing.promises().stream().filter(each -> each.promise().label().equals(row.label())).forEach(each -> {
                steps.addAll(steps(own, each.promise()));
                now.addAll(each.state() == PaymentPromise.State.CANCELLED ? List.of() : List.of(now(own, each)));
            });
            standing.plans().stream().filter(each -> each.plan().label().equals(row.label())).forEach(each -> {
                steps.addAll(steps(own, each.plan()));
                now.add(now(own, each));
            });
            return new Explained(row.customer().company(), own.of(LifeWord.valueOf(kind.name()), row.label(),
                    row.customer().company(), row.customer().number()), List.of(own.money(row.amount())), steps, now);
        });
    }

    /** What of a reminder was not asked for; empty when all was. */
    static String leftOut(WorklistWording own, ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null || amount.signum() == 0 ? ""
                : own.of(LifeWord.LEFT_OUT, own.money(row.getString("currency"), amount));
    }

    private List<ExplainedStep> steps(WorklistWording own, long id, ExclusionRow.Kind kind, String what) {
        List<ExplainedStep> steps = new ArrayList<>();
        LedgerRead.forEach(handle.createQuery(ExclusionStore.rowOf(kind)).bind("id", id), row ->
                steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), id, what, own.by(row.getString("decided_by")),
                        own.line(ExplainWord.REASON, row.getString("reason")),
                        own.line(LifeWord.SOURCE, row.getString("source")))));
        LedgerRead.forEach(handle.createQuery(STEPS).bind("id", id), row -> steps.add(ExplainedStep.of(
                Columns.instant(row, "known_at"), row.getLong("step_id"),
                own.of(row.getLong("reverses") == 0 ? LifeWord.STEP_FROM : LifeWord.STEP_TAKEN_BACK, kind.prefix() + id,
                        own.called("STEP", row.getString("step")), row.getString("effective_on")),
                own.by(row.getString("decided_by")), own.line(ExplainWord.REASON, row.getString("reason")))));
        return steps;
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
