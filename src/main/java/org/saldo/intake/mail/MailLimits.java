package org.saldo.intake.mail;

/** How much of a mail is read at most: bytes in all, parts, parts within parts, characters of text, attachments. */
public record MailLimits(int bytes, int parts, int depth, int characters, int attachments) {

    public static final MailLimits USUAL = new MailLimits(25_000_000, 100, 8, 100_000, 20);

    /** The same with another limit of bytes. */
    public MailLimits withBytes(int most) {
        return new MailLimits(most, parts, depth, characters, attachments);
    }

    /** For a mail of so many bytes that is kept, so that it is read as it was when it came. */
    public static MailLimits ofKept(int bytes) {
        return USUAL.withBytes(Math.max(bytes, USUAL.bytes()));
    }

    /** Lines in all: a mail of shorter ones is made to fill the memory. */
    int lines() {
        return 1000 + bytes / 40;
    }

    /** Lines that may begin a part: each is taken apart, which costs time and memory, before parts can be counted. */
    int dashedLines() {
        return 500;
    }
}
