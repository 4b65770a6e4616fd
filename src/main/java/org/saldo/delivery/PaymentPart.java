package org.saldo.delivery;

import java.util.Objects;

/**
 * Where and under which reference the customer pays. {@code qrText} is what the payment's QR code says, empty where the
 * scheme has none; the other texts may be empty too, but for the holder and the account.
 */
public record PaymentPart(String holder, String account, String bic, String bankName, String reference, String qrText) {

    public PaymentPart {
        Objects.requireNonNull(qrText, "qr text");
        if (holder.isBlank() || account.isBlank()) {
            throw new IllegalArgumentException("a payment part needs a holder and an account");
        }
    }
}
