package org.saldo.statement;

import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.saldo.ledger.AgingSchedule;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;

/**
 * One statement in a month's list: what it says, and what became of it. {@code sentTo} holds the recipients of its mail,
 * {@code held} why there is none; both are empty when mail to customers is switched off.
 *
 * @param isNew made by this run, not by one before
 */
public record StatementFigures(CustomerId customer, String name, String number, StatementPeriod period, Money opening,
                               Money closing, AgingSchedule aging, boolean isNew, String sentTo,
                               Optional<HeldBack.Reason> held) {

    public StatementFigures {
        Objects.requireNonNull(held, "held");
    }

    public static StatementFigures of(StatementOfAccount statement, String name, boolean isNew, String sentTo,
                                      Optional<HeldBack.Reason> held) {
        return new StatementFigures(statement.key().customer(), name, statement.key().number(), statement.key().period(),
                statement.opening(), statement.closing(), statement.aging(), isNew, sentTo, held);
    }

    public Currency currency() {
        return closing.currency();
    }

    /** As it stands in lists: {@code mailed}, {@code not mailed}, or why it is held. */
    public String state() {
        return held.map(HeldBack.Reason::words).orElse(sentTo.isEmpty() ? "not mailed" : "mailed");
    }
}
