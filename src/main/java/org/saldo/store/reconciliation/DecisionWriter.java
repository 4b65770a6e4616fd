package org.saldo.store.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.saldo.ledger.Company;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.Confirmation;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.LikelyReturn;
import org.saldo.reconciliation.Verdict;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.Once;
import org.saldo.store.people.LearnedPayerRows;

/**
 * Writes decisions in bounded transactions, each of which counts only if the ledger still is as it was read, and tells
 * each receipt once.
 */
final class DecisionWriter implements Decisions {

    private static final int WRITTEN_AT_ONCE = 1000;

    private record Decided(ReceiptRow row, Verdict verdict, Optional<ReturnReader.Original> original,
                           List<Confirmation> confirmed) {
    }

    /** For whom, by which policy and on which day it is decided; since when what only fits gives way. */
    record Head(Company company, String policyVersion, LocalDate day, LocalDate secondLookFrom) {
    }

    private final Ledger ledger;
    private final Head head;
    private final ItemBook book;
    private final BookReader items;
    private final Consumer<DecidedReceipt> each;
    private final ReopenedItems reopened;
    private final List<Decided> unwritten = new ArrayList<>();
    private final Map<Long, Item> changed = new LinkedHashMap<>();
    private final boolean isAnyBefore;
    private final Set<String> unwrittenPayments = new LinkedHashSet<>();

    DecisionWriter(Ledger ledger, Head head, ItemBook book, BookReader items, Consumer<DecidedReceipt> each) {
        this.reopened = ledger.database().jdbi().withHandle(handle -> ReopenedItems.read(handle.getConnection()));
        this.isAnyBefore = ledger.database().jdbi().withHandle(handle ->
                new ProvisionalReceipts(handle, head.company().id(), head.secondLookFrom()).isAny());
        this.ledger = ledger;
        this.head = head;
        this.book = book;
        this.items = items;
        this.each = each;
    }

    @Override
    public Optional<ReturnReader.Original> original(Receipt returned) {
        if (unwrittenPayments.contains(paymentKey(returned.key().account(), returned.returnOf()))) {
            write();
        }
        Optional<ReturnReader.Original> original = ledger.database().jdbi().withHandle(handle ->
                new ReturnReader(handle).original(returned));
        original.ifPresent(payment -> items.readItems(book, payment.items()));
        return original;
    }

    @Override
    public Map<Long, LikelyReturn> origins(List<ReceiptRow> debits) {
        if (debits.isEmpty()) {
            return Map.of();
        }
        write();
        return ledger.database().jdbi().withHandle(handle -> new DebitOrigins(handle).of(debits,
                (payment, currency) -> Optional.of(new ReturnReader(handle).original(payment, currency))));
    }

    @Override
    public void apply(ReceiptRow row, Verdict verdict, List<Confirmation> confirmed) {
        keepApplied(new Decided(row, verdict, Optional.empty(), confirmed));
    }

    @Override
    public void applyReturn(ReceiptRow row, Verdict verdict, Optional<ReturnReader.Original> original) {
        keepApplied(new Decided(row, verdict, original, List.of()));
    }

    @Override
    public void learned(Set<String> customers) {
        items.readOpenOf(book, customers);
    }

    private void keepApplied(Decided decided) {
        keep(decided);
        for (Verdict.Part part : decided.verdict().parts()) {
            remember(part.item());
            part.counter().ifPresent(this::remember);
        }
    }

    private void remember(Item item) {
        changed.putIfAbsent(item.id(), book.item(item.id()));
    }

    @Override
    public void leave(ReceiptRow row, Verdict verdict) {
        if (row.earlier().filter(earlier -> ReconciliationWriter.isSame(earlier, verdict)).isPresent()) {
            each.accept(told(row, verdict, false));
        } else {
            keep(new Decided(row, verdict, Optional.empty(), List.of()));
        }
    }

    @Override
    public List<Provisional> provisionalOn(Set<Long> named) {
        List<Provisional> found = ledger.database().jdbi().withHandle(handle ->
                new ProvisionalReceipts(handle, head.company().id(), head.secondLookFrom()).settling(named));
        found.forEach(earlier -> items.readItems(book, earlier.applied().items()));
        return found;
    }

    @Override
    public List<Provisional> fittedBefore(Map<String, Set<Money>> amounts) {
        List<Provisional> found = !isAnyBefore ? List.of() : ledger.database().jdbi().withHandle(handle ->
                new ProvisionalReceipts(handle, head.company().id(), head.secondLookFrom()).fitted(amounts));
        found.forEach(earlier -> items.readItems(book, earlier.applied().items()));
        return found;
    }

    @Override
    public Map<Long, List<PaidBefore.Paid>> paidBefore(Set<Long> paid) {
        write();
        return ledger.database().jdbi().withHandle(handle -> PaidBefore.of(handle, paid));
    }

    @Override
    public List<ReceiptRow> takeBack(List<Provisional> receipts, Map<Long, Verdict> why) {
        write();
        for (Provisional earlier : receipts) {
            earlier.applied().items().forEach(item -> remember(book.item(item)));
            earlier.reopen(book);
        }
        ledger.writeAsDecided(BatchKind.RECONCILIATION, ReconciliationStore.ACTOR, head.day(), batch -> {
            ReconciliationWriter writer = writer(batch);
            receipts.forEach(earlier -> writer.takeBack(earlier.row(), why.get(earlier.row().id())));
            writer.finish(changed.values(), book);
        });
        changed.clear();
        List<Long> ids = receipts.stream().map(earlier -> earlier.row().id()).toList();
        return ledger.database().jdbi().withHandle(handle ->
                ReceiptPages.read(handle.getConnection(), ReceiptRow.OPEN, ids, new Once()));
    }

    @Override
    public void end() {
        write();
    }

    private void keep(Decided decided) {
        if (unwritten.size() >= WRITTEN_AT_ONCE) {
            write();
        }
        unwritten.add(decided);
        Receipt receipt = decided.row().receipt();
        unwrittenPayments.add(paymentKey(receipt.key().account(), receipt.key().paymentId()));
        if (decided.original().isPresent()) {
            unwrittenPayments.add(paymentKey(receipt.key().account(), receipt.returnOf()));
        }
    }

    private static String paymentKey(String account, String payment) {
        return account + "/" + payment;
    }

    private void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        ledger.writeAsDecided(BatchKind.RECONCILIATION, ReconciliationStore.ACTOR, head.day(), batch -> {
            ReconciliationWriter writer = writer(batch);
            for (Decided decided : unwritten) {
                if (!decided.verdict().isApplied()) {
                    writer.note(decided.row(), decided.verdict());
                } else if (decided.original().isPresent()) {
                    writer.applyReturn(decided.row(), decided.original().get(), decided.verdict());
                } else {
                    writer.apply(decided.row(), decided.verdict());
                }
            }
            writer.finish(changed.values(), book);
            unwritten.forEach(decided -> decided.confirmed().forEach(confirmed -> LearnedPayerRows.add(batch,
                    head.company().id(), confirmed, decided.row().id(), new LearnedPayerRows.Why(
                            ReconciliationStore.ACTOR, decided.verdict().reason().sentence()))));
        });
        unwritten.forEach(decided -> each.accept(told(decided.row(), decided.verdict(), true)));
        unwritten.clear();
        changed.clear();
        unwrittenPayments.clear();
    }

    private ReconciliationWriter writer(Batch batch) {
        return new ReconciliationWriter(batch, head.company(), head.policyVersion(), reopened);
    }

    private static DecidedReceipt told(ReceiptRow row, Verdict verdict, boolean written) {
        return new DecidedReceipt(row.id(), row.receipt().key().paymentId(), row.receipt().amount(), verdict.outcome(),
                verdict.reason(), verdict.rule(), verdict.parts().size(), written);
    }
}
