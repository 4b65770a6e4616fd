package org.saldo.store.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.HouseStep;
import org.saldo.dunning.Step;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.KeyList;
import org.saldo.store.Ledger;
import org.saldo.store.Table;

/** The steps of ladders that are taken inside the house. */
public final class HouseStepStore {

    /** Of the customer of {@code h}, by its latest version; found by the index on its number, also by HSQLDB. */
    static final String OF_CUSTOMER = """
            (SELECT c.%s FROM customer c JOIN batch cb ON cb.batch_id = c.batch_id
                WHERE c.company = h.company AND c.customer_id = h.customer_id AND cb.known_at IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM customer v JOIN batch vb ON vb.batch_id = v.batch_id WHERE v.company = c.company
                    AND v.customer_id = c.customer_id AND v.row_id > c.row_id AND vb.known_at IS NOT NULL))""";

    private HouseStepStore() {
    }

    /** A step as it was taken; {@code asked} an amount a currency, {@code ended} its outcome when a person has ended it. */
    public record Row(long id, CustomerId customer, String name, Step.Kind kind, LocalDate takenOn, List<Money> asked,
            long daysOverdue, Optional<String> ended) {

        public String label() {
            return HouseStep.label(id);
        }

        /** What is to be done, and for whom. */
        public Words told() {
            return Words.of(DunningWord.HOUSE_STEP, label(), Words.of(kind), customer.number(), name,
                    Words.of(DunningWord.SUM, asked), daysOverdue);
        }

        /** In words that can be read aloud. */
        public String words() {
            return told().toString();
        }
    }

    /** The day's steps; {@code lastId} is 0 without any and names this state of the day. */
    public record Day(long lastId, List<Row> steps) {
    }

    /** How a person ends a step. */
    public enum Outcome { DONE, DROPPED }

    /** What was taken for these customers, by number: of each kind the last day, and those of its items that are open. */
    static Map<String, List<HouseStep.Taken>> taken(Handle handle, String company, List<String> customers) {
        record Kind(String customer, Step.Kind kind) {
        }
        Map<Long, Kind> steps = new HashMap<>();
        Map<Kind, LocalDate> last = new HashMap<>();
        KeyList.query(handle, """
                        SELECT h.house_step_id, h.customer_id, h.kind, h.taken_on
                        FROM {keys} JOIN house_step h ON h.company = :company AND h.customer_id = n.sought
                            JOIN batch b ON b.batch_id = h.batch_id
                        WHERE b.known_at IS NOT NULL""", customers).bind("company", company)
                .map((row, context) -> {
                    Kind kind = new Kind(row.getString(2), Step.Kind.valueOf(row.getString(3)));
                    last.merge(kind, row.getObject(4, LocalDate.class), (one, other) -> one.isAfter(other) ? one : other);
                    return steps.put(row.getLong(1), kind);
                }).list();
        if (steps.isEmpty()) {
            return Map.of();
        }
        Map<Kind, Set<Long>> items = new HashMap<>();
        KeyList.query(handle, """
                        SELECT i.house_step_id, i.item_id
                        FROM {keys} JOIN open_item o ON o.company = :company AND o.customer_id = n.sought
                            JOIN house_step_item i ON i.item_id = o.item_id""", customers).bind("company", company)
                .map((row, context) -> steps.containsKey(row.getLong(1)) && items.computeIfAbsent(steps.get(row.getLong(1)),
                        any -> new HashSet<>()).add(row.getLong(2))).list();
        Map<String, List<HouseStep.Taken>> taken = new HashMap<>();
        last.forEach((kind, day) -> taken.computeIfAbsent(kind.customer(), any -> new ArrayList<>())
                .add(new HouseStep.Taken(kind.kind(), day, items.getOrDefault(kind, Set.of()))));
        return taken;
    }

    public static long save(Batch batch, HouseStep step, String policyVersion) {
        long id = batch.add(Table.HOUSE_STEP, step.customer().company(), step.customer().number(), step.ladder(),
                step.step().kind().name(), step.day(), policyVersion);
        step.sections().forEach(section -> section.lines().forEach(line -> batch.add(Table.HOUSE_STEP_ITEM, id,
                line.debt().itemId(), section.currency().getCurrencyCode(), line.debt().askable().toDecimal(),
                Math.toIntExact(line.daysOverdue()))));
        return id;
    }

    /** The company's steps of a day as of this batch. */
    public static Day ofDay(Batch batch, String company, LocalDate day) {
        batch.flush();
        List<Row> steps = rows(batch.handle(), " AND h.taken_on = :today AND b.known_at IS NOT NULL", company, day);
        return new Day(steps.stream().mapToLong(Row::id).max().orElse(0), steps);
    }

    /** The company's steps that nobody has ended yet and of which something is still open, oldest first. */
    public static List<Row> waiting(Ledger ledger, String company, LocalDate day) {
        return ledger.database().jdbi().withHandle(handle -> rows(handle, " AND h.taken_on <= :today"
                + " AND b.known_at IS NOT NULL AND EXISTS (SELECT 1 FROM house_step_item j JOIN open_item o"
                + " ON o.item_id = j.item_id WHERE j.house_step_id = h.house_step_id)", company, day)).stream()
                .filter(row -> row.ended().isEmpty()).toList();
    }

    public static Optional<Row> find(Batch batch, long id) {
        return rows(batch.handle(), " AND b.known_at IS NOT NULL AND h.house_step_id = " + id, "", batch.day()).stream()
                .findFirst();
    }

    public static void end(Batch batch, Decider who, Row step, Outcome outcome) {
        batch.add(Table.HOUSE_STEP_END, step.customer().company(), step.id(), outcome.name(), who.day(), who.reason(),
                who.person());
    }

    private static List<Row> rows(Handle handle, String which, String company, LocalDate day) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        handle.createQuery("SELECT h.house_step_id, h.customer_id, " + OF_CUSTOMER.formatted("name") + """
                        , h.kind, h.taken_on, i.currency, i.open_amount, i.days_overdue,
                            (SELECT MAX(e.outcome) FROM house_step_end e JOIN batch eb ON eb.batch_id = e.batch_id
                                WHERE e.house_step_id = h.house_step_id AND eb.known_at IS NOT NULL), h.company
                        FROM house_step h JOIN batch b ON b.batch_id = h.batch_id
                            JOIN house_step_item i ON i.house_step_id = h.house_step_id
                        WHERE (:company = '' OR h.company = :company)""" + which
                        + " ORDER BY h.house_step_id, i.house_step_item_id")
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("company", company).bind("today", day)
                .map((row, context) -> rows.merge(row.getLong(1), row(row), HouseStepStore::together)).list();
        return List.copyOf(rows.values());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), new CustomerId(row.getString(10), row.getString(2)), row.getString(3),
                Step.Kind.valueOf(row.getString(4)), row.getObject(5, LocalDate.class),
                List.of(Money.of(Currency.getInstance(row.getString(6)), row.getBigDecimal(7))), row.getLong(8),
                Optional.ofNullable(row.getString(9)));
    }

    private static Row together(Row one, Row other) {
        Map<String, Money> sums = new TreeMap<>();
        one.asked().forEach(amount -> sums.put(amount.currency().getCurrencyCode(), amount));
        other.asked().forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
        return new Row(one.id(), one.customer(), one.name(), one.kind(), one.takenOn(), List.copyOf(sums.values()),
                Math.max(one.daysOverdue(), other.daysOverdue()), one.ended());
    }
}
