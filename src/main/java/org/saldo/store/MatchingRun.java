package org.saldo.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.saldo.ledger.Company;
import org.saldo.ledger.Receipt;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.OriginalPayment;
import org.saldo.reconciliation.Verdict;

/**
 * Cash application of one company's waiting receipts, all together: decided in memory, in the order of decision, and
 * written in bounded transactions, each of which counts only if the ledger still is as it was read.
 */
final class MatchingRun {

    private static final int WRITTEN_AT_ONCE = 1000;

    /** Which verdicts count. */
    private enum Pass {
        /** Those that rest on a reference: what is named goes before what only fits. */
        NAMED,
        /** All that apply a receipt. */
        APPLIED,
        /** All, since nothing can change any more. */
        LAST
    }

    private record Decided(ReceiptRow row, Verdict verdict, Optional<ReturnReader.Original> original) {
    }

    private final Ledger ledger;
    private final Company company;
    private final MatchingPolicy policy;
    private final ItemBook book;
    private final BookReader items;
    private final Matcher matcher;
    private final Map<String, List<Advice>> advices;
    private final LocalDate day;
    private final Consumer<DecidedReceipt> each;
    private final List<Decided> unwritten = new ArrayList<>();
    private final Map<Long, Item> changed = new LinkedHashMap<>();
    /** Receipts that would settle what another one would, by id, with that one's payment id. */
    private final Map<Long, String> rivals = new HashMap<>();
    private final Set<String> unwrittenPayments = new LinkedHashSet<>();

    MatchingRun(Ledger ledger, Company company, MatchingPolicy policy, ItemBook book, BookReader items, Matcher matcher,
                Map<String, List<Advice>> advices, LocalDate day, Consumer<DecidedReceipt> each) {
        this.ledger = ledger;
        this.company = company;
        this.policy = policy;
        this.book = book;
        this.items = items;
        this.matcher = matcher;
        this.advices = advices;
        this.day = day;
        this.each = each;
    }

    /** Decides the receipts, which are given in the order of decision, in pages. */
    void decide(Iterable<List<ReceiptRow>> pages) {
        List<ReceiptRow> rest = new ArrayList<>();
        for (List<ReceiptRow> page : pages) {
            rest.addAll(pass(page, Pass.NAMED));
        }
        rest = untilNothingChanges(rest, Pass.NAMED);
        rest = untilNothingChanges(withoutThoseThatCameBack(rest), Pass.NAMED);
        int before;
        do {
            before = rest.size();
            rest = passWithoutRivals(rest);
            if (rest.size() < before) {
                rest = untilNothingChanges(rest, Pass.NAMED);
            }
        } while (rest.size() < before);
        pass(rest, Pass.LAST);
        write();
    }

    /** A payment that came back and names nothing does not take part: it is said so, and the return uses it up. */
    private List<ReceiptRow> withoutThoseThatCameBack(List<ReceiptRow> receipts) {
        Set<String> back = new HashSet<>();
        receipts.stream().map(ReceiptRow::receipt).filter(Receipt::isReturn)
                .forEach(receipt -> back.add(paymentKey(receipt.key().account(), receipt.returnOf())));
        List<ReceiptRow> rest = new ArrayList<>();
        for (ReceiptRow row : receipts) {
            if (back.contains(paymentKey(row.receipt().key().account(), row.receipt().key().paymentId()))) {
                Verdict verdict = matcher.decide(row.rest(), advicesOf(row));
                note(row, verdict.isApplied() ? verdict.asCameBack() : verdict);
            } else {
                rest.add(row);
            }
        }
        return rest;
    }

    /**
     * One look at the receipts for what only fits, all against the same books: where two would settle the same item,
     * neither does.
     */
    private List<ReceiptRow> passWithoutRivals(List<ReceiptRow> receipts) {
        Map<Long, ReceiptRow> wantedBy = new HashMap<>();
        rivals.clear();
        for (ReceiptRow row : receipts) {
            if (row.receipt().isReturn()) {
                continue;
            }
            Verdict verdict = matcher.decide(row.rest(), advicesOf(row));
            for (Verdict.Part part : verdict.parts()) {
                ReceiptRow other = wantedBy.putIfAbsent(part.item().id(), row);
                if (other != null && other != row) {
                    rivals.put(row.id(), other.receipt().key().paymentId());
                    rivals.putIfAbsent(other.id(), row.receipt().key().paymentId());
                }
            }
        }
        return pass(receipts, Pass.APPLIED);
    }

    private List<ReceiptRow> untilNothingChanges(List<ReceiptRow> receipts, Pass pass) {
        List<ReceiptRow> rest = receipts;
        int before;
        do {
            before = rest.size();
            rest = pass(rest, pass);
        } while (rest.size() < before);
        return rest;
    }

    /** One look at the receipts; those that still wait are returned. */
    private List<ReceiptRow> pass(List<ReceiptRow> receipts, Pass pass) {
        List<ReceiptRow> rest = new ArrayList<>();
        for (ReceiptRow row : receipts) {
            boolean done = row.receipt().isReturn() ? decideReturn(row, pass) : decide(row, pass);
            if (!done) {
                rest.add(row);
            }
        }
        return rest;
    }

    private boolean decide(ReceiptRow row, Pass pass) {
        Verdict decided = matcher.decide(row.rest(), advicesOf(row));
        Verdict verdict = decided.isApplied() && !decided.restsOnAReference() && rivals.containsKey(row.id())
                ? decided.asRivalOf(rivals.get(row.id())) : decided;
        boolean counts = verdict.isApplied() && (pass != Pass.NAMED || verdict.restsOnAReference());
        if (counts) {
            for (Verdict.Part part : verdict.parts()) {
                settle(part.item(), part);
                part.counter().ifPresent(note -> settle(note, part));
            }
            keep(row, verdict, Optional.empty());
        } else if (pass == Pass.LAST) {
            note(row, verdict);
        }
        return counts;
    }

    private void settle(Item item, Verdict.Part part) {
        changed.putIfAbsent(item.id(), book.item(item.id()));
        book.settle(item.id(), part.amount());
    }

    private List<Advice> advicesOf(ReceiptRow row) {
        return advices.isEmpty() ? List.of() : matcher.payerOf(row.receipt()).customer()
                .map(customer -> advices.getOrDefault(customer, List.of())).orElse(List.of());
    }

    private void note(ReceiptRow row, Verdict verdict) {
        if (row.earlier().filter(earlier -> ReconciliationWriter.isSame(earlier, verdict)).isPresent()) {
            each.accept(told(row, verdict, false));
        } else {
            keep(row, verdict, Optional.empty());
        }
    }

    /** A return waits until its payment is decided, so that what the payment had paid is taken back. */
    private boolean decideReturn(ReceiptRow row, Pass pass) {
        if (unwrittenPayments.contains(paymentKey(row.receipt().key().account(), row.receipt().returnOf()))) {
            write();
        }
        Optional<ReturnReader.Original> original = ledger.database().jdbi().withHandle(handle ->
                new ReturnReader(handle).original(row.receipt()));
        if (pass != Pass.LAST && original.isPresent() && original.get().decisionId() == 0) {
            return false;
        }
        Verdict verdict = matcher.decideReturn(row.receipt(), original.map(this::payment));
        if (!verdict.isApplied()) {
            if (pass == Pass.LAST) {
                note(row, verdict);
            }
            return false;
        }
        for (Verdict.Part part : verdict.parts()) {
            reopen(part.item(), part);
            part.counter().ifPresent(note -> reopen(note, part));
        }
        keep(row, verdict, original);
        return true;
    }

    private void reopen(Item item, Verdict.Part part) {
        changed.putIfAbsent(item.id(), book.item(item.id()));
        book.reopen(item.id(), part.amount());
    }

    private OriginalPayment payment(ReturnReader.Original original) {
        List<Long> ids = new ArrayList<>();
        original.allocations().forEach(paid -> {
            ids.add(paid.itemId());
            Optional.ofNullable(paid.counterItemId()).ifPresent(ids::add);
        });
        items.readItems(book, ids);
        List<Verdict.Part> paid = original.allocations().stream().map(allocation -> new Verdict.Part(
                book.item(allocation.itemId()), allocation.amount(), allocation.kind(),
                Optional.ofNullable(allocation.counterItemId()).map(book::item))).toList();
        return new OriginalPayment(original.customer(), original.unapplied(), paid);
    }

    private void keep(ReceiptRow row, Verdict verdict, Optional<ReturnReader.Original> original) {
        unwritten.add(new Decided(row, verdict, original));
        unwrittenPayments.add(paymentKey(row.receipt().key().account(), row.receipt().key().paymentId()));
        original.ifPresent(payment -> unwrittenPayments.add(
                paymentKey(row.receipt().key().account(), row.receipt().returnOf())));
        if (unwritten.size() >= WRITTEN_AT_ONCE) {
            write();
        }
    }

    private static String paymentKey(String account, String payment) {
        return account + "/" + payment;
    }

    private void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        ledger.writeAsDecided(BatchKind.RECONCILIATION, ReconciliationStore.ACTOR, day, batch -> {
            ReconciliationWriter writer = new ReconciliationWriter(batch, company, policy.version());
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
        });
        unwritten.forEach(decided -> each.accept(told(decided.row(), decided.verdict(), true)));
        unwritten.clear();
        changed.clear();
        unwrittenPayments.clear();
    }

    private static DecidedReceipt told(ReceiptRow row, Verdict verdict, boolean written) {
        return new DecidedReceipt(row.id(), row.receipt().key().paymentId(), row.receipt().amount(), verdict.outcome(),
                verdict.reason(), verdict.rule(), verdict.parts().size(), written);
    }
}
