package org.saldo.store.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.store.AllocationRow;
import org.saldo.store.Batch;
import org.saldo.store.Cash;
import org.saldo.store.Days;
import org.saldo.store.DecisionRow;
import org.saldo.store.ItemState;
import org.saldo.store.OpenAmounts;
import org.saldo.store.ReceiptState;
import org.saldo.store.Table;

/** Reverses allocations: what they settled is open again, all of an item's at once, since no row of them is published yet. */
final class TakingBack {

    private final PeopleStore people;
    private final Batch batch;
    private final Decider who;
    private final PeopleFinder finder;

    TakingBack(PeopleStore people, Batch batch, Decider who) {
        this.people = people;
        this.batch = batch;
        this.who = who;
        this.finder = new PeopleFinder(batch.handle());
    }

    /**
     * Reverses them; the cash that they used is unapplied again, but for a payment that had gone back: what it had settled is
     * settled again. Returns the reversals' ids.
     */
    PeopleStore.TakenBack free(List<AllocationRow> rows) {
        List<Long> ids = reopen(rows, who.day());
        List<AllocationRow> cash = rows.stream().filter(row -> row.kind().usesCash()).toList();
        Map<Long, List<AllocationRow>> byReceipt = new HashMap<>();
        cash.forEach(row -> byReceipt.computeIfAbsent(row.receiptId(), any -> new ArrayList<>()).add(row));
        List<PeopleStore.Settled> settled = new ArrayList<>();
        byReceipt.forEach((id, own) -> finder.receipt(id).ifPresent(receipt -> {
            Money back = own.stream().map(AllocationRow::cash).reduce(Money::plus).orElseThrow();
            Optional<AllocationRow> wentBack = own.stream().filter(row -> row.kind() == AllocationKind.REFUND).findFirst();
            if (own.size() == 1 && wentBack.isPresent()) {
                settled.add(new SettledAgain(people, batch, who, receipt, wentBack.get()).write(back));
            } else {
                free(receipt, own, back);
                new PeopleLessons(batch, who, receipt, people.forms()).takeBack();
            }
        }));
        cash.stream().filter(row -> row.counterReceiptId() != 0).forEach(row -> finder.receipt(row.counterReceiptId())
                .ifPresent(receipt -> free(receipt, List.of(row), row.amount().negated())));
        PeopleStore.flush(batch);
        return new PeopleStore.TakenBack(ids, settled);
    }

    /** Writes the reversals, none before {@code day} nor before what it reverses, and opens the items; cash is left alone. */
    List<Long> reopen(List<AllocationRow> rows, LocalDate day) {
        Map<Long, Money> back = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        for (AllocationRow was : rows) {
            ids.add(add(was, Days.later(day, was.effectiveOn())));
            for (long item : new long[] {was.itemId(), was.counterItemId()}) {
                if (item != 0) {
                    back.merge(item, was.amount(), Money::plus);
                }
            }
        }
        OpenAmounts projections = new OpenAmounts(batch);
        back.forEach((id, amount) -> finder.item(id).ifPresent(item -> projections.item(item, item.open().plus(amount))));
        return ids;
    }

    /** What an item is called. */
    String label(long item) {
        return finder.item(item).map(ItemState::key).map(key -> key.label()).orElse("?");
    }

    private long add(AllocationRow was, LocalDate effectiveOn) {
        Money back = was.amount();
        return batch.add(Table.ALLOCATION, was.company(), was.kind().name(), orNull(was.receiptId()), orNull(was.itemId()),
                orNull(was.counterItemId()), orNull(was.counterReceiptId()), was.customer(), was.payer().orElse(null),
                back.currency().getCurrencyCode(), back.negated().toDecimal(), DecisionRow.PERSON, PeopleStore.VERSION,
                PeopleStore.evidence(who, Words.of(EvidenceWord.TAKES_BACK, was.label())), who.person(), who.reason(),
                effectiveOn,
                people.posting(was.company(), effectiveOn), was.id(), Cash.amount(back, was.cash().negated()),
                Cash.currency(back, was.cash()));
    }

    /**
     * The receipt's cash is free again and waits for a person: no rule takes it a second time, and that a rest was to stay on
     * account does not hold for it. When the allocations themselves had said whose the money is, and nothing else rests on
     * that, it is again nobody's.
     */
    private void free(ReceiptState receipt, List<AllocationRow> rows, Money back) {
        Optional<String> customer = ownerWithout(receipt, rows);
        LocalDate effectiveOn = rows.stream().map(AllocationRow::effectiveOn)
                .reduce(Days.later(who.day(), receipt.freeSince()), Days::later);
        long decision = people.decide(batch, who, receipt, new PeopleStore.Placing(PeopleStore.DEFERRED,
                "UNAPPLIED_BY_PERSON", "", customer, effectiveOn));
        new OpenAmounts(batch).receipt(receipt, receipt.unapplied().plus(back), customer, decision);
    }

    /** Whose the receipt's cash is once these settle nothing any more. */
    static Optional<String> ownerWithout(ReceiptState receipt, List<AllocationRow> rows) {
        boolean last = receipt.activeCash().stream().allMatch(row -> rows.stream().anyMatch(one -> one.id() == row.id()));
        Optional<DecisionRow> placing = receipt.decisions().stream().filter(row -> !row.customer().equals(row.previous()))
                .reduce((earlier, later) -> later).filter(placed -> placed.customer().isPresent());
        return last && placing.filter(placed -> isSaidByAllocations(receipt, placed)).isPresent()
                ? placing.flatMap(DecisionRow::previous) : receipt.customer();
    }

    /** Whether from this decision on a person has said whose the money is only by what it settles. */
    private static boolean isSaidByAllocations(ReceiptState receipt, DecisionRow placed) {
        Set<Long> settling = receipt.allocations().stream().map(AllocationRow::batchId).collect(Collectors.toSet());
        return receipt.decisions().stream().filter(row -> row.id() >= placed.id())
                .allMatch(row -> row.rule().equals(DecisionRow.PERSON) && settling.contains(row.batchId()));
    }

    private static Long orNull(long id) {
        return id == 0 ? null : Long.valueOf(id);
    }
}
