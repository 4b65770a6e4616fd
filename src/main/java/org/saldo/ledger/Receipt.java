package org.saldo.ledger;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * A line of the company's own bank account. The amount is signed: positive is money in, negative is money out
 * or a returned payment. It counts on its booking date, a calendar day at the bank.
 *
 * @param original what the payer ordered, where the bank states it apart from its text
 */
public record Receipt(
        ReceiptKey key,
        LocalDate bookingDate,
        LocalDate valueDate,
        Money amount,
        String payerName,
        String payerIban,
        String endToEndId,
        String remittanceText,
        String bankReference,
        String structuredReference,
        Instrument instrument,
        Optional<LocalDate> maturityDate,
        String returnOf,
        String returnReason,
        String payerCountry,
        boolean opening,
        Optional<OriginalAmount> original) {

    /** How the money came. Bills are no cash before they mature. */
    public enum Instrument { TRANSFER, DIRECT_DEBIT, CHEQUE, BILL, CARD }

    public Receipt {
        Objects.requireNonNull(bookingDate, "booking date");
        Objects.requireNonNull(valueDate, "value date");
        Objects.requireNonNull(instrument, "instrument");
        if (amount.isZero()) {
            throw new IllegalArgumentException(key.paymentId() + ": amount must not be zero");
        }
        if (opening && amount.isNegative()) {
            throw new IllegalArgumentException(key.paymentId() + ": an unapplied credit at go-live must be positive");
        }
    }

    /** Without an original amount. */
    public Receipt(ReceiptKey key, LocalDate bookingDate, LocalDate valueDate, Money amount, String payerName,
                   String payerIban, String endToEndId, String remittanceText, String bankReference,
                   String structuredReference, Instrument instrument, Optional<LocalDate> maturityDate, String returnOf,
                   String returnReason, String payerCountry, boolean opening) {
        this(key, bookingDate, valueDate, amount, payerName, payerIban, endToEndId, remittanceText, bankReference,
                structuredReference, instrument, maturityDate, returnOf, returnReason, payerCountry, opening, Optional.empty());
    }

    public boolean isReturn() {
        return amount.isNegative() && !returnOf.isEmpty();
    }
}
