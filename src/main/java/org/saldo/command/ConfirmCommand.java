package org.saldo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.saldo.job.Jobs;
import org.saldo.job.answer.PaperDesk;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo confirm}. */
@Command(name = "confirm", description = "Files a signed or sealed paper by which a customer answers a statement.")
final class ConfirmCommand extends PersonCommand {

    @Parameters(paramLabel = "STATEMENT", description = "As its page says, such as ST-2026-10-C1042, or its id, such as S-1017.")
    private String statement;

    @Option(names = "--outcome", required = true, description = "confirmed, confirmed-with-differences or disputed.")
    private String outcome;

    @Option(names = "--signed-by", required = true, paramLabel = "NAME", description = "Who signed.")
    private String signedBy;

    @Option(names = "--role", defaultValue = "", description = "In which role.")
    private String role;

    @Option(names = "--on", required = true, paramLabel = "DAY", description = "When it was signed.")
    private LocalDate on;

    @Option(names = "--grade", required = true, description = "signed, or sealed for one with the company's seal.")
    private String grade;

    @Option(names = "--scan", required = true, paramLabel = "FILE", description = "The scan: PDF, PNG, JPEG or TIFF.")
    private Path scan;

    @Override
    public Integer call() {
        return decide(this::decided);
    }

    private Decided decided(Jobs jobs, Decider who) {
        Outcome said = Outcome.answer(outcome).orElseThrow(() ->
                wrongUse("--outcome " + outcome + ": is not known; use one of " + Outcome.answers()));
        Grade weight = Grade.of(grade).filter(Grade::isFiled).orElseThrow(() ->
                wrongUse("--grade " + grade + ": is not known; use signed or sealed"));
        return jobs.answers().papers().file(who, statement, new PaperDesk.Paper(said, weight, signedBy, role, on, bytes()));
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(scan);
        } catch (IOException unreadable) {
            throw wrongUse(scan + ": cannot be read: " + unreadable.getMessage());
        }
    }
}
