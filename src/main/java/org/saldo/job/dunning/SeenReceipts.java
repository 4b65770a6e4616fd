package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.Company;
import org.saldo.ledger.Words;
import org.saldo.store.JobRuns;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.UndecidedReceipts;

/**
 * Whether cash application has looked at all receipts that are here. Who has paid is not to be reminded because nobody has
 * looked yet.
 */
final class SeenReceipts {

    private static final List<String> STEPS = List.of("intake", "reconcile");

    private final Ledger ledger;
    private final JobRuns runs;

    SeenReceipts(Ledger ledger) {
        this.ledger = ledger;
        this.runs = new JobRuns(ledger.database(), ledger::now);
    }

    /** Why receipts of the company's may not have been looked at; empty when all were. A bill is cash from its maturity on. */
    Optional<Words> whyNot(Company company, LocalDate day) {
        Stream<JobRuns.Run> failed = runs.latest().stream().filter(run -> STEPS.contains(run.job()))
                .filter(run -> run.outcome() == JobRuns.Outcome.FAILED || run.outcome() == JobRuns.Outcome.INTERRUPTED);
        return failed.findFirst().map(run -> Words.of(DunningWord.RUN_FAILED, run.job(), run.summary()))
                .or(() -> undecided(company, day));
    }

    private Optional<Words> undecided(Company company, LocalDate day) {
        long count = UndecidedReceipts.count(ledger, company.id(), day);
        return count == 0 ? Optional.empty() : Optional.of(Words.of(DunningWord.NOT_LOOKED_AT, count));
    }
}
