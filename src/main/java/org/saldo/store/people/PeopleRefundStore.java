package org.saldo.store.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Decider;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.store.AllocationRow;
import org.saldo.store.Batch;
import org.saldo.store.Days;
import org.saldo.store.DecisionRow;
import org.saldo.store.OpenAmounts;
import org.saldo.store.ReceiptState;
import org.saldo.store.Table;

/**
 * A person's word that money that went out has taken a payment back, as rows: what the payment had settled is open again from
 * the day of the debit, and both are used up against each other. It writes what it is told; whether the books allow it was
 * asked before, in the same transaction.
 */
public final class PeopleRefundStore {

    private final PeopleStore people;

    public PeopleRefundStore(PeopleStore people) {
        this.people = people;
    }

    /**
     * What is linked.
     *
     * @param amount   positive, of both
     * @param reopened what the payment had settled and no longer does
     */
    public record Link(ReceiptState payment, ReceiptState debit, Money amount, List<AllocationRow> reopened) {

        public Link {
            reopened = List.copyOf(reopened);
        }

        /** What of the debit this leaves; it is negative. */
        public Money left() {
            return debit.unapplied().plus(amount);
        }
    }

    /** The payment of this name; where several accounts have it, the one on the account of {@code near}. */
    public ReceiptState receipt(Batch batch, Decider who, String name, ReceiptState near) {
        List<ReceiptState> sameAccount = new PeopleFinder(batch.handle())
                .receipts(name + "@" + near.key().account(), near.key().company());
        return sameAccount.size() == 1 ? sameAccount.get(0) : people.receipt(batch, who, name);
    }

    /** Whether a text is the id of a payment. */
    public boolean isReceipt(Batch batch, String name, ReceiptState near) {
        return !new PeopleFinder(batch.handle()).receipts(name, near.key().company()).isEmpty();
    }

    /** What these settled, by the numbers of the documents. */
    public List<String> documents(Batch batch, Decider who, List<AllocationRow> rows) {
        TakingBack names = new TakingBack(people, batch, who);
        return rows.stream().filter(row -> row.itemId() != 0).map(row -> names.label(row.itemId())).distinct().toList();
    }

    /** Writes the rows and returns the id of the allocation that holds both together. */
    public long write(Batch batch, Decider who, Link link) {
        Optional<String> owner = link.payment().customer();
        LocalDate placed = owner.equals(link.debit().customer()) ? link.debit().freeSince()
                : PeopleStore.placedOn(who, link.debit());
        LocalDate day = link.reopened().stream().map(AllocationRow::effectiveOn)
                .reduce(Days.later(placed, link.payment().freeSince()), Days::later);
        new TakingBack(people, batch, who).reopen(link.reopened(), day);
        Money freed = link.reopened().stream().filter(row -> row.kind().usesCash()).map(AllocationRow::cash)
                .reduce(Money.zero(link.amount().currency()), Money::plus);
        long ofPayment = people.decide(batch, who, link.payment(), new PeopleStore.Placing(PeopleStore.APPLIED,
                "REFUNDED_BY_PERSON", link.payment().disposition(), owner, link.payment().freeSince()));
        long ofDebit = people.decide(batch, who, link.debit(), new PeopleStore.Placing(
                link.left().isZero() ? PeopleStore.APPLIED : PeopleStore.DEFERRED,
                link.left().isZero() ? "REFUNDED_BY_PERSON" : DifferenceCode.BANK_CHARGE + "_BY_PERSON",
                link.payment().disposition().equals(DecisionRow.NOT_OURS) ? DecisionRow.NOT_OURS : "", owner, placed));
        long id = batch.add(Table.ALLOCATION, link.payment().key().company(), AllocationKind.REFUND.name(),
                link.payment().id(), null, null, link.debit().id(), owner.orElse(""), null,
                link.amount().currency().getCurrencyCode(), link.amount().toDecimal(), DecisionRow.PERSON, PeopleStore.VERSION,
                PeopleStore.evidence(who, Words.of(EvidenceWord.LINKED_BY_HAND, link.debit().paymentId())), who.person(),
                who.reason(), day,
                people.posting(link.payment().key().company(), day), null, null, null);
        OpenAmounts projections = new OpenAmounts(batch);
        projections.receipt(link.payment(), link.payment().unapplied().plus(freed).minus(link.amount()), owner, ofPayment);
        projections.receipt(link.debit(), link.left(), owner, ofDebit);
        PeopleStore.flush(batch);
        return id;
    }
}
