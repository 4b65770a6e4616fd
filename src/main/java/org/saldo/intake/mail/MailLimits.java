package org.saldo.intake.mail;

/** How much of a mail is read at most: bytes in all, parts, parts within parts, characters of text, attachments. */
public record MailLimits(int bytes, int parts, int depth, int characters, int attachments) {

    public static final MailLimits USUAL = new MailLimits(25_000_000, 100, 8, 100_000, 20);

    /** The same with another limit of bytes. */
    public MailLimits withBytes(int most) {
        return new MailLimits(most, parts, depth, characters, attachments);
    }

    /** Lines in all: a mail of shorter ones is made to fill the memory. */
    int lines() {
        return 1000 + bytes / 40;
    }

    /** Lines that may begin a part. */
    int dashedLines() {
        return 20_000;
    }
}
