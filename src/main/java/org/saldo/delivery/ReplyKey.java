package org.saldo.delivery;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.StatementKey;
import org.saldo.statement.answer.ReplyToken;

/**
 * Makes and checks the tokens of statements and reminders, by the installation's secret: nobody who does not hold it can
 * make one. A statement's binds to the bytes of one PDF, a reminder's to the one mail to a customer on a day.
 */
public final class ReplyKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String REPLY = "reply to a statement";
    private static final String LINK = "page of a statement";
    private static final String REMINDER = "reply to a reminder";
    private static final String PREVIEW = "reply to a preview of reminders";

    /** How many characters the code of a page has, of five bits each. */
    public static final int LINK_LENGTH = 26;

    /** Holds the key; each code is made by a copy. */
    private final Mac keyed;

    public ReplyKey(String secret) {
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            this.keyed.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param pdfSha256 of the bytes that are sent, in hexadecimal */
    public ReplyToken token(StatementKey statement, String pdfSha256) {
        return ReplyToken.of(statement, mac(REPLY, statement, pdfSha256));
    }

    /** The code of the page on which the statement can be answered: 130 bits, in no way to be had from the token. */
    public String linkCode(StatementKey statement, String pdfSha256) {
        return ReplyToken.base32(mac(LINK, statement, pdfSha256), LINK_LENGTH);
    }

    /** @param businessKey of the mail that reminds the customer on this day */
    public ReminderToken token(CustomerId customer, LocalDate day, String businessKey) {
        return ReminderToken.of(customer, day, mac(List.of(REMINDER, customer.company(), customer.number(), businessKey)));
    }

    /** Whether this is the code of the reminder; takes as long for a nearly right one as for a wrong one. */
    public boolean isCodeOf(CustomerId customer, String businessKey, String code) {
        return MessageDigest.isEqual(token(customer, LocalDate.EPOCH, businessKey).code().getBytes(StandardCharsets.US_ASCII),
                code.getBytes(StandardCharsets.UTF_8));
    }

    /** @param businessKey of the mail that shows finance the reminders of this day */
    public PreviewToken previewToken(LocalDate day, String businessKey) {
        return new PreviewToken(day, ReplyToken.base32(mac(List.of(PREVIEW, day.toString(), businessKey)),
                ReplyToken.CODE_LENGTH));
    }

    /** Whether this token was given to the preview; takes as long for a nearly right one as for a wrong one. */
    public boolean isTokenOf(String businessKey, PreviewToken token) {
        return MessageDigest.isEqual(previewToken(token.day(), businessKey).code().getBytes(StandardCharsets.US_ASCII),
                token.code().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String purpose, StatementKey statement, String pdfSha256) {
        return mac(List.of(purpose, statement.customer().company(), statement.customer().number(),
                statement.currency().getCurrencyCode(), statement.number(), Integer.toString(statement.version()), pdfSha256));
    }

    private byte[] mac(List<String> parts) {
        try {
            Mac mac = (Mac) keyed.clone();
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether this is the code of the statement's page; takes as long for a nearly right one as for a wrong one. */
    public boolean isLinkOf(StatementKey statement, String pdfSha256, String code) {
        return MessageDigest.isEqual(linkCode(statement, pdfSha256).getBytes(StandardCharsets.US_ASCII),
                code.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this is the statement's code; takes as long for a nearly right one as for a wrong one. */
    public boolean isCodeOf(StatementKey statement, String pdfSha256, String code) {
        return MessageDigest.isEqual(token(statement, pdfSha256).code().getBytes(StandardCharsets.US_ASCII),
                code.getBytes(StandardCharsets.UTF_8));
    }
}
