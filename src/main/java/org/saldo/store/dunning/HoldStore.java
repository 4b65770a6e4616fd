package org.saldo.store.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.saldo.credit.CreditHold;
import org.saldo.credit.HoldFacts;
import org.saldo.credit.HoldPolicy;
import org.saldo.credit.HoldStep;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Exclusion;
import org.saldo.dunning.HouseStep;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Standing;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.ItemMark;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.exclusion.StandingReader;
import org.saldo.store.people.PeopleStore;

/** Credit holds as rows of the ledger, what speaks for and against them, and what the ERP was told. */
public final class HoldStore {

    private static final int REASON_LONGEST = 1000;
    private static final String STEPS = """
            SELECT s.* FROM credit_hold_step s JOIN batch b ON b.batch_id = s.batch_id
            WHERE b.known_at IS NOT NULL AND\s""";

    private final Ledger ledger;

    public HoldStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A request that the ERP has not been told of. */
    public record Unsent(long id, CustomerId customer, HoldStep step, LocalDate on, String reason) {
    }

    /** The numbers of a company's customers whose deliveries were ever to be held. */
    public Set<String> customers(String company) {
        return ledger.database().jdbi().withHandle(handle -> new TreeSet<>(handle.createQuery("SELECT DISTINCT s.customer_id"
                        + " FROM credit_hold_step s JOIN batch b ON b.batch_id = s.batch_id"
                        + " WHERE b.known_at IS NOT NULL AND s.company = :company")
                .bind("company", company).mapTo(String.class).list()));
    }

    /** What has happened to the customer's credit so far. */
    public CreditHold hold(Batch batch, CustomerId customer) {
        return hold(batch.handle(), customer);
    }

    static CreditHold hold(Handle handle, CustomerId customer) {
        return new CreditHold(handle.createQuery(STEPS + "s.company = :company AND s.customer_id = :customer ORDER BY s.turn")
                .bind("company", customer.company()).bind("customer", customer.number())
                .map((row, context) -> taken(row)).list());
    }

    private static CreditHold.Taken taken(ResultSet row) throws SQLException {
        return new CreditHold.Taken(row.getLong("step_id"), HoldStep.valueOf(row.getString("step")),
                row.getObject("effective_on", LocalDate.class), row.getBoolean("manual"), row.getString("reason"),
                row.getString("decided_by"));
    }

    /** Whose request this is; empty when there is none of this id. */
    public Optional<CustomerId> customerOf(Batch batch, long request) {
        return batch.handle().createQuery(STEPS + "s.step_id = :id").bind("id", request)
                .map((row, context) -> new CustomerId(row.getString("company"), row.getString("customer_id"))).findOne();
    }

    /** Takes the next step. Returns its id. */
    public long add(Batch batch, CustomerId customer, CreditHold before, CreditHold.Proposal step, boolean manual,
            String policyVersion, String by) {
        String reason = step.reason();
        long id = batch.add(Table.CREDIT_HOLD_STEP, customer.company(), customer.number(), before.steps().size() + 1,
                step.step().name(), batch.day(), manual,
                reason.length() <= REASON_LONGEST ? reason : reason.substring(0, REASON_LONGEST - 1) + "…", policyVersion, by);
        PeopleStore.flush(batch);
        return id;
    }

    /** What speaks for and against the customer's credit, in the batch's transaction. */
    public HoldFacts facts(Batch batch, DunningCase now, HoldPolicy policy) {
        CustomerId customer = now.customer().id();
        List<HoldFacts.Owed> owed = new ArrayList<>();
        List<HoldFacts.Owed> unpaid = new ArrayList<>();
        for (Debt debt : now.debts()) {
            long days = Math.max(0, batch.day().toEpochDay() - debt.due().toEpochDay());
            owed.add(new HoldFacts.Owed(debt.withoutPauses().askable(), days));
            unpaid.add(new HoldFacts.Owed(debt.excluding(disputed(debt)).askable(), days));
        }
        Standing standing = StandingReader.read(batch.handle(), customer, batch.day(), StandingReader.NOW);
        return new HoldFacts(owed, unpaid, uncleared(batch, customer, policy),
                now.covers().stream().map(cover -> cover.amount()).toList(), now.customer().creditLimit(),
                standing.promiseRecord().brokenInARow(),
                standing.plans().stream().anyMatch(plan -> plan.state() == InstalmentPlan.State.BROKEN),
                signals(batch, customer, batch.day().minusDays(policy.signalDays())), ladderStep(batch, customer));
    }

    /** A step that proposes a hold, not ended, with an item that is still open. */
    private static Optional<String> ladderStep(Batch batch, CustomerId customer) {
        return batch.handle().createQuery("""
                        SELECT MAX(h.house_step_id) FROM house_step h JOIN batch b ON b.batch_id = h.batch_id
                        WHERE b.known_at IS NOT NULL AND h.company = :company AND h.customer_id = :customer
                            AND h.kind = 'HOLD'
                            AND NOT EXISTS (SELECT 1 FROM house_step_end e WHERE e.house_step_id = h.house_step_id)
                            AND EXISTS (SELECT 1 FROM house_step_item i JOIN open_item o ON o.item_id = i.item_id
                                WHERE i.house_step_id = h.house_step_id)""")
                .bind("company", customer.company()).bind("customer", customer.number())
                .map((row, context) -> Optional.of(row.getLong(1)).filter(id -> id != 0).map(HouseStep::label)).one();
    }

    private static List<Exclusion> disputed(Debt debt) {
        return debt.exclusions().stream().filter(each -> each.mark() == ItemMark.DISPUTED).toList();
    }

    /** What settled the customer's items by payments of the policy's instruments that may still come back. */
    private static List<Money> uncleared(Batch batch, CustomerId customer, HoldPolicy policy) {
        List<Money> uncleared = new ArrayList<>();
        for (Map.Entry<String, Integer> way : policy.clearDays().entrySet()) {
            batch.handle().createQuery("""
                            SELECT a.currency, SUM(a.amount) FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
                            JOIN receipt r ON r.receipt_id = a.receipt_id
                            WHERE b.known_at IS NOT NULL AND a.company = :company AND a.customer_id = :customer
                                AND a.kind = 'PAYMENT' AND r.instrument = :instrument
                                AND (r.booking_date > :since OR r.maturity_date > :day)
                            GROUP BY a.currency HAVING SUM(a.amount) > 0""")
                    .bind("company", customer.company()).bind("customer", customer.number()).bind("instrument", way.getKey())
                    .bind("since", batch.day().minusDays(way.getValue())).bind("day", batch.day())
                    .map((row, context) -> Money.of(Currency.getInstance(row.getString(1)), row.getBigDecimal(2)))
                    .forEach(uncleared::add);
        }
        return uncleared;
    }

    private static Set<String> signals(Batch batch, CustomerId customer, LocalDate since) {
        return new HashSet<>(batch.handle().createQuery("""
                        SELECT DISTINCT s.kind FROM risk_signal s JOIN batch b ON b.batch_id = s.batch_id
                        WHERE b.known_at IS NOT NULL AND s.company = :company AND s.customer_id = :customer
                            AND s.noted_on >= :since""")
                .bind("company", customer.company()).bind("customer", customer.number()).bind("since", since)
                .mapTo(String.class).list());
    }

    /** The requests of a company that the ERP has not been told of, the oldest first. */
    public List<Unsent> unsent(String company) {
        return ledger.database().jdbi().withHandle(handle -> unsent(handle, company));
    }

    /** The same in the batch's transaction. */
    public List<Unsent> unsent(Batch batch, String company) {
        return unsent(batch.handle(), company);
    }

    private static List<Unsent> unsent(Handle handle, String company) {
        return handle.createQuery(STEPS + """
                        s.company = :company AND s.step IN ('HOLD_REQUESTED', 'RELEASE_REQUESTED') AND NOT EXISTS (
                            SELECT 1 FROM credit_hold_sent t JOIN batch tb ON tb.batch_id = t.batch_id
                            WHERE t.step_id = s.step_id AND tb.known_at IS NOT NULL) ORDER BY s.step_id""")
                .bind("company", company)
                .map((row, context) -> new Unsent(row.getLong("step_id"),
                        new CustomerId(row.getString("company"), row.getString("customer_id")),
                        HoldStep.valueOf(row.getString("step")), row.getObject("effective_on", LocalDate.class),
                        row.getString("reason"))).list();
    }

    /** The ERP was told. @param reference the file, mail or database */
    public void sent(Batch batch, Unsent request, String way, String reference) {
        batch.add(Table.CREDIT_HOLD_SENT, request.customer().company(), request.id(), way,
                reference.substring(0, Math.min(300, reference.length())));
    }
}
