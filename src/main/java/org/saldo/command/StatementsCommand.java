package org.saldo.command;

import java.time.YearMonth;
import java.util.Optional;
import org.saldo.job.Jobs;
import org.saldo.job.StatementReport;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.HeldBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saldo statements}. */
@Command(name = "statements", description = "Makes the statements of a month; what was made stays made.")
final class StatementsCommand extends HubCommand {

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "The month; it must be over.")
    private YearMonth month;

    @Option(names = "--customer", description = "Only this customer's; finance is then not mailed.")
    private String customer;

    @Option(names = "--company", description = "The customer's company; else the default one.")
    private String company;

    @Option(names = "--again", description = "A new version of the customer's, when the figures are others now.")
    private boolean again;

    @Option(names = "--dry-run", description = "Proves everything and writes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (again && (customer == null || dryRun)) {
            throw wrongUse("--again needs --customer, and is no dry run");
        }
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            Optional<CustomerId> only = Optional.ofNullable(customer).map(number -> id(jobs, number));
            StatementReport report = again
                    ? jobs.statements().reissue(only.orElseThrow(), month, workplace.today(), workplace.person())
                    : jobs.statements().run(month, only, workplace.today(), dryRun);
            tell(report);
            return report.elsewhere() || report.needsAttention() ? Saldo.REFUSED : Saldo.DONE;
        });
    }

    private CustomerId id(Jobs jobs, String number) {
        return new CustomerId(company == null ? jobs.companies().standard().id() : jobs.companies().get(company).id(),
                number);
    }

    private void tell(StatementReport report) {
        if (report.elsewhere()) {
            print("another process is making statements; nothing was done");
        }
        for (StatementReport.CompanyStatements each : report.companies()) {
            each.blocked().ifPresent(why -> print(each.company() + ": none: " + why));
            print("%s: %s %d%s, %d made before, %d left out by the policy".formatted(each.company(), report.month(),
                    each.made(), dryRun ? " would be made" : " made", each.alreadyMade(), each.summary().leftOut()));
            for (HeldBack not : each.summary().notMade()) {
                print("    not made: " + not.customer() + " " + not.currency() + ": " + not.detail());
            }
        }
    }
}
