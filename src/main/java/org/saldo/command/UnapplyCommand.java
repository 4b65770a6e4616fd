package org.saldo.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo unapply}. */
@Command(name = "unapply", description = "Takes an allocation back: cash, a write-off, a discount.")
final class UnapplyCommand extends PersonCommand {

    @Parameters(paramLabel = "ALLOCATION", description = "Its id, such as A-1017; `saldo explain` names them.")
    private String allocation;

    @Option(names = "--all", description = "With it all that the same decision has settled: its discount, its credit note.")
    private boolean all;

    @Override
    public Integer call() {
        return decide((jobs, who) -> all ? jobs.people().apply().unapplyAll(who, allocation)
                : jobs.people().apply().unapply(who, allocation));
    }
}
