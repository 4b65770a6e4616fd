package org.saldo.delivery.worklist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a row of a worklist is known again: the receipt, and what was decided about it when the row was written. When
 * anything was decided since, the state is another one and the row is stale. A check at the end shows that the key came
 * back as it was.
 */
public record WorklistKey(long receipt, String state) {

    private static final Pattern TEXT = Pattern.compile("R([0-9]{1,18})-([0-9a-f]{12})-([0-9a-f]{4})");
    private static final int STATE_DIGITS = 12;
    private static final int CHECK_DIGITS = 4;

    public static WorklistKey of(WorklistLine line) {
        return new WorklistKey(line.receipt(), hash(line.company() + "|" + line.receipt() + "|" + line.decision() + "|"
                + line.unapplied(), STATE_DIGITS));
    }

    /** The key of a text, unless somebody has changed it. */
    public static Optional<WorklistKey> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        WorklistKey key = new WorklistKey(Long.parseLong(matcher.group(1)), matcher.group(2));
        return key.text().equals(text.strip()) ? Optional.of(key) : Optional.empty();
    }

    public String text() {
        String open = "R" + receipt + "-" + state;
        return open + "-" + hash(open, CHECK_DIGITS);
    }

    private static String hash(String text, int digits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
