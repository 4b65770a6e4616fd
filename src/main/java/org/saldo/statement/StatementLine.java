package org.saldo.statement;

import org.saldo.money.Money;

/** A movement with the balance after it; {@code correction} belongs to an earlier period and became known only now. */
public record StatementLine(Movement movement, boolean correction, Money balance) {
}
