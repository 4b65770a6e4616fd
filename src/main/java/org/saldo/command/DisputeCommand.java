package org.saldo.command;

import java.math.BigDecimal;
import java.util.Optional;
import org.saldo.job.Jobs;
import org.saldo.job.people.Decided;
import org.saldo.job.people.DisputeJob;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo dispute}. */
@Command(name = "dispute", description = {"Says that a document, or an amount of it, is contested: no reminder asks for it.",
    "end D-17: how it ended; reopen D-17: it is contested again."})
final class DisputeCommand extends PersonCommand {

    @Parameters(index = "0", paramLabel = "DOCUMENT|end|reopen", description = "Its number, or what becomes of a dispute.")
    private String what;

    @Parameters(index = "1", arity = "0..1", defaultValue = "", paramLabel = "AMOUNT|DISPUTE",
            description = "How much, else all that is open; with end and reopen the dispute, such as D-17.")
    private String second;

    @Option(names = "--code", defaultValue = "", description = "Why: PRICE, QUANTITY, QUALITY_RETURN, DUPLICATE_INVOICE, ...")
    private String code;

    @Option(names = "--owner", defaultValue = "", description = "Who answers it; else as disputes.yaml says.")
    private String owner;

    @Option(names = "--source", defaultValue = "", description = "Where it comes from, such as a mail.")
    private String source;

    @Option(names = "--outcome", defaultValue = "", description = "With end: for-us, for-customer or withdrawn.")
    private String outcome;

    @Override
    public Integer call() {
        boolean step = what.equals("end") || what.equals("reopen");
        if (step && second.isEmpty()) {
            throw wrongUse("say which dispute: saldo dispute " + what + " D-17");
        }
        if (what.equals("end") && outcome.isEmpty()) {
            throw wrongUse("say how it ended: --outcome for-us, for-customer or withdrawn");
        }
        if (!step && code.isEmpty()) {
            throw wrongUse("say why: --code PRICE");
        }
        return decide(this::decided);
    }

    private Decided decided(Jobs jobs, Decider who) {
        DisputeJob job = jobs.people().dispute();
        return switch (what) {
            case "end" -> job.end(who, second, outcome);
            case "reopen" -> job.reopen(who, second);
            default -> job.open(who, what, amount(), new Instruction.Terms(code, owner, "", source));
        };
    }

    private Optional<BigDecimal> amount() {
        try {
            return second.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(second));
        } catch (NumberFormatException unreadable) {
            throw wrongUse("'" + second + "' is no amount such as 12.50");
        }
    }
}
