package org.saldo.store.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.dunning.Cover;
import org.saldo.dunning.Debt;
import org.saldo.money.Money;
import org.saldo.store.CustomerRange;

/**
 * What of a customer's money is here and not set against an invoice: open credit notes, unapplied receipts of the
 * customer's, and receipts that wait for a decision and are the customer's, come from its account, name one of its invoices,
 * or are proposed for one.
 */
final class DunningCovers {

    private static final String RECEIPTS = """
            FROM open_receipt o JOIN batch b ON b.batch_id = o.batch_id JOIN receipt r ON r.receipt_id = o.receipt_id
                LEFT JOIN decision d ON d.decision_id = o.decision_id
            WHERE b.known_at IS NOT NULL AND o.company = :company AND o.unapplied > 0
            """;

    private final Handle handle;
    private final String company;
    private final List<String> numbers;
    private final Map<String, List<Cover>> covers = new HashMap<>();

    DunningCovers(Handle handle, String company, List<String> numbers) {
        this.handle = handle;
        this.company = company;
        this.numbers = numbers;
    }

    Map<String, List<Cover>> load(Map<String, List<Debt>> debts) {
        creditNotes();
        identified();
        Map<String, Set<String>> owers = owers(debts);
        undecided(owers);
        proposed(owers);
        payables();
        return covers;
    }

    private void creditNotes() {
        query("""
                SELECT o.customer_id, d.document_number, o.currency, o.open_amount, d.issue_date
                FROM open_item o JOIN batch b ON b.batch_id = o.batch_id JOIN document d ON d.item_id = o.item_id
                WHERE b.known_at IS NOT NULL AND o.company = :company AND o.credit = TRUE
                    AND o.customer_id >= :first AND o.customer_id <= :last
                ORDER BY o.item_id""")
                .map((row, context) -> add(row.getString(1), cover(Cover.Kind.CREDIT_NOTE, row))).list();
    }

    private void identified() {
        query("SELECT o.customer_id, r.payment_id, o.currency, o.unapplied, r.booking_date, d.outcome,"
                + " r.instrument, r.maturity_date " + RECEIPTS
                + " AND o.customer_id >= :first AND o.customer_id <= :last ORDER BY o.receipt_id")
                .map((row, context) -> {
                    String outcome = row.getString(6);
                    boolean waits = "PROPOSED".equals(outcome) || "DEFERRED".equals(outcome);
                    return add(row.getString(1), waits ? waiting(row) : cover(Cover.Kind.UNAPPLIED, row));
                }).list();
    }

    /** Nobody and no rule has looked at them yet, but they come from an account that is the customer's, or name its invoice. */
    private void undecided(Map<String, Set<String>> owers) {
        Map<String, Set<String>> accounts = new HashMap<>();
        query("""
                SELECT DISTINCT v.customer_id, v.iban FROM customer v JOIN batch vb ON vb.batch_id = v.batch_id
                WHERE vb.known_at IS NOT NULL AND v.company = :company AND v.iban <> ''
                    AND v.customer_id >= :first AND v.customer_id <= :last
                    AND EXISTS (SELECT 1 FROM open_receipt o WHERE o.company = :company AND o.decision_id IS NULL
                        AND o.customer_id IS NULL)""")
                .map((row, context) -> accounts.computeIfAbsent(row.getString(2), any -> new TreeSet<>())
                        .add(row.getString(1))).list();
        QuotedDebts quoted = new QuotedDebts(owers);
        handle.createQuery("SELECT r.payer_iban, r.payment_id, o.currency, o.unapplied, r.booking_date, r.remittance_text,"
                        + " r.structured_reference, r.end_to_end_id, r.instrument, r.maturity_date " + RECEIPTS
                        + " AND o.decision_id IS NULL AND o.customer_id IS NULL ORDER BY o.receipt_id")
                .bind("company", company)
                .map((row, context) -> {
                    Set<String> customers = new TreeSet<>(accounts.getOrDefault(row.getString(1), Set.of()));
                    for (int text = 6; text <= 8; text++) {
                        customers.addAll(quoted.customers(row.getString(text)));
                    }
                    Cover cover = waiting(row);
                    customers.forEach(customer -> add(customer, cover));
                    return cover;
                }).list();
    }

    private static Map<String, Set<String>> owers(Map<String, List<Debt>> debts) {
        Map<String, Set<String>> owers = new HashMap<>();
        debts.forEach((customer, owed) -> owed.forEach(debt ->
                owers.computeIfAbsent(debt.document(), any -> new TreeSet<>()).add(customer)));
        return owers;
    }

    /** Nobody's yet, but an answer that fits is an invoice of the customer's: it covers for each whose invoice is named. */
    private void proposed(Map<String, Set<String>> owers) {
        List<Proposal> proposals = handle.createQuery("SELECT d.alternatives, r.payment_id, o.currency, o.unapplied,"
                        + " r.booking_date, r.instrument, r.maturity_date " + RECEIPTS
                        + " AND o.customer_id IS NULL AND d.outcome = 'PROPOSED'"
                        + " AND d.alternatives <> '' ORDER BY o.receipt_id")
                .bind("company", company)
                .map((row, context) -> new Proposal(row.getString(1), waiting(row))).list();
        proposals.forEach(proposal -> named(proposal.alternatives(), owers).forEach(customer ->
                add(customer, proposal.cover())));
    }

    private record Proposal(String alternatives, Cover cover) {
    }

    /** Whose documents {@code text} names as whole tokens: INV-1 is not named by INV-10. */
    static Set<String> named(String text, Map<String, Set<String>> owers) {
        Set<String> customers = new TreeSet<>();
        for (String token : text.split("[\\s,;()|]+")) {
            customers.addAll(owers.getOrDefault(token, Set.of()));
        }
        return customers;
    }

    /** What the company owes them by the latest day of which it has told. */
    private void payables() {
        query("""
                SELECT p.customer_id, '', p.currency, p.amount, p.as_of FROM payable p JOIN (
                    SELECT MAX(v.payable_id) AS payable_id FROM payable v JOIN batch b ON b.batch_id = v.batch_id
                    WHERE b.known_at IS NOT NULL AND v.company = :company
                        AND v.customer_id >= :first AND v.customer_id <= :last AND v.as_of = (
                            SELECT MAX(n.as_of) FROM payable n JOIN batch nb ON nb.batch_id = n.batch_id
                            WHERE nb.known_at IS NOT NULL AND n.company = :company)
                    GROUP BY v.customer_id, v.currency) newest ON newest.payable_id = p.payable_id
                WHERE p.amount > 0 ORDER BY p.payable_id""")
                .map((row, context) -> add(row.getString(1), cover(Cover.Kind.PAYABLE, row))).list();
    }

    private boolean add(String customer, Cover cover) {
        return covers.computeIfAbsent(customer, any -> new ArrayList<>()).add(cover);
    }

    /** A bill is no cash before its maturity, and covers until then. */
    private static Cover waiting(ResultSet row) throws SQLException {
        LocalDate maturity = row.getObject("maturity_date", LocalDate.class);
        Cover cover = cover(Cover.Kind.WAITING, row);
        return maturity == null || !"BILL".equals(row.getString("instrument")) ? cover
                : new Cover(Cover.Kind.BILL, cover.label(), cover.amount(), maturity);
    }

    private static Cover cover(Cover.Kind kind, ResultSet row) throws SQLException {
        return new Cover(kind, row.getString(2), Money.of(Currency.getInstance(row.getString(3)), row.getBigDecimal(4)),
                row.getObject(5, LocalDate.class));
    }

    private Query query(String sql) {
        return CustomerRange.of(company, numbers).bind(handle.createQuery(sql));
    }
}
