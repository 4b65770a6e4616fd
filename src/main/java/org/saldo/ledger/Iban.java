package org.saldo.ledger;

/** The check of an international bank account number (ISO 13616), and the form in which people read it. */
public final class Iban {

    private Iban() {
    }

    /** Whether {@code text} is an IBAN without blanks, in capitals, with right check digits. */
    public static boolean isValid(String text) {
        return text.matches("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}") && remainder97(text) == 1;
    }

    /** In groups of four: {@code DE89 3704 0044 0532 0130 00}. */
    public static String grouped(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /**
     * The remainder by 97 of letters and digits whose first four stand behind the others, letters counting from 10 (ISO 7064):
     * 1 for a right IBAN, and for a right creditor reference (ISO 11649).
     */
    public static int remainder97(String text) {
        int rest = 0;
        for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
            int value = Character.digit(c, Character.MAX_RADIX);
            rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
        }
        return rest;
    }
}
