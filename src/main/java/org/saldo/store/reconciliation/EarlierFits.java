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
import org.saldo.money.Money;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Verdict;

/**
 * Payments that have settled something by their amount alone, in this run or an earlier one: one of the same customer and
 * amount that nothing fits any more may have been meant just as well. What is posted stays, but both are told of.
 */
final class EarlierFits {

    private record Wish(String customer, Money amount) {
    }

    /** A payment, and what it has settled. */
    private record Fit(ReceiptRow row, List<Item> items) {

        private String labels() {
            return String.join(", ", items.stream().map(Item::label).distinct().sorted().toList());
        }
    }

    private final ItemBook book;
    private final Decisions decisions;
    private final Map<Wish, List<Fit>> fits = new HashMap<>();
    private final Map<ReceiptRow, Verdict> unfit = new LinkedHashMap<>();

    EarlierFits(ItemBook book, Decisions decisions) {
        this.book = book;
        this.decisions = decisions;
    }

    /** A receipt is applied. */
    void note(ReceiptRow row, Verdict verdict) {
        if (verdict.rule().onlyFitsTheAmount()) {
            add(verdict.customer().orElseThrow(), new Fit(row, verdict.parts().stream()
                    .flatMap(part -> Stream.concat(Stream.of(part.item()), part.counter().stream())).toList()));
        }
    }

    private void add(String customer, Fit fit) {
        fits.computeIfAbsent(new Wish(customer, fit.row.receipt().amount()), any -> new ArrayList<>(1)).add(fit);
    }

    /** Nothing fits a receipt: it is left once all are known. */
    void keep(ReceiptRow row, Verdict verdict) {
        unfit.put(row, verdict);
    }

    /** Leaves the receipts that nothing fits, each with the first payment that has settled what it would have. */
    void leave() {
        Map<String, Set<Money>> wanted = new HashMap<>();
        unfit.forEach((row, verdict) -> verdict.customer().ifPresent(customer ->
                wanted.computeIfAbsent(customer, any -> new HashSet<>(2)).add(row.receipt().amount())));
        for (Provisional earlier : wanted.isEmpty() ? List.<Provisional>of() : decisions.fittedBefore(wanted)) {
            add(earlier.applied().customer().orElseThrow(),
                    new Fit(earlier.row(), earlier.applied().items().stream().map(book::item).toList()));
        }
        unfit.forEach((row, verdict) -> decisions.leave(row, firstBefore(row, verdict).map(fit ->
                verdict.asSecondTo(fit.row.receipt().key().paymentId(), fit.labels())).orElse(verdict)));
        unfit.clear();
    }

    private Optional<Fit> firstBefore(ReceiptRow row, Verdict verdict) {
        return verdict.customer().map(customer -> fits.getOrDefault(new Wish(customer, row.receipt().amount()), List.of()))
                .orElse(List.of()).stream()
                .filter(fit -> fit.items.stream().noneMatch(item -> item.issued().isAfter(row.receipt().bookingDate())))
                .min((one, other) -> ReceiptRow.ORDER.compare(one.row, other.row));
    }
}
