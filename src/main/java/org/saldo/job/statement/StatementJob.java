package org.saldo.job.statement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementSchedules;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementMonths;
import org.saldo.store.statement.StatementStore;

/**
 * Makes the statements of a month: builds each from the ledger's rows as they are known when the run begins, proves it,
 * draws it, and keeps row, bytes and mail in one transaction. What was made stays made: a second run makes only what is
 * missing, and a new version is made when a person asks for it and the figures are others.
 */
public final class StatementJob {

    private static final String LEASE = "statements";
    private static final String ACTOR = "statements";

    private final Ledger ledger;
    private final Leases leases;
    private final Companies companies;
    private final StatementSettings settings;
    private final OutboxStore outbox;
    private final Function<String, Optional<String>> blocked;
    private final StatementPress press;

    /**
     * @param blocked why nothing of a company (by its id) may leave the house yet, if so: its opening balances are not
     *                agreed
     */
    public StatementJob(Ledger ledger, Leases leases, Companies companies, StatementSettings settings, OutboxStore outbox,
                        Function<String, Optional<String>> blocked) {
        this.ledger = ledger;
        this.leases = leases;
        this.companies = companies;
        this.settings = settings;
        this.outbox = outbox;
        this.blocked = blocked;
        this.press = new StatementPress(settings.templates().fonts());
    }

    /**
     * @param only   the one customer for whom they are made; finance is then not mailed
     * @param day    the day of the run, after the month's cut-off
     * @param dryRun proves everything, writes nothing
     * @throws Refused when the month is not over, or there is no such company
     */
    public StatementReport run(YearMonth month, Optional<CustomerId> only, LocalDate day, boolean dryRun) {
        List<Company> wanted = only.map(customer -> List.of(companies.get(customer.company()))).orElse(companies.all());
        wanted.forEach(company -> requireOver(company, month, day));
        return holding(month, dryRun, () -> wanted.stream().map(company -> make(company, only, dryRun,
                new StatementRun.Task(company, month, day, ACTOR, false))).toList());
    }

    /**
     * Makes every month that is due by its company's schedule and not yet done, oldest first; and tells finance of a month
     * that is done, when a statement of it was made again since.
     *
     * @param now the time of the run in a company's own time zone
     * @return a report a month, none when nothing is due
     */
    public List<StatementReport> runDue(Function<Company, LocalDateTime> now) {
        SortedMap<YearMonth, List<StatementRun.Task>> due = new TreeMap<>();
        for (Company company : companies.all()) {
            LocalDateTime local = now.apply(company);
            for (StatementSchedules.Due each : due(company, local)) {
                boolean late = each.late() && !schedules().of(company.id(), each.month()).lateToCustomers();
                due.computeIfAbsent(each.month(), any -> new ArrayList<>())
                        .add(new StatementRun.Task(company, each.month(), local.toLocalDate(), ACTOR, late));
            }
        }
        List<StatementReport> reports = new ArrayList<>();
        due.forEach((month, tasks) -> reports.add(holding(month, false, () -> tasks.stream()
                .map(task -> make(task.company(), Optional.empty(), false, task)).toList())));
        return reports;
    }

    /** The months of a company that wait, oldest first. */
    private List<StatementSchedules.Due> due(Company company, LocalDateTime local) {
        StatementMonths months = new StatementMonths(ledger);
        StatementStore statements = new StatementStore(ledger);
        var calendar = settings.calendars().of(company.country());
        List<StatementSchedules.Due> due = new ArrayList<>();
        schedules().latest(company.id(), local, calendar).ifPresent(latest -> {
            int back = schedules().of(company.id(), latest).catchUp();
            for (YearMonth month = latest.minusMonths(back - 1L); !month.isAfter(latest); month = month.plusMonths(1)) {
                long last = statements.lastId(company.id(), month);
                if (months.lastRun(company.id(), month).filter(run -> run.lastStatement() < last).isPresent()) {
                    due.add(new StatementSchedules.Due(month, month.isBefore(latest)));
                }
            }
        });
        if (settings.issue().stopped(company.id()).isEmpty()) {
            months.waiting(company.id(), HeldBack.Reason.BANK_ACCOUNT).keySet().forEach(month ->
                    due.add(new StatementSchedules.Due(month, false)));
        }
        due.addAll(schedules().due(company.id(), local, calendar, months.lastMonth(company.id())));
        return due.stream().collect(Collectors.toMap(StatementSchedules.Due::month, each -> each, (first, again) -> again,
                TreeMap::new)).values().stream().toList();
    }

    private StatementSchedules schedules() {
        return settings.policy().schedules();
    }

    /** {@link #reissue(CustomerId, YearMonth, Reissue)} of one month alone. */
    public StatementReport reissue(CustomerId customer, YearMonth month, LocalDate day, String actor) {
        return reissue(customer, month, new Reissue(actor, day, false, Optional.empty())).get(0);
    }

    /**
     * @param withLater whether the statements of later months are made again too, as far as they are others then
     * @param reason    why, where the figures are the same and a name, an address, the language or the wording is not
     */
    public record Reissue(String actor, LocalDate day, boolean withLater, Optional<String> reason) {
    }

    /**
     * A new version of a customer's statements of a month, in each currency in which the figures are now others, or, with a
     * reason, anything of the page is. It replaces the version before and says so.
     *
     * @return a report a month, oldest first
     * @throws Refused when the month is not over, a later statement continues one that would be other, the company may not
     *                 send statements yet, or there is no such company
     */
    public List<StatementReport> reissue(CustomerId customer, YearMonth month, Reissue how) {
        Company company = companies.get(customer.company());
        requireOver(company, month, how.day());
        requireOpen(company);
        List<StatementReport> reports = new ArrayList<>();
        reports.add(holding(month, false, () -> {
            StatementRun.Task task = new StatementRun.Task(company, month, how.day(), how.actor(), false, how.reason());
            List<StatementReport.CompanyStatements> first = List.of(run(task).makeAgain(customer, how.withLater()));
            Set<YearMonth> after = how.withLater() ? new StatementStore(ledger).monthsAfter(customer, month) : Set.of();
            for (YearMonth later : after) {
                StatementRun next = run(task.of(later).because(Optional.empty()));
                reports.add(new StatementReport(later, false, false, List.of(next.makeAgain(customer, true))));
            }
            return first;
        }));
        reports.sort(Comparator.comparing(StatementReport::month));
        return reports;
    }

    /**
     * A statement that the policy leaves out, because a person wants it: of a quarter that is not over, of little or of
     * nothing. Where one was made already, that one stands.
     *
     * @throws Refused when the month is not over, the person may not, or the company may not send statements yet
     */
    public StatementReport onDemand(CustomerId customer, YearMonth month, Decider who, Authority authority) {
        Company company = companies.get(customer.company());
        requireOver(company, month, who.day());
        authority.require(who.person(), PersonAction.RELEASE, company.id());
        requireOpen(company);
        return holding(month, false, () -> List.of(run(new StatementRun.Task(company, month, who.day(), who.person(), false,
                Optional.of(who.reason()))).make(Optional.of(customer), false)));
    }

    /**
     * How a customer's statements of a month look, by currency: drawn as they would be now, also where the policy leaves
     * them out or they were made before. Nothing is written; the pages have no seal.
     *
     * @throws Refused when the month is not over, there is nothing to show, or it cannot be drawn
     */
    public SortedMap<Currency, byte[]> preview(CustomerId customer, YearMonth month, LocalDate day) {
        Company company = companies.get(customer.company());
        requireOver(company, month, day);
        return run(new StatementRun.Task(company, month, day, ACTOR, false, Optional.of("preview"))).preview(customer);
    }

    /** Statements as of a day in the middle of a month, by the same settings. */
    public InterimJob interims() {
        return new InterimJob(ledger, companies, settings, outbox, blocked);
    }

    private void requireOpen(Company company) {
        blocked.apply(company.id()).ifPresent(why -> {
            throw new Refused("statements of " + company.id() + ": " + why);
        });
    }

    /**
     * A person lets the customer's statements of a month go that are held, in all currencies or one. The bytes that were
     * kept are mailed.
     *
     * @throws Refused when none is held, the person may not, or nothing may leave the company
     */
    public Decided release(CustomerId customer, YearMonth month, Optional<Currency> currency, Decider who,
                           Authority authority) {
        Company company = companies.get(customer.company());
        requireOpen(company);
        settings.issue().stopped(company.id()).ifPresent(why -> {
            throw new Refused("statements of " + company.id() + ": " + why);
        });
        return new StatementReleases(ledger, outbox, settings, new StatementRun.Task(company, month, who.day(), who.person(),
                false)).release(customer, currency, who, authority);
    }

    private StatementReport holding(YearMonth month, boolean dryRun,
                                    Supplier<List<StatementReport.CompanyStatements>> work) {
        Optional<List<StatementReport.CompanyStatements>> done = leases.whileHolding(LEASE, work);
        return new StatementReport(month, dryRun, done.isEmpty(), done.orElse(List.of()));
    }

    private StatementReport.CompanyStatements make(Company company, Optional<CustomerId> only, boolean dryRun,
                                                   StatementRun.Task task) {
        return blocked.apply(company.id()).map(why -> run(task).blocked(why)).orElseGet(() -> run(task).make(only, dryRun));
    }

    private StatementRun run(StatementRun.Task task) {
        return new StatementRun(ledger, outbox, settings, press, task);
    }

    private void requireOver(Company company, YearMonth month, LocalDate day) {
        LocalDate cutOff = schedules().of(company.id(), month).cutOff(month);
        if (!day.isAfter(cutOff)) {
            throw new Refused("statements of " + month + ": the month is not over on " + day
                    + "; run it from " + cutOff.plusDays(1) + " on");
        }
    }
}
