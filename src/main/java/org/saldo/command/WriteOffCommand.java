package org.saldo.command;

import java.math.BigDecimal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo write-off}. */
@Command(name = "write-off", description = "Gives up an amount of a document; unapply takes it back.")
final class WriteOffCommand extends PersonCommand {

    @Parameters(index = "0", paramLabel = "DOCUMENT", description = "Its number; INV-1/2 for an instalment.")
    private String document;

    @Parameters(index = "1", paramLabel = "AMOUNT",
            description = "With a decimal point, in the currency of the books it touches.")
    private BigDecimal amount;

    @Override
    public Integer call() {
        return decide((jobs, who) -> jobs.people().apply().writeOff(who, document, amount));
    }
}
