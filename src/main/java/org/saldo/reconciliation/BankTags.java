package org.saldo.reconciliation;

import java.util.List;

/**
 * Takes a bank's own marks out of a text: the sub-fields of a German MT940 ({@code ?20} to {@code ?29}, {@code ?60} to
 * {@code ?63}), which cut a text wherever 27 characters are full, and tags such as those of SEPA, which some banks glue to
 * what stands before them.
 *
 * @param tags as they stand before a plus sign
 */
public record BankTags(List<String> tags) {

    private static final int WIDTH = 27;

    public BankTags {
        tags = List.copyOf(tags);
        tags.stream().filter(tag -> !tag.matches("[A-Z0-9]{2,10}")).findFirst().ifPresent(tag -> {
            throw new IllegalArgumentException("'" + tag + "' is no tag of 2 to 10 capital letters and digits");
        });
    }

    /** The text without them; itself when there are none. */
    String outOf(String text) {
        String joined = joined(text);
        return joined.indexOf('+') >= 0 ? apart(joined) : joined;
    }

    /** The text without sub-fields; itself when there are none. */
    public static String joined(String text) {
        return text.indexOf("?20") >= 0 || text.indexOf("?21") >= 0 ? withoutSubFields(text) : text;
    }

    /** A sub-field that is full goes on in the next without a blank; one that is not ends with its words. */
    private static String withoutSubFields(String text) {
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

    private String apart(String text) {
        StringBuilder apart = null;
        int done = 0;
        for (int plus = text.indexOf('+'); plus >= 0; plus = text.indexOf('+', plus + 1)) {
            for (String tag : tags) {
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
