package org.saldo.job.people;

import java.util.List;
import java.util.function.Supplier;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.money.Money;

/**
 * A decision that the books allow and that is not yet written.
 *
 * @param instruction as it is to be kept when it waits: a proposal with its documents spelled out
 * @param charges     what is decided on, by the right that it takes; empty when no money is
 */
public record Prepared(String company, Instruction instruction, List<Charge> charges, Supplier<Decided> write) {

    /**
     * An amount that takes a right; its sign does not matter.
     *
     * @param before what of it the same person has decided earlier, of the same payment or document
     */
    record Charge(PersonAction right, Money amount, Money before) {

        Charge(PersonAction right, Money amount) {
            this(right, amount, Money.zero(amount.currency()));
        }
    }

    Prepared(String company, Instruction instruction, Money amount, Supplier<Decided> write) {
        this(company, instruction, List.of(new Charge(instruction.action().right(), amount)), write);
    }
}
