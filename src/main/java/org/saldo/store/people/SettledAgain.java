package org.saldo.store.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

/**
 * What a payment had settled before it went back, settled again when that it went back is taken back: the payment never came
 * back, so what it paid is paid. A document that was settled otherwise in the meantime stays as it is; so much of the payment
 * waits for a person.
 */
final class SettledAgain {

    private final PeopleStore people;
    private final Batch batch;
    private final Decider who;
    private final PeopleFinder finder;
    private final ReceiptState payment;
    private final AllocationRow refund;
    private final Map<Long, ItemState> items = new HashMap<>();
    private final Map<Long, Money> open = new HashMap<>();
    private final List<AllocationRow> again = new ArrayList<>();
    private final Set<Long> otherwise = new TreeSet<>();

    /** @param refund what is taken back: the allocation that holds the payment and its return together */
    SettledAgain(PeopleStore people, Batch batch, Decider who, ReceiptState payment, AllocationRow refund) {
        this.people = people;
        this.batch = batch;
        this.who = who;
        this.finder = new PeopleFinder(batch.handle());
        this.payment = payment;
        this.refund = refund;
    }

    /** Writes it, with {@code free} of the payment's cash to be used; what of that is left is unapplied. */
    PeopleStore.Settled write(Money free) {
        byItem().forEach(this::choose);
        LocalDate day = Days.later(who.day(), refund.effectiveOn());
        again.forEach(was -> add(was, day));
        Money left = again.stream().filter(row -> row.kind().usesCash()).map(AllocationRow::cash)
                .reduce(payment.unapplied().plus(free), Money::minus);
        Optional<String> customer = again.isEmpty() ? TakingBack.ownerWithout(payment, List.of(refund)) : payment.customer();
        long decision = decide(Days.later(day, payment.freeSince()), customer);
        OpenAmounts projections = new OpenAmounts(batch);
        open.forEach((id, rest) -> projections.item(items.get(id), rest));
        projections.receipt(payment, left, customer, decision);
        differences(day);
        return new PeopleStore.Settled(labels(again.stream().map(AllocationRow::itemId).toList()),
                labels(List.copyOf(otherwise)), left);
    }

    /** What the return had taken back, by item. */
    private Map<Long, List<AllocationRow>> byItem() {
        Set<Long> takenBack = new HashSet<>();
        payment.allocations().stream().filter(row -> row.batchId() == refund.batchId() && row.reverses() != 0
                && row.rule().equals(refund.rule())).forEach(row -> takenBack.add(row.reverses()));
        Map<Long, List<AllocationRow>> byItem = new LinkedHashMap<>();
        payment.allocations().stream().filter(row -> takenBack.contains(row.id()) && row.kind() != AllocationKind.REFUND)
                .forEach(row -> byItem.computeIfAbsent(row.itemId(), any -> new ArrayList<>()).add(row));
        return byItem;
    }

    /** All that it had settled of an item, or nothing of it. */
    private void choose(long item, List<AllocationRow> rows) {
        Map<Long, Money> needed = new HashMap<>();
        for (AllocationRow row : rows) {
            touched(row).forEach(id -> needed.merge(id, row.amount(), Money::plus));
        }
        if (needed.entrySet().stream().allMatch(each -> each.getValue().compareTo(openOf(each.getKey())) <= 0)) {
            needed.forEach((id, amount) -> open.put(id, openOf(id).minus(amount)));
            again.addAll(rows);
        } else {
            otherwise.add(item);
        }
    }

    private static List<Long> touched(AllocationRow row) {
        return row.counterItemId() == 0 ? List.of(row.itemId()) : List.of(row.itemId(), row.counterItemId());
    }

    private Money openOf(long id) {
        return open.getOrDefault(id, item(id).open());
    }

    private ItemState item(long id) {
        return items.computeIfAbsent(id, any -> finder.item(id).orElseThrow());
    }

    private void add(AllocationRow was, LocalDate day) {
        LocalDate from = touched(was).stream().map(id -> item(id).openSince()).reduce(day, Days::later);
        batch.add(Table.ALLOCATION, was.company(), was.kind().name(), was.receiptId(), was.itemId(),
                was.counterItemId() == 0 ? null : Long.valueOf(was.counterItemId()), null, was.customer(),
                was.payer().orElse(null), was.amount().currency().getCurrencyCode(), was.amount().toDecimal(),
                DecisionRow.PERSON, PeopleStore.VERSION, PeopleStore.evidence(who, Words.of(EvidenceWord.SETTLES_AGAIN,
                        was.label(), refund.label())), who.person(), who.reason(), from,
                people.posting(was.company(), from), null, Cash.amount(was.amount(), was.cash()),
                Cash.currency(was.amount(), was.cash()));
    }

    /** As it stood before the link; a part that cannot be settled again waits. */
    private long decide(LocalDate from, Optional<String> customer) {
        Optional<DecisionRow> before = payment.decisions().stream().filter(row -> row.batchId() != refund.batchId())
                .reduce((earlier, later) -> later);
        boolean applied = otherwise.isEmpty() && before.filter(row -> row.outcome().equals(PeopleStore.APPLIED)).isPresent();
        return people.decide(batch, who, payment, new PeopleStore.Placing(applied ? PeopleStore.APPLIED : PeopleStore.DEFERRED,
                "RETURN_TAKEN_BACK_BY_PERSON", otherwise.isEmpty() ? payment.disposition() : "", customer, from));
    }

    /** What it had left open of an item, and why, holds again with what is settled again. */
    private void differences(LocalDate day) {
        Set<Long> batches = new HashSet<>();
        Set<Long> settled = new HashSet<>();
        again.forEach(row -> {
            batches.add(row.batchId());
            settled.add(row.itemId());
        });
        batch.handle().createQuery("""
                        SELECT f.batch_id, f.company, f.customer_id, f.item_id, f.currency, f.amount, f.code
                        FROM item_difference f JOIN batch b ON b.batch_id = f.batch_id
                        WHERE b.known_at IS NOT NULL AND f.receipt_id = :receipt ORDER BY f.difference_id""")
                .bind("receipt", payment.id()).map((row, context) -> {
                    if (batches.contains(row.getLong(1)) && settled.contains(row.getLong(4))) {
                        batch.add(Table.ITEM_DIFFERENCE, row.getString(2), row.getString(3), row.getLong(4), payment.id(),
                                row.getString(5), row.getBigDecimal(6), row.getString(7), day);
                    }
                    return true;
                }).list();
    }

    private List<String> labels(List<Long> ids) {
        return ids.stream().distinct().map(id -> item(id).key().label()).toList();
    }
}
