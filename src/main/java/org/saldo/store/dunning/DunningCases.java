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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.dunning.Cover;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningPast;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.Exclusion;
import org.saldo.dunning.PaymentsLook;
import org.saldo.dunning.Standing;
import org.saldo.dunning.Withheld;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.CustomerColumns;
import org.saldo.store.CustomerRange;
import org.saldo.store.account.AsOf;
import org.saldo.store.exclusion.DunningBlocks;
import org.saldo.store.exclusion.StandingCustomers;
import org.saldo.store.exclusion.StandingReader;
import org.saldo.store.exclusion.WaitingAnswers;

/**
 * Reads what a few hundred customers owe, what covers it and what was said before, with a fixed number of queries. Their
 * numbers come in the database's own order: it is asked about all from the first to the last.
 */
public final class DunningCases {

    private final Handle handle;
    private final String company;
    private final List<String> numbers;
    private final LocalDate day;
    private final Optional<PaymentsLook> payments;
    private final int houseStepsFrom;
    private final int writeOffDays;

    /**
     * @param payments       what is read of how customers have paid before
     * @param houseStepsFrom steps inside the house are read of customers with an item at this level or a higher one
     * @param writeOffDays   for so many days what may be written off is kept back
     */
    DunningCases(Handle handle, String company, List<String> numbers, LocalDate day, Optional<PaymentsLook> payments,
            int houseStepsFrom, int writeOffDays) {
        this.payments = payments;
        this.houseStepsFrom = houseStepsFrom;
        this.writeOffDays = writeOffDays;
        this.handle = handle;
        this.company = company;
        this.numbers = numbers;
        this.day = day;
    }

    Map<String, DunningCase> load() {
        SaidBefore said = SaidBefore.read(handle, CustomerRange.of(company, numbers));
        Map<String, List<Debt>> debts = debts(said);
        Map<String, Customer> customers = customers(handle, CustomerRange.of(company, numbers));
        Map<String, List<Cover>> covers = new DunningCovers(handle, company, numbers).load(debts);
        Map<String, DunningPast> past = new DunningPasts(handle, CustomerRange.of(company, numbers), day)
                .load(debts, payments, houseStepsFrom);
        DunningBlocks blocks = new DunningBlocks(handle, company, day);
        Optional<Words> ofCompany = blocks.ofCompany();
        Map<String, Words> ofCustomers = blocks.ofCustomers(numbers);
        WaitingAnswers.ofCustomers(handle, company, numbers).forEach(ofCustomers::putIfAbsent);
        Map<String, DunningCase> cases = new LinkedHashMap<>();
        for (String number : numbers) {
            Optional<Withheld> obstacle = ofCompany.or(() -> Optional.ofNullable(ofCustomers.get(number)))
                    .map(why -> new Withheld(new CustomerId(company, number), Withheld.Reason.BLOCKED,
                    Words.of(DunningWord.BLOCKED, why),
                            Optional.empty()));
            Customer customer = customers.get(number);
            if (customer != null) {
                List<Debt> owed = debts.getOrDefault(number, List.of());
                cases.put(number, new DunningCase(customer, owed,
                        covers.getOrDefault(number, List.of()), said.lastReminded(number),
                        obstacle.or(() -> ofMasterData(customer)),
                        past.getOrDefault(number, DunningPast.NOTHING).withFinals(said.finals(owed))));
            }
        }
        return cases;
    }

    private Optional<Withheld> ofMasterData(Customer customer) {
        return customer.stop().whyOn(day).map(kind -> new Withheld(customer.id(), Withheld.Reason.BLOCKED, customer.stop().until()
                .map(last -> Words.of(DunningWord.STOPPED_UNTIL, Words.of(kind), last))
                .orElseGet(() -> Words.of(DunningWord.STOPPED, Words.of(kind))), Optional.empty()));
    }

    /** The latest version of a customer that is known. */
    public static Customer customer(Handle handle, CustomerId id) {
        return customers(handle, CustomerRange.of(id)).get(id.number());
    }

    /** The latest version of each customer, by number. */
    private static Map<String, Customer> customers(Handle handle, CustomerRange range) {
        Map<String, Customer> customers = new HashMap<>();
        range.bind(handle.createQuery("""
                SELECT c.* FROM (
                    SELECT MAX(v.row_id) AS row_id FROM customer v JOIN batch b ON b.batch_id = v.batch_id
                    WHERE b.known_at IS NOT NULL AND v.company = :company
                        AND v.customer_id >= :first AND v.customer_id <= :last
                    GROUP BY v.customer_id) newest
                JOIN customer c ON c.row_id = newest.row_id"""))
                .map((row, context) -> customers.put(row.getString("customer_id"), CustomerColumns.read(row))).list();
        return customers;
    }

    private Map<String, List<Debt>> debts(SaidBefore said) {
        Map<Long, LocalDate> due = amendedDueDates();
        DunningBlocks stops = new DunningBlocks(handle, company, day);
        Map<Long, Words> blocks = stops.ofItems(numbers);
        Map<String, List<Debt>> debts = new HashMap<>();
        Set<String> withNewVersion = new HashSet<>();
        query("""
                SELECT o.customer_id, o.item_id, d.document_number, d.instalment, d.issue_date, d.due_date, d.amount,
                    o.open_amount, d.opening_level, o.currency, d.version
                FROM open_item o JOIN batch b ON b.batch_id = o.batch_id JOIN document d ON d.item_id = o.item_id
                WHERE b.known_at IS NOT NULL AND o.company = :company
                    AND o.customer_id >= :first AND o.customer_id <= :last
                    AND o.credit = FALSE
                ORDER BY o.item_id""")
                .map((row, context) -> {
                    if (row.getInt(11) > 1) {
                        withNewVersion.add(row.getString(1));
                    }
                    return debts.computeIfAbsent(row.getString(1), any -> new ArrayList<>()).add(debt(row, due, said, blocks));
                }).list();
        if (!withNewVersion.isEmpty()) {
            Map<Long, Words> stopped = stops.ofReplacedItems(numbers);
            Map<Long, Integer> levels = said.ofEarlierVersions(handle, CustomerRange.of(company, numbers));
            withNewVersion.forEach(number -> debts.computeIfPresent(number, (any, owed) -> asBefore(owed, stopped, levels)));
        }
        List<String> leftOut = StandingCustomers.leftOut(handle, company, numbers, day).stream().filter(debts::containsKey)
                .toList();
        StandingReader.read(handle, new AsOf(company, leftOut, day, StandingReader.NOW)).forEach((number, standing) ->
                debts.computeIfPresent(number, (any, owed) -> excluding(standing, owed)));
        WaitingWriteOffs writeOffs = new WaitingWriteOffs(handle, company, day, writeOffDays);
        if (!writeOffs.isEmpty()) {
            debts.replaceAll(writeOffs::among);
        }
        return debts;
    }

    /** Who has blocked a document has blocked each version of it, and who was reminded of it knows of each. */
    private static List<Debt> asBefore(List<Debt> debts, Map<Long, Words> stopped, Map<Long, Integer> levels) {
        return debts.stream().map(debt -> debt.blocked().isPresent() ? debt
                        : debt.blockedFor(Optional.ofNullable(stopped.get(debt.itemId()))))
                .map(debt -> debt.level() > 0 ? debt : debt.at(levels.getOrDefault(debt.itemId(), debt.level()))).toList();
    }

    /** The same debts with what of them is disputed, promised or in a plan. */
    private static List<Debt> excluding(Standing standing, List<Debt> debts) {
        Map<Long, Money> open = new HashMap<>();
        debts.forEach(debt -> open.put(debt.itemId(), debt.open()));
        Map<Long, List<Exclusion>> exclusions = standing.exclusions(open);
        return debts.stream().map(debt -> debt.excluding(exclusions.getOrDefault(debt.itemId(), List.of()))).toList();
    }

    private static Debt debt(ResultSet row, Map<Long, LocalDate> due, SaidBefore said, Map<Long, Words> blocks)
            throws SQLException {
        long item = row.getLong(2);
        Currency currency = Currency.getInstance(row.getString(10));
        LocalDate asIssued = row.getObject(6, LocalDate.class);
        return new Debt(item, Columns.itemLabel(row.getString(3), row.getInt(4)), row.getObject(5, LocalDate.class),
                due.getOrDefault(item, asIssued), Money.of(currency, row.getBigDecimal(7)),
                Money.of(currency, row.getBigDecimal(8)), Debt.said(row.getInt(9), said.level(item)),
                Optional.ofNullable(blocks.get(item)));
    }

    private Map<Long, LocalDate> amendedDueDates() {
        Map<Long, LocalDate> due = new HashMap<>();
        query("""
                SELECT a.item_id, a.new_value FROM amendment a JOIN batch b ON b.batch_id = a.batch_id
                    JOIN open_item o ON o.item_id = a.item_id
                WHERE b.known_at IS NOT NULL AND a.field = 'due_date' AND o.company = :company
                    AND o.customer_id >= :first AND o.customer_id <= :last
                ORDER BY a.amendment_id""")
                .map((row, context) -> due.put(row.getLong(1), LocalDate.parse(row.getString(2)))).list();
        return due;
    }

    private Query query(String sql) {
        return CustomerRange.of(company, numbers).bind(handle.createQuery(sql));
    }
}
