package org.saldo.store.export;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.saldo.delivery.export.ReceiptPlace;
import org.saldo.money.Money;
import org.saldo.store.Cash;
import org.saldo.store.Columns;
import org.saldo.store.LedgerRead;
import org.saldo.store.Table;

/** Where every receipt's money was at the end of a day, computed from receipts, decisions and allocations alone. */
final class ExportReceipts {

    /** A receipt; amounts are signed. {@code customer} is empty when it was nobody's. */
    record Line(long id, String company, String paymentId, String account, LocalDate bookingDate, Money amount, Money unapplied,
            String payerName, String payerIban, String text, ReceiptPlace place, Optional<Says> says) {

        String customer() {
            return says.map(Says::customer).orElse("");
        }
    }

    /** The decision that held. */
    record Says(long id, String customer, String disposition, String outcome, String reason, String rule,
            String payerProof, String evidence, String alternatives) {
    }

    private static final String RECEIPTS = """
            SELECT r.* FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
            WHERE r.receipt_id > :after AND r.receipt_id <= :last AND r.booking_date <= :day AND b.known_at <= :knownAt
            AND (:company = '' OR r.company = :company) ORDER BY r.receipt_id""";

    private static final String APPLIED = """
            SELECT a.receipt_id, SUM({cash}) FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.receipt_id > :after AND a.receipt_id <= :last AND a.kind = 'PAYMENT'
            AND a.effective_on <= :day AND b.known_at <= :knownAt GROUP BY a.receipt_id""".replace("{cash}", Cash.sql("a"));

    private static final String REFUNDED = """
            SELECT a.receipt_id, SUM(a.amount) FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.receipt_id > :after AND a.receipt_id <= :last AND a.kind = 'REFUND'
            AND a.effective_on <= :day AND b.known_at <= :knownAt GROUP BY a.receipt_id""";

    private static final String RETURNED = """
            SELECT a.counter_receipt_id, -SUM(a.amount) FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.counter_receipt_id > :after AND a.counter_receipt_id <= :last AND a.kind = 'REFUND'
            AND a.effective_on <= :day AND b.known_at <= :knownAt GROUP BY a.counter_receipt_id""";

    private static final String DECISIONS = """
            SELECT d.decision_id, d.receipt_id, d.customer_id, d.disposition, d.outcome, d.reason, d.rule, d.payer_proof,
                d.evidence, d.alternatives
            FROM decision d JOIN batch b ON b.batch_id = d.batch_id
            WHERE d.receipt_id > :after AND d.receipt_id <= :last AND d.effective_on <= :day AND b.known_at <= :knownAt
            ORDER BY d.decision_id""";

    private final LedgerRead read;

    ExportReceipts(LedgerRead read) {
        this.read = read;
    }

    /** Every receipt booked by the day, in the order in which they came in. */
    void forEach(Consumer<Line> action) {
        read.ranges(Table.RECEIPT, range -> readRange(range, action));
    }

    private void readRange(LedgerRead.Range range, Consumer<Line> action) {
        Map<Long, BigDecimal> applied = read.addUp(APPLIED, range);
        Map<Long, BigDecimal> refunded = read.addUp(REFUNDED, range);
        read.addUp(RETURNED, range, refunded);
        Map<Long, Says> decisions = new HashMap<>();
        LedgerRead.forEach(read.query(DECISIONS, range), row -> decisions.put(row.getLong("receipt_id"), says(row)));
        LedgerRead.forEach(read.query(RECEIPTS, range), row -> {
            long id = row.getLong("receipt_id");
            action.accept(line(row, applied.getOrDefault(id, BigDecimal.ZERO), refunded.getOrDefault(id, BigDecimal.ZERO),
                    Optional.ofNullable(decisions.get(id))));
        });
    }

    private static Says says(ResultSet row) throws SQLException {
        String customer = row.getString("customer_id");
        return new Says(row.getLong("decision_id"), customer == null ? "" : customer, row.getString("disposition"),
                row.getString("outcome"), row.getString("reason"), row.getString("rule"), row.getString("payer_proof"),
                row.getString("evidence"), row.getString("alternatives"));
    }

    private static Line line(ResultSet row, BigDecimal applied, BigDecimal refunded, Optional<Says> says)
            throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Money amount = Columns.money(row, "amount");
        Money settles = Money.of(currency, applied);
        Money unapplied = amount.minus(settles).minus(Money.of(currency, refunded));
        ReceiptPlace place = ReceiptPlace.of(says.filter(last -> !last.customer().isEmpty()).isPresent(),
                says.map(Says::disposition).orElse(""), settles, unapplied);
        return new Line(row.getLong("receipt_id"), row.getString("company"), row.getString("payment_id"),
                row.getString("account"), Columns.day(row, "booking_date"), amount, unapplied, row.getString("payer_name"),
                row.getString("payer_iban"), row.getString("remittance_text"), place, says);
    }
}
