package org.saldo.command;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.Withheld;
import org.saldo.job.DunningReport;
import org.saldo.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saldo reminders}. */
@Command(name = "reminders", description = "Decides whom to remind on a day, and writes the mails; never twice.")
final class RemindersCommand extends HubCommand {

    @Option(names = "--day", paramLabel = "DAY", description = "Else today.")
    private LocalDate day;

    @Option(names = "--dry-run", description = "Decides and tells, and writes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            DunningReport report = jobs.dunning().run(day == null ? workplace.today() : day, dryRun);
            if (report.elsewhere()) {
                print("another process is deciding reminders; nothing was done");
                return Saldo.REFUSED;
            }
            report.companies().forEach(this::tell);
            return Saldo.DONE;
        });
    }

    private void tell(CompanyReminders company) {
        company.nobody().ifPresent(why -> print(company.company() + ": nobody: " + why));
        for (CompanyReminders.Reminded each : company.reminded()) {
            print("%s: %s at level %d for %s".formatted(dryRun ? "would remind" : "reminded", each.customer(), each.level(),
                    each.asked().stream().map(Money::toString).collect(Collectors.joining(", "))));
        }
        for (Withheld each : company.notable()) {
            print("withheld: " + each.customer() + ": " + each.words());
        }
        company.notes().forEach(note -> print("note: " + note));
        print("%s: %d reminded, %d withheld".formatted(company.company(), company.reminded().size(),
                company.notable().size()));
    }
}
