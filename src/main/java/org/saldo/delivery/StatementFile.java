package org.saldo.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementKey;

/**
 * A file that shows one statement, bound to it by the hash of its bytes. Only such files go out with a statement's mail,
 * and only to an address of the record of that statement's customer.
 */
public final class StatementFile {

    private final StatementKey key;
    private final OutgoingMail.Attachment file;

    /**
     * @param sha256 of the bytes as they were made, in hexadecimal
     * @throws IllegalArgumentException when the bytes are others
     */
    public StatementFile(StatementKey key, OutgoingMail.Attachment file, String sha256) {
        this(key, file);
        if (!Sha256.of(file.bytes()).equals(sha256)) {
            throw new IllegalArgumentException("file " + file.name() + " of statement " + key
                    + ": its bytes are not those that were made for it");
        }
    }

    private StatementFile(StatementKey key, OutgoingMail.Attachment file) {
        this.key = Objects.requireNonNull(key, "key");
        this.file = file;
    }

    /** A file that was made just now; its bytes must not be changed afterwards. */
    public static StatementFile made(StatementKey key, String name, String type, byte[] bytes) {
        return new StatementFile(key, new OutgoingMail.Attachment(name, type, bytes));
    }

    public byte[] bytes() {
        return file.bytes();
    }

    /** The file for a mail about {@code statement}. @throws IllegalArgumentException when it shows another one */
    OutgoingMail.Attachment of(StatementKey statement) {
        if (!key.equals(statement)) {
            throw new IllegalArgumentException("file " + file.name() + " shows statement " + key + ", not " + statement);
        }
        return file;
    }

    /** @throws IllegalArgumentException unless the mail, as it is written, brings the very document of this hash */
    public static void requireIn(MimeMail mail, StatementKey statement, String pdfSha256) {
        if (mail.content().files().stream().noneMatch(file -> file.sha256().equals(pdfSha256))) {
            throw new IllegalArgumentException("mail of statement " + statement + ": does not bring the bytes that were made for"
                    + " it");
        }
    }

    /** @throws IllegalArgumentException unless every address stands in the customer's own record */
    static void requireOwn(Customer customer, List<String> to) {
        Set<String> own = Stream.of(customer.email(), customer.statementEmail(), customer.reminderEmail())
                .flatMap(field -> MailAddress.split(field).stream()).collect(Collectors.toSet());
        to.stream().filter(address -> !own.contains(address)).findFirst().ifPresent(foreign -> {
            throw new IllegalArgumentException("mail address '" + foreign + "' does not stand in the record of customer "
                    + customer.id());
        });
    }
}
