package org.saldo.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.saldo.job.Jobs;
import org.saldo.job.statement.InterimJob;
import org.saldo.job.statement.StatementJob;
import org.saldo.job.statement.StatementReport;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo statements}. */
@Command(name = "statements", description = "Makes the statements of a month; what was made stays made.")
final class StatementsCommand extends HubCommand {

    /** What may be done with statements by hand. */
    enum Verb { MAKE, RELEASE }

    @Parameters(paramLabel = "WHAT", arity = "0..1", defaultValue = "MAKE",
            description = "make (the default), or release: a customer's held statement goes out.")
    private Verb verb;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "The month; it must be over.")
    private YearMonth month;

    @Option(names = "--as-of", paramLabel = "DAY", description = "Instead of --month, with --customer and --reason: a statement"
            + " as of this day, which is in no month's chain.")
    private LocalDate asOf;

    @Option(names = "--send", description = "With --as-of: it goes to the customer too, else only into its folder.")
    private boolean send;

    @Option(names = "--customer", description = "Only this customer's; finance is then not mailed.")
    private String customer;

    @Option(names = "--company", description = "The customer's company; else the default one.")
    private String company;

    @Option(names = "--currency", description = "release, --as-of: only the statement in this currency.")
    private Currency currency;

    @Option(names = "--reason", description = "Why, for those who read the books later: of a release, of a statement that the"
            + " policy leaves out, of a new version whose figures are the same.")
    private String reason;

    @Option(names = "--again", description = "A new version of the customer's, when the figures are others now.")
    private boolean again;

    @Option(names = "--with-later", description = "With --again: the later ones that continue it too, oldest first.")
    private boolean withLater;

    @Option(names = "--although-left-out", description = "With --customer and --reason: also what the policy leaves out.")
    private boolean although;

    @Option(names = "--out", paramLabel = "F.pdf", description = "With --customer and --dry-run: the page, as it would look.")
    private Path out;

    @Option(names = "--dry-run", description = "Proves and draws everything, shows who would get what, and keeps nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if ((month == null) == (asOf == null)) {
            throw wrongUse("give --month YYYY-MM, or --as-of DAY for a statement in the middle of a month");
        }
        if (asOf != null) {
            return interim();
        }
        if (send) {
            throw wrongUse("--send goes with --as-of; what a month's statements do is told in statements.yaml");
        }
        boolean release = verb == Verb.RELEASE;
        if (again && (customer == null || dryRun)) {
            throw wrongUse("--again needs --customer, and is no dry run");
        }
        if (withLater && !again) {
            throw wrongUse("--with-later goes with --again");
        }
        if (release && (customer == null || reason == null || again || dryRun)) {
            throw wrongUse("release needs --customer and --reason, and neither --again nor --dry-run");
        }
        if (although && (customer == null || reason == null || again || dryRun)) {
            throw wrongUse("--although-left-out needs --customer and --reason, and neither --again nor --dry-run");
        }
        if (out != null && (customer == null || !dryRun)) {
            throw wrongUse("--out needs --customer and --dry-run");
        }
        return release ? release() : make();
    }

    private Integer interim() {
        if (verb == Verb.RELEASE || again || withLater || although || customer == null || dryRun == (reason != null)) {
            throw wrongUse("--as-of needs --customer and --reason; or --dry-run, with --out for the page, and no --reason");
        }
        if (dryRun && (send || out == null) || !dryRun && out != null) {
            throw wrongUse("--dry-run of --as-of needs --out and takes no --send; without it the page goes into its folder");
        }
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            CustomerId id = id(jobs, customer);
            InterimJob.Wanted wanted = new InterimJob.Wanted(id, asOf, Optional.ofNullable(currency), send);
            if (dryRun) {
                preview(jobs.statements().interims().preview(wanted, workplace.today()));
            } else {
                Decider who = new Decider(workplace.person(), reason, workplace.today(), id.company());
                jobs.statements().interims().make(wanted, who, jobs.people().authority()).forEach(made -> print(made.text()));
            }
            return Saldo.DONE;
        });
    }

    private Integer release() {
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            CustomerId id = id(jobs, customer);
            Decider who = new Decider(workplace.person(), reason, workplace.today(), id.company());
            print(jobs.statements().release(id, month, Optional.ofNullable(currency), who, jobs.people().authority()).text());
            return Saldo.DONE;
        });
    }

    private Integer make() {
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            Optional<CustomerId> only = Optional.ofNullable(customer).map(number -> id(jobs, number));
            List<StatementReport> reports = again ? jobs.statements().reissue(only.orElseThrow(), month,
                    new StatementJob.Reissue(workplace.person(), workplace.today(), withLater, Optional.ofNullable(reason)))
                    : List.of(although ? onDemand(jobs, workplace, only.orElseThrow())
                    : jobs.statements().run(month, only, workplace.today(), dryRun));
            if (out != null) {
                preview(jobs.statements().preview(only.orElseThrow(), month, workplace.today()));
            }
            reports.forEach(this::print);
            boolean look = reports.stream().anyMatch(report -> report.elsewhere() || report.needsAttention());
            return look ? Saldo.REFUSED : Saldo.DONE;
        });
    }

    private StatementReport onDemand(Jobs jobs, Workplace workplace, CustomerId id) {
        return jobs.statements().onDemand(id, month, new Decider(workplace.person(), reason, workplace.today(), id.company()),
                jobs.people().authority());
    }

    /** One page goes into the file that was named, of several each into its own: {@code F-EUR.pdf}. */
    private void preview(SortedMap<Currency, byte[]> pages) {
        pages.forEach((code, page) -> {
            String name = out.getFileName().toString();
            Path file = pages.size() == 1 ? out : out.resolveSibling(name.replaceFirst("([.][^.]*)?$", "-" + code + "$1"));
            try {
                Files.write(file, page);
            } catch (IOException failure) {
                throw new UncheckedIOException(file + ": cannot be written; check the folder and its rights", failure);
            }
            print("preview: " + file);
        });
    }

    private void print(StatementReport report) {
        if (report.elsewhere()) {
            print("another process is making statements; nothing was done");
        }
        report.companies().forEach(each -> print(new StatementTable(report, each).lines()));
    }

    private CustomerId id(Jobs jobs, String number) {
        return new CustomerId(company == null ? jobs.companies().standard().id() : jobs.companies().get(company).id(),
                number);
    }
}
