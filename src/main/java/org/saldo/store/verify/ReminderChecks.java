package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.store.BatchesKnown;
import org.saldo.store.ItemHistory;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;

/** Whether every line of a reminder was true in the state that it was decided on. */
final class ReminderChecks {

    private final TableScan scan;
    private final BatchesKnown batches;
    private final Findings findings;
    private final ExclusionChecks exclusions;
    /** By what they stop: {@code item 12}, {@code customer main/C-1} or {@code company main}. */
    private final Map<String, List<StoredRow>> blocks = new HashMap<>();
    private final Map<Long, List<StoredRow>> liftings = new HashMap<>();

    ReminderChecks(TableScan scan, BatchesKnown batches, Findings findings, ExclusionChecks exclusions) {
        this.exclusions = exclusions;
        this.scan = scan;
        this.batches = batches;
        this.findings = findings;
    }

    void addBlock(StoredRow block) {
        if (block.has("reverses")) {
            liftings.computeIfAbsent(block.number("reverses"), any -> new ArrayList<>()).add(block);
        } else {
            String what = block.has("item_id") ? "item " + block.number("item_id") : block.has("customer_id")
                    ? "customer " + block.text("company") + "/" + block.text("customer_id") : "company " + block.text("company");
            blocks.computeIfAbsent(what, any -> new ArrayList<>()).add(block);
        }
    }

    private List<StoredRow> blocksOf(StoredRow document) {
        String company = document.text("company");
        return Stream.of("item " + document.id(), "customer " + company + "/" + document.text("customer_id"),
                "company " + company).flatMap(what -> blocks.getOrDefault(what, List.of()).stream()).toList();
    }

    /** Checks a page of lines; all blocks must be known. */
    void check(List<StoredRow> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Map<Long, StoredRow> reminders = byId(Table.REMINDER, lines, "reminder_id");
        Map<Long, StoredRow> documents = byId(Table.DOCUMENT, lines, "item_id");
        Map<Long, List<StoredRow>> settled = of(Table.ALLOCATION, "item_id", documents);
        Map<Long, List<StoredRow>> cancelled = of(Table.CANCELLATION, "item_id", documents);
        Map<Long, List<StoredRow>> amended = of(Table.AMENDMENT, "item_id", documents);
        for (StoredRow line : lines) {
            StoredRow reminder = reminders.get(line.number("reminder_id"));
            StoredRow document = documents.get(line.number("item_id"));
            if (reminder == null || document == null) {
                findings.check(Promise.I13, false, line, "its reminder or its document is not there");
                continue;
            }
            Instant then = reminder.instant("as_known_at");
            checkOpen(line, document, until(then, settled.get(document.id())), until(then, cancelled.get(document.id())), then);
            checkBlocks(line, reminder, document);
            checkOverdue(line, reminder, document, until(then, amended.get(document.id())));
        }
        lines.stream().collect(Collectors.groupingBy(line -> line.number("reminder_id"))).forEach((id, own) ->
                Optional.ofNullable(reminders.get(id)).ifPresent(reminder -> exclusions.check(reminder, own)));
    }

    private void checkOpen(StoredRow line, StoredRow document, List<StoredRow> settled, List<StoredRow> cancelled,
                           Instant then) {
        ItemHistory item = new ItemHistory(document);
        settled.forEach(item::addSettled);
        cancelled.forEach(item::addCancellation);
        findings.check(Promise.I13, Balances.same(item.open(), line.amount("open_amount")), line,
                "told %s open of %s, but %s was known to be at %s", Balances.plain(line.amount("open_amount")),
                ItemChecks.name(document), Balances.plain(item.open()), then);
    }

    private void checkBlocks(StoredRow line, StoredRow reminder, StoredRow document) {
        Instant then = reminder.instant("as_known_at");
        LocalDate day = reminder.day("reminded_on");
        List<StoredRow> active = blocksOf(document).stream().filter(block -> !block.day("from_day").isAfter(day)
                && (!block.has("until_day") || !block.day("until_day").isBefore(day))
                && !batches.knownAt(block).isAfter(then) && !isLifted(block, then)).toList();
        findings.check(Promise.I13, active.isEmpty(), line, "%s was blocked by %s then", ItemChecks.name(document), active);
    }

    private boolean isLifted(StoredRow block, Instant then) {
        return liftings.getOrDefault(block.id(), List.of()).stream().anyMatch(row -> !batches.knownAt(row).isAfter(then));
    }

    private void checkOverdue(StoredRow line, StoredRow reminder, StoredRow document, List<StoredRow> amendments) {
        LocalDate due = amendments.stream().filter(row -> row.text("field").equals("due_date"))
                .max(Comparator.comparing(batches::knownAt).thenComparing(StoredRow::id))
                .map(row -> LocalDate.parse(row.text("new_value"))).orElse(document.day("due_date"));
        long days = Math.max(0, ChronoUnit.DAYS.between(due, reminder.day("reminded_on")));
        findings.check(Promise.I20, line.number("days_overdue") == days, line, "told %d days overdue, from %s to %s it is %d",
                line.number("days_overdue"), due, reminder.day("reminded_on"), days);
    }

    private Map<Long, StoredRow> byId(Table table, List<StoredRow> lines, String column) {
        Map<Long, StoredRow> rows = new HashMap<>();
        scan.among(table, table.key(), lines.stream().map(line -> line.number(column)).toList()).stream()
                .filter(batches::counts).forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private Map<Long, List<StoredRow>> of(Table table, String column, Map<Long, StoredRow> documents) {
        Function<StoredRow, Long> item = row -> row.number(column);
        return scan.among(table, column, documents.keySet()).stream().filter(batches::counts)
                .collect(Collectors.groupingBy(item));
    }

    private List<StoredRow> until(Instant then, List<StoredRow> rows) {
        return rows == null ? List.of() : rows.stream().filter(row -> !batches.knownAt(row).isAfter(then)).toList();
    }
}
