package org.saldo.store.replay;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.reconciliation.Rule;
import org.saldo.store.BatchKind;
import org.saldo.store.Cash;
import org.saldo.store.Columns;
import org.saldo.store.Database;
import org.saldo.store.InList;
import org.saldo.store.people.LearnedPayerRows;
import org.saldo.store.reconciliation.AdviceLines;
import org.saldo.store.reconciliation.BookReader;
import org.saldo.store.reconciliation.CustomerDirectory;
import org.saldo.store.reconciliation.Provisional;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.reconciliation.Touched;

/**
 * Reads one company's books as they stood at an instant, and what became known since but for the decisions of rules: what
 * came in and what people did, in the order in which it became known.
 */
final class ReplayReader {

    private static final int READ_AT_ONCE = 5000;
    private static final String ALLOCATIONS = """
            SELECT a.allocation_id, a.company, a.kind, a.receipt_id, a.item_id, a.counter_item_id, a.customer_id, a.currency,
                a.amount, a.reverses, b.kind, b.known_at, a.receipt_amount, a.receipt_currency
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.allocation_id > ? AND b.known_at IS NOT NULL ORDER BY a.allocation_id LIMIT ?""";
    private static final String CANCELLATIONS = """
            SELECT c.cancellation_id, c.company, c.item_id, c.currency,
                CASE WHEN d.document_type = 'CREDIT_NOTE' THEN -c.balance_effect ELSE c.balance_effect END, c.reverses, b.known_at
            FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id JOIN document d ON d.item_id = c.item_id
            WHERE c.cancellation_id > ? AND b.known_at IS NOT NULL ORDER BY c.cancellation_id LIMIT ?""";
    private static final String DECISIONS = """
            SELECT d.decision_id, d.receipt_id, d.company, d.outcome, d.customer_id, b.kind, b.known_at
            FROM decision d JOIN batch b ON b.batch_id = d.batch_id
            WHERE d.decision_id > ? AND b.known_at IS NOT NULL ORDER BY d.decision_id LIMIT ?""";
    private static final String ITEMS = "SELECT " + BookReader.ITEM.replace("o.open_amount", "d.open_at_start") + """
            , b.known_at FROM document d JOIN batch b ON b.batch_id = d.batch_id
            WHERE d.item_id > ? AND b.known_at IS NOT NULL ORDER BY d.item_id LIMIT ?""";
    private static final String NAMES = """
            SELECT f.reference_id, f.item_id, f.reference_key, f.kind FROM document_reference f
            WHERE f.reference_id > ? ORDER BY f.reference_id LIMIT ?""";

    /** Something that became known. */
    private record Event(Instant knownAt, Runnable happens) {
    }

    private record Account(String customer, Currency currency) {
    }

    private final Connection connection;
    private final String company;
    private final Instant start;
    private final Instant until;
    private final BookReader reader;
    private final List<Event> events = new ArrayList<>();
    private final ReplayedItems items;
    private final ReplayedReceipts receipts;
    private final ReplayedPayers payers;
    private final Set<Long> cameBack = new HashSet<>();
    private final Set<String> newAdvices = new HashSet<>();
    /** When the oldest of a customer's new documents was issued. */
    private final Map<Account, LocalDate> newDocuments = new HashMap<>();
    private int next;

    /** @param until what became known later is left out */
    ReplayReader(Handle handle, Database database, String company, ReplayedPayers payers,
                 ReplayHistory history, Instant start, Instant until) {
        this.connection = handle.getConnection();
        this.company = company;
        this.payers = payers;
        this.start = start;
        this.until = until;
        this.reader = new BookReader(handle, company, new PayerDirectory());
        this.items = new ReplayedItems(names());
        this.receipts = new ReplayedReceipts(handle, company,
                new ReplayedReceipts.Books(items, payers, history.heads(), history.allRuns()), start);
        new CustomerDirectory(database).read(company, head -> at(head.knownAt(), () -> payers.add(head)));
        AdviceLines.read(connection, company, line -> at(line.knownAt(), () -> {
            payers.add(line);
            newAdvices.add(line.customer());
        }));
        LearnedPayerRows.read(connection, company, this::addLearned);
        readItems();
        readReceipts(history.heads());
        events.sort(Comparator.comparing(Event::knownAt));
    }

    ReplayedItems items() {
        return items;
    }

    ReplayedReceipts receipts() {
        return receipts;
    }

    /** Lets everything happen that became known before an instant; whether that was anything. */
    boolean moveOnTo(Instant instant) {
        int before = next;
        while (next < events.size() && events.get(next).knownAt().isBefore(instant)) {
            events.get(next++).happens().run();
        }
        return next > before;
    }

    /** What was applied because it only fitted, and of which something came in since this was asked last. */
    Touched touched() {
        Set<String> customers = newDocuments.keySet().stream().map(Account::customer).collect(Collectors.toSet());
        Touched touched = new Touched(receipts.provisionalOf(customers).stream().filter(this::hasNewDocument).toList(),
                receipts.provisionalOf(newAdvices));
        newDocuments.clear();
        newAdvices.clear();
        return touched;
    }

    private boolean hasNewDocument(Provisional earlier) {
        Receipt receipt = earlier.row().receipt();
        LocalDate issued = newDocuments.get(new Account(earlier.applied().customer().orElse(""), receipt.amount().currency()));
        return issued != null && earlier.rule().givesWay()
                && (earlier.rule() == Rule.SLIP_OF_PEN || !issued.isAfter(receipt.bookingDate()));
    }

    private void at(Instant knownAt, Runnable happens) {
        if (!knownAt.isAfter(until)) {
            events.add(new Event(knownAt, happens));
        }
    }

    /** What rules have learned since the start, they learn anew. */
    private void addLearned(LearnedPayerRows.Row row) {
        Instant knownAt = row.what().knownAt();
        if (knownAt.isBefore(start) || !row.what().decidedBy().equals(ReconciliationStore.ACTOR)) {
            at(knownAt, () -> payers.add(row));
        }
    }

    private Map<Long, List<ReplayedItems.Name>> names() {
        Map<Long, List<ReplayedItems.Name>> names = new HashMap<>();
        InList.pages(connection, NAMES, READ_AT_ONCE, row -> names.computeIfAbsent(row.getLong(2), any -> new ArrayList<>(1))
                .add(new ReplayedItems.Name(row.getString(3), row.getString(4))));
        return names;
    }

    private void readItems() {
        Map<Long, BigDecimal> settled = new HashMap<>();
        InList.pages(connection, CANCELLATIONS, READ_AT_ONCE, row -> ifOurs(row, 7, knownAt -> {
            Money amount = money(row, 4, 5);
            long id = row.getLong(1);
            long item = row.getLong(3);
            long reverses = row.getLong(6);
            if (knownAt.isBefore(start)) {
                settled.merge(item, amount.toDecimal(), BigDecimal::add);
            } else {
                at(knownAt, () -> items.change(id, item, Optional.empty(), amount, reverses));
            }
        }));
        InList.pages(connection, ALLOCATIONS, READ_AT_ONCE,
                row -> ifOurs(row, 12, knownAt -> addAllocation(row, knownAt, settled)));
        InList.pages(connection, ITEMS, READ_AT_ONCE, row -> {
            if (row.getString(13).equals(company)) {
                Item item = reader.item(row);
                BigDecimal gone = settled.remove(item.id());
                Item then = gone == null ? item : item.withOpen(item.open().minus(Money.of(item.open().currency(), gone)));
                at(Columns.instant(row, BookReader.NEXT), () -> {
                    items.add(then);
                    newDocuments.merge(new Account(then.customer(), then.amount().currency()), then.issued(),
                            (one, other) -> one.isBefore(other) ? one : other);
                });
            }
        });
    }

    private void addAllocation(ResultSet row, Instant knownAt, Map<Long, BigDecimal> settled) throws SQLException {
        AllocationKind kind = AllocationKind.valueOf(row.getString(3));
        if (kind == AllocationKind.REFUND && knownAt.isBefore(start)) {
            cameBack.add(row.getLong(4));
            return;
        }
        long item = row.getLong(5);
        Long counter = kind == AllocationKind.CREDIT_NOTE ? (Long) row.getObject(6) : null;
        Money amount = money(row, 8, 9);
        if (knownAt.isBefore(start)) {
            settled.merge(item, amount.toDecimal(), BigDecimal::add);
            if (counter != null) {
                settled.merge(counter, amount.toDecimal(), BigDecimal::add);
            }
        } else if (!row.getString(11).equals(BatchKind.RECONCILIATION.name())) {
            SettledByHand byHand = new SettledByHand(row.getLong(1), row.getLong(4), kind, item, counter,
                    row.getString(7), amount, Cash.of(row, amount), row.getLong(10));
            at(knownAt, () -> receipts.settledByHand(byHand));
        }
    }

    private void readReceipts(Map<Long, ReplayedReceipts.Head> heads) {
        Set<Long> done = new HashSet<>(cameBack);
        InList.pages(connection, DECISIONS, READ_AT_ONCE, row -> {
            Instant knownAt = Columns.instant(row, 7);
            if (!row.getString(3).equals(company)) {
                return;
            }
            long receipt = row.getLong(2);
            boolean byRule = row.getString(6).equals(BatchKind.RECONCILIATION.name());
            if (knownAt.isBefore(start)) {
                if (!byRule || row.getString(4).equals("APPLIED")) {
                    done.add(receipt);
                }
            } else if (!byRule) {
                Optional<String> customer = Optional.ofNullable(row.getString(5));
                at(knownAt, () -> receipts.decidedByHand(receipt, customer));
            }
        });
        heads.values().stream().filter(head -> !done.contains(head.receipt().id()))
                .forEach(head -> at(head.knownAt(), () -> receipts.add(head)));
    }

    /** What is done with a row of the company. */
    private interface OurRow {
        void read(Instant knownAt) throws SQLException;
    }

    private void ifOurs(ResultSet row, int knownAt, OurRow action) throws SQLException {
        if (row.getString(2).equals(company)) {
            action.read(Columns.instant(row, knownAt));
        }
    }

    private static Money money(ResultSet row, int currency, int amount) throws SQLException {
        return Money.of(Currency.getInstance(row.getString(currency)), row.getBigDecimal(amount));
    }
}
