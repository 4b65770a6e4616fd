package org.saldo.store.exclusion;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.dunning.AccountPast;
import org.saldo.dunning.Dispute;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Part;
import org.saldo.dunning.Pause;
import org.saldo.dunning.PaymentPromise;
import org.saldo.dunning.Standing;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DifferenceCode;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.LedgerRead;
import org.saldo.store.account.AsOf;

/**
 * Reads customers' disputes, promises and plans as of the end of a day, as known at an instant. A document that was
 * replaced by a new version is still what was disputed: each item is told under its latest version.
 */
public final class StandingReader {

    /** Whatever has been published. */
    public static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    private static final String CURRENT = """
            (SELECT MAX(n.item_id) FROM document n JOIN batch nb ON nb.batch_id = n.batch_id
                WHERE n.company = d.company AND n.document_number = d.document_number
                AND n.document_type = d.document_type AND n.instalment = d.instalment AND nb.known_at <= :knownAt)
                AS current_item""";

    private static final String DISPUTES = "SELECT x.*, d.document_number, d.instalment, " + CURRENT + """
             FROM {customers} JOIN dispute x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = x.batch_id JOIN document d ON d.item_id = x.item_id
            WHERE x.opened_on <= :day AND b.known_at <= :knownAt
            ORDER BY x.dispute_id""";

    private static final String PROMISES = """
            SELECT x.* FROM {customers} JOIN payment_promise x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = x.batch_id WHERE x.made_on <= :day AND b.known_at <= :knownAt
            ORDER BY x.promise_id""";

    private static final String PROMISED = "SELECT x.promise_id AS subject_id, i.amount, x.currency, d.document_number,"
            + " d.instalment, " + CURRENT + """
             FROM {customers} JOIN payment_promise x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = x.batch_id
            JOIN payment_promise_item i ON i.promise_id = x.promise_id JOIN document d ON d.item_id = i.item_id
            WHERE x.made_on <= :day AND b.known_at <= :knownAt
            ORDER BY i.promise_item_id""";

    private static final String PLANS = """
            SELECT x.* FROM {customers} JOIN instalment_plan x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = x.batch_id WHERE x.proposed_on <= :day AND b.known_at <= :knownAt
            ORDER BY x.plan_id""";

    private static final String PLANNED = "SELECT x.plan_id AS subject_id, i.amount, x.currency, d.document_number,"
            + " d.instalment, " + CURRENT + """
             FROM {customers} JOIN instalment_plan x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = x.batch_id
            JOIN instalment_plan_item i ON i.plan_id = x.plan_id JOIN document d ON d.item_id = i.item_id
            WHERE x.proposed_on <= :day AND b.known_at <= :knownAt
            ORDER BY i.plan_item_id""";

    private static final String INSTALMENTS = """
            SELECT i.plan_id, i.due_on, i.missed_after, i.amount, x.currency
            FROM {customers} JOIN instalment_plan x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = x.batch_id JOIN instalment i ON i.plan_id = x.plan_id
            WHERE x.proposed_on <= :day AND b.known_at <= :knownAt
            ORDER BY i.instalment_id""";

    private static final String PAUSES = "SELECT x.*, d.document_number, d.instalment, " + CURRENT + """
             FROM {customers} JOIN answer_pause x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN batch b ON b.batch_id = x.batch_id JOIN document d ON d.item_id = x.item_id
            WHERE x.from_day <= :day AND x.until_day >= :day
            AND b.known_at <= :knownAt AND NOT EXISTS (
                SELECT 1 FROM answer_pause_end e JOIN batch eb ON eb.batch_id = e.batch_id
                WHERE e.reply_id = x.reply_id AND eb.known_at <= :knownAt AND e.effective_on <= :day)
            ORDER BY x.pause_id""";

    private static final String STEPS = """
            SELECT s.subject_id, s.step, s.effective_on
            FROM (SELECT x.dispute_id AS id FROM {customers}
                    JOIN dispute x ON x.company = :company AND x.customer_id = n.customer_id
                UNION ALL SELECT x.promise_id FROM {customers}
                    JOIN payment_promise x ON x.company = :company AND x.customer_id = n.customer_id
                UNION ALL SELECT x.plan_id FROM {customers}
                    JOIN instalment_plan x ON x.company = :company AND x.customer_id = n.customer_id) subject
            JOIN exclusion_step s ON s.subject_id = subject.id JOIN batch b ON b.batch_id = s.batch_id
            WHERE b.known_at <= :knownAt AND s.effective_on <= :day AND NOT (s.reverses IS NOT NULL) AND NOT EXISTS (
                SELECT 1 FROM exclusion_step t JOIN batch tb ON tb.batch_id = t.batch_id
                WHERE t.reverses = s.step_id AND tb.known_at <= :knownAt AND t.effective_on <= :day)
            ORDER BY s.step_id""";

    private final Handle handle;
    private final AsOf asOf;
    private final Map<Long, Map<String, LocalDate>> steps = new HashMap<>();

    private StandingReader(Handle handle, AsOf asOf) {
        this.handle = handle;
        this.asOf = asOf;
    }

    public static Standing read(Handle handle, CustomerId customer, LocalDate day, Instant knownAt) {
        return read(handle, AsOf.of(customer, day, knownAt)).get(customer.number());
    }

    /** How each of these customers stands, by number: as many queries as for one. */
    public static Map<String, Standing> read(Handle handle, AsOf asOf) {
        return asOf.customers().isEmpty() ? Map.of() : new StandingReader(handle, asOf).read();
    }

    private Map<String, Standing> read() {
        LedgerRead.forEach(query(STEPS), row -> steps.computeIfAbsent(row.getLong(1), any -> new HashMap<>())
                .put(row.getString(2), row.getObject(3, LocalDate.class)));
        Map<String, List<Dispute>> disputes = byCustomer(DISPUTES, this::dispute);
        Map<Long, List<Part>> promised = parts(PROMISED);
        Map<String, List<PaymentPromise>> promises = promised.isEmpty() ? Map.of()
                : byCustomer(PROMISES, row -> promise(row, promised));
        Map<Long, List<Part>> planned = parts(PLANNED);
        Map<String, List<InstalmentPlan>> plans = planned.isEmpty() ? Map.of() : plans(planned);
        Map<String, List<Pause>> pauses = byCustomer(PAUSES, StandingReader::pause);
        Map<String, AccountPast> past = new StandingPast(handle, asOf).read(promises, plans);
        Map<String, Standing> standings = new LinkedHashMap<>();
        asOf.customers().forEach(number -> standings.put(number, new Standing(asOf.day(),
                disputes.getOrDefault(number, List.of()), promises.getOrDefault(number, List.of()),
                plans.getOrDefault(number, List.of()), past.getOrDefault(number, AccountPast.NOTHING),
                pauses.getOrDefault(number, List.of()))));
        return standings;
    }

    /** What one row says. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> byCustomer(String sql, Reader<T> reader) {
        Map<String, List<T>> found = new HashMap<>();
        LedgerRead.forEach(query(sql), row -> found.computeIfAbsent(row.getString("customer_id"), any -> new ArrayList<>())
                .add(reader.read(row)));
        return found;
    }

    private static Pause pause(ResultSet row) throws SQLException {
        return new Pause(row.getLong("reply_id"), row.getLong("current_item"), label(row), money(row, "amount"),
                day(row, "from_day"), day(row, "until_day"), row.getString("says"));
    }

    private Dispute dispute(ResultSet row) throws SQLException {
        Map<String, LocalDate> taken = steps.getOrDefault(row.getLong("dispute_id"), Map.of());
        Optional<Dispute.Ending> ended = taken.entrySet().stream().findFirst()
                .map(end -> new Dispute.Ending(Dispute.Outcome.valueOf(end.getKey()), end.getValue()));
        return new Dispute(row.getLong("dispute_id"), row.getLong("current_item"), label(row), money(row, "amount"),
                DifferenceCode.valueOf(row.getString("code")), row.getString("owner_name"), day(row, "opened_on"),
                day(row, "respond_by"), ended);
    }

    private PaymentPromise promise(ResultSet row, Map<Long, List<Part>> parts) throws SQLException {
        long id = row.getLong("promise_id");
        return new PaymentPromise(id, money(row, "amount"), money(row, "enough_amount"), row.getBoolean("whole"),
                day(row, "made_on"), day(row, "promised_day"), day(row, "kept_until"), parts.get(id),
                taken(id, ExclusionRow.CANCELLED).or(() -> taken(id, ExclusionRow.REPLACED)),
                taken(id, ExclusionRow.REPLACED).isPresent());
    }

    private Map<String, List<InstalmentPlan>> plans(Map<Long, List<Part>> parts) {
        Map<Long, List<InstalmentPlan.Instalment>> instalments = new HashMap<>();
        LedgerRead.forEach(query(INSTALMENTS), row -> instalments.computeIfAbsent(row.getLong("plan_id"),
                any -> new ArrayList<>()).add(new InstalmentPlan.Instalment(day(row, "due_on"), day(row, "missed_after"),
                        money(row, "amount"))));
        return byCustomer(PLANS, row -> {
            long id = row.getLong("plan_id");
            return new InstalmentPlan(id, day(row, "proposed_on"), row.getInt("broken_after"), parts.get(id),
                    instalments.get(id), taken(id, ExclusionRow.ACCEPTED), taken(id, ExclusionRow.ENDED));
        });
    }

    private Map<Long, List<Part>> parts(String sql) {
        Map<Long, List<Part>> parts = new HashMap<>();
        LedgerRead.forEach(query(sql), row -> parts.computeIfAbsent(row.getLong("subject_id"), any -> new ArrayList<>())
                .add(new Part(row.getLong("current_item"), label(row), money(row, "amount"))));
        return parts;
    }

    private Optional<LocalDate> taken(long id, String step) {
        return Optional.ofNullable(steps.getOrDefault(id, Map.of()).get(step));
    }

    private Query query(String sql) {
        return asOf.query(handle, sql);
    }

    private static String label(ResultSet row) throws SQLException {
        return Columns.itemLabel(row.getString("document_number"), row.getInt("instalment"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return Money.of(Currency.getInstance(row.getString("currency")), amount);
    }
}
