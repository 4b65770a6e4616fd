package org.saldo.correspondence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.saldo.money.Money;

/**
 * What the reply answers, as far as it is known: figures that may be repeated in it.
 *
 * @param balance the statement's closing balance or what the reminder asks for; empty when it is not known
 * @param asOf the day of that figure
 * @param documents numbers of the customer's documents, as printed
 * @param names of people and companies on either side; they say nothing in a reply
 */
public record Asked(Optional<Money> balance, Optional<LocalDate> asOf, Set<String> documents, Set<String> names) {

    public Asked {
        documents = Set.copyOf(documents);
        names = Set.copyOf(names);
    }

    /** Nothing is known of what is answered: no figure and no document is then as expected. */
    public static Asked nothing() {
        return new Asked(Optional.empty(), Optional.empty(), Set.of(), Set.of());
    }
}
