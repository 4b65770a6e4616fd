package org.saldo.intake.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.intake.Sender;
import org.saldo.statement.answer.Heard;

/**
 * Who sent a mail, as far as our own mail server proves it.
 *
 * @param server  the name under which it writes Authentication-Results; empty: nobody is vouched for
 * @param ownHops how many Received lines our own servers add; a result below them is the sender's own. 0: not looked at
 * @param by      what it must have found before a sender is vouched for
 */
public record SenderCheck(String server, int ownHops, SenderProof.By by) {

    private static final int HEADER_LONGEST = 8000;

    /** One that does not count SPF alone. */
    public SenderCheck(String server, int ownHops) {
        this(server, ownHops, SenderProof.By.DMARC_OR_DKIM);
    }

    /**
     * The one sender of a mail; empty when it names none, or more than one.
     *
     * @throws MessagingException when its headers cannot be read
     */
    public Optional<Sender> sender(Part mail) throws MessagingException {
        List<Header> headers = Collections.list(mail.getAllHeaders());
        Optional<String> from = from(headers);
        SenderProof proof = proof(headers, from);
        return from.map(address -> new Sender(address, proof.proof() == Heard.Proof.PASSED, proof.words()));
    }

    /** The one address of the one From line. */
    static Optional<String> from(List<Header> headers) {
        List<String> lines = headers.stream().filter(header -> header.getName().equalsIgnoreCase("from"))
                .map(Header::getValue).toList();
        if (lines.size() != 1) {
            return Optional.empty();
        }
        try {
            InternetAddress[] parsed = InternetAddress.parse(shortened(lines.get(0)), true);
            return parsed.length == 1 && !parsed[0].isGroup() && parsed[0].getAddress().indexOf('@') > 0
                    ? Optional.of(lower(parsed[0].getAddress())) : Optional.empty();
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    /** What the topmost line that carries our server's name proves. */
    SenderProof proof(List<Header> headers, Optional<String> from) {
        if (from.isEmpty()) {
            return SenderProof.none("the mail has not exactly one sender");
        }
        if (server.isEmpty()) {
            return SenderProof.none("no authserv-id is set for the mailbox, so that nobody vouches for senders");
        }
        int hops = 0;
        for (Header header : headers) {
            if (header.getName().equalsIgnoreCase("Received") && ++hops > ownHops && ownHops > 0) {
                break;
            }
            String value = shortened(MimeUtility.unfold(header.getValue()));
            if (header.getName().equalsIgnoreCase("Authentication-Results")
                    && AuthenticationResults.server(value).equals(lower(server))) {
                String address = from.get();
                return AuthenticationResults.judge(value, address.substring(address.lastIndexOf('@') + 1), by);
            }
        }
        return SenderProof.none("our mail server " + server + " says nothing about the sender");
    }

    private static String shortened(String value) {
        return value.length() <= HEADER_LONGEST ? value : value.substring(0, HEADER_LONGEST);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
