package org.saldo.store.exclusion;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Dispute;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Part;
import org.saldo.dunning.PaymentPromise;
import org.saldo.dunning.Standing;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.CustomerColumns;
import org.saldo.store.Table;
import org.saldo.store.people.PeopleStore;

/** Disputes, promises to pay and instalment plans as rows of the ledger, and what people let follow of them. */
public final class ExclusionStore {

    private static final Map<ExclusionRow.Kind, String> FIND = Map.of(
            ExclusionRow.Kind.DISPUTE, find("dispute", "dispute_id"),
            ExclusionRow.Kind.PROMISE, find("payment_promise", "promise_id"),
            ExclusionRow.Kind.PLAN, find("instalment_plan", "plan_id"));

    private static String find(String table, String key) {
        return "SELECT x.*, b.known_at FROM " + table + " x JOIN batch b"
                + " ON b.batch_id = x.batch_id WHERE b.known_at IS NOT NULL AND x." + key + " = :id";
    }

    /** The row of one, by {@code :id}. */
    public static String rowOf(ExclusionRow.Kind kind) {
        return FIND.get(kind);
    }

    /** How the customer stands now, at the end of {@code day}. */
    public Standing standing(Batch batch, CustomerId customer, LocalDate day) {
        return StandingReader.read(batch.handle(), customer, day, StandingReader.NOW);
    }

    /** The customer as its latest version says; empty while it is not known. */
    public Optional<Customer> customer(Batch batch, CustomerId id) {
        return CustomerColumns.latest(batch.handle(), id);
    }

    /** Keeps a dispute; its own id does not count, {@code source} is empty for a person's own word. Returns the id. */
    public long add(Batch batch, Decider who, CustomerId customer, Dispute dispute, String source) {
        return add(batch, customer, dispute, source, who.reason(), who.person());
    }

    /** Keeps a dispute that follows from what a payer deducted, by rule. Returns the id. */
    public long addByRule(Batch batch, CustomerId customer, Dispute dispute, DifferenceRows.Row from) {
        return add(batch, customer, dispute, from.source(), Words.of(DunningWord.DEDUCTED, from.payment(),
                Words.of(from.code())).stored(), "rules");
    }

    private static long add(Batch batch, CustomerId customer, Dispute dispute, String source, String reason, String by) {
        long id = batch.add(Table.DISPUTE, customer.company(), customer.number(), dispute.itemId(),
                dispute.amount().currency().getCurrencyCode(), dispute.amount().toDecimal(), dispute.code().name(),
                dispute.owner(), dispute.openedOn(), dispute.respondBy(), source, reason, by);
        PeopleStore.flush(batch);
        return id;
    }

    /** Who of the customer's gave a promise, and where it comes from; both may be empty. */
    public record Word(String toldBy, String source) {
    }

    /** Keeps a promise; its own id does not count. Returns the id. */
    public long add(Batch batch, Decider who, CustomerId customer, PaymentPromise promise, Word word) {
        Money amount = promise.amount();
        long id = batch.add(Table.PAYMENT_PROMISE, customer.company(), customer.number(),
                amount.currency().getCurrencyCode(), amount.toDecimal(), promise.enough().toDecimal(), promise.whole(),
                promise.madeOn(), promise.promisedDay(), promise.until(), word.toldBy(), word.source(), who.reason(),
                who.person());
        PeopleStore.flush(batch);
        promise.parts().forEach(part -> addPart(batch, Table.PAYMENT_PROMISE_ITEM, id, part));
        PeopleStore.flush(batch);
        return id;
    }

    /** Keeps a plan that is proposed; its own id does not count. Returns the id. */
    public long add(Batch batch, Decider who, CustomerId customer, InstalmentPlan plan, String source) {
        long id = batch.add(Table.INSTALMENT_PLAN, customer.company(), customer.number(),
                plan.amount().currency().getCurrencyCode(), plan.amount().toDecimal(), plan.proposedOn(),
                plan.brokenAfter(), source, who.reason(), who.person());
        PeopleStore.flush(batch);
        plan.parts().forEach(part -> addPart(batch, Table.INSTALMENT_PLAN_ITEM, id, part));
        plan.instalments().forEach(each -> batch.add(Table.INSTALMENT, id, each.dueOn(), each.missedAfter(),
                each.amount().toDecimal()));
        PeopleStore.flush(batch);
        return id;
    }

    private static void addPart(Batch batch, Table table, long id, Part part) {
        batch.add(table, id, part.itemId(), part.amount().toDecimal());
    }

    /** The dispute, promise or plan of this id with the steps that hold. */
    public Optional<ExclusionRow> find(Batch batch, ExclusionRow.Kind kind, long id) {
        return find(batch.handle(), kind, id);
    }

    public static Optional<ExclusionRow> find(Handle handle, ExclusionRow.Kind kind, long id) {
        return handle.createQuery(FIND.get(kind)).bind("id", id).map((row, context) -> {
            Map<Long, Long> takenBack = new HashMap<>();
            List<Taken> taken = taken(handle, id);
            taken.forEach(each -> takenBack.put(each.reverses(), each.step().id()));
            return new ExclusionRow(id, kind, new CustomerId(row.getString("company"), row.getString("customer_id")),
                    Money.of(Currency.getInstance(row.getString("currency")), row.getBigDecimal("amount")),
                    taken.stream().filter(each -> each.reverses() == 0 && !takenBack.containsKey(each.step().id()))
                            .map(Taken::step).toList(), taken.size());
        }).findOne();
    }

    private record Taken(ExclusionRow.Step step, long reverses) {
    }

    private static List<Taken> taken(Handle handle, long id) {
        return handle.createQuery("""
                        SELECT s.step_id, s.step, s.decided_by, s.effective_on, s.reverses FROM exclusion_step s
                        JOIN batch b ON b.batch_id = s.batch_id
                        WHERE b.known_at IS NOT NULL AND s.subject_id = :id ORDER BY s.turn""")
                .bind("id", id)
                .map((row, context) -> new Taken(new ExclusionRow.Step(row.getLong(1), row.getString(2), row.getString(3),
                        row.getObject(4, LocalDate.class)), row.getLong(5))).list();
    }

    /** Lets something follow from the day of the decision on. */
    public void step(Batch batch, Decider who, ExclusionRow row, String step) {
        addStep(batch, who, row, step, null);
    }

    /** Takes a step back from the day of the decision on. */
    public void takeBack(Batch batch, Decider who, ExclusionRow row, ExclusionRow.Step step) {
        addStep(batch, who, row, step.name(), step.id());
    }

    private static void addStep(Batch batch, Decider who, ExclusionRow row, String step, Long reverses) {
        batch.add(Table.EXCLUSION_STEP, row.customer().company(), row.id(), row.turns() + 1, step, who.day(), who.reason(),
                who.person(), reverses);
        PeopleStore.flush(batch);
    }
}
