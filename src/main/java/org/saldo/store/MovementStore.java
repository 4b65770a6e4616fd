package org.saldo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.Movement;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementItem;
import org.saldo.statement.UnappliedReceipt;

/**
 * Accounts read from the ledger's rows: as of a day, known at an instant. The same question has the same answer for
 * ever, whatever is written later. What moved and what is open are found by different roads, so that each proves the
 * other; the projections of the present are not looked at.
 */
public final class MovementStore {

    private static final Comparator<Currency> BY_CODE = Comparator.comparing(Currency::getCurrencyCode);

    private final Database database;

    public MovementStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /**
     * A customer's accounts by currency at the end of {@code day}, known at {@code knownAt}: all that ever moved, what is
     * open, and the balance before {@code firstDay}. Empty when nothing ever moved.
     */
    public SortedMap<Currency, AccountAsOf> accounts(CustomerId customer, LocalDate firstDay, LocalDate day,
                                                     Instant knownAt) {
        AsOf asOf = new AsOf(customer, day, knownAt);
        return database.jdbi().withHandle(handle -> accounts(handle, asOf, firstDay));
    }

    private static SortedMap<Currency, AccountAsOf> accounts(Handle handle, AsOf asOf, LocalDate firstDay) {
        TreeMap<Currency, List<Movement>> moved = movements(handle, asOf).stream().collect(Collectors.groupingBy(
                movement -> movement.amount().currency(), () -> new TreeMap<>(BY_CODE), Collectors.toList()));
        SortedMap<Currency, AccountAsOf> accounts = new TreeMap<>(BY_CODE);
        if (moved.isEmpty()) {
            return accounts;
        }
        List<StatementItem> items = OpenAsOf.items(handle, asOf);
        List<UnappliedReceipt> receipts = OpenAsOf.receipts(handle, asOf);
        moved.forEach((currency, movements) -> accounts.put(currency, new AccountAsOf(
                before(currency, movements, firstDay), movements,
                items.stream().filter(item -> item.open().currency().equals(currency)).toList(),
                receipts.stream().filter(receipt -> receipt.unapplied().currency().equals(currency)).toList())));
        return accounts;
    }

    private static Money before(Currency currency, List<Movement> movements, LocalDate firstDay) {
        return movements.stream().filter(movement -> movement.effectiveOn().isBefore(firstDay))
                .map(Movement::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** What all customers of a company owe together, by currency, at the end of {@code day}, known at {@code knownAt}. */
    public SortedMap<Currency, Money> balances(String company, LocalDate day, Instant knownAt) {
        SortedMap<Currency, Money> balances = new TreeMap<>(BY_CODE);
        database.jdbi().useHandle(handle -> handle.createQuery(MovementSql.OF_A_COMPANY)
                .bind("company", company).bind("day", day).bind("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .map((row, context) -> Money.of(Currency.getInstance(row.getString(1)), row.getBigDecimal(2)))
                .forEach(balance -> balances.put(balance.currency(), balance)));
        return balances;
    }

    private static List<Movement> movements(Handle handle, AsOf asOf) {
        return asOf.query(handle, MovementSql.OF_A_CUSTOMER).map((row, context) -> movement(row)).list();
    }

    static Movement movement(ResultSet row) throws SQLException {
        return new Movement(row.getLong(1), MovementKind.valueOf(row.getString(2)), row.getObject(4, LocalDate.class),
                row.getObject(5, OffsetDateTime.class).toInstant(), row.getString(6), row.getString(7),
                row.getInt(8) == 1, Money.of(Currency.getInstance(row.getString(3)), row.getBigDecimal(9)));
    }
}
