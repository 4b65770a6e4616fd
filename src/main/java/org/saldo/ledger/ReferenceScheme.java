package org.saldo.ledger;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A standard of payment references, with the check digits by which a slip of the pen shows. A right check digit alone proves
 * little: one number in ten or a hundred has it. References are written here without blanks and signs, in capitals.
 */
public enum ReferenceScheme {
    /** ISO 11649 creditor reference: RF, two check digits, 1 to 21 letters and digits (modulo 97). */
    RF(1, 21, payload -> "RF" + twoDigits(98 - remainder97(payload + "RF00")) + payload),
    /** Swiss QR reference: 26 digits and a check digit, modulo 10 recursive (Swiss Payment Standards, QR-bill). */
    QRR(26, 26, payload -> payload + recursive10(payload)),
    /** Belgian structured communication (OGM, VCS): 10 digits and 2 check digits, modulo 97, where 97 stands for 0. */
    OGM(10, 10, payload -> payload + twoDigits(remainder97(payload) == 0 ? 97 : remainder97(payload))),
    /** Norwegian KID with modulo 10 (Luhn): 2 to 25 digits in all. */
    KID10(1, 24, payload -> payload + luhn(payload)),
    /** Norwegian KID with modulo 11, weights 2 to 7 from the right; a payload whose check would be 10 has no reference. */
    KID11(1, 24, payload -> weights2To7(payload) == 10 ? "" : payload + weights2To7(payload)),
    /** Finnish reference number (viitenumero): 3 to 19 digits and a check digit, weights 7, 3, 1 from the right. */
    FI(3, 19, payload -> payload + weights731(payload)),
    /** Estonian reference number (viitenumber): 1 to 19 digits and a check digit, weights 7, 3, 1 from the right. */
    EE(1, 19, payload -> payload + weights731(payload)),
    /** Swedish OCR reference of Bankgirot with a check digit (Luhn): 2 to 25 digits in all. */
    OCR(1, 24, payload -> payload + luhn(payload)),
    /** The same with a length digit before the check digit: the last digit of the reference's length. */
    OCR_LENGTH(1, 23, payload -> withLength(payload) + luhn(withLength(payload))),
    /** Danish inpayment form 71: 14 digits and a check digit (Luhn). */
    FIK71(14, 14, payload -> payload + luhn(payload)),
    /** Danish inpayment form 75: 15 digits and a check digit (Luhn). */
    FIK75(15, 15, payload -> payload + luhn(payload));

    private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

    private final int shortest;
    private final int longest;
    private final UnaryOperator<String> completed;

    ReferenceScheme(int shortest, int longest, UnaryOperator<String> completed) {
        this.shortest = shortest;
        this.longest = longest;
        this.completed = completed;
    }

    /** The whole reference; empty when {@code payload} is too long or too short, or has letters where none may be. */
    public Optional<String> complete(String payload) {
        boolean fits = payload.length() >= shortest && payload.length() <= longest
                && payload.chars().allMatch(c -> isDigit((char) c) || this == RF && c >= 'A' && c <= 'Z');
        return fits ? Optional.of(completed.apply(payload)).filter(whole -> !whole.isEmpty()) : Optional.empty();
    }

    /** What may stand before the check digits, or behind them for {@link #RF}, in words: {@code 3 to 19 digits}. */
    public String payload() {
        return (shortest == longest ? "" : shortest + " to ") + longest + (this == RF ? " digits and capitals" : " digits");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digit(String text, int place) {
        return text.charAt(place) - '0';
    }

    private static int remainder97(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), Character.MAX_RADIX);
            rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
        }
        return rest;
    }

    private static int recursive10(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length(); i++) {
            carry = RECURSIVE[(carry + digit(digits, i)) % 10];
        }
        return (10 - carry) % 10;
    }

    private static String twoDigits(int check) {
        return (check < 10 ? "0" : "") + check;
    }

    private static String withLength(String payload) {
        return payload + (payload.length() + 2) % 10;
    }

    private static int weights2To7(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += digit(digits, digits.length() - 1 - i) * (2 + i % 6);
        }
        return (11 - sum % 11) % 11;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digit(digits, digits.length() - 1 - i) * (i % 2 == 0 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return (10 - sum % 10) % 10;
    }

    private static int weights731(String digits) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += digit(digits, digits.length() - 1 - i) * weights[i % weights.length];
        }
        return (10 - sum % 10) % 10;
    }
}
