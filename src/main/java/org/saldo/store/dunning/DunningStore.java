package org.saldo.store.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.PaymentsLook;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Standstill;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.store.Batch;
import org.saldo.store.CustomerRange;
import org.saldo.store.Database;
import org.saldo.store.DiscountOffers;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.exclusion.DunningBlocks;

/** Reminders in the ledger, and what must be known to decide them. */
public final class DunningStore {

    /** So many rows are read for each customer of a page at once; who has more is read on. */
    private static final int ROWS_A_CUSTOMER = 8;
    /** So many open items in all are read at most, of customers whose mails stand together and of those between them. */
    private static final int NEAR = 1000;
    /** So many customers in between begin a run of their own. */
    private static final int NOT_SOUGHT = 10;

    private final Database database;
    private final Optional<PaymentsLook> payments;
    private final int houseStepsFrom;
    private final int writeOffDays;

    /** Of customers as they are owed by: what they paid before is not read. */
    public DunningStore(Ledger ledger) {
        this(ledger, Optional.empty(), Integer.MIN_VALUE, Standstill.Terms.USUAL.writeOffs());
    }

    /** Of customers as reminders are decided by the policy. */
    public DunningStore(Ledger ledger, DunningPolicy policy) {
        this(ledger, policy.paymentsLook(), policy.houseStepsFrom(), policy.standstill().writeOffs());
    }

    private DunningStore(Ledger ledger, Optional<PaymentsLook> payments, int houseStepsFrom, int writeOffDays) {
        this.database = ledger.database();
        this.payments = payments;
        this.houseStepsFrom = houseStepsFrom;
        this.writeOffDays = writeOffDays;
    }

    /** The numbers of the company's next customers, in order, that have an open invoice; WAITING ones are not among them. */
    public List<String> customersWithDebts(String company, String after, int most) {
        return database.jdbi().withHandle(handle -> {
            List<String> found = new ArrayList<>();
            String last = after;
            for (List<String> next = after(handle, company, last, most); !next.isEmpty() && found.size() < most;
                    next = after(handle, company, last, most)) {
                List<String> some = next.subList(0, Math.min(next.size(), most - found.size()));
                last = some.get(some.size() - 1);
                Set<String> known = known(handle, company, some);
                some.stream().filter(known::contains).forEach(found::add);
            }
            return found;
        });
    }

    private static List<String> after(Handle handle, String company, String last, int most) {
        return owing(handle, company, " AND o.customer_id > :after", last, most * ROWS_A_CUSTOMER);
    }

    /** Read along the index: with DISTINCT both databases would look at all that comes after for each page. */
    private static List<String> owing(Handle handle, String company, String which, String after, int rows) {
        return handle.createQuery("SELECT o.customer_id FROM open_item o WHERE o.company = :company AND o.credit = FALSE" + which
                        + " ORDER BY o.company, o.customer_id LIMIT :rows")
                .bind("company", company).bind("after", after).bind("rows", rows).mapTo(String.class)
                .stream().distinct().toList();
    }

    private static Set<String> known(Handle handle, String company, List<String> numbers) {
        return CustomerRange.of(company, numbers).bind(handle.createQuery("""
                        SELECT c.customer_id FROM customer c JOIN batch b ON b.batch_id = c.batch_id
                        WHERE c.company = :company AND c.customer_id >= :first AND c.customer_id <= :last
                            AND b.known_at IS NOT NULL"""))
                .mapTo(String.class).collectIntoSet();
    }

    /**
     * What is known of these customers, by number, as of now; blocks are those in force on {@code day}.
     *
     * @param customers one, or a page of {@link #customersWithDebts}: in its order, and without a gap
     */
    public Map<String, DunningCase> cases(String company, List<String> customers, LocalDate day) {
        return database.jdbi().inTransaction(handle -> read(handle, company, customers, day));
    }

    /** Like {@link #cases}, for one customer and inside the batch's transaction. */
    public Optional<DunningCase> readCase(Batch batch, CustomerId customer, LocalDate day) {
        return Optional.ofNullable(read(batch.handle(), customer.company(), List.of(customer.number()), day)
                .get(customer.number()));
    }

    /** Like {@link #cases}, inside the batch's transaction; others may stand between these customers. */
    public Map<String, DunningCase> readCases(Batch batch, String company, List<String> customers, LocalDate day) {
        List<String> near = CustomerRange.of(company, customers).bind(batch.handle().createQuery("""
                        SELECT DISTINCT o.customer_id FROM open_item o WHERE o.company = :company AND o.credit = FALSE
                            AND o.customer_id >= :first AND o.customer_id <= :last ORDER BY o.customer_id"""))
                .mapTo(String.class).list();
        Map<String, DunningCase> cases = readRuns(batch.handle(), company, near, Set.copyOf(customers), day);
        customers.stream().filter(number -> !near.contains(number))
                .forEach(number -> cases.putAll(read(batch.handle(), company, List.of(number), day)));
        return cases;
    }

    /** Those among these customers who are sought. */
    private Map<String, DunningCase> readRuns(Handle handle, String company, List<String> near, Set<String> sought,
            LocalDate day) {
        Map<String, DunningCase> cases = new LinkedHashMap<>();
        runs(near, sought).forEach(run -> cases.putAll(read(handle, company, run, day)));
        return cases;
    }

    private Map<String, DunningCase> read(Handle handle, String company, List<String> customers, LocalDate day) {
        return new DunningCases(handle, company, customers, day, payments, houseStepsFrom, writeOffDays).load();
    }

    /**
     * The instant of all that is known. From here to the end of the batch's transaction nobody else publishes: what is read
     * in between is as of this instant.
     */
    public Instant holdKnownAt(Batch batch) {
        batch.handle().execute("UPDATE ledger_clock SET ticks = ticks + 1");
        return batch.handle().createQuery("SELECT last_known_at FROM ledger_clock").mapTo(OffsetDateTime.class).one()
                .toInstant();
    }

    /** Why nobody of the company is reminded on {@code day}: a person's block of all of it; empty when there is none. */
    public Optional<Words> companyBlock(String company, LocalDate day) {
        return database.jdbi().withHandle(handle -> new DunningBlocks(handle, company, day).ofCompany());
    }

    /** How far what companies have told reaches. */
    public CompanyNews news() {
        return new CompanyNews(database);
    }

    /**
     * Writes the reminder, a row a currency, with the items as they were; all of them share the mail's business key.
     *
     * @param knownAt of {@link #holdKnownAt}, before the reminder's case was read
     */
    public void save(Batch batch, Reminder reminder, String businessKey, String policyVersion, Instant knownAt) {
        DiscountOffers.add(batch, reminder, businessKey);
        CustomerId customer = reminder.customer().id();
        for (Reminder.Section section : reminder.sections()) {
            long id = batch.add(Table.REMINDER, customer.company(), customer.number(), section.currency().getCurrencyCode(),
                    reminder.level(section), reminder.day(), section.open().toDecimal(), section.credited().toDecimal(), knownAt,
                    policyVersion, businessKey);
            section.lines().forEach(line -> batch.add(Table.REMINDER_ITEM, id, line.debt().itemId(),
                    line.debt().open().toDecimal(), line.excluded().toDecimal(), Math.toIntExact(line.daysOverdue()),
                    line.level(), reminder.lastDay(line).orElse(null)));
        }
    }

    /** The reminder of the mail with this business key as it was decided; empty when there is none. */
    public Optional<Reminder> said(String businessKey) {
        return Optional.ofNullable(database.jdbi().inTransaction(handle -> SaidReminders.of(handle, List.of(businessKey),
                customer -> DunningCases.customer(handle, customer))).get(businessKey));
    }

    /** Reminders as they were decided, by business key, and how those customers stand now, by number. */
    public record Looked(Map<String, Reminder> said, Map<String, DunningCase> cases) {
    }

    /**
     * What must be known to look again at the mails of a company with these business keys, by the numbers of their customers.
     * Only those are read that stand near the first: among so many open items that follow in the order of customers.
     *
     * @param byCustomer the first is read whatever it owes
     */
    public Looked look(String company, LinkedHashMap<String, String> byCustomer, LocalDate day) {
        return database.jdbi().inTransaction(handle -> {
            String first = byCustomer.keySet().iterator().next();
            List<String> near = owing(handle, company, " AND o.customer_id >= :after", first, NEAR);
            Map<String, DunningCase> cases = readRuns(handle, company, near.contains(first) ? near : List.of(first),
                    byCustomer.keySet(), day);
            return new Looked(SaidReminders.of(handle, cases.keySet().stream().map(byCustomer::get).toList(),
                    customer -> cases.get(customer.number()).customer()), cases);
        });
    }

    /** Those who are sought, in runs: who is read along between two of them costs less than to ask once more, up to a number. */
    private static List<List<String>> runs(List<String> near, Set<String> sought) {
        List<List<String>> runs = new ArrayList<>();
        int between = NOT_SOUGHT;
        for (String number : near) {
            if (!sought.contains(number)) {
                between++;
                continue;
            }
            if (between >= NOT_SOUGHT) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(number);
            between = 0;
        }
        return runs;
    }
}
