package org.saldo.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo release}. */
@Command(name = "release", description = {"Accepts the difference between a company's opening items and the ERP's balance,",
    "so that statements and reminders may leave."})
final class ReleaseCommand extends PersonCommand {

    @Parameters(paramLabel = "COMPANY", description = "The company's id.")
    private String released;

    @Override
    public Integer call() {
        return decide((jobs, who) -> jobs.people().release().release(who, released));
    }
}
