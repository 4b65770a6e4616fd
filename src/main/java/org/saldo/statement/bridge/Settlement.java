package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.Objects;
import org.saldo.money.Money;

/**
 * What was settled of a document of ours, when, and by what: {@code by} names the payment or credit note. The amount is
 * positive; a settlement that was taken back is none. {@code since} says that it was not there yet, or not known, when the
 * account was looked at.
 */
public record Settlement(String document, How how, String by, LocalDate on, Money amount, boolean since) {

    /** By what a document was settled. */
    public enum How { PAYMENT, CREDIT_NOTE, DISCOUNT, DEDUCTION, VOID }

    public Settlement {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(amount, "amount");
    }
}
