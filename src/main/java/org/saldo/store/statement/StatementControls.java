package org.saldo.store.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;
import org.saldo.money.Money;
import org.saldo.statement.ControlComparison.Control;
import org.saldo.statement.Movement;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.account.MovementSql;
import org.saldo.store.account.MovementStore;

/** What the ERP's control account said on a day, and the rows of ours in which a difference may be found. */
public final class StatementControls {

    private static final int RECENT_DAYS = 45;
    private static final int RECENT_ROWS = 20_000;

    private static final String CONTROLS = """
            SELECT c.currency, c.account, c.balance, b.known_at
            FROM control_balance c JOIN batch b ON b.batch_id = c.batch_id AND b.known_at <= :knownAt
            WHERE c.company = :company AND c.as_of = :day AND c.customer_id = ''
            ORDER BY c.control_id""";
    private static final String OF_CUSTOMERS = """
            SELECT c.currency, c.account, c.balance, c.customer_id
            FROM control_balance c JOIN batch b ON b.batch_id = c.batch_id AND b.known_at <= :knownAt
            WHERE c.company = :company AND c.as_of = :day AND c.customer_id <> ''
            ORDER BY c.control_id""";

    private final Database database;

    public StatementControls(Ledger ledger) {
        this.database = ledger.database();
    }

    /** The company's control balances by currency, its accounts added up; of each account the latest that is known. */
    public SortedMap<Currency, Control> controls(String company, LocalDate day, Instant knownAt) {
        SortedMap<String, Control> byAccount = new TreeMap<>();
        database.jdbi().useHandle(handle -> bound(handle.createQuery(CONTROLS), company, day, knownAt)
                .map((row, context) -> byAccount.put(row.getString(1) + "/" + row.getString(2), new Control(
                        Money.of(Currency.getInstance(row.getString(1)), row.getBigDecimal(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant())))
                .list());
        SortedMap<Currency, Control> controls = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        byAccount.values().forEach(control -> controls.merge(control.balance().currency(), control,
                (one, other) -> new Control(one.balance().plus(other.balance()),
                        one.knownAt().isAfter(other.knownAt()) ? one.knownAt() : other.knownAt())));
        return controls;
    }

    /** What the ERP says that customers owe, by currency and number; of each of its accounts the latest that is known. */
    public SortedMap<Currency, SortedMap<String, Money>> ofCustomers(String company, LocalDate day, Instant knownAt) {
        record Of(Currency currency, String customer, String account) {
        }
        Map<Of, Money> latest = new LinkedHashMap<>();
        database.jdbi().useHandle(handle -> bound(handle.createQuery(OF_CUSTOMERS), company, day, knownAt)
                .map((row, context) -> {
                    Currency currency = Currency.getInstance(row.getString(1));
                    return latest.put(new Of(currency, row.getString(4), row.getString(2)),
                            Money.of(currency, row.getBigDecimal(3)));
                }).list());
        SortedMap<Currency, SortedMap<String, Money>> balances = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        latest.forEach((of, balance) -> balances.computeIfAbsent(of.currency(), any -> new TreeMap<>())
                .merge(of.customer(), balance, Money::plus));
        return balances;
    }

    /** The latest movements of all customers in the weeks up to {@code day}; of very many, the newest rows. */
    public List<Movement> recent(String company, LocalDate day, Instant knownAt) {
        return database.jdbi().withHandle(handle -> bound(handle.createQuery(MovementSql.RECENT), company, day, knownAt)
                .bind("from", day.minusDays(RECENT_DAYS)).bind("limit", RECENT_ROWS)
                .map((row, context) -> MovementStore.movement(row).apply(row.getObject(1, OffsetDateTime.class).toInstant()))
                .list());
    }

    private static Query bound(Query query, String company, LocalDate day, Instant knownAt) {
        return query.bind("company", company).bind("day", day).bind("knownAt", knownAt.atOffset(ZoneOffset.UTC));
    }
}
