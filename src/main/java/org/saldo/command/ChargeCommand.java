package org.saldo.command;

import java.time.LocalDate;
import org.saldo.dunning.interest.Charge;
import org.saldo.job.people.ChargeReport;
import org.saldo.ledger.Decider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saldo charge}. */
@Command(name = "charge",
        description = "Books interest, lump sums and fees for paying late, as interest.yaml says; nothing twice.")
final class ChargeCommand extends HubCommand {

    @Option(names = "--reason", defaultValue = "interest for paying late", description = "Why; it stays with the documents.")
    private String reason;

    @Option(names = "--company", defaultValue = "", description = "Else the first one.")
    private String company;

    @Option(names = "--day", paramLabel = "DAY", description = "Issued on this day, for the days before it; else today.")
    private LocalDate day;

    @Option(names = "--customer", paramLabel = "NUMBER", defaultValue = "", description = "Else all of the company.")
    private String customer;

    @Option(names = "--dry-run", description = "Tells every figure, and writes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Workplace workplace = workplace();
        Decider who = new Decider(workplace.person(), reason, day == null ? workplace.today() : day, company);
        return workplace.withJobs(jobs -> {
            ChargeReport report = jobs.reminders().charge().run(who, customer, dryRun);
            if (report.elsewhere()) {
                print("another process is charging; nothing was done");
                return Saldo.REFUSED;
            }
            report.charged().forEach(this::tell);
            report.notes().forEach(this::print);
            print("%d %scharged, %d left out".formatted(report.charged().size(), dryRun ? "would be " : "",
                    report.notes().size()));
            return report.notes().isEmpty() ? Saldo.DONE : Saldo.REFUSED;
        });
    }

    private void tell(ChargeReport.Charged each) {
        print("%s: interest %s, lump sums %s%s (%s)%s".formatted(each.customer(), each.charge().interest(),
                each.charge().lumpSums(),
                each.charge().fees().isEmpty() ? "" : ", fees " + each.charge().reminderFees(), each.charge().law().title(),
                each.documents().isEmpty() ? "" : ": " + String.join(", ", each.documents())));
        if (dryRun) {
            for (Charge.OfItem item : each.charge().items()) {
                print("  " + item.interest().words());
            }
            each.charge().fees().forEach(fee -> print("  fee of " + fee.words()));
        }
    }
}
