package org.saldo.store.reconciliation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import org.saldo.ledger.OriginalAmount;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Rule;
import org.saldo.store.Days;
import org.saldo.store.Once;

/** An open receipt as a page reads it: the bank's line, what of it is unapplied, and the decision in force. */
public record ReceiptRow(long id, Receipt receipt, BigDecimal unapplied, Optional<EarlierDecision> earlier) {

    private static final String RECEIPT = """
            SELECT r.receipt_id, r.company, r.account, r.payment_id, r.booking_date, r.value_date, r.currency, r.amount,
                   r.payer_name, r.payer_iban, r.end_to_end_id, r.remittance_text, r.structured_reference, r.instrument,
                   r.return_of, r.return_reason, r.payer_country, r.opening, r.original_amount, r.original_currency,
                   r.exchange_rate,""";

    /** What is open, with the id of the decision in force. */
    static final String OPEN = RECEIPT + """
             o.unapplied, o.decision_id
            FROM open_receipt o
            JOIN receipt r ON r.receipt_id = o.receipt_id
            WHERE o.receipt_id IN (<keys>)""";

    /** The same as if nothing had been decided yet: all of it is unapplied. */
    public static final String AS_BOOKED = RECEIPT
            + " r.amount, CAST(NULL AS BIGINT) FROM receipt r WHERE r.receipt_id IN (<keys>)";

    /** Receipts of which nothing may be open, with the id of the decision in force. */
    static final String APPLIED = RECEIPT + """
             COALESCE(o.unapplied, 0), d.decision_id
            FROM receipt r
            JOIN decision d ON d.receipt_id = r.receipt_id
            LEFT JOIN open_receipt o ON o.receipt_id = r.receipt_id
            WHERE r.receipt_id IN (<keys>) AND d.decision_id = (SELECT MAX(x.decision_id) FROM decision x
                JOIN batch b ON b.batch_id = x.batch_id WHERE x.receipt_id = r.receipt_id AND b.known_at IS NOT NULL)""";
    static final int DECISION = 23;

    /** By booking date, value date and payment id: the order of decision. */
    public static final Comparator<ReceiptRow> ORDER = Comparator.comparing((ReceiptRow row) -> row.receipt.bookingDate())
            .thenComparing(row -> row.receipt.valueDate()).thenComparing(row -> row.receipt.key().paymentId())
            .thenComparing(row -> row.receipt.key().account());

    /** Decisions in force. They are not joined to the receipts: at first there are none, and so most receipts need none. */
    static final String EARLIER = """
            SELECT d.decision_id, d.decided_by, d.outcome, d.reason, d.customer_id, d.rule, d.payer_proof, d.evidence,
                   d.alternatives, d.effective_on
            FROM decision d WHERE d.decision_id IN (<keys>)""";

    /** What was decided before, by a rule or a person. */
    record EarlierDecision(long id, String decidedBy, String outcome, String reason, Optional<String> customer, String rule,
                           String payerProof, String evidence, String alternatives, LocalDate effectiveOn) {

        /** The rule that has applied the receipt; empty when a person has, or nobody. */
        Optional<Rule> appliedBy() {
            return decidedBy.equals(ReconciliationStore.ACTOR) && outcome.equals(Outcome.APPLIED.name()) ? Rule.of(rule)
                    : Optional.empty();
        }
    }

    /** A receipt without its decision; what many have in common is held once. */
    static ReceiptRow read(ResultSet row, Once once) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(7));
        Receipt receipt = new Receipt(
                new ReceiptKey(once.of(row.getString(2)), once.of(row.getString(3)), row.getString(4)),
                once.of(row.getObject(5, LocalDate.class)), once.of(row.getObject(6, LocalDate.class)),
                Money.of(currency, row.getBigDecimal(8)), row.getString(9), row.getString(10), row.getString(11),
                row.getString(12), "", row.getString(13), Receipt.Instrument.valueOf(row.getString(14)), Optional.empty(),
                row.getString(15), row.getString(16), once.of(row.getString(17)), row.getBoolean(18), original(row));
        return new ReceiptRow(row.getLong(1), receipt, row.getBigDecimal(22), Optional.empty());
    }

    private static Optional<OriginalAmount> original(ResultSet row) throws SQLException {
        String currency = row.getString(20);
        return currency == null ? Optional.empty() : Optional.of(new OriginalAmount(
                Money.of(Currency.getInstance(currency), row.getBigDecimal(19)), Optional.ofNullable(row.getBigDecimal(21))));
    }

    static EarlierDecision earlier(ResultSet row) throws SQLException {
        return new EarlierDecision(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                Optional.ofNullable(row.getString(5)), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
                row.getObject(10, LocalDate.class));
    }

    ReceiptRow decided(EarlierDecision decision) {
        return new ReceiptRow(id, receipt, unapplied, Optional.of(decision));
    }

    Optional<String> customer() {
        return earlier.flatMap(EarlierDecision::customer);
    }

    /** Since when the money is where it is: its booking date, or the later day of a corrected decision. */
    LocalDate placedOn() {
        return earlier.map(decision -> Days.later(decision.effectiveOn(), receipt.bookingDate())).orElse(receipt.bookingDate());
    }

    /** The day on which a decision for {@code next} counts: a change of the customer counts from its own day. */
    LocalDate effectiveFor(Optional<String> next, LocalDate day) {
        return customer().isPresent() && !customer().equals(next) ? Days.later(day, placedOn()) : placedOn();
    }

    /** Whether nothing of it was used yet. */
    boolean isWhole() {
        return unapplied.compareTo(receipt.amount().toDecimal()) == 0;
    }

    long decisionId() {
        return earlier.map(EarlierDecision::id).orElse(0L);
    }

    /** The receipt's sign and currency with another amount, as the ledger keeps it. */
    Money inCurrency(BigDecimal amount) {
        return Money.of(receipt.amount().currency(), amount);
    }
}
