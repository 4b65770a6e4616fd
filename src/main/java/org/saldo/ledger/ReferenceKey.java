package org.saldo.ledger;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which references and names are compared: full-width characters made narrow, accents dropped, upper case,
 * letters and digits only. {@code "inv-2026/100 059"} and {@code "INV2026100059"} have the same key.
 */
public final class ReferenceKey {

    private ReferenceKey() {
    }

    /** The key of {@code text}; empty when it holds neither letter nor digit. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        if (isAscii(text)) {
            return ofAscii(text);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT).replace('Ł', 'L')
                .replace('Ø', 'O').replace('Đ', 'D');
        StringBuilder key = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String ofAscii(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z') {
                key.append(c);
            } else if (c >= 'a' && c <= 'z') {
                key.append((char) (c - 'a' + 'A'));
            }
        }
        return key.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }
}
