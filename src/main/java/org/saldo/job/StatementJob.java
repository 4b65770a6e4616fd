package org.saldo.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.saldo.delivery.pdf.StatementPdf;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;

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
    private final StatementPdf pdf = new StatementPdf();

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
    }

    /**
     * @param only   the one customer for whom they are made; finance is then not mailed
     * @param day    the day of the run, after the end of the month
     * @param dryRun proves everything, writes nothing
     * @throws Refused when the month is not over, or there is no such company
     */
    public StatementReport run(YearMonth month, Optional<CustomerId> only, LocalDate day, boolean dryRun) {
        requireOver(month, day);
        return holding(month, dryRun, () -> companiesOf(only).stream()
                .map(company -> blocked.apply(company.id())
                        .map(why -> run(company, month, day, ACTOR).blocked(why))
                        .orElseGet(() -> run(company, month, day, ACTOR).make(only, dryRun)))
                .toList());
    }

    /**
     * A new version of a customer's statements of a month, in each currency in which the figures are now others. It
     * replaces the version before and says so.
     *
     * @param actor the person who asks for it
     * @throws Refused when the month is not over, the company may not send statements yet, or there is no such company
     */
    public StatementReport reissue(CustomerId customer, YearMonth month, LocalDate day, String actor) {
        requireOver(month, day);
        Company company = companies.get(customer.company());
        blocked.apply(company.id()).ifPresent(why -> {
            throw new Refused("statements of " + company.id() + ": " + why);
        });
        return holding(month, false, () -> List.of(run(company, month, day, actor).makeAgain(customer)));
    }

    private StatementReport holding(YearMonth month, boolean dryRun,
                                    java.util.function.Supplier<List<StatementReport.CompanyStatements>> work) {
        Optional<List<StatementReport.CompanyStatements>> done = leases.whileHolding(LEASE, work);
        return new StatementReport(month, dryRun, done.isEmpty(), done.orElse(List.of()));
    }

    private StatementRun run(Company company, YearMonth month, LocalDate day, String actor) {
        return new StatementRun(ledger, outbox, settings, pdf, new StatementRun.Task(company, month, day, actor));
    }

    private List<Company> companiesOf(Optional<CustomerId> only) {
        return only.map(customer -> List.of(companies.get(customer.company())))
                .orElseGet(() -> new ArrayList<>(companies.all()));
    }

    private static void requireOver(YearMonth month, LocalDate day) {
        if (!day.isAfter(month.atEndOfMonth())) {
            throw new Refused("statements of " + month + ": the month is not over on " + day
                    + "; run it from " + month.atEndOfMonth().plusDays(1) + " on");
        }
    }
}
