package org.saldo.delivery;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a mail server said when it did not take a mail, out of the chain of exceptions in which the mail library tells it. */
final class SmtpReplies {

    /** RFC 5321: 421, the server closes the session. RFC 4954: 530 to 538 are about our login, not about this mail. */
    static final int SERVICE_CLOSES = 421;
    static final Set<Integer> NOT_LOGGED_IN = Set.of(530, 534, 535, 538);

    private SmtpReplies() {
    }

    /**
     * The server's reply code, or that of the recipients that it refused: a mail goes to all of them or to none, so one
     * that may be accepted later (4xx) outweighs one that never will. Under 400 when there was no reply.
     */
    static int code(MessagingException failure, List<String> recipients) {
        int code = 0;
        int recipient = 0;
        for (Exception cause = failure; cause instanceof MessagingException mail; cause = mail.getNextException()) {
            if (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 400) {
                boolean own = recipients.contains(address.getAddress().getAddress());
                recipient = own && recipient > 0 ? Math.min(recipient, address.getReturnCode())
                        : own ? address.getReturnCode() : recipient;
            } else if (cause instanceof SMTPSendFailedException send) {
                code = send.getReturnCode();
            }
        }
        return recipient > 0 ? recipient : code;
    }

    /** The recipients that the server refused for good. */
    static List<RefusedAddress> refused(MessagingException failure, List<String> recipients) {
        return addresses(failure).stream().filter(each -> each.getReturnCode() >= 500)
                .map(SmtpReplies::refused).filter(each -> recipients.contains(each.address())).toList();
    }

    /** The addresses that the server would not take, when all of them are others than these and it goes on talking with us. */
    static List<RefusedAddress> ofCopiesAlone(MessagingException failure, List<String> recipients) {
        List<SMTPAddressFailedException> all = addresses(failure);
        boolean elsewhere = all.stream().anyMatch(each -> recipients.contains(each.getAddress().getAddress())
                || each.getReturnCode() == SERVICE_CLOSES || NOT_LOGGED_IN.contains(each.getReturnCode()));
        return elsewhere ? List.of() : all.stream().map(SmtpReplies::refused).toList();
    }

    private static List<SMTPAddressFailedException> addresses(MessagingException failure) {
        List<SMTPAddressFailedException> all = new ArrayList<>();
        for (Exception cause = failure; cause instanceof MessagingException mail; cause = mail.getNextException()) {
            if (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 400) {
                all.add(address);
            }
        }
        return all;
    }

    private static RefusedAddress refused(SMTPAddressFailedException address) {
        return new RefusedAddress(address.getAddress().getAddress(), String.valueOf(address.getMessage()).strip());
    }

    /** All that it said, in one line. */
    static String words(MessagingException failure) {
        StringBuilder words = new StringBuilder(String.valueOf(failure.getMessage()).strip());
        for (Exception cause = failure.getNextException(); cause != null;
                cause = cause instanceof MessagingException mail ? mail.getNextException() : null) {
            words.append(" · ").append(String.valueOf(cause.getMessage()).strip());
        }
        return words.toString();
    }
}
