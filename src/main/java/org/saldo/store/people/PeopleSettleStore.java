package org.saldo.store.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.store.Batch;
import org.saldo.store.Cash;
import org.saldo.store.Days;
import org.saldo.store.DecisionRow;
import org.saldo.store.ItemState;
import org.saldo.store.OpenAmounts;
import org.saldo.store.ReceiptState;
import org.saldo.store.Table;

/**
 * What a person settles with a receipt, as rows: cash, and what goes with it (a discount, a bank charge, a credit note that
 * is netted). All of one settlement counts from the day of its cash. It writes what it is told; whether the books allow it
 * was asked before, in the same transaction.
 */
public final class PeopleSettleStore {

    private final PeopleStore people;

    public PeopleSettleStore(PeopleStore people) {
        this.people = people;
    }

    /**
     * A part of an item that is settled; {@code credit} is the credit note that is netted, where the kind is that.
     *
     * @param amount in the item's currency
     * @param cash   what it uses up of the receipt, in the receipt's currency; zero where the kind uses none
     */
    public record Line(ItemState item, Money amount, AllocationKind kind, Optional<ItemState> credit, Money cash) {

        /** In one currency. */
        public Line(ItemState item, Money amount, AllocationKind kind, Optional<ItemState> credit) {
            this(item, amount, kind, credit, kind.usesCash() ? amount : Money.zero(amount.currency()));
        }

        /** Whether cash of one currency settles an item of another. */
        public boolean isExchange() {
            return kind.usesCash() && !cash.currency().equals(amount.currency());
        }
    }

    /** Every item of this name; a person's name for it may fit several. */
    public List<ItemState> items(Batch batch, String document, String company) {
        return new PeopleFinder(batch.handle()).items(document, company);
    }

    /** The customer's credit notes of which something is open, the oldest first. */
    public List<ItemState> openCredits(Batch batch, CustomerId customer, Currency currency) {
        PeopleFinder finder = new PeopleFinder(batch.handle());
        return batch.handle().createQuery("""
                        SELECT o.item_id FROM open_item o JOIN batch b ON b.batch_id = o.batch_id
                        WHERE b.known_at IS NOT NULL AND o.company = :company AND o.customer_id = :customer
                        AND o.currency = :currency AND o.credit = TRUE ORDER BY o.item_id""")
                .bind("company", customer.company()).bind("customer", customer.number())
                .bind("currency", currency.getCurrencyCode()).mapTo(Long.class).list().stream()
                .map(finder::item).flatMap(Optional::stream).toList();
    }

    /** What of an item stays open, and why. */
    public record Left(ItemState item, Money amount, DifferenceCode code) {
    }

    /** Writes the lines and returns the allocations' ids; a receipt of nobody becomes the first item's customer's. */
    public List<Long> settle(Batch batch, Decider who, ReceiptState receipt, List<Line> lines, List<Left> rests) {
        Settling settling = new Settling(batch, who, receipt, lines.get(0).item().customer().number());
        rests.forEach(rest -> batch.add(Table.ITEM_DIFFERENCE, rest.item().customer().company(),
                rest.item().customer().number(), rest.item().id(), receipt.id(), rest.amount().currency().getCurrencyCode(),
                rest.amount().toDecimal(), rest.code().name(), receipt.freeSince()));
        return settling.all(lines);
    }

    /** One settlement; what it has used up so far is kept here, for the rows that it adds are not yet published. */
    private final class Settling {

        private final Batch batch;
        private final Decider who;
        private final ReceiptState receipt;
        private final String owner;
        private final Map<Long, Money> open = new HashMap<>();
        private LocalDate free;
        private long decision;

        Settling(Batch batch, Decider who, ReceiptState receipt, String ownerOfNobodys) {
            this.batch = batch;
            this.who = who;
            this.receipt = receipt;
            this.owner = receipt.customer().orElse(ownerOfNobodys);
            this.free = receipt.freeSince();
            this.decision = receipt.shownDecision();
        }

        List<Long> all(List<Line> lines) {
            decide();
            List<Long> ids = new ArrayList<>();
            Money cash = Money.zero(receipt.amount().currency());
            Map<Long, ItemState> touched = new HashMap<>();
            for (Line line : lines) {
                ids.add(add(line));
                cash = line.kind() == AllocationKind.PAYMENT ? cash.plus(line.cash()) : cash;
                touched.put(line.item().id(), line.item());
                lower(line.item(), line.amount());
                line.credit().ifPresent(credit -> {
                    touched.put(credit.id(), credit);
                    lower(credit, line.amount());
                });
            }
            OpenAmounts projections = new OpenAmounts(batch);
            touched.values().forEach(item -> projections.item(item, open.get(item.id())));
            projections.receipt(receipt, receipt.unapplied().minus(cash), Optional.of(owner), decision);
            teach(lines);
            PeopleStore.flush(batch);
            return ids;
        }

        private void teach(List<Line> lines) {
            PeopleLessons lessons = new PeopleLessons(batch, who, receipt, people.forms());
            lessons.paidFor(owner);
            lines.stream().filter(line -> line.kind() == AllocationKind.PAYMENT)
                    .map(line -> line.item().customer().number()).filter(number -> !number.equals(owner)).distinct().sorted()
                    .forEach(number -> lessons.paidForAnother(owner, number));
        }

        private void decide() {
            boolean sameOwner = receipt.customer().isPresent();
            if (sameOwner && receipt.lastDecision().filter(last -> last.outcome().equals(PeopleStore.APPLIED)).isPresent()) {
                return;
            }
            free = sameOwner ? free : PeopleStore.placedOn(who, receipt);
            decision = people.decide(batch, who, receipt, new PeopleStore.Placing(PeopleStore.APPLIED, "APPLIED_BY_PERSON",
                    receipt.disposition(), Optional.of(owner), free));
        }

        private void lower(ItemState item, Money amount) {
            open.merge(item.id(), item.open().minus(amount), (before, first) -> before.minus(amount));
        }

        private long add(Line line) {
            ItemState item = line.item();
            String company = item.customer().company();
            boolean cash = line.kind() == AllocationKind.PAYMENT;
            Optional<String> payer = Optional.of(owner).filter(number -> cash && !number.equals(item.customer().number()));
            LocalDate effectiveOn = Days.later(Days.later(free, item.openSince()),
                    line.credit().map(ItemState::openSince).orElse(free));
            return batch.add(Table.ALLOCATION, company, line.kind().name(), receipt.id(), item.id(),
                    line.credit().map(ItemState::id).orElse(null), null, item.customer().number(), payer.orElse(null),
                    line.amount().currency().getCurrencyCode(), line.amount().toDecimal(), DecisionRow.PERSON,
                    PeopleStore.VERSION, PeopleStore.evidence(who, evidence(line)), who.person(), who.reason(), effectiveOn,
                    people.posting(company, effectiveOn), null, cash ? Cash.amount(line.amount(), line.cash()) : null,
                    cash ? Cash.currency(line.amount(), line.cash()) : null);
        }

        private Words evidence(Line line) {
            if (line.kind() != AllocationKind.PAYMENT) {
                return Words.of(EvidenceWord.SETTLED_BY_HAND, receipt.paymentId());
            }
            return line.isExchange() ? Words.of(EvidenceWord.EXCHANGED_BY_HAND, line.cash(), line.amount())
                    : Words.of(EvidenceWord.BY_HAND);
        }
    }
}
