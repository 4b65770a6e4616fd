package org.saldo.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo refuse}. */
@Command(name = "refuse", description = "Ends what waits for a second person; nothing is carried out.")
final class RefuseCommand extends PersonCommand {

    @Parameters(paramLabel = "ID", description = "The instruction's id, such as I-1017.")
    private String id;

    @Override
    public Integer call() {
        return decide((jobs, who) -> jobs.people().instructions().refuse(who, id));
    }
}
