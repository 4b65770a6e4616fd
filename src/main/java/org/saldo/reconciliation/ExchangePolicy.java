package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.money.Money;

/**
 * How receipts in another currency than their documents are treated.
 *
 * @param nearly     how far what the bank says was sent may be from what is open, in the document's currency
 * @param settlesRest whether what is missing within that is settled as exchange difference; otherwise it stays open
 */
public record ExchangePolicy(Tolerance nearly, boolean settlesRest) {

    static ExchangePolicy shipped() {
        Map<Currency, Money> upTo = Stream.of(Money.of("EUR", "25.00"), Money.of("USD", "25.00"),
                Money.of("GBP", "25.00"), Money.of("CHF", "25.00"), Money.of("CNY", "200.00"))
                .collect(Collectors.toMap(Money::currency, amount -> amount));
        return new ExchangePolicy(new Tolerance(upTo, BigDecimal.ONE), false);
    }
}
