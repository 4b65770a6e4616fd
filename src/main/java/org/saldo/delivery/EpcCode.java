package org.saldo.delivery;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Iban;
import org.saldo.ledger.PrintedAccount;
import org.saldo.money.Money;

/**
 * What a QR code says that starts a SEPA credit transfer in a banking app: version 002 of the guidelines EPC069-12 of the
 * European Payments Council, in UTF-8.
 */
public final class EpcCode {

    private static final int BYTES_MAX = 331;
    private static final int NAME_MAX = 70;
    private static final int TEXT_MAX = 140;
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    private EpcCode() {
    }

    /**
     * The text of the code; empty where the scheme does not reach: another currency than the euro, an account without IBAN
     * or with a QR-IBAN, or more than the code may hold. An amount outside 0.01 to 999999999.99 is left to the payer.
     *
     * @param amount    to be paid
     * @param reference a creditor reference ({@code RF...}, ISO 11649), or a text of at most 140 characters
     */
    public static Optional<String> of(PrintedAccount account, Money amount, String reference) {
        if (!account.currency().getCurrencyCode().equals("EUR") || !amount.currency().equals(account.currency())
                || !Iban.isValid(account.iban()) || account.isQrIban()
                || account.holder().length() > NAME_MAX || reference.length() > TEXT_MAX) {
            return Optional.empty();
        }
        boolean structured = isCreditorReference(reference);
        BigDecimal decimal = amount.toDecimal();
        boolean fits = decimal.compareTo(LEAST) >= 0 && decimal.compareTo(MOST) <= 0;
        String text = String.join("\n", List.of("BCD", "002", "1", "SCT", account.bic(), account.holder(), account.iban(),
                fits ? "EUR" + decimal.toPlainString() : "", "", structured ? reference : "", structured ? "" : reference))
                .stripTrailing();
        return text.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX ? Optional.of(text) : Optional.empty();
    }

    /** Whether it is a reference that the receiver's bank hands on as one, its check digits being right. */
    public static boolean isCreditorReference(String reference) {
        return reference.matches("RF[0-9]{2}[0-9A-Z]{1,21}") && Iban.remainder97(reference) == 1;
    }
}
