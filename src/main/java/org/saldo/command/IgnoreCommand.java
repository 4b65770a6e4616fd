package org.saldo.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo ignore}. */
@Command(name = "ignore", description = "Declares a payment to be none of the customers'; assign takes that back.")
final class IgnoreCommand extends PersonCommand {

    @Parameters(paramLabel = "PAYMENT", description = "The payment's id.")
    private String payment;

    @Override
    public Integer call() {
        return decide((jobs, who) -> jobs.people().assign().ignore(who, payment));
    }
}
