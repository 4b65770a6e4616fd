package org.saldo.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo unapply}. */
@Command(name = "unapply", description = "Takes an allocation back: cash, a write-off, a discount.")
final class UnapplyCommand extends PersonCommand {

    @Parameters(paramLabel = "ALLOCATION", description = "Its id, such as A-1017; `saldo explain` names them.")
    private String allocation;

    @Override
    public Integer call() {
        return decide((jobs, who) -> jobs.people().apply().unapply(who, allocation));
    }
}
