package org.saldo.reconciliation;

/**
 * Takes a bank's own marks out of a text: the sub-fields of a German MT940 ({@code ?20} to {@code ?29}, {@code ?60} to
 * {@code ?63}), which cut a text wherever 27 characters are full, and the tags of SEPA, which some banks glue to what
 * stands before them.
 */
public final class BankTags {

    private static final int WIDTH = 27;
    private static final String[] TAGS = {"EREF", "KREF", "MREF", "BREF", "RREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA",
        "ABWE", "PURP", "IBAN", "BIC"};

    private BankTags() {
    }

    /** The text without them; itself when there are none. */
    public static String outOf(String text) {
        String joined = text.indexOf("?20") >= 0 || text.indexOf("?21") >= 0 ? joined(text) : text;
        return joined.indexOf('+') >= 0 ? apart(joined) : joined;
    }

    /** A sub-field that is full goes on in the next without a blank; one that is not ends with its words. */
    private static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isSubField(text, at)) {
                joined.append(text, begin, at);
                boolean full = joined.length() > 0 && at - begin == WIDTH;
                joined.append(full ? "" : " ");
                begin = at + 3;
            }
        }
        return joined.append(text, begin, text.length()).toString();
    }

    private static boolean isSubField(String text, int at) {
        if (text.charAt(at) != '?' || at + 2 >= text.length()) {
            return false;
        }
        char tens = text.charAt(at + 1);
        char ones = text.charAt(at + 2);
        return ones >= '0' && ones <= '9' && (tens == '0' && ones == '0' || tens == '1' && ones == '0' || tens == '2'
                || tens == '3' && ones <= '4' || tens == '6' && ones <= '3');
    }

    private static String apart(String text) {
        StringBuilder apart = null;
        int done = 0;
        for (int plus = text.indexOf('+'); plus >= 0; plus = text.indexOf('+', plus + 1)) {
            for (String tag : TAGS) {
                int start = plus - tag.length();
                if (start > 0 && text.startsWith(tag, start) && Character.isLetterOrDigit(text.charAt(start - 1))) {
                    apart = apart == null ? new StringBuilder(text.length() + 8) : apart;
                    apart.append(text, done, start).append(' ');
                    done = start;
                }
            }
        }
        return apart == null ? text : apart.append(text, done, text.length()).toString();
    }
}
