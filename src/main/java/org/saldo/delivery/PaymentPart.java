package org.saldo.delivery;

import java.util.Objects;
import java.util.Optional;
import org.saldo.ledger.Iban;

/**
 * Where and under which reference the customer pays. {@code qrText} is what the payment's QR code says, empty where the
 * scheme has none; the other texts may be empty too, but for the holder and the account.
 *
 * @param bill the payment part of a Swiss QR-bill, where there is one; it has a code of its own
 */
public record PaymentPart(String holder, String account, String bic, String bankName, String reference, String qrText,
                          Optional<SwissBill> bill) {

    public PaymentPart {
        Objects.requireNonNull(qrText, "qr text");
        Objects.requireNonNull(bill, "bill");
        if (holder.isBlank() || account.isBlank()) {
            throw new IllegalArgumentException("a payment part needs a holder and an account");
        }
    }

    /** Without the payment part of a Swiss QR-bill. */
    public PaymentPart(String holder, String account, String bic, String bankName, String reference, String qrText) {
        this(holder, account, bic, bankName, reference, qrText, Optional.empty());
    }

    /** A reference as people read it: an RF one in fours, a QR reference in fives from the right. */
    public static String grouped(String reference) {
        if (EpcCode.isCreditorReference(reference)) {
            return Iban.grouped(reference);
        }
        return SwissBill.isQrReference(reference) ? reference.replaceAll("(?<=.)(?=(.{5})+$)", " ") : reference;
    }
}
