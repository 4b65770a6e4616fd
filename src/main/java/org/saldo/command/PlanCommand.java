package org.saldo.command;

import java.util.List;
import org.saldo.job.Jobs;
import org.saldo.job.people.Decided;
import org.saldo.job.people.PlanJob;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo plan}. */
@Command(name = "plan", description = {"Proposes that a customer pays documents by instalments.",
    "accept PL-17: both agree, and reminders leave out what is not due by it; end PL-17: it no longer counts;",
    "reopen PL-17: takes back the last of these."})
final class PlanCommand extends PersonCommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER|accept|end|reopen", description = "Its number, or what becomes of a plan.")
    private String what;

    @Parameters(index = "1", arity = "0..1", defaultValue = "", paramLabel = "PLAN", description = "Such as PL-17.")
    private String plan;

    @Option(names = "--documents", split = ",", paramLabel = "DOCUMENT", description = "What is paid, joined by commas.")
    private List<String> documents = List.of();

    @Option(names = "--schedule", defaultValue = "", paramLabel = "DAY:AMOUNT,...",
            description = "The instalments; they add up to what is open of the documents.")
    private String schedule;

    @Option(names = "--source", defaultValue = "", description = "Where it comes from, such as a mail.")
    private String source;

    @Override
    public Integer call() {
        boolean step = List.of("accept", "end", "reopen").contains(what);
        if (step && plan.isEmpty()) {
            throw wrongUse("say which plan: saldo plan " + what + " PL-17");
        }
        if (!step && (documents.isEmpty() || schedule.isEmpty())) {
            throw wrongUse("say what is paid and when: --documents INV-1,INV-2 --schedule 2026-11-15:100.00,2026-12-15:50.00");
        }
        return decide(this::decided);
    }

    private Decided decided(Jobs jobs, Decider who) {
        PlanJob job = jobs.people().plan();
        return switch (what) {
            case "accept" -> job.accept(who, plan);
            case "end" -> job.end(who, plan);
            case "reopen" -> job.reopen(who, plan);
            default -> job.propose(who, Instruction.plan(what, String.join(" + ", documents),
                    new Instruction.Terms("", "", schedule, source)));
        };
    }
}
