package org.saldo.ledger;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * What the ERP's control account says at the end of {@code asOf}: positive is owed to the company. For the whole
 * company, or for one customer; {@code account} is the general ledger's account number and may be empty.
 */
public record ControlBalance(String company, LocalDate asOf, Money balance, Optional<CustomerId> customer, String account) {

    public ControlBalance {
        Texts.require(company, "company");
        Objects.requireNonNull(asOf, "as of");
        Objects.requireNonNull(balance, "balance");
    }
}
