package org.saldo.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo assign}. */
@Command(name = "assign", description = "Says whose a payment is.")
final class AssignCommand extends PersonCommand {

    @Option(names = "--on-account", description = "It stays on the account until a person applies it.")
    private boolean onAccount;

    @Option(names = "--nobody", description = "It is unidentified again.")
    private boolean nobody;

    @Parameters(index = "0", paramLabel = "PAYMENT", description = "The payment's id.")
    private String payment;

    @Parameters(index = "1", paramLabel = "CUSTOMER", arity = "0..1", description = "The customer's number.")
    private String customer;

    @Override
    public Integer call() {
        if (nobody == (customer != null)) {
            throw wrongUse("name a customer, or say --nobody");
        }
        return decide((jobs, who) -> nobody ? jobs.people().assign().unassign(who, payment)
                : jobs.people().assign().assign(who, payment, customer, onAccount));
    }
}
