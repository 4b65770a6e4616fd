package org.saldo.store.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.saldo.dunning.Debt;
import org.saldo.dunning.FinalNotice;
import org.saldo.store.CustomerRange;

/**
 * What was said to customers before and still counts: by open item its highest level and its final notice, by customer the
 * day of the last reminder. Whether a reminder counts is asked only of the highest that named what is still open, and of each
 * customer's newest: of a customer of many years the rest has long been paid.
 */
final class SaidBefore {

    private static final String WHETHER_IT_COUNTS = """
            SELECT r.reminder_id, r.reminded_on,
                CASE WHEN m.state IN ('FAILED', 'BOUNCED', 'CANCELLED') THEN 1 ELSE 0 END,
                CASE WHEN m.state IN ('FAILED', 'BOUNCED') AND EXISTS (SELECT 1 FROM address_mark k
                    JOIN batch kb ON kb.batch_id = k.batch_id WHERE k.business_key = r.business_key
                    AND kb.known_at IS NOT NULL AND k.usable = FALSE) THEN 1 ELSE 0 END
            FROM UNNEST(CAST(:reminders AS BIGINT ARRAY)) AS n(reminder_id)
                JOIN reminder r ON r.reminder_id = n.reminder_id JOIN batch b ON b.batch_id = r.batch_id
                LEFT JOIN mail m ON m.business_key = r.business_key
                LEFT JOIN reminder_withdrawal w ON w.reminder_id = r.reminder_id
                LEFT JOIN batch wb ON wb.batch_id = w.batch_id
            WHERE b.known_at IS NOT NULL AND wb.known_at IS NULL""";

    private static final String LINES = """
            SELECT i.item_id, i.dunning_level, i.reminder_id, i.last_day
            FROM open_item o JOIN reminder_item i ON i.item_id = o.item_id
            WHERE o.company = :company AND o.credit = FALSE AND o.customer_id >= :first AND o.customer_id <= :last""";

    private static final String LINES_OF_EARLIER_VERSIONS = """
            SELECT o.item_id, i.dunning_level, i.reminder_id, i.last_day
            FROM open_item o JOIN document d ON d.item_id = o.item_id JOIN document p ON p.company = d.company
                AND p.document_number = d.document_number AND p.document_type = d.document_type
                AND p.instalment = d.instalment JOIN reminder_item i ON i.item_id = p.item_id
            WHERE o.company = :company AND o.credit = FALSE AND o.customer_id >= :first AND o.customer_id <= :last
                AND d.version > 1 AND p.version < d.version AND p.customer_id = d.customer_id AND p.due_date >= d.due_date""";

    private final Set<Long> looked = new HashSet<>();
    private final Map<Long, LocalDate> counting = new HashMap<>();
    private final Map<Long, LocalDate> pacing = new HashMap<>();
    private final Map<String, LocalDate> last = new HashMap<>();
    private final Map<Long, Integer> levels = new HashMap<>();
    private final Map<Long, FinalNotice> finals = new HashMap<>();

    private record Line(long item, int level, long reminder, Optional<LocalDate> lastDay) {
    }

    private SaidBefore() {
    }

    static SaidBefore read(Handle handle, CustomerRange range) {
        SaidBefore said = new SaidBefore();
        Map<String, Deque<Long>> newestFirst = newestFirst(handle, range);
        if (!newestFirst.isEmpty()) {
            List<Line> lines = range.bind(handle.createQuery(LINES)).map(SaidBefore::line).list();
            Map<Long, Deque<Line>> highestFirst = highestFirst(lines);
            said.look(handle, Stream.of(lines.stream().filter(line -> line.lastDay().isPresent()).map(Line::reminder),
                    highestFirst.values().stream().map(Deque::element).map(Line::reminder),
                    newestFirst.values().stream().map(Deque::element)).flatMap(Function.identity()).toList());
            lines.forEach(said::hearFinal);
            said.findLevels(handle, highestFirst);
            said.findLast(handle, newestFirst);
        }
        return said;
    }

    /** The highest level of an open item that was said and neither withdrawn nor undeliverable. */
    Optional<Integer> level(long itemId) {
        return Optional.ofNullable(levels.get(itemId));
    }

    /**
     * The level of open items that took the place of an earlier version of their document, by what was said of that. One that
     * falls due later than the earlier version begins anew. A final notice is said again: it named another amount.
     */
    Map<Long, Integer> ofEarlierVersions(Handle handle, CustomerRange range) {
        List<Line> lines = range.bind(handle.createQuery(LINES_OF_EARLIER_VERSIONS)).map(SaidBefore::line).list();
        look(handle, lines.stream().map(Line::reminder).toList());
        List<Line> counted = lines.stream().filter(line -> counting.containsKey(line.reminder())).toList();
        Map<Long, Integer> beforeFinal = new HashMap<>();
        counted.stream().filter(line -> line.lastDay().isPresent())
                .forEach(line -> beforeFinal.merge(line.item(), line.level() - 1, Math::min));
        Map<Long, Integer> said = new HashMap<>();
        counted.forEach(line -> said.merge(line.item(), Math.min(line.level(),
                beforeFinal.getOrDefault(line.item(), line.level())), Math::max));
        return said;
    }

    Map<Long, FinalNotice> finals(List<Debt> owed) {
        Map<Long, FinalNotice> own = new HashMap<>();
        owed.stream().filter(debt -> finals.containsKey(debt.itemId()))
                .forEach(debt -> own.put(debt.itemId(), finals.get(debt.itemId())));
        return own;
    }

    /**
     * The day of a customer's last reminder that was not withdrawn: an undeliverable one keeps the pace too, unless its address
     * was marked, for then the next one goes elsewhere.
     */
    Optional<LocalDate> lastReminded(String number) {
        return Optional.ofNullable(last.get(number));
    }

    /** By customer its reminders, also those that no longer count. */
    private static Map<String, Deque<Long>> newestFirst(Handle handle, CustomerRange range) {
        Map<String, Deque<Long>> reminders = new HashMap<>();
        range.bind(handle.createQuery("""
                        SELECT r.customer_id, r.reminder_id FROM reminder r
                        WHERE r.company = :company AND r.customer_id >= :first AND r.customer_id <= :last
                        ORDER BY r.reminded_on DESC, r.reminder_id DESC"""))
                .map((row, context) -> reminders.computeIfAbsent(row.getString(1), any -> new ArrayDeque<>())
                        .add(row.getLong(2))).list();
        return reminders;
    }

    private static Line line(ResultSet row, StatementContext context) throws SQLException {
        return new Line(row.getLong(1), row.getInt(2), row.getLong(3),
                Optional.ofNullable(row.getObject(4, LocalDate.class)));
    }

    private void look(Handle handle, Collection<Long> reminders) {
        List<Long> unseen = reminders.stream().distinct().filter(looked::add).toList();
        if (!unseen.isEmpty()) {
            handle.createQuery(WHETHER_IT_COUNTS).bindArray("reminders", Long.class, unseen).map((row, context) -> {
                LocalDate day = row.getObject(2, LocalDate.class);
                if (row.getInt(3) == 0) {
                    counting.put(row.getLong(1), day);
                }
                return row.getInt(4) == 1 ? day : pacing.put(row.getLong(1), day);
            }).list();
        }
    }

    private void hearFinal(Line line) {
        LocalDate day = counting.get(line.reminder());
        if (day != null) {
            line.lastDay().ifPresent(lastDay -> finals.merge(line.item(), new FinalNotice(day, lastDay), SaidBefore::earliest));
        }
    }

    /** By item its lines: of those of one level the newest first, which is the likeliest to be looked at for the pace too. */
    private static Map<Long, Deque<Line>> highestFirst(List<Line> lines) {
        Map<Long, Deque<Line>> byItem = new HashMap<>();
        lines.stream().sorted(Comparator.comparingInt(Line::level).thenComparingLong(Line::reminder).reversed())
                .forEach(line -> byItem.computeIfAbsent(line.item(), any -> new ArrayDeque<>()).add(line));
        return byItem;
    }

    /** Looks at each item's highest line, and at the next one as long as that does not count. */
    private void findLevels(Handle handle, Map<Long, Deque<Line>> highestFirst) {
        while (!highestFirst.isEmpty()) {
            look(handle, highestFirst.values().stream().map(Deque::element).map(Line::reminder).toList());
            highestFirst.forEach((item, lines) -> {
                Line line = lines.remove();
                if (counting.containsKey(line.reminder())) {
                    levels.put(item, line.level());
                }
            });
            highestFirst.entrySet().removeIf(each -> levels.containsKey(each.getKey()) || each.getValue().isEmpty());
        }
    }

    /** Looks at each customer's newest, and at the one before as long as that does not keep the pace. */
    private void findLast(Handle handle, Map<String, Deque<Long>> newestFirst) {
        while (!newestFirst.isEmpty()) {
            look(handle, newestFirst.values().stream().map(Deque::element).toList());
            newestFirst.forEach((number, reminders) -> {
                LocalDate day = pacing.get(reminders.remove());
                if (day != null) {
                    last.put(number, day);
                }
            });
            newestFirst.entrySet().removeIf(each -> last.containsKey(each.getKey()) || each.getValue().isEmpty());
        }
    }

    private static FinalNotice earliest(FinalNotice one, FinalNotice other) {
        return new FinalNotice(earlier(one.said(), other.said()), earlier(one.lastDay(), other.lastDay()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
