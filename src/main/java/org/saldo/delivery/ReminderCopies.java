package org.saldo.delivery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.saldo.dunning.Step;

/** Who gets a reminder's mail: the customer's addresses, and the copies that the step wants. */
final class ReminderCopies {

    private ReminderCopies() {
    }

    /** A salesperson gets a copy where master data have a mail address for it. */
    static List<String> recipients(ReminderLetter letter) {
        Set<String> all = new LinkedHashSet<>(letter.to());
        List<Step.Recipient> wanted = letter.reminder().step().map(step -> step.manner().recipients()).orElse(List.of());
        String salesperson = letter.reminder().customer().salesperson();
        if (wanted.contains(Step.Recipient.SALESPERSON) && MailAddress.problemOf(salesperson).isEmpty()) {
            all.add(salesperson);
        }
        if (wanted.contains(Step.Recipient.FINANCE)) {
            all.addAll(letter.company().financeMail());
        }
        return new ArrayList<>(all);
    }
}
