package org.saldo.store;

import java.time.LocalDate;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Company;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.Verdict;

/** Writes a page's decisions and allocations, and the projections that follow from them. */
final class ReconciliationWriter {

    private static final int TEXT_MAX = 2000;
    private static final int PROOF_MAX = 300;

    private final Batch batch;
    private final Company company;
    private final String policyVersion;
    private final PageBook book;
    private final ProjectionChanges changes;

    ReconciliationWriter(Batch batch, Company company, String policyVersion, PageBook book) {
        this.batch = batch;
        this.company = company;
        this.policyVersion = policyVersion;
        this.book = book;
        this.changes = new ProjectionChanges(batch, company.id());
    }

    /** Settles the verdict's items with the receipt, as a whole. */
    void apply(ReceiptRow row, Verdict verdict) {
        String payer = verdict.customer().orElseThrow();
        decide(row, verdict);
        Money rest = row.inCurrency(row.unapplied());
        for (Verdict.Part part : verdict.parts()) {
            Item item = part.item();
            book.settle(item, part.amount());
            rest = rest.minus(part.amount());
            String payerCustomer = payer.equals(item.customer()) ? null : payer;
            LocalDate placed = row.effectiveFor(verdict.customer(), batch.day());
            allocate(AllocationKind.PAYMENT, row.id(), item.id(), null, item.customer(), payerCustomer, part.amount(), verdict,
                    Days.later(placed, item.issued()), null);
        }
        if (!rest.isZero()) {
            throw new StoreException(row.receipt().key().paymentId() + ": the rule " + verdict.rule().label() + " leaves " + rest
                    + " over; nothing was written");
        }
        changes.closeReceipt(row.id(), row.unapplied(), row.decisionId());
    }

    /** Takes back what the original had paid, then uses up both receipts against each other. */
    void applyReturn(ReceiptRow row, ReturnReader.Original original, Verdict verdict) {
        Money amount = row.receipt().amount().abs();
        LocalDate day = row.receipt().bookingDate();
        decide(row, verdict);
        Money left = original.unapplied();
        if (!verdict.parts().isEmpty()) {
            for (int i = 0; i < verdict.parts().size(); i++) {
                ReturnReader.Paid paid = original.allocations().get(i);
                book.reopen(verdict.parts().get(i).item(), paid.amount());
                left = left.plus(paid.amount());
                allocate(AllocationKind.PAYMENT, original.receiptId(), paid.itemId(), null, paid.customer(),
                        paid.payerCustomer(), paid.amount().negated(), verdict, day, paid.allocationId());
            }
        }
        allocate(AllocationKind.REFUND, original.receiptId(), null, row.id(), verdict.customer().orElse(""), null, amount,
                verdict, day, null);
        changes.closeReceipt(row.id(), row.unapplied(), row.decisionId());
        if (original.unapplied().isPositive()) {
            changes.lowerReceipt(original.receiptId(), original.unapplied().toDecimal(), left.minus(amount).toDecimal());
        }
    }

    /** Writes a decision that applies nothing; false, and nothing written, when it was decided so before. */
    boolean note(ReceiptRow row, Verdict verdict) {
        if (row.earlier().filter(earlier -> isSame(earlier, verdict)).isPresent()) {
            return false;
        }
        long decision = decide(row, verdict);
        changes.noteReceipt(row.id(), row.unapplied(), row.decisionId(), decision, verdict.customer());
        return true;
    }

    /** Writes what has changed of the items and receipts. */
    void finish() {
        changes.items(book);
        changes.write();
    }

    private static boolean isSame(ReceiptRow.EarlierDecision earlier, Verdict verdict) {
        return earlier.outcome().equals(verdict.outcome().name()) && earlier.reason().equals(verdict.reason().name())
                && earlier.customer().equals(verdict.customer()) && earlier.rule().equals(verdict.rule().label())
                && earlier.payerProof().equals(cut(verdict.payerProof(), PROOF_MAX))
                && earlier.evidence().equals(cut(verdict.evidence(), TEXT_MAX))
                && earlier.alternatives().equals(alternatives(verdict));
    }

    private long decide(ReceiptRow row, Verdict verdict) {
        Receipt receipt = row.receipt();
        LocalDate effectiveOn = row.effectiveFor(verdict.customer(), batch.day());
        return batch.add(Table.DECISION, company.id(), row.id(), verdict.outcome().name(), verdict.reason().name(), "",
                verdict.customer().orElse(null), row.customer().orElse(null), receipt.amount().currency().getCurrencyCode(),
                receipt.amount().toDecimal(), verdict.rule().label(), policyVersion, cut(verdict.payerProof(), PROOF_MAX),
                cut(verdict.evidence(), TEXT_MAX), alternatives(verdict), batch.actor(), effectiveOn,
                company.postingDate(effectiveOn));
    }

    private void allocate(AllocationKind kind, long receipt, Long item, Long counterReceipt, String customer, String payer,
                          Money amount, Verdict verdict, LocalDate effectiveOn, Long reverses) {
        batch.add(Table.ALLOCATION, company.id(), kind.name(), receipt, item, null, counterReceipt, customer, payer,
                amount.currency().getCurrencyCode(), amount.toDecimal(), verdict.rule().label(), policyVersion,
                cut(verdict.evidence(), TEXT_MAX), batch.actor(), verdict.reason().sentence(), effectiveOn,
                company.postingDate(effectiveOn), reverses);
    }

    private static String alternatives(Verdict verdict) {
        return cut(String.join(" | ", verdict.alternatives()), TEXT_MAX);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
