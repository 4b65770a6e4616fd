package org.saldo.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The fingerprint of rows: SHA-256 over a canonical text of their values, in the order of their ids. A value has the
 * same text whether it is on its way into the database or comes back from it.
 */
public final class RowDigest {

    private static final char END_OF_VALUE = '\u001f';
    private static final char END_OF_ROW = '\u001e';
    private static final char NULL = '\u0000';

    private final MessageDigest digest = sha256();
    private final StringBuilder text = new StringBuilder(512);
    private long lastId = Long.MIN_VALUE;
    private long rows;

    public void add(Object... values) {
        long id = ((Number) values[0]).longValue();
        if (id <= lastId) {
            throw new StoreException("row " + id + " came after row " + lastId + "; rows are written in the order of their ids");
        }
        lastId = id;
        rows++;
        text.setLength(0);
        for (Object value : values) {
            appendCanonical(text, value);
            text.append(END_OF_VALUE);
        }
        text.append(END_OF_ROW);
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the text by which a value is told from another, however the database returns it. */
    public static void appendCanonical(StringBuilder text, Object value) {
        if (value == null) {
            text.append(NULL);
        } else if (value instanceof BigDecimal number) {
            text.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        } else if (value instanceof Date day) {
            text.append(day.toLocalDate());
        } else if (value instanceof OffsetDateTime instant) {
            text.append(micros(instant.toInstant()));
        } else if (value instanceof Instant instant) {
            text.append(micros(instant));
        } else {
            text.append(value);
        }
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public long rows() {
        return rows;
    }

    /** The fingerprint of all rows so far; nothing can be added after it. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of {@code values} after the hash that goes before them: each on a line of its own, as rows have them. */
    public static String link(String previous, Object... values) {
        StringBuilder text = new StringBuilder(previous);
        for (Object value : values) {
            appendCanonical(text.append('\n'), value);
        }
        return sha256Hex(text.toString());
    }

    public static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new StoreException("this Java has no SHA-256", impossible);
        }
    }
}
