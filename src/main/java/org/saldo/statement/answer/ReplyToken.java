package org.saldo.statement.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.statement.StatementKey;

/**
 * What a statement's mail carries so that an answer finds back: {@code [ST-2026-10-C1042-7F3K...]} in its subject, and
 * {@code name+st-7f3k...@domain} as its reply address where the policy says so. Only the code, 100 bits of an HMAC in
 * Crockford's base32, binds; what stands before it is for people.
 */
public record ReplyToken(String reference, String code) {

    /** How many characters a code has, of five bits each. */
    public static final int CODE_LENGTH = 20;

    private static final String BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CUSTOMER_LONGEST = 12;
    private static final int LOCAL_PART_LONGEST = 64;
    private static final int TEXT_LONGEST = 4000;
    private static final String SHAPE = "ST-\\d{4}-\\d{2}-(?:V\\d{1,4}-)?(?:[A-Z0-9]{1,12}-)?([A-Z0-9]{20})";
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]{20,120})]");
    private static final Pattern WHOLE = Pattern.compile(SHAPE);
    private static final Pattern PLAIN = Pattern.compile("(?<![A-Z0-9])" + SHAPE + "(?![A-Z0-9])");
    private static final Pattern TAG = Pattern.compile("\\+ST-([A-Z0-9]{20})@");
    private static final Pattern OTHER = Pattern.compile("[^A-Z0-9]");
    private static final Pattern REFERENCE = Pattern.compile("(?<![A-Z0-9])ST-\\d{4}-\\d{2}(?:-V\\d{1,4})?(?:-[A-Z0-9]{1,12})?");

    public ReplyToken {
        if (!normal(code).equals(code) || code.length() != CODE_LENGTH) {
            throw new IllegalArgumentException("a code has " + CODE_LENGTH + " characters of " + BASE32);
        }
    }

    /** @param bits at least 13 bytes, of which the first 100 bits are used */
    public static ReplyToken of(StatementKey key, byte[] bits) {
        return new ReplyToken(referenceOf(key), base32(bits, CODE_LENGTH));
    }

    /** The first bits in Crockford's base32, five a character. */
    public static String base32(byte[] bits, int length) {
        StringBuilder code = new StringBuilder(length);
        int kept = 0;
        int held = 0;
        for (int next = 0; code.length() < length; held -= 5) {
            if (held < 5) {
                kept = (kept & 0x1f) << 8 | bits[next++] & 0xff;
                held += 8;
            }
            code.append(BASE32.charAt(kept >> held - 5 & 0x1f));
        }
        return code.toString();
    }

    /** What people call the statement, on the page too: {@code ST-2026-10-C1042}; it proves nothing. */
    public static String referenceOf(StatementKey key) {
        String customer = OTHER.matcher(key.customer().number().toUpperCase(Locale.ROOT)).replaceAll("");
        String shortened = customer.substring(0, Math.min(CUSTOMER_LONGEST, customer.length()));
        return "ST-" + key.number().toUpperCase(Locale.ROOT) + (shortened.isEmpty() ? "" : "-" + shortened);
    }

    /** As it stands in a subject. */
    public String inSubject() {
        return "[" + reference + "-" + code + "]";
    }

    /** The reply address with the code in it; the same address when that would be too long. */
    public String in(String address) {
        int at = address.lastIndexOf('@');
        String tagged = address.substring(0, Math.max(0, at)) + "+st-" + code.toLowerCase(Locale.ROOT);
        return at < 1 || tagged.length() > LOCAL_PART_LONGEST ? address : tagged + address.substring(at);
    }

    /**
     * The codes in a decoded subject, whatever was put before or between by the programs it went through, and in
     * addresses; each once, in the order in which they stand.
     */
    public static List<String> codesIn(String subject, List<String> addresses) {
        Set<String> codes = new LinkedHashSet<>();
        String text = shortened(subject).toUpperCase(Locale.ROOT);
        Matcher bracketed = BRACKETED.matcher(text);
        while (bracketed.find()) {
            Matcher whole = WHOLE.matcher(bracketed.group(1).replaceAll("[\\s\\u00a0]+", ""));
            if (whole.matches()) {
                codes.add(normal(whole.group(1)));
            }
        }
        find(PLAIN, text, codes);
        addresses.forEach(address -> find(TAG, shortened(address).toUpperCase(Locale.ROOT), codes));
        return List.copyOf(codes);
    }

    /** The references to statements that people have typed or quoted. */
    public static List<String> referencesIn(String text) {
        Set<String> references = new LinkedHashSet<>();
        Matcher found = REFERENCE.matcher(shortened(text).toUpperCase(Locale.ROOT));
        while (found.find()) {
            references.add(found.group());
        }
        return List.copyOf(references);
    }

    private static void find(Pattern pattern, String text, Set<String> codes) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            codes.add(normal(found.group(1)));
        }
    }

    /** What somebody typed who took an O for a zero, or an I or L for a one. */
    private static String normal(String code) {
        return code.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LONGEST ? text : text.substring(0, TEXT_LONGEST);
    }
}
