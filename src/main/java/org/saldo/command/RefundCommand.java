package org.saldo.command;

import java.math.BigDecimal;
import java.util.Optional;
import org.saldo.ledger.Instruction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code saldo refund}. */
@Command(name = "refund", description = {"Links a payment with the debit that took it back or sent it back: what it had settled",
    "is open again, and what the debit is more stays on it."})
final class RefundCommand extends PersonCommand {

    @Parameters(index = "0", paramLabel = "PAYMENT", description = "The payment's id.")
    private String payment;

    @Parameters(index = "1", paramLabel = "DEBIT", description = "The id of the money that went out.")
    private String debit;

    @Parameters(index = "2", paramLabel = "AMOUNT", arity = "0..1",
            description = "With a decimal point; without it as much as can have come back.")
    private BigDecimal amount;

    @Override
    public Integer call() {
        return decide((jobs, who) -> jobs.people().refund().refund(who,
                Instruction.refund(payment, debit, Optional.ofNullable(amount))));
    }
}
