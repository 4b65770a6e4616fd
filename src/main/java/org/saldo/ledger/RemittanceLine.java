package org.saldo.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.money.Money;

/** One line of a remittance advice: the customer says that a payment on {@code paymentDate} settles this much of a document. */
public record RemittanceLine(
        String company,
        String adviceId,
        CustomerId customer,
        LocalDate paymentDate,
        String documentNumber,
        Money amount,
        Optional<Money> deduction,
        String deductionReason,
        String paymentReference) {

    public RemittanceLine {
        Texts.require(adviceId, "advice id");
        Texts.require(documentNumber, "document number");
    }
}
