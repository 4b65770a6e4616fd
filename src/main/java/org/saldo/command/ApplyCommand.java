package org.saldo.command;

import java.math.BigDecimal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo apply}. */
@Command(name = "apply", description = "Settles a document with cash of a payment.")
final class ApplyCommand extends PersonCommand {

    @Parameters(index = "0", paramLabel = "PAYMENT", description = "The payment's id.")
    private String payment;

    @Parameters(index = "1", paramLabel = "DOCUMENT", description = "Its number; INV-1/2 for an instalment.")
    private String document;

    @Parameters(index = "2", paramLabel = "AMOUNT",
            description = "With a decimal point, in the document's currency.")
    private BigDecimal amount;

    @Option(names = "--cash", paramLabel = "AMOUNT",
            description = "What it takes of the payment, where that is in another currency than the document.")
    private BigDecimal cash;

    @Option(names = "--rest", paramLabel = "CODE", description = "Why the rest of the document stays open, such as PRICE.")
    private String rest;

    @Override
    public Integer call() {
        if (rest != null) {
            return decide((jobs, who) -> jobs.people().apply().settle(who, payment, document + " " + amount.toPlainString()
                    + (cash == null ? "" : " = " + cash.toPlainString()) + " REST " + rest));
        }
        return decide((jobs, who) -> cash == null ? jobs.people().apply().apply(who, payment, document, amount)
                : jobs.people().apply().apply(who, payment, document, amount, cash));
    }
}
