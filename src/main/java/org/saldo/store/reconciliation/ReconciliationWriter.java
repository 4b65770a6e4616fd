package org.saldo.store.reconciliation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Company;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.reconciliation.Alternative;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Verdict;
import org.saldo.store.AllocationRow;
import org.saldo.store.Batch;
import org.saldo.store.Cash;
import org.saldo.store.Days;
import org.saldo.store.DecisionRow;
import org.saldo.store.ProjectionChanges;
import org.saldo.store.StoreException;
import org.saldo.store.Table;

/** Writes decisions and allocations, and the projections that follow from them. */
public final class ReconciliationWriter {

    private static final int TEXT_MAX = 2000;
    private static final int PROOF_MAX = 300;

    private final Batch batch;
    private final Company company;
    private final String policyVersion;
    private final ReopenedItems reopened;
    private final ProjectionChanges changes;

    ReconciliationWriter(Batch batch, Company company, String policyVersion, ReopenedItems reopened) {
        this.reopened = reopened;
        this.batch = batch;
        this.company = company;
        this.policyVersion = policyVersion;
        this.changes = new ProjectionChanges(batch, company.id());
    }

    /** Settles the verdict's items as a whole; what is left of the receipt stays unapplied. */
    void apply(ReceiptRow row, Verdict verdict) {
        String payer = verdict.customer().orElseThrow();
        long decision = decide(row, verdict);
        LocalDate placed = row.effectiveFor(verdict.customer(), batch.day());
        for (Verdict.Part part : verdict.parts()) {
            Item item = part.item();
            Long note = part.counter().map(Item::id).orElse(null);
            LocalDate from = Days.later(placed, reopened.openSince(item));
            String payerCustomer = part.isCash() && !payer.equals(item.customer()) ? payer : null;
            allocate(part.kind(), row.id(), item.id(), note, null, item.customer(), payerCustomer, part.amount(), verdict,
                    part.counter().map(credit -> Days.later(from, reopened.openSince(credit))).orElse(from), null,
                    part.cash());
        }
        verdict.left().forEach(left -> batch.add(Table.ITEM_DIFFERENCE, company.id(), left.item().customer(), left.item().id(),
                row.id(), left.amount().currency().getCurrencyCode(), left.amount().toDecimal(), left.code().name(), placed));
        Money rest = row.inCurrency(row.unapplied()).minus(verdict.cash(row.receipt().amount()));
        if (rest.isNegative()) {
            throw new StoreException(row.receipt().key().paymentId() + ": the rule " + verdict.rule().label()
                    + " applies more than there is; nothing was written");
        }
        if (rest.isZero()) {
            changes.closeReceipt(row.id(), row.unapplied(), row.decisionId());
        } else {
            changes.partReceipt(row.id(), row.unapplied(), row.decisionId(), rest.toDecimal(), decision, payer);
        }
    }

    /**
     * Takes back what the original had paid or claimed, then uses up both receipts against each other, from the day of the
     * return on, or of what was decided of the original after it. Money that was not ours goes back as such.
     */
    void applyReturn(ReceiptRow row, ReturnReader.Original original, Verdict verdict) {
        Money amount = row.receipt().amount().abs();
        ReturnReader.Place place = new ReturnReader(batch.handle()).place(original);
        LocalDate day = Days.later(row.receipt().bookingDate(), place.since());
        decide(row, verdict, row.effectiveFor(verdict.customer(), batch.day()),
                place.disposition().equals(DecisionRow.NOT_OURS) ? DecisionRow.NOT_OURS : "");
        Money left = original.unapplied();
        if (!verdict.parts().isEmpty()) {
            for (ReturnReader.Paid paid : original.allocations()) {
                left = left.plus(paid.cash());
                allocate(paid.kind(), original.receiptId(), paid.itemId(), paid.counterItemId(), null, paid.customer(),
                        paid.payerCustomer(), paid.amount().negated(), verdict, day, paid.allocationId(), paid.cash().negated());
            }
            original.items().forEach(item -> reopened.note(item, day));
        }
        allocate(AllocationKind.REFUND, original.receiptId(), null, null, row.id(), verdict.customer().orElse(""), null, amount,
                verdict, day, null, amount);
        changes.closeReceipt(row.id(), row.unapplied(), row.decisionId());
        if (original.unapplied().isPositive()) {
            changes.lowerReceipt(original.receiptId(), original.unapplied().toDecimal(), left.minus(amount).toDecimal());
        }
    }

    /** Takes back all that the receipt has settled: it waits again, and what is decided next counts from this day on. */
    void takeBack(ReceiptRow row, Verdict back) {
        List<AllocationRow> paid = AllocationRow.ofReceipt(batch.handle(), row.id()).stream()
                .filter(AllocationRow::isActive).toList();
        LocalDate day = paid.stream().map(AllocationRow::effectiveOn)
                .reduce(Days.later(batch.day(), row.placedOn()), Days::later);
        long decision = decide(row, back, day, "");
        Money rest = row.inCurrency(row.unapplied());
        for (AllocationRow was : paid) {
            rest = was.kind().usesCash() ? rest.plus(was.cash()) : rest;
            allocate(was.kind(), row.id(), was.itemId(), was.counterItemId() == 0 ? null : was.counterItemId(), null,
                    was.customer(), was.payer().orElse(null), was.amount().negated(), back, day, was.id(),
                    was.cash().negated());
            reopened.note(was.itemId(), day);
            reopened.note(was.counterItemId(), day);
        }
        if (row.unapplied().signum() == 0) {
            changes.reopenReceipt(row.id(), rest, decision, row.customer());
        } else {
            changes.partReceipt(row.id(), row.unapplied(), row.decisionId(), rest.toDecimal(), decision,
                    row.customer().orElse(null));
        }
    }

    /** Writes a decision that applies nothing. */
    void note(ReceiptRow row, Verdict verdict) {
        long decision = decide(row, verdict);
        changes.noteReceipt(row.id(), row.unapplied(), row.decisionId(), decision, verdict.customer());
    }

    /** Writes what has changed of the items and receipts. */
    void finish(Collection<Item> changed, ItemBook book) {
        changes.items(changed, book);
        changes.write();
    }

    /** Whether the verdict is what was decided before, word for word. */
    static boolean isSame(ReceiptRow.EarlierDecision earlier, Verdict verdict) {
        return earlier.outcome().equals(verdict.outcome().name()) && earlier.reason().equals(verdict.reason().name())
                && earlier.customer().equals(verdict.customer()) && earlier.rule().equals(verdict.rule().label())
                && earlier.payerProof().equals(cut(verdict.payerProof(), PROOF_MAX))
                && earlier.evidence().equals(cut(verdict.evidence(), TEXT_MAX))
                && earlier.alternatives().equals(alternatives(verdict));
    }

    private long decide(ReceiptRow row, Verdict verdict) {
        return decide(row, verdict, row.effectiveFor(verdict.customer(), batch.day()), "");
    }

    private long decide(ReceiptRow row, Verdict verdict, LocalDate effectiveOn, String disposition) {
        Receipt receipt = row.receipt();
        return batch.add(Table.DECISION, company.id(), row.id(), verdict.outcome().name(), verdict.reason().name(), disposition,
                verdict.customer().orElse(null), row.customer().orElse(null), receipt.amount().currency().getCurrencyCode(),
                receipt.amount().toDecimal(), verdict.rule().label(), policyVersion, cut(verdict.payerProof(), PROOF_MAX),
                cut(verdict.evidence(), TEXT_MAX), alternatives(verdict), batch.actor(), effectiveOn,
                company.postingDate(effectiveOn));
    }

    private void allocate(AllocationKind kind, long receipt, Long item, Long counterItem, Long counterReceipt, String customer,
                          String payer, Money amount, Verdict verdict, LocalDate effectiveOn, Long reverses, Money cash) {
        batch.add(Table.ALLOCATION, company.id(), kind.name(), receipt, item, counterItem, counterReceipt, customer, payer,
                amount.currency().getCurrencyCode(), amount.toDecimal(), verdict.rule().label(), policyVersion,
                cut(verdict.evidence(), TEXT_MAX), batch.actor(), verdict.reason().name(), effectiveOn,
                company.postingDate(effectiveOn), reverses, kind == AllocationKind.PAYMENT ? Cash.amount(amount, cash) : null,
                kind == AllocationKind.PAYMENT ? Cash.currency(amount, cash) : null);
    }

    /** The answers that may be right, as a decision keeps them. */
    public static String alternatives(Verdict verdict) {
        return cut(Alternative.text(verdict.alternatives()), TEXT_MAX);
    }

    private static String cut(Words words, int most) {
        return cut(words.stored(), most);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
