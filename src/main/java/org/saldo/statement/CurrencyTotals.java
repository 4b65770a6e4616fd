package org.saldo.statement;

import org.saldo.ledger.AgingSchedule;
import org.saldo.money.Money;

/** The statements of a month in one currency, added up: {@code openItems - unapplied = closing}, as on each of them. */
public record CurrencyTotals(int statements, Money opening, Money closing, Money openItems, Money unapplied,
                             AgingSchedule aging) {

    public static CurrencyTotals of(StatementOfAccount statement) {
        return new CurrencyTotals(1, statement.opening(), statement.closing(), statement.proof().openItems(),
                statement.proof().unapplied(), statement.aging());
    }

    public CurrencyTotals plus(CurrencyTotals other) {
        return new CurrencyTotals(statements + other.statements, opening.plus(other.opening), closing.plus(other.closing),
                openItems.plus(other.openItems), unapplied.plus(other.unapplied), aging.plus(other.aging));
    }
}
