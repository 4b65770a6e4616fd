package org.saldo.delivery.finance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * By what a row of a preview is known again: whose reminder of which day it is. The row for all others names the preview in
 * which it stands, and no customer. A check in it shows that the key came back as it was.
 *
 * @param seen the business key of the preview's mail
 */
public record PreviewKey(String company, LocalDate day, String seen, String customer) {

    private static final int CHECK_DIGITS = 16;

    /** {@code 0123456789abcdef|main|2026-10-29||C-17}. */
    public String text() {
        return check() + "|" + content();
    }

    /** The same key as a short name; the same row of the same preview has the same. */
    public String check() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, CHECK_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String content() {
        return company + "|" + day + "|" + seen + "|" + customer;
    }

    /** The key of a text, unless somebody has changed it. */
    public static Optional<PreviewKey> parse(String text) {
        String[] parts = text.strip().split("\\|", 5);
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            PreviewKey key = new PreviewKey(parts[1], LocalDate.parse(parts[2]), parts[3], parts[4]);
            return key.check().equals(parts[0]) ? Optional.of(key) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
