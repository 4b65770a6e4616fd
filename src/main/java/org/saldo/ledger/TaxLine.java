package org.saldo.ledger;

import java.math.BigDecimal;
import org.saldo.money.Money;

/** One rate of a document's tax: the rate in percent, the net amount it applies to, and the tax. */
public record TaxLine(BigDecimal rate, Money net, Money tax) {
}
