package org.saldo.store.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.Confirmation;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.LikelyReturn;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.OriginalPayment;
import org.saldo.reconciliation.Reason;
import org.saldo.reconciliation.Verdict;

/**
 * Cash application of one company's waiting receipts, all together: decided in memory, in the order of decision. What
 * becomes of the decisions is not its business.
 */
public final class MatchingRun {

    /** Which verdicts count. */
    private enum Pass {
        /** Those that rest on a reference: what is named goes before what only fits. */
        NAMED,
        /** All that apply a receipt, but for the order of the policy, which proves nothing. */
        APPLIED,
        /** Those by the order of the policy. */
        ORDER,
        /** All, since nothing can change any more. */
        LAST
    }

    private final ItemBook book;
    private final Matcher matcher;
    private final Map<String, List<Advice>> advices;
    private final Decisions decisions;
    /** Receipts that would settle what another one would, by id, with that one's payment id. */
    private final Map<Long, String> rivals = new HashMap<>();
    /** Payments of which something came back in this run: what becomes of the rest, if there is one, a person says. */
    private final Set<Long> cameBack = new HashSet<>();
    private final EarlierFits earlierFits;
    private final PaidBefore paidBefore;
    /** What debits have probably taken back, by their id. */
    private final Map<Long, LikelyReturn> origins = new HashMap<>();
    private boolean hasByOrder;

    public MatchingRun(ItemBook book, Matcher matcher, Map<String, List<Advice>> advices, Decisions decisions) {
        this.book = book;
        this.matcher = matcher;
        this.advices = advices;
        this.decisions = decisions;
        this.earlierFits = new EarlierFits(book, decisions);
        this.paidBefore = new PaidBefore(book, decisions);
    }

    /**
     * Decides the receipts, which are given in the order of decision, in pages.
     *
     * @param touched those that earlier runs have applied because they only fitted, and of which something came in since
     */
    public void decide(Iterable<List<ReceiptRow>> pages, Touched touched) {
        List<ReceiptRow> rest = new ArrayList<>();
        for (List<ReceiptRow> page : pages) {
            rest.addAll(pass(page, Pass.NAMED));
        }
        rest = withWhatGivesWay(untilNothingChanges(rest, Pass.NAMED), touched);
        rest = untilNothingChanges(withoutThoseThatCameBack(rest), Pass.NAMED);
        int before;
        do {
            before = rest.size();
            rest = passWithoutRivals(rest);
            if (rest.size() == before && hasByOrder) {
                rest = pass(rest, Pass.ORDER);
            }
            if (rest.size() < before) {
                rest = untilNothingChanges(rest, Pass.NAMED);
            }
        } while (rest.size() < before);
        origins.putAll(decisions.origins(rest.stream().filter(row -> row.receipt().amount().isNegative()
                && !row.receipt().isReturn()).toList()));
        pass(rest, Pass.LAST);
        earlierFits.leave();
        paidBefore.leave();
        decisions.end();
    }

    private List<ReceiptRow> withWhatGivesWay(List<ReceiptRow> waiting, Touched touched) {
        SecondLook look = new SecondLook(book, matcher, advices, decisions);
        List<ReceiptRow> rest = waiting;
        List<ReceiptRow> free = look.atTouched(touched);
        do {
            if (!free.isEmpty()) {
                rest = untilNothingChanges(Stream.concat(rest.stream(), free.stream()).sorted(ReceiptRow.ORDER).toList(),
                        Pass.NAMED);
            }
            free = look.atNamedBy(rest);
        } while (!free.isEmpty());
        return rest;
    }

    /** A payment that came back and names nothing does not take part: it is said so, and the return uses it up. */
    private List<ReceiptRow> withoutThoseThatCameBack(List<ReceiptRow> receipts) {
        Set<ReceiptKey> back = new HashSet<>();
        receipts.stream().map(ReceiptRow::receipt).filter(Receipt::isReturn).forEach(receipt -> back.add(
                new ReceiptKey(receipt.key().company(), receipt.key().account(), receipt.returnOf())));
        List<ReceiptRow> rest = new ArrayList<>();
        for (ReceiptRow row : receipts) {
            if (back.contains(row.receipt().key()) && !cameBack.contains(row.id())) {
                Verdict verdict = matcher.decide(row.receipt(), advices);
                decisions.leave(row, verdict.isApplied() ? verdict.asCameBack() : verdict);
            } else {
                rest.add(row);
            }
        }
        return rest;
    }

    /**
     * One look at the receipts for what only fits, all against the same books: where two would settle the same item,
     * neither does, unless one nearly has its number, nor does one whose item another receipt names that waits for a person.
     */
    private List<ReceiptRow> passWithoutRivals(List<ReceiptRow> receipts) {
        Map<Long, ReceiptRow> wantedBy = new HashMap<>();
        Map<Long, ReceiptRow> claimedBy = new LinkedHashMap<>();
        Set<Long> bySlip = new HashSet<>();
        rivals.clear();
        hasByOrder = false;
        for (ReceiptRow row : receipts) {
            if (row.receipt().isReturn() || cameBack.contains(row.id())) {
                continue;
            }
            Verdict verdict = matcher.decide(row.receipt(), advices);
            hasByOrder |= verdict.isByOrder();
            if (verdict.restsOnASlip()) {
                bySlip.add(row.id());
            }
            if (!verdict.isApplied()) {
                matcher.claimedBy(row.receipt(), verdict).forEach(item -> claimedBy.putIfAbsent(item, row));
            }
            for (Verdict.Part part : verdict.isByOrder() ? List.<Verdict.Part>of() : verdict.parts()) {
                want(part.item().id(), row, wantedBy, bySlip);
            }
        }
        claimedBy.forEach((item, row) -> {
            ReceiptRow other = wantedBy.get(item);
            if (other != null && other != row) {
                rivals.putIfAbsent(other.id(), row.receipt().key().paymentId());
            }
        });
        return pass(receipts, Pass.APPLIED);
    }

    /** Of two that want the same item, the one with a number that is nearly the item's goes before one with the amount alone. */
    private void want(long item, ReceiptRow row, Map<Long, ReceiptRow> wantedBy, Set<Long> bySlip) {
        ReceiptRow other = wantedBy.putIfAbsent(item, row);
        if (other == null || other == row) {
            return;
        }
        boolean isBefore = bySlip.contains(row.id()) && !bySlip.contains(other.id());
        boolean isAfter = bySlip.contains(other.id()) && !bySlip.contains(row.id());
        if (!isBefore) {
            rivals.put(row.id(), other.receipt().key().paymentId());
        }
        if (!isAfter) {
            rivals.putIfAbsent(other.id(), row.receipt().key().paymentId());
        }
        if (isBefore) {
            wantedBy.put(item, row);
        }
    }

    private List<ReceiptRow> untilNothingChanges(List<ReceiptRow> receipts, Pass pass) {
        List<ReceiptRow> rest = receipts;
        int before;
        do {
            before = rest.size();
            rest = pass(rest, pass);
        } while (rest.size() < before || hasLearned());
        return rest;
    }

    /** Only when nothing else changes any more, what was confirmed of payers counts: all that speaks against it was seen. */
    private boolean hasLearned() {
        Set<String> customers = matcher.learn();
        decisions.learned(customers);
        return !customers.isEmpty();
    }

    /** One look at the receipts; those that still wait are returned. */
    private List<ReceiptRow> pass(List<ReceiptRow> receipts, Pass pass) {
        List<ReceiptRow> rest = new ArrayList<>();
        for (ReceiptRow row : receipts) {
            boolean done = cameBack.contains(row.id())
                    || (row.receipt().isReturn() ? decideReturn(row, pass) : decide(row, pass));
            if (!done) {
                rest.add(row);
            }
        }
        return rest;
    }

    private boolean decide(ReceiptRow row, Pass pass) {
        Verdict decided = matcher.decide(row.receipt(), advices);
        Verdict verdict = decided.isApplied() && !decided.restsOnAReference() && rivals.containsKey(row.id())
                ? decided.asRivalOf(rivals.get(row.id())) : decided;
        boolean counts = verdict.isApplied() && switch (pass) {
            case NAMED -> verdict.restsOnAReference();
            case APPLIED -> !verdict.isByOrder();
            case ORDER -> verdict.isByOrder();
            case LAST -> true;
        };
        if (counts) {
            List<Confirmation> confirmed = matcher.confirmedBy(row.receipt(), verdict);
            matcher.confirm(confirmed);
            decisions.apply(row, verdict, confirmed);
            matcher.carriedOut(row.receipt(), verdict);
            earlierFits.note(row, verdict);
            for (Verdict.Part part : verdict.parts()) {
                book.settle(part.item().id(), part.amount());
                part.counter().ifPresent(note -> book.settle(note.id(), part.amount()));
            }
        } else if (pass == Pass.LAST && verdict.reason() == Reason.NOTHING_FITS) {
            earlierFits.keep(row, verdict);
        } else if (pass == Pass.LAST && verdict.reason() == Reason.DUPLICATE_PAYMENT) {
            paidBefore.keep(row, verdict, matcher.settledItemsNamedBy(row.receipt()));
        } else if (pass == Pass.LAST) {
            LikelyReturn origin = origins.get(row.id());
            decisions.leave(row, origin == null ? verdict : origin.of(verdict, row.receipt()));
        }
        return counts;
    }

    /** A return waits until its payment is decided, so that what the payment had paid is taken back. */
    private boolean decideReturn(ReceiptRow row, Pass pass) {
        Optional<ReturnReader.Original> original = decisions.original(row.receipt());
        if (pass != Pass.LAST && original.isPresent() && !original.get().isDecided()) {
            return false;
        }
        Verdict verdict = matcher.decideReturn(row.receipt(), original.map(this::payment));
        if (!verdict.isApplied()) {
            if (pass == Pass.LAST) {
                decisions.leave(row, LikelyReturn.ofAnotherAmount(verdict, row.receipt(), original.map(this::payment)));
            }
            return false;
        }
        decisions.applyReturn(row, verdict, original);
        matcher.carriedOut(row.receipt(), verdict);
        original.ifPresent(payment -> cameBack.add(payment.receiptId()));
        for (Verdict.Part part : verdict.parts()) {
            book.reopen(part.item().id(), part.amount());
            part.counter().ifPresent(note -> book.reopen(note.id(), part.amount()));
        }
        return true;
    }

    private OriginalPayment payment(ReturnReader.Original original) {
        List<Verdict.Part> paid = original.allocations().stream().map(allocation -> new Verdict.Part(
                book.item(allocation.itemId()), allocation.amount(), allocation.kind(),
                Optional.ofNullable(allocation.counterItemId()).map(book::item), allocation.cash())).toList();
        return new OriginalPayment(original.customer(), original.unapplied(), paid);
    }
}
