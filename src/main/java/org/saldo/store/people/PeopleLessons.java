package org.saldo.store.people;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Decider;
import org.saldo.ledger.ReferenceKey;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.reconciliation.Confirmation;
import org.saldo.store.Batch;
import org.saldo.store.ReceiptState;

/**
 * What a person's decision teaches of payers that master data do not know: it confirms as one payment does. What a decision
 * takes back teaches nothing any more.
 */
final class PeopleLessons {

    private static final int SHORTEST_NAME = 4;

    private final Batch batch;
    private final Decider who;
    private final ReceiptState receipt;
    private final CompanyForms forms;

    PeopleLessons(Batch batch, Decider who, ReceiptState receipt, CompanyForms forms) {
        this.forms = forms;
        this.batch = batch;
        this.who = who;
        this.receipt = receipt;
    }

    /** The receipt's payer has paid for {@code customer}, and for nobody else. */
    void paidFor(String customer) {
        takeBackBut(customer);
        if (!receipt.amount().isPositive()) {
            return;
        }
        for (Confirmation confirmed : unproved(customer)) {
            confirm(confirmed);
        }
    }

    /** A customer's cash settled a document of another one. */
    void paidForAnother(String payer, String customer) {
        confirm(new Confirmation(Confirmation.Kind.CUSTOMER, payer, customer, receipt.paymentId()));
    }

    private void confirm(Confirmation confirmed) {
        List<LearnedPayerRows.Active> known = LearnedPayerRows.ofKey(batch.handle(), receipt.key().company(), confirmed.key())
                .stream().filter(row -> row.confirmation().kind() == confirmed.kind()).toList();
        List<LearnedPayerRows.Active> same = known.stream()
                .filter(row -> row.confirmation().customer().equals(confirmed.customer())).toList();
        long customers = known.stream().map(row -> row.confirmation().customer()).distinct().count();
        boolean again = same.stream().anyMatch(row -> row.receiptId() == receipt.id());
        if (!again && (same.isEmpty() ? customers < Confirmation.MOST_CUSTOMERS : same.size() < Confirmation.MOST_PAYMENTS)) {
            LearnedPayerRows.add(batch, receipt.key().company(), confirmed, receipt.id(), why());
        }
    }

    /** What the receipt has confirmed is taken back. */
    void takeBack() {
        takeBackBut("");
    }

    /** Whose cash it is says a relation between two customers by the one that pays. */
    private void takeBackBut(String customer) {
        LearnedPayerRows.ofReceipt(batch.handle(), receipt.id()).stream()
                .filter(row -> !customer.equals(row.confirmation().kind() == Confirmation.Kind.CUSTOMER
                        ? row.confirmation().key() : row.confirmation().customer()))
                .forEach(row -> LearnedPayerRows.takeBack(batch, row, why()));
    }

    private LearnedPayerRows.Why why() {
        return new LearnedPayerRows.Why(who.person(), who.reason());
    }

    private List<Confirmation> unproved(String customer) {
        Handle handle = batch.handle();
        String[] payer = handle.createQuery("SELECT payer_name, payer_iban FROM receipt WHERE receipt_id = :id")
                .bind("id", receipt.id()).map((row, context) -> new String[] {row.getString(1), row.getString(2)}).one();
        List<Confirmation> found = new ArrayList<>(2);
        String account = ReferenceKey.of(payer[1]);
        if (isOnFile("iban", payer[1].strip()) || isOnFile("iban", account)) {
            return found;
        }
        if (!account.isEmpty()) {
            found.add(new Confirmation(Confirmation.Kind.ACCOUNT, account, customer, receipt.paymentId()));
        }
        String name = forms.of(payer[0]);
        if (name.length() >= SHORTEST_NAME && !isOnFile("name_key", ReferenceKey.of(payer[0]))) {
            found.add(new Confirmation(Confirmation.Kind.NAME, name, customer, receipt.paymentId()));
        }
        return found;
    }

    private boolean isOnFile(String column, String value) {
        return !value.isEmpty() && batch.handle().createQuery("""
                        SELECT c.row_id FROM customer c JOIN batch b ON b.batch_id = c.batch_id
                        WHERE b.known_at IS NOT NULL AND c.company = :company AND c.%s = :value LIMIT 1""".formatted(column))
                .bind("company", receipt.key().company()).bind("value", value).mapTo(Long.class).findOne().isPresent();
    }
}
