package org.saldo.store.explain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.DecisionRow;
import org.saldo.store.ExplainedStep;
import org.saldo.store.ReceiptState;
import org.saldo.store.people.PeopleFinder;

/** A payment's life in words. */
final class ExplainReceipts {

    private final Handle handle;
    private final Function<String, WorklistWording> words;
    private final ExplainAllocations allocations;

    ExplainReceipts(Handle handle, Function<String, WorklistWording> words) {
        this.handle = handle;
        this.words = words;
        this.allocations = new ExplainAllocations(handle, words);
    }

    List<Explained> explain(String name) {
        return new PeopleFinder(handle).receipts(name, "").stream().map(this::explain).toList();
    }

    private Explained explain(ReceiptState receipt) {
        WorklistWording own = words.apply(receipt.key().company());
        List<ExplainedStep> steps = new ArrayList<>();
        List<String> facts = handle.createQuery("""
                        SELECT r.*, b.known_at FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE r.receipt_id = :id""")
                .bind("id", receipt.id()).map((row, context) -> {
                    steps.add(ExplainedStep.of(Columns.instant(row, "known_at"), receipt.id(),
                            own.of(ExplainWord.CAME_IN, receipt.source())));
                    return facts(own, receipt, row);
                }).one();
        steps.addAll(allocations.steps(receipt.key().company(), receipt.decisions(), receipt.allocations()));
        String whose = receipt.disposition().equals(DecisionRow.NOT_OURS) ? own.of(ExplainWord.NOT_OURS)
                : receipt.customer().map(number -> own.of(ExplainWord.OF_CUSTOMER, number))
                .orElseGet(() -> own.of(ExplainWord.UNIDENTIFIED));
        List<String> now = new ArrayList<>(List.of(own.of(ExplainWord.STANDS, own.money(receipt.applied()),
                own.money(receipt.unapplied()), whose)));
        if (!receipt.unapplied().isZero()) {
            receipt.lastDecision().map(last -> ExplainAllocations.settledBy(own, last)).filter(told -> !told.isEmpty())
                    .ifPresent(now::add);
        }
        return new Explained(receipt.key().company(), own.of(ExplainWord.PAYMENT, receipt.paymentId(), receipt.key().company(),
                receipt.key().account()), facts, steps, now);
    }

    private static List<String> facts(WorklistWording own, ReceiptState receipt, ResultSet row) throws SQLException {
        String payer = (row.getString("payer_name") + " " + row.getString("payer_iban")).strip();
        String amount = own.money(receipt.amount());
        List<String> lines = new ArrayList<>(List.of(payer.isEmpty()
                ? own.of(ExplainWord.BOOKED, amount, receipt.bookingDate())
                : own.of(ExplainWord.BOOKED_FROM, amount, receipt.bookingDate(), payer)));
        add(lines, own, ExplainWord.TEXT, row.getString("remittance_text"));
        String currency = row.getString("original_currency");
        if (currency != null) {
            String original = own.money(Money.of(Currency.getInstance(currency), row.getBigDecimal("original_amount")));
            BigDecimal rate = row.getBigDecimal("exchange_rate");
            lines.add(rate == null ? own.of(ExplainWord.STATED, original)
                    : own.of(ExplainWord.STATED_RATE, original, rate.stripTrailingZeros().toPlainString()));
        }
        add(lines, own, ExplainWord.RETURN_OF, row.getString("return_of"));
        return lines;
    }

    private static void add(List<String> lines, WorklistWording own, ExplainWord word, String text) {
        if (!text.isBlank()) {
            lines.add(own.of(word, text.strip()));
        }
    }
}
