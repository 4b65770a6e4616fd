package org.saldo.store.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;
import org.saldo.reconciliation.Alternative;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Rule;
import org.saldo.store.BatchKind;
import org.saldo.store.Cash;
import org.saldo.store.Columns;
import org.saldo.store.InList;
import org.saldo.store.reconciliation.WaitingReceipt;

/**
 * What rules and people have decided about one company's receipts that were booked in a range of days, and when the rules
 * were at it. Held in memory.
 */
final class ReplayHistory {

    private static final int READ_AT_ONCE = 5000;
    private static final String RECEIPTS = """
            SELECT r.receipt_id, r.booking_date, r.value_date, r.account, r.payment_id, r.return_of, r.maturity_date,
                r.instrument, r.company, r.currency, r.amount, b.known_at
            FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
            WHERE r.receipt_id > ? AND b.known_at IS NOT NULL ORDER BY r.receipt_id LIMIT ?""";
    private static final String DECISIONS = """
            SELECT d.decision_id, d.receipt_id, d.company, d.outcome, d.reason, d.rule, d.customer_id, d.alternatives,
                d.disposition, b.kind, b.business_day, b.known_at
            FROM decision d JOIN batch b ON b.batch_id = d.batch_id
            WHERE d.decision_id > ? AND b.known_at IS NOT NULL AND d.reason <> 'REST_KEPT'
            ORDER BY d.decision_id LIMIT ?""";
    private static final String ALLOCATIONS = """
            SELECT a.allocation_id, a.receipt_id, a.kind, a.currency, a.amount, d.document_number,
                d.instalment, c.document_number, c.instalment, b.kind, b.known_at, a.receipt_amount, a.receipt_currency,
                a.rule
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id JOIN document d ON d.item_id = a.item_id
            LEFT JOIN document c ON c.item_id = a.counter_item_id
            WHERE a.allocation_id > ? AND b.known_at IS NOT NULL ORDER BY a.allocation_id LIMIT ?""";

    /** What is settled, but for the amount; {@code note} is the credit note that is netted, with a word behind it. */
    private record Settled(String note, String document, AllocationKind kind) {

        String with(Sum sum) {
            return note + new Alternative.Part(document, sum.amount, kind, sum.cash);
        }
    }

    /** How much is settled, and what that uses up of the receipt. */
    private record Sum(Money amount, Money cash) {

        Sum plus(Sum other) {
            return new Sum(amount.plus(other.amount), cash.plus(other.cash));
        }

        Sum abs() {
            return new Sum(amount.abs(), cash.abs());
        }
    }

    private final Connection connection;
    private final String company;
    private final Instant until;
    private final Map<Long, ReplayedReceipts.Head> heads = new HashMap<>();
    private final TreeMap<Instant, LocalDate> runs = new TreeMap<>();
    private final Map<Long, ReplayedDecision> byRules = new HashMap<>();
    private final Map<Long, String> placedByPerson = new HashMap<>();
    private final Map<Long, List<String>> settledByRules = new HashMap<>();
    private final Map<Long, Map<Settled, Sum>> settledByPerson = new HashMap<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    private ReplayHistory(Handle handle, String company, Instant until) {
        this.connection = handle.getConnection();
        this.company = company;
        this.until = until;
    }

    /** @param until what became known later is left out */
    static ReplayHistory read(Handle handle, String company, LocalDate from, LocalDate to, Instant until) {
        ReplayHistory history = new ReplayHistory(handle, company, until);
        InList.pages(history.connection, RECEIPTS, READ_AT_ONCE, row -> history.addReceipt(row, from, to));
        InList.pages(history.connection, DECISIONS, READ_AT_ONCE, history::addDecision);
        InList.pages(history.connection, ALLOCATIONS, READ_AT_ONCE, history::addAllocation);
        return history;
    }

    private void addReceipt(ResultSet row, LocalDate from, LocalDate to) throws SQLException {
        Instant knownAt = Columns.instant(row, 12);
        if (!row.getString(9).equals(company) || knownAt.isAfter(until)) {
            return;
        }
        WaitingReceipt receipt = new WaitingReceipt(row.getLong(1), row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class), row.getString(4), row.getString(5), row.getString(6));
        LocalDate maturity = row.getObject(7, LocalDate.class);
        heads.put(receipt.id(), new ReplayedReceipts.Head(receipt, "BILL".equals(row.getString(8)) && maturity != null ? maturity
                : LocalDate.MIN, Money.of(Currency.getInstance(row.getString(10)), row.getBigDecimal(11)), knownAt,
                !receipt.booked().isBefore(from) && !receipt.booked().isAfter(to)));
    }

    private void addDecision(ResultSet row) throws SQLException {
        Instant knownAt = Columns.instant(row, 12);
        if (!row.getString(3).equals(company) || knownAt.isAfter(until)) {
            return;
        }
        long receipt = row.getLong(2);
        boolean byRule = row.getString(10).equals(BatchKind.RECONCILIATION.name());
        if (byRule) {
            runs.put(knownAt, row.getObject(11, LocalDate.class));
        }
        if (!heads.get(receipt).asked()) {
            return;
        }
        String customer = row.getString(7) == null ? "" : row.getString(7);
        if (!byRule) {
            placedByPerson.put(receipt, row.getString(9).isEmpty() ? customer.isEmpty() ? "unidentified" : "of " + customer
                    : row.getString(9));
            return;
        }
        first = first.isBefore(knownAt) ? first : knownAt;
        last = last.isAfter(knownAt) ? last : knownAt;
        boolean hasAnswers = !row.getString(4).equals(Outcome.APPLIED.name()) && !heads.get(receipt).receipt().isReturn();
        byRules.put(receipt, new ReplayedDecision(row.getString(4), row.getString(5), row.getString(6), customer,
                hasAnswers ? row.getString(8) : ""));
    }

    private void addAllocation(ResultSet row) throws SQLException {
        ReplayedReceipts.Head head = heads.get(row.getLong(2));
        if (head == null || !head.asked() || Columns.instant(row, 11).isAfter(until)) {
            return;
        }
        Money amount = Money.of(Currency.getInstance(row.getString(4)), row.getBigDecimal(5));
        String note = row.getString(8);
        Settled settled = new Settled(note == null ? "" : Columns.itemLabel(note, row.getInt(9)) + " with ",
                Columns.itemLabel(row.getString(6), row.getInt(7)), AllocationKind.valueOf(row.getString(3)));
        Sum sum = new Sum(amount, settled.kind.usesCash() ? Cash.of(row, amount) : Money.zero(head.amount().currency()));
        if (!row.getString(10).equals(BatchKind.RECONCILIATION.name())) {
            settledByPerson.computeIfAbsent(head.receipt().id(), any -> new LinkedHashMap<>()).merge(settled, sum, Sum::plus);
        } else if (amount.isPositive()) {
            settledByRules.computeIfAbsent(head.receipt().id(), any -> new ArrayList<>(2)).add(settled.with(sum));
        } else if (row.getString(14).equals(Rule.SECOND_LOOK.label())) {
            settledByRules.remove(head.receipt().id());
        }
    }

    /** All receipts of the company by id. */
    Map<Long, ReplayedReceipts.Head> heads() {
        return heads;
    }

    /** Those that were asked about, in the order of decision. */
    List<ReplayedReceipts.Head> asked() {
        return heads.values().stream().filter(ReplayedReceipts.Head::asked)
                .sorted(Comparator.comparing(ReplayedReceipts.Head::receipt, WaitingReceipt.ORDER)).toList();
    }

    /**
     * From the first decision by a rule about a receipt that was asked about to the last: when rules have decided
     * anything, and for which business day.
     */
    Map<Instant, LocalDate> runs() {
        return first.isAfter(last) ? Map.of() : runs.subMap(first, true, last, true);
    }

    /** When rules have ever decided anything of the company, and for which business day. */
    Map<Instant, LocalDate> allRuns() {
        return runs;
    }

    /** What a rule has decided last about a receipt. */
    ReplayedDecision byRules(long receipt) {
        ReplayedDecision decision = byRules.getOrDefault(receipt, ReplayedDecision.NONE);
        return settledByRules.containsKey(receipt) ? decision.withDocuments(settledByRules.get(receipt)) : decision;
    }

    /** What people have done with a receipt in the end. */
    String byPerson(long receipt) {
        List<String> lines = settledByPerson.getOrDefault(receipt, Map.of()).entrySet().stream()
                .filter(line -> !line.getValue().amount().isZero())
                .map(line -> (line.getValue().amount().isPositive() ? "" : "taken back: ")
                        + line.getKey().with(line.getValue().abs())).toList();
        return lines.isEmpty() ? placedByPerson.getOrDefault(receipt, "") : ReplayedDecision.documents(lines);
    }
}
