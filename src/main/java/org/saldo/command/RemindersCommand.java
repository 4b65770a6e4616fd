package org.saldo.command;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.Step;
import org.saldo.dunning.Withheld;
import org.saldo.job.dunning.DunningReport;
import org.saldo.job.people.Decided;
import org.saldo.job.people.ReminderReleaseJob;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.money.Money;
import org.saldo.store.dunning.ReminderHolds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo reminders}. */
@Command(name = "reminders", description = "Decides whom to remind on a day, and writes the mails; never twice.")
final class RemindersCommand extends HubCommand {

    /** What may be done with reminders by hand. */
    enum Verb { RUN, RELEASE, STOP, DELIVERED, USABLE }

    @Parameters(paramLabel = "WHAT", arity = "0..1", defaultValue = "RUN", description = {"run (the default);",
        "release or stop: the reminders of the day that wait for a person go, or do not;",
        "delivered: the letter that reminds a customer of that day was handed over;",
        "usable: mail to an address of a customer's arrives again."})
    private Verb verb;

    @Option(names = "--company", description = "With any of them: the company; else the default one.")
    private String company;

    @Option(names = "--customer", description = "delivered, usable: whom it is about; release, stop: of whom alone.")
    private String customer;

    @Option(names = "--address", description = "usable: the address.")
    private String address;

    @Option(names = "--reason", description = "With any of them: why; of a letter what proves it, such as its number.")
    private String reason;

    @Option(names = "--day", paramLabel = "DAY", description = "Else today.")
    private LocalDate day;

    @Option(names = "--dry-run", description = "Decides and tells, and writes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (verb == Verb.RUN) {
            return decide();
        }
        boolean oneCustomer = verb == Verb.USABLE || verb == Verb.DELIVERED;
        if (reason == null || dryRun || oneCustomer && customer == null || verb == Verb.USABLE && address == null) {
            throw wrongUse("all need --reason, delivered also --customer, usable --customer and --address; none is a dry run");
        }
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            String id = company == null ? jobs.companies().standard().id() : jobs.companies().get(company).id();
            Decider who = new Decider(workplace.person(), reason, workplace.today(), id);
            ReminderReleaseJob desk = jobs.reminders().release();
            LocalDate of = day == null ? workplace.today() : day;
            Decided decided = switch (verb) {
                case RELEASE -> desk.release(who, whose(id), of);
                case STOP -> desk.stop(who, whose(id), of);
                case DELIVERED -> desk.delivered(who, new CustomerId(id, customer), of);
                default -> desk.usable(who, new CustomerId(id, customer), address);
            };
            print(decided.text());
            return Saldo.DONE;
        });
    }

    private ReminderHolds.Whose whose(String of) {
        return new ReminderHolds.Whose(of, customer == null ? "" : customer);
    }

    private Integer decide() {
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
            print("%s: %s at %s for %s".formatted(dryRun ? "would remind" : "reminded", each.customer(),
                    Step.said(each.level()),
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
