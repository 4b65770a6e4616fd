package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * A document that was ever issued to the customer, open or not: its number with its instalment, its other names, its whole
 * amount (positive is owed), the cash discount that was offered and the tax in it, where known.
 */
public record OurDocument(String reference, List<String> otherNames, LocalDate issuedOn, Money amount,
                          Optional<Money> discount, Optional<Money> tax) {

    public OurDocument {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(issuedOn, "issued on");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(discount, "discount");
        Objects.requireNonNull(tax, "tax");
        otherNames = List.copyOf(otherNames);
    }
}
