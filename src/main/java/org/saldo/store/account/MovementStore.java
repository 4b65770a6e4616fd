package org.saldo.store.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.Movement;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementItem;
import org.saldo.statement.UnappliedReceipt;
import org.saldo.store.Database;
import org.saldo.store.KnownBatches;
import org.saldo.store.Ledger;

/**
 * Accounts read from the ledger's rows: as of a day, known at an instant. The same question has the same answer for
 * ever, whatever is written later. What moved and what is open are found by different roads, so that each proves the
 * other; the projections of the present are not looked at.
 */
public final class MovementStore {

    private static final Comparator<Currency> BY_CODE = Comparator.comparing(Currency::getCurrencyCode);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Database database;
    private final KnownBatches batches = new KnownBatches();

    public MovementStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /**
     * A customer's accounts by currency at the end of {@code day}, known at {@code knownAt}: all that ever moved, what is
     * open, and the balance before {@code firstDay}. Empty when nothing ever moved.
     */
    public SortedMap<Currency, AccountAsOf> accounts(CustomerId customer, LocalDate firstDay, LocalDate day,
                                                     Instant knownAt) {
        return accounts(customer.company(), List.of(customer.number()), firstDay, day, knownAt)
                .getOrDefault(customer.number(), none());
    }

    /**
     * The accounts of many customers at once, by number; one of whom nothing ever moved is missing.
     */
    public Map<String, SortedMap<Currency, AccountAsOf>> accounts(String company, List<String> numbers, LocalDate firstDay,
                                                                  LocalDate day, Instant knownAt) {
        AsOf asOf = new AsOf(company, numbers, day, knownAt);
        return database.jdbi().withHandle(handle -> accounts(handle, asOf, firstDay, batches));
    }

    public static Map<String, SortedMap<Currency, AccountAsOf>> accounts(Handle handle, AsOf asOf, LocalDate firstDay,
            KnownBatches batches) {
        AsOf ever = new AsOf(asOf.company(), asOf.customers(), LAST_DAY, asOf.knownAt());
        AccountRows rows = AccountRows.read(handle, ever, batches);
        Map<String, SortedMap<Currency, List<Movement>>> moved = movements(handle, batches, ever, rows);
        if (moved.isEmpty()) {
            return Map.of();
        }
        AccountRows then = rows.upTo(asOf.day());
        OpenAsOf open = new OpenAsOf(handle, asOf, batches);
        Map<String, List<StatementItem>> items = open.items(then.documents());
        Map<String, List<UnappliedReceipt>> receipts = open.receipts(then.holdings());
        Map<String, SortedMap<Currency, AccountAsOf>> accounts = new HashMap<>();
        moved.forEach((customer, byCurrency) -> byCurrency.forEach((currency, all) -> {
            ForeignTexts texts = new ForeignTexts(all);
            List<Movement> movements = texts.outOf(all);
            Map<Boolean, List<Movement>> later = movements.stream().collect(Collectors.partitioningBy(movement ->
                    movement.effectiveOn().isAfter(asOf.day())));
            if (!later.get(false).isEmpty()) {
                accounts.computeIfAbsent(customer, any -> none()).put(currency, new AccountAsOf(
                        before(currency, later.get(false), firstDay), later.get(false),
                        items.getOrDefault(customer, List.of()).stream()
                                .filter(item -> item.open().currency().equals(currency)).toList(),
                        texts.outOfReceipts(receipts.getOrDefault(customer, List.of()).stream()
                                .filter(receipt -> receipt.unapplied().currency().equals(currency)).toList()),
                        later.get(true)));
            }
        }));
        return accounts;
    }

    public static SortedMap<Currency, AccountAsOf> none() {
        return new TreeMap<>(BY_CODE);
    }

    private static Money before(Currency currency, List<Movement> movements, LocalDate firstDay) {
        return movements.stream().filter(movement -> movement.effectiveOn().isBefore(firstDay))
                .map(Movement::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** What all customers of a company owe together, by currency, at the end of {@code day}, known at {@code knownAt}. */
    public SortedMap<Currency, Money> balances(String company, LocalDate day, Instant knownAt) {
        return database.jdbi().withHandle(handle -> sums(handle, handle.createQuery(MovementSql.OF_A_COMPANY)
                .bind("company", company).bind("day", day), knownAt));
    }

    /** @param query of batch, currency and amount */
    private SortedMap<Currency, Money> sums(Handle handle, Query query, Instant knownAt) {
        SortedMap<Currency, Money> sums = new TreeMap<>(BY_CODE);
        batches.rows(handle, query, knownAt, row -> {
            Money amount = Money.of(Currency.getInstance(row.getString(2)), row.getBigDecimal(3));
            return any -> amount;
        }).forEach(amount -> sums.merge(amount.currency(), amount, Money::plus));
        return sums;
    }

    /** Documents whose customer is not known, by currency: part of the company's balance, on nobody's account. */
    public SortedMap<Currency, Money> withoutCustomer(String company, LocalDate day, Instant knownAt) {
        return database.jdbi().withHandle(handle -> {
            Set<String> unknown = new TreeSet<>(handle.createQuery(MovementSql.WITH_DOCUMENTS).bind("company", company)
                    .mapTo(String.class).list());
            handle.createQuery(MovementSql.WITH_MASTER_DATA).bind("company", company).mapTo(String.class)
                    .forEach(unknown::remove);
            return unknown.isEmpty() ? new TreeMap<>(BY_CODE) : sums(handle, new AsOf(company, List.copyOf(unknown), day,
                    knownAt).query(handle, MovementSql.WAITING), knownAt);
        });
    }

    private static Map<String, SortedMap<Currency, List<Movement>>> movements(Handle handle, KnownBatches batches, AsOf asOf,
                                                                              AccountRows rows) {
        Map<String, SortedMap<Currency, List<Movement>>> moved = new HashMap<>();
        rows.documents().forEach(each -> add(moved, each.customer(), each.movement()));
        rows.holdings().forEach(each -> add(moved, each.customer(), each.movement()));
        batches.rows(handle, asOf.query(handle, MovementSql.SETTLEMENTS), asOf.knownAt(), row -> {
            String customer = row.getString(10);
            Function<Instant, Movement> movement = movement(row);
            return knownAt -> Map.entry(customer, movement.apply(knownAt));
        }).forEach(each -> add(moved, each.getKey(), each.getValue()));
        return moved;
    }

    private static void add(Map<String, SortedMap<Currency, List<Movement>>> moved, String customer, Movement movement) {
        moved.computeIfAbsent(customer, any -> new TreeMap<>(BY_CODE))
                .computeIfAbsent(movement.amount().currency(), any -> new ArrayList<>()).add(movement);
    }

    /** What the columns from the second on say, for the instant at which the row became known. */
    public static Function<Instant, Movement> movement(ResultSet row) throws SQLException {
        long id = row.getLong(2);
        MovementKind kind = MovementKind.valueOf(row.getString(3));
        LocalDate effectiveOn = row.getObject(5, LocalDate.class);
        String reference = row.getString(6);
        String text = row.getString(7);
        boolean reversal = row.getInt(8) == 1;
        Money amount = Money.of(Currency.getInstance(row.getString(4)), row.getBigDecimal(9));
        return knownAt -> new Movement(id, kind, effectiveOn, knownAt, reference, text, reversal, amount);
    }
}
