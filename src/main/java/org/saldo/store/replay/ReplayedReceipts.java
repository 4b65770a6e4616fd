package org.saldo.store.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.Confirmation;
import org.saldo.reconciliation.LikelyReturn;
import org.saldo.reconciliation.Rule;
import org.saldo.reconciliation.Verdict;
import org.saldo.store.Once;
import org.saldo.store.people.LearnedPayerRows;
import org.saldo.store.reconciliation.DebitOrigins;
import org.saldo.store.reconciliation.Decisions;
import org.saldo.store.reconciliation.Provisional;
import org.saldo.store.reconciliation.ProvisionalReceipts;
import org.saldo.store.reconciliation.ReceiptPages;
import org.saldo.store.reconciliation.ReceiptQueue;
import org.saldo.store.reconciliation.ReceiptRow;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.reconciliation.ReturnReader;
import org.saldo.store.reconciliation.WaitingReceipt;

/**
 * The receipts of a replay: which of them wait for rules, and what has been settled with them by rules that are tried and
 * by what people did. Nothing is written.
 */
final class ReplayedReceipts implements Decisions {

    /** A receipt of the company; {@code cashFrom} is the day on which a bill matures, the booking date otherwise. */
    record Head(WaitingReceipt receipt, LocalDate cashFrom, Money amount, Instant knownAt, boolean asked) {
    }

    /** Instead of the id of an allocation that a rule would make. */
    private static final long BY_RULE = 0;

    /** What the receipts may settle, who may have paid, and all receipts of the company by id. */
    record Books(ReplayedItems items, ReplayedPayers payers, Map<Long, Head> heads, Map<Instant, LocalDate> runs) {
    }

    private final Handle handle;
    private final String company;
    private final ReplayedItems items;
    private final ReplayedPayers payers;
    private final Map<Long, Head> heads;
    private final Map<Instant, LocalDate> runs;
    private final Instant start;
    private LocalDate today = LocalDate.MIN;
    private LocalDate lookFrom = LocalDate.MAX;
    private final Map<Long, Head> waiting = new LinkedHashMap<>();
    private final Map<Long, ReplayedState> states = new HashMap<>();
    private final Map<Long, ReplayedDecision> decided = new HashMap<>();
    private Instant now;

    /** @param start when the replay begins: what was known before counts as it was */
    ReplayedReceipts(Handle handle, String company, Books books, Instant start) {
        this.handle = handle;
        this.company = company;
        this.items = books.items();
        this.payers = books.payers();
        this.heads = books.heads();
        this.runs = books.runs();
        this.start = start;
        this.now = start;
    }

    /** A receipt comes in, or has waited since before. */
    void add(Head head) {
        waiting.put(head.receipt().id(), head);
    }

    /**
     * Those that wait on a day for what is known at an instant, in the order of decision.
     *
     * @param lookFrom since when what only fits gives way
     */
    ReceiptQueue waiting(Instant at, LocalDate day, LocalDate lookFrom) {
        now = at;
        today = day;
        this.lookFrom = lookFrom;
        return ReceiptQueue.of(waiting.values().stream().filter(head -> !head.cashFrom().isAfter(day)).map(Head::receipt)
                .sorted(WaitingReceipt.ORDER).toList());
    }

    /** What the rules came to about a receipt that was asked about. */
    ReplayedDecision decision(long receipt) {
        return decided.getOrDefault(receipt, ReplayedDecision.NONE);
    }

    @Override
    public Optional<ReturnReader.Original> original(Receipt returned) {
        return new ReturnReader(handle).find(returned).filter(id -> heads.get(id).knownAt().isBefore(now)).map(this::original);
    }

    @Override
    public Map<Long, LikelyReturn> origins(List<ReceiptRow> debits) {
        return new DebitOrigins(handle).of(debits, (payment, currency) -> Optional.of(payment)
                .filter(id -> heads.get(id).knownAt().isBefore(now)).map(this::original));
    }

    private ReturnReader.Original original(long payment) {
        ReplayedState state = state(payment);
        return new ReturnReader.Original(payment, state.customer, state.unapplied, state.decided, List.copyOf(state.paid));
    }

    @Override
    public void apply(ReceiptRow row, Verdict verdict, List<Confirmation> confirmed) {
        applied(row, verdict);
        confirmed.forEach(one -> payers.add(new LearnedPayerRows.Row(new LearnedPayerRows.Active(row.receipt().key().company(),
                row.id(), one, one.key(), ReconciliationStore.ACTOR, now), false)));
    }

    private void applied(ReceiptRow row, Verdict verdict) {
        ReplayedState state = noteApplied(row, verdict);
        verdict.parts().forEach(part -> state.paid.add(new ReturnReader.Paid(BY_RULE, part.kind(), part.item().id(),
                part.counter().map(note -> note.id()).orElse(null), part.item().customer(), null, part.amount(), part.cash())));
        state.unapplied = state.unapplied.minus(verdict.cash(row.receipt().amount()));
    }

    @Override
    public void applyReturn(ReceiptRow row, Verdict verdict, Optional<ReturnReader.Original> original) {
        original.ifPresentOrElse(payment -> {
            ReplayedState state = noteApplied(row, verdict);
            waiting.remove(payment.receiptId());
            comeBack(state(payment.receiptId()), verdict, state);
        }, () -> applied(row, verdict));
    }

    private ReplayedState noteApplied(ReceiptRow row, Verdict verdict) {
        note(row, verdict);
        waiting.remove(row.id());
        ReplayedState state = state(row.id());
        state.rule = verdict.rule();
        state.provisionalSince = verdict.rule().givesWayToAdvice() ? today : null;
        return state;
    }

    @Override
    public List<Provisional> provisionalOn(Set<Long> items) {
        new ProvisionalReceipts(handle, company, lookFrom).everSettling(items).forEach(this::state);
        return provisional(Rule::givesWay, paid -> items.contains(paid.itemId()));
    }

    /** Those of a few customers. */
    List<Provisional> provisionalOf(Set<String> customers) {
        new ProvisionalReceipts(handle, company, lookFrom).everOf(customers).forEach(this::state);
        return provisional(Rule::givesWayToAdvice, paid -> customers.contains(paid.customer()));
    }

    @Override
    public List<Provisional> fittedBefore(Map<String, Set<Money>> amounts) {
        return provisionalOf(amounts.keySet()).stream().filter(earlier -> earlier.rule().onlyFitsTheAmount())
                .filter(earlier -> amounts.getOrDefault(earlier.applied().customer().orElse(""), Set.of())
                        .contains(earlier.row().receipt().amount())).toList();
    }

    private List<Provisional> provisional(Predicate<Rule> rules, Predicate<ReturnReader.Paid> which) {
        List<Long> found = new ArrayList<>();
        states.forEach((receipt, state) -> {
            if (state.isProvisionalSince(lookFrom) && rules.test(state.rule) && state.paid.stream().anyMatch(which)) {
                found.add(receipt);
            }
        });
        return ReceiptPages.read(handle.getConnection(), ReceiptRow.AS_BOOKED, found, new Once()).stream()
                .sorted(ReceiptRow.ORDER).map(row -> {
                    ReplayedState state = states.get(row.id());
                    return new Provisional(row, new ReturnReader.Original(row.id(), state.customer, state.unapplied, true,
                            List.copyOf(state.paid)), state.rule);
                }).toList();
    }

    @Override
    public List<ReceiptRow> takeBack(List<Provisional> receipts, Map<Long, Verdict> why) {
        for (Provisional earlier : receipts) {
            long id = earlier.row().id();
            ReplayedState state = states.get(id);
            List.copyOf(state.paid).forEach(paid -> takeBack(state, paid));
            state.provisionalSince = null;
            waiting.put(id, heads.get(id));
        }
        return receipts.stream().map(Provisional::row).toList();
    }

    @Override
    public void learned(Set<String> customers) {
        // every open item is in the book
    }

    private static void comeBack(ReplayedState payment, Verdict verdict, ReplayedState returned) {
        if (!verdict.parts().isEmpty()) {
            payment.unapplied = payment.unapplied.plus(verdict.cash(payment.unapplied));
            payment.paid.clear();
            payment.provisionalSince = null;
        }
        payment.unapplied = payment.unapplied.plus(returned.unapplied);
        returned.unapplied = Money.zero(returned.unapplied.currency());
    }

    @Override
    public void leave(ReceiptRow row, Verdict verdict) {
        note(row, verdict);
    }

    private void note(ReceiptRow row, Verdict verdict) {
        if (heads.get(row.id()).asked()) {
            decided.put(row.id(), ReplayedDecision.of(verdict, row.receipt().isReturn()));
        }
        ReplayedState state = state(row.id());
        state.decided = true;
        state.customer = verdict.customer();
    }

    @Override
    public void end() { // all of it stays in memory
    }

    /** A person says whose a receipt is or what becomes of it: from then on no rule decides about it. */
    void decidedByHand(long receipt, Optional<String> customer) {
        waiting.remove(receipt);
        ReplayedState state = state(receipt);
        state.decided = true;
        state.provisionalSince = null;
        boolean settledByRule = state.paid.stream().anyMatch(paid -> paid.allocationId() == BY_RULE);
        state.customer = settledByRule ? state.customer : customer;
    }

    /** A person settles with a receipt as much as is there, or takes a settlement back, if there is one. */
    void settledByHand(SettledByHand row) {
        if (row.receipt() == 0) {
            items.change(row.id(), row.item(), Optional.ofNullable(row.counter()), row.amount(), row.reverses());
            return;
        }
        ReplayedState state = state(row.receipt());
        if (row.amount().isPositive()) {
            Money amount = asMuchAsThereIs(row, state);
            settle(state, new ReturnReader.Paid(row.id(), row.kind(), row.item(), row.counter(), row.customer(), null, amount,
                    row.isExchange() ? row.cash() : row.kind().usesCash() ? amount : Money.zero(state.unapplied.currency())));
        } else {
            state.paid.stream().filter(paid -> paid.kind() == row.kind() && paid.itemId() == row.item()
                    && Objects.equals(paid.counterItemId(), row.counter())).findFirst()
                    .ifPresent(paid -> takeBack(state, paid));
        }
    }

    /** Across currencies all of it or nothing, since a part has no rate that anybody has said. */
    private Money asMuchAsThereIs(SettledByHand row, ReplayedState state) {
        Money amount = row.amount();
        if (row.isExchange()) {
            boolean fits = row.cash().compareTo(state.unapplied) <= 0 && amount.compareTo(items.open(row.item(), amount)) <= 0;
            return fits ? amount : Money.zero(amount.currency());
        }
        amount = row.kind().usesCash() ? amount.min(state.unapplied) : amount;
        amount = row.item() == 0 ? amount : amount.min(items.open(row.item(), amount));
        return row.counter() == null ? amount : amount.min(items.open(row.counter(), amount));
    }

    private void settle(ReplayedState state, ReturnReader.Paid paid) {
        if (!paid.amount().isPositive()) {
            return;
        }
        state.unapplied = state.unapplied.minus(paid.cash());
        if (paid.itemId() != 0) {
            items.settle(paid.itemId(), paid.amount());
            Optional.ofNullable(paid.counterItemId()).ifPresent(note -> items.settle(note, paid.amount()));
            state.paid.add(paid);
        }
    }

    private void takeBack(ReplayedState state, ReturnReader.Paid paid) {
        state.paid.remove(paid);
        state.unapplied = state.unapplied.plus(paid.cash());
        items.reopen(paid.itemId(), paid.amount());
        Optional.ofNullable(paid.counterItemId()).ifPresent(note -> items.reopen(note, paid.amount()));
    }

    private ReplayedState state(long receipt) {
        ReplayedState known = states.get(receipt);
        if (known == null) {
            Head head = heads.get(receipt);
            known = new ReplayedState(head.amount());
            if (head.knownAt().isBefore(start)) {
                known.readAsOf(start, handle, receipt, runs);
            }
            states.put(receipt, known);
        }
        return known;
    }
}
