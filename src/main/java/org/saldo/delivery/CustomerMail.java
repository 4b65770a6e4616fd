package org.saldo.delivery;

import java.util.Optional;

/**
 * Whether mail to customers leaves the house: {@code off}, {@code redirect:ADDRESS} (all of it to one reader, for tests
 * and going live) or {@code on}. Mail to finance is not touched.
 */
public final class CustomerMail {

    public static final CustomerMail OFF = new CustomerMail(false, "");
    public static final CustomerMail ON = new CustomerMail(true, "");

    private static final String REDIRECT = "redirect:";

    private final boolean leaves;
    private final String redirect;

    private CustomerMail(boolean leaves, String redirect) {
        this.leaves = leaves;
        this.redirect = redirect;
    }

    /** @throws IllegalArgumentException when {@code text} is none of the three */
    public static CustomerMail parse(String text) {
        String stripped = text.strip();
        if (stripped.startsWith(REDIRECT)) {
            return new CustomerMail(true, MailAddress.of(stripped.substring(REDIRECT.length()).strip()).address());
        }
        return switch (stripped) {
            case "off" -> OFF;
            case "on" -> ON;
            default -> throw new IllegalArgumentException("mail.customers: '" + text
                    + "' is not known; use off, redirect:ADDRESS or on");
        };
    }

    public boolean isOff() {
        return !leaves;
    }

    /** Whether all of it goes to one reader. */
    public boolean isRedirected() {
        return !redirect.isEmpty();
    }

    /** The mail as it may go out, or nothing when it may not. */
    public Optional<OutgoingMail> admit(OutgoingMail mail) {
        if (!mail.isForCustomer()) {
            return Optional.of(mail);
        }
        if (!leaves) {
            return Optional.empty();
        }
        return Optional.of(redirect.isEmpty() ? mail : mail.redirectedTo(redirect));
    }

    @Override
    public String toString() {
        return leaves ? redirect.isEmpty() ? "on" : REDIRECT + redirect : "off";
    }
}
