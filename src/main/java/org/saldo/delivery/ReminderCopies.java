package org.saldo.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.dunning.Step;

/** Who in the house gets a copy of a reminder's mail, because its step wants it. */
final class ReminderCopies {

    private ReminderCopies() {
    }

    /** Nobody to whom the mail goes anyway; a salesperson where master data have a mail address for it. */
    static List<String> of(ReminderLetter letter) {
        List<Step.Recipient> wanted = letter.reminder().step().map(step -> step.manner().recipients()).orElse(List.of());
        Set<String> copies = new LinkedHashSet<>();
        String salesperson = letter.reminder().customer().salesperson();
        if (wanted.contains(Step.Recipient.SALESPERSON) && MailAddress.problemOf(salesperson).isEmpty()) {
            copies.add(salesperson);
        }
        if (wanted.contains(Step.Recipient.FINANCE)) {
            copies.addAll(letter.company().financeMail());
        }
        Set<String> readers = letter.to().stream().map(ReminderCopies::bare).collect(Collectors.toSet());
        return copies.stream().filter(copy -> readers.add(bare(copy))).toList();
    }

    private static String bare(String address) {
        return MailAddress.of(address).address().toLowerCase(Locale.ROOT);
    }
}
