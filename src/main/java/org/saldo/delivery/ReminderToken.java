package org.saldo.delivery;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.answer.ReplyToken;

/**
 * What a reminder carries so that an answer finds back: {@code [RM-20261029-C1042-7F3K...]} in its subject, and
 * {@code name+rm-7f3k...@domain} as its reply address where the policy says so. Only the code, 100 bits of an HMAC in
 * Crockford's base32, binds; what stands before it is for people. {@link ReplyKey} makes and checks it.
 */
public record ReminderToken(String reference, String code) {

    private static final int CUSTOMER_LONGEST = 12;
    private static final int LOCAL_PART_LONGEST = 64;
    private static final int TEXT_LONGEST = 4000;
    private static final String SHAPE = "RM-\\d{8}-(?:[A-Z0-9]{1,12}-)?([A-Z0-9]{20})";
    private static final Pattern WHOLE = Pattern.compile("(?<![A-Z0-9])" + SHAPE + "(?![A-Z0-9])");
    private static final Pattern TAG = Pattern.compile("\\+RM-([A-Z0-9]{20})@");

    static ReminderToken of(CustomerId customer, LocalDate day, byte[] bits) {
        String number = customer.number().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String shortened = number.substring(0, Math.min(CUSTOMER_LONGEST, number.length()));
        return new ReminderToken("RM-" + day.format(DateTimeFormatter.BASIC_ISO_DATE)
                + (shortened.isEmpty() ? "" : "-" + shortened), ReplyToken.base32(bits, ReplyToken.CODE_LENGTH));
    }

    /** As it stands in a subject. */
    public String inSubject() {
        return "[" + reference + "-" + code + "]";
    }

    /** The reply address with the code in it; the same address when that would be too long. */
    public String in(String address) {
        int at = address.lastIndexOf('@');
        String tagged = address.substring(0, Math.max(0, at)) + "+rm-" + code.toLowerCase(Locale.ROOT);
        return at < 1 || tagged.length() > LOCAL_PART_LONGEST ? address : tagged + address.substring(at);
    }

    /**
     * The codes in a decoded subject, whatever was put before or between by the programs it went through, and in
     * addresses; each once, in the order in which they stand.
     */
    public static List<String> codesIn(String subject, List<String> addresses) {
        Set<String> codes = new LinkedHashSet<>();
        String text = shortened(subject).toUpperCase(Locale.ROOT);
        find(WHOLE, text, codes);
        find(WHOLE, text.replaceAll("[\\s\\u00a0]+", ""), codes);
        addresses.forEach(address -> find(TAG, shortened(address).toUpperCase(Locale.ROOT), codes));
        return List.copyOf(codes);
    }

    private static void find(Pattern pattern, String text, Set<String> codes) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            codes.add(found.group(1).replace('O', '0').replace('I', '1').replace('L', '1'));
        }
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LONGEST ? text : text.substring(0, TEXT_LONGEST);
    }
}
