package org.saldo.job.dunning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.saldo.delivery.OutgoingMail;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Step;
import org.saldo.ledger.Words;
import org.saldo.store.dunning.CustomerFiles;
import org.saldo.store.dunning.ReminderParts;

/**
 * The files that go with a reminder because its step wants them: what was kept of its items, the oldest item first.
 *
 * @param notes what was left out, since it is too much for a mail
 */
record ReminderFiles(List<OutgoingMail.Attachment> files, List<Words> notes) {

    /** @param most so many bytes in all */
    static ReminderFiles of(Reminder reminder, ReminderParts parts, long most) {
        Set<CustomerFiles.Kind> kinds = kinds(reminder);
        List<Long> items = reminder.sections().stream().flatMap(section -> section.lines().stream())
                .map(line -> line.debt().itemId()).distinct().toList();
        List<OutgoingMail.Attachment> files = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long sum = 0;
        for (ReminderParts.Kept kept : kinds.isEmpty() ? List.<ReminderParts.Kept>of()
                : parts.files(reminder.customer().id(), items, kinds)) {
            byte[] bytes = parts.bytes(kept);
            if (sum + bytes.length > most) {
                left.add(kept.name());
            } else {
                sum += bytes.length;
                files.add(new OutgoingMail.Attachment(names.add(kept.name()) ? kept.name() : kept.document() + "-" + kept.name(),
                        type(kept.name()), bytes));
            }
        }
        return new ReminderFiles(files, left.isEmpty() ? List.of() : List.of(Words.of(DunningWord.NOT_ATTACHED,
                reminder.customer().id().number(), most / 1000, left)));
    }

    static boolean wants(Reminder reminder, Step.Enclosed what) {
        return reminder.step().filter(step -> step.manner().attach().contains(what)).isPresent();
    }

    private static Set<CustomerFiles.Kind> kinds(Reminder reminder) {
        Set<CustomerFiles.Kind> kinds = EnumSet.noneOf(CustomerFiles.Kind.class);
        if (wants(reminder, Step.Enclosed.DOCUMENT)) {
            kinds.add(CustomerFiles.Kind.DOCUMENT);
        }
        if (wants(reminder, Step.Enclosed.DELIVERY)) {
            kinds.add(CustomerFiles.Kind.DELIVERY);
        }
        return kinds;
    }

    private static String type(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".pdf") ? "application/pdf" : lower.endsWith(".xml") ? "application/xml"
                : lower.endsWith(".png") ? "image/png" : lower.endsWith(".jpg") ? "image/jpeg" : "application/octet-stream";
    }
}
