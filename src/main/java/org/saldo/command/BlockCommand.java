package org.saldo.command;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.job.Jobs;
import org.saldo.job.people.BlockJob;
import org.saldo.job.people.Decided;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Decider;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saldo block}. */
@Command(name = "block", description = "Stops reminders for a document, a customer or a company, or lets them go on.")
final class BlockCommand extends PersonCommand {

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day; else today.")
    private LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", description = "The last day; else until it is lifted.")
    private LocalDate until;

    @Option(names = "--kind", defaultValue = "other", description = {"Why: other, direct-debit, write-off-proposed, insolvent,",
        "with-lawyer, with-agency, deceased, under-bill, payables."})
    private String kind;

    /** What is blocked; one of these. */
    static final class What {

        @Option(names = "--document", description = "A document's number.")
        private String document;

        @Option(names = "--customer", description = "A customer's number.")
        private String customer;

        @Option(names = "--whole-company", paramLabel = "COMPANY", description = "Everybody of this company.")
        private String everybody;

        @Option(names = "--lift", paramLabel = "BLOCK", description = "Ends a block, such as B-1017.")
        private String lifted;
    }

    @Override
    public Integer call() {
        return decide(this::decided);
    }

    private Decided decided(Jobs jobs, Decider who) {
        BlockJob job = jobs.people().block();
        if (what.lifted != null) {
            return job.lift(who, what.lifted);
        }
        BlockJob.Days days = new BlockJob.Days(from == null ? who.day() : from, Optional.ofNullable(until),
                BlockKind.of(kind));
        if (what.document != null) {
            return job.blockDocument(who, what.document, days);
        }
        return what.customer != null ? job.blockCustomer(who, what.customer, days)
                : job.blockCompany(who, what.everybody, days);
    }
}
