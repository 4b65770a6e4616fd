package org.saldo.store.explain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.store.Columns;
import org.saldo.store.DecisionRow;
import org.saldo.store.ExplainedStep;
import org.saldo.store.PlainMoney;
import org.saldo.store.ReceiptState;
import org.saldo.store.people.PeopleFinder;

/** A payment's life in words. */
final class ExplainReceipts {

    private final Handle handle;
    private final ExplainAllocations allocations;

    ExplainReceipts(Handle handle) {
        this.handle = handle;
        this.allocations = new ExplainAllocations(handle);
    }

    List<Explained> explain(String name) {
        return new PeopleFinder(handle).receipts(name, "").stream().map(this::explain).toList();
    }

    private Explained explain(ReceiptState receipt) {
        List<ExplainedStep> steps = new ArrayList<>();
        List<String> facts = handle.createQuery("""
                        SELECT r.*, b.known_at FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE r.receipt_id = :id""")
                .bind("id", receipt.id()).map((row, context) -> {
                    steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), receipt.id(),
                            "came in from " + receipt.source()));
                    String payer = (row.getString("payer_name") + " " + row.getString("payer_iban")).strip();
                    List<String> lines = new ArrayList<>(List.of(PlainMoney.of(receipt.amount()) + ", booked "
                            + receipt.bookingDate() + (payer.isEmpty() ? "" : ", from " + payer)));
                    add(lines, "text", row.getString("remittance_text"));
                    add(lines, "the bank states", stated(row));
                    add(lines, "return of", row.getString("return_of"));
                    return lines;
                }).one();
        receipt.decisions().forEach(row -> steps.add(allocations.step(row)));
        receipt.allocations().forEach(row -> steps.add(allocations.step(row)));
        String whose = receipt.disposition().equals(DecisionRow.NOT_OURS) ? "not ours"
                : receipt.customer().map(number -> "of customer " + number).orElse("unidentified");
        List<String> now = new ArrayList<>(List.of(PlainMoney.of(receipt.applied()) + " applied, "
                + PlainMoney.of(receipt.unapplied()) + " unapplied, " + whose));
        if (!receipt.unapplied().isZero()) {
            receipt.lastDecision().map(ExplainAllocations::settledBy).filter(words -> !words.isEmpty()).ifPresent(now::add);
        }
        return new Explained(receipt.key().company(), "Payment " + receipt.paymentId() + " (company "
                + receipt.key().company() + ", account " + receipt.key().account() + ")", facts, steps, now);
    }

    private static String stated(ResultSet row) throws SQLException {
        String currency = row.getString("original_currency");
        BigDecimal rate = row.getBigDecimal("exchange_rate");
        return currency == null ? "" : "originally " + PlainMoney.of(currency, row.getBigDecimal("original_amount"))
                + (rate == null ? "" : ", at a rate of " + rate.stripTrailingZeros().toPlainString());
    }

    private static void add(List<String> lines, String label, String text) {
        if (!text.isBlank()) {
            lines.add(label + ": " + text.strip());
        }
    }
}
