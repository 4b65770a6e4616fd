package org.saldo.statement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.saldo.money.Money;

/**
 * {@code opening + corrections + movements = closing = open items - unapplied}. {@code corrections} is what belongs to
 * earlier periods but became known after their statement; {@code movements} are the sums of the month by group, signed,
 * every group present. A proof that does not hold cannot be constructed.
 */
public record Proof(Money opening, Money corrections, Map<MovementKind.Group, Money> movements, Money closing,
                    Money openItems, Money unapplied) {

    /** @throws UnprovedException when the figures do not agree, naming them */
    public Proof {
        EnumMap<MovementKind.Group, Money> sums = new EnumMap<>(MovementKind.Group.class);
        for (MovementKind.Group group : MovementKind.Group.values()) {
            sums.put(group, movements.getOrDefault(group, Money.zero(opening.currency())));
        }
        movements = Collections.unmodifiableMap(sums);
        Money moved = sums.values().stream().reduce(Money.zero(opening.currency()), Money::plus);
        if (!opening.plus(corrections).plus(moved).equals(closing)) {
            throw new UnprovedException("opening " + opening + " + prior-period corrections " + corrections
                    + " + movements " + moved + " is not closing " + closing);
        }
        if (!openItems.minus(unapplied).equals(closing)) {
            throw new UnprovedException("open items " + openItems + " - unapplied " + unapplied + " is "
                    + openItems.minus(unapplied) + ", but opening + movements is " + closing);
        }
    }
}
