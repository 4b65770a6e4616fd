package org.saldo.store.reconciliation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Verdict;
import org.saldo.store.Columns;
import org.saldo.store.InList;

/** Payments of what was paid before: each is left with the payments that have paid it, once all of them are known. */
public final class PaidBefore {

    private static final int MOST_TOLD = 3;
    private static final String PAYMENTS = """
            SELECT a.item_id, r.payment_id, r.booking_date, r.currency, r.amount
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id JOIN receipt r ON r.receipt_id = a.receipt_id
            WHERE a.item_id IN (<keys>) AND a.kind = 'PAYMENT' AND NOT (a.reverses IS NOT NULL) AND b.known_at IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM allocation t WHERE t.reverses = a.allocation_id)""";

    private final ItemBook book;
    private final Decisions decisions;
    private final Map<ReceiptRow, Again> again = new LinkedHashMap<>();

    /** A payment that pays again, what it names, and what was decided. */
    private record Again(Set<Long> items, Verdict verdict) {
    }

    /** A payment that has paid an item. */
    public record Paid(String day, String paymentId, Money amount) {

        private static final Comparator<Paid> EARLIEST_FIRST = Comparator.comparing(Paid::day).thenComparing(Paid::paymentId);
    }

    PaidBefore(ItemBook book, Decisions decisions) {
        this.book = book;
        this.decisions = decisions;
    }

    /** @param items that the receipt names and that were paid */
    void keep(ReceiptRow row, Verdict verdict, Set<Long> items) {
        again.put(row, new Again(items, verdict));
    }

    void leave() {
        Set<Long> items = new TreeSet<>();
        again.values().forEach(each -> items.addAll(each.items()));
        Map<Long, List<Paid>> paid = items.isEmpty() ? Map.of() : decisions.paidBefore(items);
        again.forEach((row, each) -> decisions.leave(row, each.items().stream()
                .sorted(Comparator.comparing(item -> book.item(item).label()))
                .flatMap(item -> paid.getOrDefault(item, List.of()).stream().map(one -> Words.of(EvidenceWord.PAID_ON,
                        book.item(item).label(), one.day(), one.paymentId(), one.amount())))
                .distinct().limit(MOST_TOLD).reduce(Words::and).map(each.verdict()::telling).orElse(each.verdict())));
        again.clear();
    }

    /** By item, the payments that have paid it and were not taken back, the earliest first. */
    static Map<Long, List<Paid>> of(Handle handle, Collection<Long> items) {
        Map<Long, Set<Paid>> found = new HashMap<>();
        InList.query(handle.getConnection(), PAYMENTS, items, row -> found.computeIfAbsent(row.getLong("item_id"),
                any -> new TreeSet<>(Paid.EARLIEST_FIRST)).add(new Paid(row.getString("booking_date"),
                row.getString("payment_id"), Columns.money(row, "amount"))));
        Map<Long, List<Paid>> paid = new HashMap<>();
        found.forEach((item, payments) -> paid.put(item, List.copyOf(payments)));
        return paid;
    }
}
