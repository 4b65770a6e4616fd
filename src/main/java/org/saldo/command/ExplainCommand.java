package org.saldo.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo explain}. */
@Command(name = "explain", description = {"The life of a document, payment, customer, allocation (A-1017) or mail (M-1018):",
    "each step, its rule and evidence, and what was rejected and why."})
final class ExplainCommand extends HubCommand {

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public Integer call() {
        print(workplace().withJobs(jobs -> jobs.explain().explain(id)).stripTrailing());
        return Saldo.DONE;
    }
}
