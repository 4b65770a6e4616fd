package org.saldo.store.answer;

import java.util.Objects;
import java.util.Optional;
import org.saldo.ledger.DifferenceCode;
import org.saldo.money.Money;
import org.saldo.store.PlainMoney;

/**
 * A document of a statement that the customer contests, as its answer was read.
 *
 * @param document as the statement prints it, with the instalment where there are several
 * @param amount   how much of it, positive; empty: all that is open
 * @param code     why, as far as its words tell
 * @param paid     whether the customer says that it has paid it, which is looked for and is no dispute
 * @param words    what it says, or what was found
 */
public record ContestedLine(String document, Optional<Money> amount, DifferenceCode code, boolean paid, String words) {

    public ContestedLine {
        Objects.requireNonNull(code, "code");
        if (amount.filter(money -> !money.isPositive()).isPresent()) {
            throw new IllegalArgumentException(document + ": contested by " + amount.get() + ", which is not positive");
        }
    }

    /** What is contested, as far as its words tell why. */
    public ContestedLine(String document, Optional<Money> amount, DifferenceCode code, String words) {
        this(document, amount, code, false, words);
    }

    /** In one line, for a person: {@code contests INV-2: EUR 50.00, PRICE: the price is wrong}. */
    public String line() {
        return (paid ? "says that it has paid " : "contests ") + document + ": "
                + amount.map(PlainMoney::of).orElse("all that is open") + (paid ? "" : ", " + code)
                + (words.isEmpty() ? "" : ": " + words);
    }
}
