package org.saldo.store.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Verdict;

/**
 * What was settled in an earlier run because it only fitted gives way to what came in since: to a receipt or an advice that
 * names the document, and to another answer that fits as well. Each is looked at by itself, against the books as they are;
 * what gives way is decided again with all that waits.
 */
final class SecondLook {

    private final ItemBook book;
    private final Matcher matcher;
    private final Map<String, List<Advice>> advices;
    private final Decisions decisions;
    private final Map<Long, Provisional> gone = new LinkedHashMap<>();
    private final Map<Long, Verdict> why = new HashMap<>();

    SecondLook(ItemBook book, Matcher matcher, Map<String, List<Advice>> advices, Decisions decisions) {
        this.book = book;
        this.matcher = matcher;
        this.advices = advices;
        this.decisions = decisions;
    }

    /** Takes back which of those that news has touched would be decided otherwise now; returns them as they wait. */
    List<ReceiptRow> atTouched(Touched touched) {
        touched.byDocuments().forEach(this::decideAgain);
        touched.byAdvices().stream().filter(earlier -> matcher.isAnnounced(earlier.row().receipt(), advicesOf(earlier)))
                .forEach(earlier -> {
                    if (earlier.rule().givesWay()) {
                        decideAgain(earlier);
                    } else {
                        followAdvice(earlier);
                    }
                });
        return takeBack();
    }

    private void decideAgain(Provisional earlier) {
        earlier.reopen(book);
        Verdict now = matcher.decide(earlier.row().receipt(), advicesOf(earlier));
        earlier.settleAgain(book);
        if (now.isApplied() ? !earlier.isSettledAsIn(now) : now.outcome() == Outcome.PROPOSED) {
            giveWay(earlier, now, "");
        }
    }

    /** What named a document gives way to an advice alone, in what it settles or why a rest is open, and to no other change. */
    private void followAdvice(Provisional earlier) {
        earlier.reopen(book);
        Verdict now = matcher.decide(earlier.row().receipt(), advicesOf(earlier));
        Verdict without = matcher.decide(earlier.row().receipt(), List.of());
        earlier.settleAgain(book);
        boolean isAdvised = now.rule() != without.rule() || now.reason() != without.reason();
        boolean isSame = earlier.isSettledAsIn(now) && (now.left().isEmpty() || now.left().equals(without.left()));
        if (isAdvised && (now.isApplied() ? !isSame : now.outcome() == Outcome.PROPOSED)) {
            giveWay(earlier, now, "");
        }
    }

    private List<Advice> advicesOf(Provisional earlier) {
        return earlier.applied().customer().map(customer -> advices.getOrDefault(customer, List.of())).orElse(List.of());
    }

    /** Takes back what is in the way of a receipt that waits and names it; returns it as it waits. */
    List<ReceiptRow> atNamedBy(List<ReceiptRow> waiting) {
        Map<ReceiptRow, Set<Long>> named = new LinkedHashMap<>();
        Set<Long> all = new HashSet<>();
        for (ReceiptRow row : waiting) {
            Set<Long> settled = row.receipt().isReturn() ? Set.of() : matcher.settledItemsNamedBy(row.receipt());
            if (!settled.isEmpty()) {
                named.put(row, settled);
                all.addAll(settled);
            }
        }
        List<Provisional> holders = all.isEmpty() ? List.of() : decisions.provisionalOn(all);
        if (!holders.isEmpty()) {
            named.forEach((row, items) -> claim(row, holders.stream().filter(holder -> holder.settlesOneOf(items))
                    .filter(holder -> !gone.containsKey(holder.row().id())).toList()));
        }
        return takeBack();
    }

    private void claim(ReceiptRow row, List<Provisional> holders) {
        if (holders.isEmpty()) {
            return;
        }
        holders.forEach(holder -> holder.reopen(book));
        Verdict claim = matcher.decide(row.receipt(), List.of());
        holders.forEach(holder -> holder.settleAgain(book));
        if (claim.isApplied() && claim.restsOnAReference()) {
            holders.stream().filter(holder -> holder.isInTheWayOf(claim)).forEach(holder -> giveWay(holder, claim,
                    row.receipt().key().paymentId()));
        }
    }

    private void giveWay(Provisional earlier, Verdict to, String what) {
        ReceiptRow row = earlier.row();
        gone.put(row.id(), earlier);
        why.put(row.id(), to.asGaveWay(row.customer(),
                row.earlier().map(ReceiptRow.EarlierDecision::payerProof).orElse(""), what));
    }

    private List<ReceiptRow> takeBack() {
        List<ReceiptRow> free = gone.isEmpty() ? List.of() : decisions.takeBack(new ArrayList<>(gone.values()), Map.copyOf(why));
        gone.clear();
        why.clear();
        return free;
    }
}
