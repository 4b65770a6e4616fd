package org.saldo.delivery;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's secret from which Message-IDs are made: the same mail always gets the same one, and nobody who does
 * not hold the secret can guess it.
 */
public final class MessageKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT_BYTES = 20;

    private final SecretKeySpec key;

    public MessageKey(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** {@code <hmac-of-business-key@domain>}, as RFC 5322 (3.6.4) wants it. */
    String messageId(String businessKey, String domain) {
        return "<" + digest(businessKey) + "@" + domain + ">";
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, KEPT_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
