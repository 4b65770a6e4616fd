package org.saldo.store.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.CashReceived;
import org.saldo.delivery.worklist.RuleFigures;
import org.saldo.delivery.worklist.RuleUse;
import org.saldo.delivery.worklist.WaitingInstruction;
import org.saldo.delivery.worklist.WorklistLine;
import org.saldo.money.Money;
import org.saldo.reconciliation.Outcome;
import org.saldo.store.CustomerNames;
import org.saldo.store.DecisionRow;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerRead;
import org.saldo.store.people.InstructionStore;

/** What waits for a person now, from what is open; and what came in. */
public final class WorklistStore {

    private static final int PAGE = 1_000;
    private static final String LINES = """
            SELECT r.*, o.unapplied, o.customer_id, d.decision_id, d.outcome, d.reason, d.payer_proof, d.evidence,
                d.alternatives
            FROM open_receipt o JOIN batch ob ON ob.batch_id = o.batch_id
            JOIN receipt r ON r.receipt_id = o.receipt_id JOIN batch b ON b.batch_id = r.batch_id
            LEFT JOIN decision d ON d.decision_id = o.decision_id
            WHERE ob.known_at IS NOT NULL AND b.known_at IS NOT NULL AND COALESCE(d.disposition, '') = '' AND\s""";

    private final Ledger ledger;

    public WorklistStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Every receipt of the company that was booked by the day and waits, in the order in which they came in. */
    public void forEach(String company, LocalDate day, Consumer<WorklistLine> action) {
        ledger.database().jdbi().useHandle(handle -> {
            long after = 0;
            List<WorklistLine> page;
            do {
                page = named(handle, handle.createQuery(LINES + """
                                o.company = :company AND r.booking_date <= :day AND o.receipt_id > :after
                                ORDER BY o.receipt_id LIMIT :most""")
                        .bind("company", company).bind("day", day).bind("after", after).bind("most", PAGE)
                        .map((row, context) -> line(row)).list());
                page.forEach(action);
                after = page.isEmpty() ? after : page.get(page.size() - 1).receipt();
            } while (page.size() == PAGE);
        });
    }

    /** The row of a receipt as it would be written now; empty when it no longer waits. */
    public Optional<WorklistLine> line(long receipt) {
        return ledger.database().jdbi().withHandle(handle -> named(handle, handle.createQuery(LINES + "o.receipt_id = :id")
                .bind("id", receipt).map((row, context) -> line(row)).list()).stream().findFirst());
    }

    /** What came in from one day to another, both included, by currency; what a company brought along is left out. */
    public List<CashReceived> received(String company, LocalDate from, LocalDate to) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT r.currency, COUNT(*) AS payments, SUM(r.amount) AS amount,
                            SUM(CASE WHEN COALESCE(d.disposition, '') = '' THEN COALESCE(o.unapplied, 0) ELSE 0 END) AS waits
                        FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
                        LEFT JOIN open_receipt o ON o.receipt_id = r.receipt_id
                        LEFT JOIN decision d ON d.decision_id = o.decision_id
                        WHERE b.known_at IS NOT NULL AND r.company = :company AND r.amount > 0 AND r.opening = FALSE
                        AND r.booking_date >= :from AND r.booking_date <= :to GROUP BY r.currency ORDER BY r.currency""")
                .bind("company", company).bind("from", from).bind("to", to)
                .map((row, context) -> new CashReceived(row.getInt("payments"), money(row, "amount"), money(row, "waits")))
                .list());
    }

    /** How far rules came with the payments that were booked from one day to another, by currency. */
    public List<RuleFigures> figures(String company, LocalDate from, LocalDate to) {
        Map<String, RuleFigures> byCurrency = new TreeMap<>();
        ledger.database().jdbi().useHandle(handle -> DecisionFigures
                .of(new LedgerRead(handle, to, ledger.knownAt(), company), from).forEach((kind, sum) ->
                        byCurrency.merge(kind.currency(), figures(kind, sum), RuleFigures::plus)));
        return List.copyOf(byCurrency.values());
    }

    private static RuleFigures figures(DecisionFigures.Kind kind, DecisionFigures.Sum sum) {
        boolean byRule = !kind.rule().equals(DecisionRow.PERSON);
        boolean applied = byRule && kind.outcome().equals(Outcome.APPLIED.name());
        return new RuleFigures(sum.receipts(), sum.amount(), applied ? sum.receipts() : 0,
                applied ? sum.amount() : Money.zero(sum.amount().currency()),
                byRule && kind.outcome().equals(Outcome.PROPOSED.name()) ? sum.receipts() : 0,
                byRule && kind.outcome().equals(Outcome.DEFERRED.name()) ? sum.receipts() : 0, sum.takenBack(),
                applied ? List.of(new RuleUse(kind.rule(), sum.receipts(), sum.lines(), sum.amount(), sum.takenBack()))
                        : List.of());
    }

    /** The company's decisions that wait for a second person, the oldest first. */
    public List<WaitingInstruction> instructions(String company) {
        return ledger.database().jdbi().withHandle(handle -> InstructionStore.waiting(handle, company)).stream()
                .map(row -> new WaitingInstruction(row.label(), row.instruction().told(), row.proposedBy())).toList();
    }

    private List<WorklistLine> named(Handle handle, List<WorklistLine> lines) {
        Map<String, String> names = CustomerNames.of(handle, Instant.MAX,
                lines.stream().map(WorklistLine::customer).filter(number -> !number.isEmpty()).distinct().toList());
        List<WorklistLine> named = new ArrayList<>();
        lines.forEach(line -> named.add(line.called(CustomerNames.in(names, line.company(), line.customer()))));
        return named;
    }

    private static WorklistLine line(ResultSet row) throws SQLException {
        return new WorklistLine(row.getString("company"), row.getLong("receipt_id"), row.getLong("decision_id"),
                row.getString("payment_id"), row.getString("account"), row.getObject("booking_date", LocalDate.class),
                money(row, "amount"), money(row, "unapplied"), row.getString("payer_name"), row.getString("payer_iban"),
                row.getString("remittance_text"), text(row, "customer_id"), "", text(row, "payer_proof"),
                text(row, "outcome"), text(row, "reason"), text(row, "evidence"), text(row, "alternatives"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(Currency.getInstance(row.getString("currency")), row.getBigDecimal(column));
    }
}
