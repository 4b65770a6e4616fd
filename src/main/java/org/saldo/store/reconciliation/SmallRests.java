package org.saldo.store.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.reconciliation.OverTolerance;
import org.saldo.reconciliation.Reason;
import org.saldo.store.Batch;
import org.saldo.store.Conflict;
import org.saldo.store.DecisionRow;
import org.saldo.store.Ledger;
import org.saldo.store.Table;

/**
 * The small rests of payments that a rule has applied: what a payer sent too much stays on his account without a person being
 * asked, within limits of one payment and of a month of bookings. A person can take each of them up again.
 */
public final class SmallRests {

    private static final String RESTS = """
            SELECT o.receipt_id, o.unapplied, o.customer_id, r.amount, r.currency, r.booking_date, d.decision_id, d.reason,
                d.disposition, d.rule, d.rule_version, d.payer_proof, d.evidence, d.effective_on
            FROM open_receipt o JOIN batch b ON b.batch_id = o.batch_id JOIN receipt r ON r.receipt_id = o.receipt_id
            JOIN decision d ON d.decision_id = o.decision_id
            WHERE b.known_at IS NOT NULL AND o.company = :company AND d.decided_by = 'rules' AND d.outcome = 'APPLIED'
            AND d.reason IN ('OVERPAYMENT', 'REST_KEPT') AND o.unapplied > 0 AND o.unapplied < r.amount
            AND o.customer_id IS NOT NULL ORDER BY r.booking_date, o.receipt_id""";

    private final Ledger ledger;

    public SmallRests(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Rest(long receipt, Money amount, Money whole, String customer, LocalDate booked, Decided decided) {

        boolean isKept() {
            return decided.reason().equals(Reason.REST_KEPT.name());
        }

        boolean isFree() {
            return !isKept() && decided.disposition().isEmpty();
        }

        String month() {
            return YearMonth.from(booked) + " " + amount.currency();
        }
    }

    private record Decided(long id, String reason, String disposition, String rule, String version, String proof,
                           String evidence, LocalDate effectiveOn) {
    }

    /** Whether there is anything that may be kept. */
    public boolean isAny(Company company) {
        return ledger.database().jdbi().withHandle(handle -> rests(handle, company.id())).stream().anyMatch(Rest::isFree);
    }

    /** Keeps what is within the limits, the earliest booked first; returns how many. */
    public int keep(Batch batch, Company company, OverTolerance limits) {
        Map<String, Money> kept = new HashMap<>();
        List<Rest> rests = rests(batch.handle(), company.id());
        rests.stream().filter(Rest::isKept).forEach(rest -> add(kept, rest));
        int count = 0;
        for (Rest rest : rests) {
            Money zero = Money.zero(rest.amount().currency());
            if (rest.isFree() && limits.covers(rest.amount(), rest.whole().minus(rest.amount()),
                    kept.getOrDefault(rest.month() + " " + rest.customer(), zero).plus(rest.amount()),
                    kept.getOrDefault(rest.month(), zero).plus(rest.amount()))) {
                add(kept, rest);
                write(batch, company, rest);
                count++;
            }
        }
        return count;
    }

    private static void add(Map<String, Money> kept, Rest rest) {
        kept.merge(rest.month(), rest.amount(), Money::plus);
        kept.merge(rest.month() + " " + rest.customer(), rest.amount(), Money::plus);
    }

    private static void write(Batch batch, Company company, Rest rest) {
        Decided before = rest.decided();
        long id = batch.add(Table.DECISION, company.id(), rest.receipt(), "APPLIED", Reason.REST_KEPT.name(),
                DecisionRow.ON_ACCOUNT, rest.customer(), rest.customer(), rest.whole().currency().getCurrencyCode(),
                rest.whole().toDecimal(), before.rule(), before.version(), before.proof(), before.evidence(), "",
                ReconciliationStore.ACTOR, before.effectiveOn(), company.postingDate(before.effectiveOn()));
        int changed = batch.handle().createUpdate("""
                        UPDATE open_receipt SET decision_id = :id WHERE receipt_id = :receipt AND unapplied = :rest
                        AND decision_id = :before""")
                .bind("id", id).bind("receipt", rest.receipt()).bind("rest", rest.amount().toDecimal())
                .bind("before", before.id()).execute();
        if (changed != 1) {
            throw new Conflict("a rest was changed by another transaction");
        }
    }

    private static List<Rest> rests(Handle handle, String company) {
        return handle.createQuery(RESTS).bind("company", company).map((row, context) -> {
            Currency currency = Currency.getInstance(row.getString("currency"));
            return new Rest(row.getLong("receipt_id"), Money.of(currency, row.getBigDecimal("unapplied")),
                    Money.of(currency, row.getBigDecimal("amount")), row.getString("customer_id"),
                    row.getObject("booking_date", LocalDate.class), new Decided(row.getLong("decision_id"),
                    row.getString("reason"), row.getString("disposition"), row.getString("rule"),
                    row.getString("rule_version"), row.getString("payer_proof"), row.getString("evidence"),
                    row.getObject("effective_on", LocalDate.class)));
        }).list();
    }
}
