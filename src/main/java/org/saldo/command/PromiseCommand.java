package org.saldo.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.saldo.job.Jobs;
import org.saldo.job.people.Decided;
import org.saldo.job.people.PromiseJob;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo promise}. */
@Command(name = "promise", description = {"Keeps what a customer says it pays by when: no reminder asks for it until then.",
    "cancel PR-17: it no longer counts; reopen PR-17: it counts again."})
final class PromiseCommand extends PersonCommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER|cancel|reopen", description = "Its number, or what becomes of a promise.")
    private String what;

    @Parameters(index = "1", paramLabel = "AMOUNT|PROMISE", description = "How much; with cancel and reopen which promise.")
    private String second;

    @Parameters(index = "2", arity = "0..1", defaultValue = "", paramLabel = "DAY", description = "By when.")
    private String day;

    @Option(names = "--documents", split = ",", paramLabel = "DOCUMENT",
            description = "What it pays, joined by commas; else what fell due first.")
    private List<String> documents = List.of();

    @Option(names = "--currency", defaultValue = "", description = "Needed when it owes in several.")
    private String currency;

    @Option(names = "--told-by", defaultValue = "", description = "Who of the customer's said so.")
    private String toldBy;

    @Option(names = "--instead-of", defaultValue = "", paramLabel = "PROMISE",
            description = "Which promise it takes the place of, such as PR-17; that one was then broken.")
    private String instead;

    @Option(names = "--source", defaultValue = "", description = "Where it comes from, such as a mail.")
    private String source;

    @Override
    public Integer call() {
        return decide(this::decided);
    }

    private Decided decided(Jobs jobs, Decider who) {
        PromiseJob job = jobs.people().promise();
        return switch (what) {
            case "cancel" -> job.cancel(who, second);
            case "reopen" -> job.reopen(who, second);
            default -> job.promise(who, given());
        };
    }

    private Instruction given() {
        try {
            return Instruction.promise(what, String.join(" + ", documents), new BigDecimal(second), LocalDate.parse(day),
                    new Instruction.Terms(instead, toldBy, "", source)).in(currency);
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw wrongUse("give an amount and a day: saldo promise C-1 500.00 2026-11-15");
        }
    }
}
