package org.saldo.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address to which a mail server can deliver, strictly parsed: a mailbox and a domain in ASCII, with a display name
 * if there is one. Lists, groups and control characters are refused, so that no address can add a header or a reader.
 */
public record MailAddress(String name, String address) {

    /** The longest path that RFC 5321 (4.5.3.1.3) lets a server refuse no earlier, without its brackets. */
    private static final int LONGEST = 254;
    private static final Pattern SEPARATOR = Pattern.compile("[;,]");

    public MailAddress {
        OutgoingMail.refuseControlCharacters("display name", name);
        address = checked(address);
    }

    /**
     * @param text {@code billing@acme.example} or {@code ACME Billing <billing@acme.example>}
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static MailAddress of(String text) {
        OutgoingMail.refuseControlCharacters("mail address", text);
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            if (parsed.length != 1 || parsed[0].isGroup()) {
                throw new IllegalArgumentException("mail address '" + text + "' is not one single address");
            }
            return new MailAddress(Optional.ofNullable(parsed[0].getPersonal()).orElse(""), parsed[0].getAddress());
        } catch (AddressException fault) {
            throw new IllegalArgumentException("mail address '" + text + "': " + fault.getMessage(), fault);
        }
    }

    /** The addresses of a field that may hold several, separated by semicolons or commas. */
    public static List<String> split(String field) {
        return SEPARATOR.splitAsStream(field).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** What is wrong with an address, or nothing when mail can be sent there. */
    public static Optional<String> problemOf(String text) {
        try {
            of(text);
            return Optional.empty();
        } catch (IllegalArgumentException fault) {
            return Optional.of(fault.getMessage());
        }
    }

    /** The domain, in lower case. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    InternetAddress toInternetAddress() {
        try {
            return name.isEmpty() ? new InternetAddress(address)
                    : new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (AddressException | UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String checked(String address) {
        int at = address.lastIndexOf('@');
        boolean ascii = address.chars().allMatch(c -> c > ' ' && c < 127);
        if (!ascii || at < 1 || at == address.length() - 1 || address.length() > LONGEST
                || address.startsWith("\"") || address.contains("..")) {
            throw new IllegalArgumentException("mail address '" + address
                    + "' is not of the form mailbox@domain; correct it in the customer's master data");
        }
        return address;
    }
}
