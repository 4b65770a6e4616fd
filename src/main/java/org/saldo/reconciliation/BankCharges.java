package org.saldo.reconciliation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.Words;

/**
 * What banks may have kept of money that came from abroad, or whose text says that the charges are shared or the
 * receiver's.
 *
 * @param settle what becomes of it
 * @param limit  how much it may be
 * @param words  that say so, as whole words of the text
 */
public record BankCharges(Remainder settle, Tolerance limit, List<String> words) {

    private static final int COUNTRY = 2;

    public BankCharges {
        words = List.copyOf(words);
    }

    /** What says that banks have kept something; empty when nothing does. */
    Optional<Words> signOf(Receipt receipt) {
        String ours = countryOf(receipt.key().account());
        String payers = receipt.payerCountry().isEmpty() ? countryOf(receipt.payerIban()) : receipt.payerCountry();
        if (!ours.isEmpty() && !payers.isEmpty() && !ours.equals(payers)) {
            return Optional.of(Words.of(EvidenceWord.CAME_FROM, payers));
        }
        String text = DeductionWords.folded(receipt.remittanceText()) + " ";
        return words.stream().filter(word -> DeductionWords.isIn(text, word))
                .map(word -> Words.of(EvidenceWord.TEXT_SAYS, word)).findFirst();
    }

    /** The country of an IBAN; empty for any other account number. */
    private static String countryOf(String account) {
        String start = account.strip().toUpperCase(Locale.ROOT);
        boolean iban = start.length() > COUNTRY * 2 && Character.isLetter(start.charAt(0)) && Character.isLetter(start.charAt(1))
                && Character.isDigit(start.charAt(2)) && Character.isDigit(start.charAt(3));
        return iban ? start.substring(0, COUNTRY) : "";
    }
}
