package org.saldo.job.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.MailKind;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Reminder;
import org.saldo.ledger.Companies;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.dunning.ReminderKey;
import org.saldo.store.mail.DueMail;

/**
 * What must be known to look at a reminder, read for several that come next at once. It counts only as long as the ledger has
 * published nothing since it was read, so it says what reading it now would say. For one thread at a time.
 */
final class ReadAhead {

    private static final int MOST = 50;

    /**
     * What is known of a mail.
     *
     * @param said what its reminder says; empty when its decision is not in the ledger
     * @param held why a person must let it go first
     * @param now  how its customer stands on {@code day}, the day of its reminder and as many more as it has waited
     */
    record Known(Optional<Reminder> said, Optional<String> held, LocalDate day, Optional<DunningCase> now) {
    }

    /** What was read, by business key, when the ledger's last news was of that instant. */
    private record Read(Instant knownAt, Map<String, Known> known) {
    }

    private final Ledger ledger;
    private final DunningStore store;
    private final ReminderHolds holds;
    private final Companies companies;
    private List<DueMail> coming = List.of();
    private Read read = new Read(Instant.MIN, Map.of());
    private int width = MOST;

    ReadAhead(Ledger ledger, DunningStore store, Companies companies) {
        this.ledger = ledger;
        this.store = store;
        this.holds = new ReminderHolds(ledger);
        this.companies = companies;
    }

    void expect(List<DueMail> mails) {
        coming = List.copyOf(mails);
    }

    /** @param knownAt of the ledger's last news, asked for just now */
    Known of(DueMail mail, Instant knownAt) {
        boolean fresh = read.knownAt().equals(knownAt);
        if (!fresh || !read.known().containsKey(mail.businessKey())) {
            width = fresh ? Math.min(MOST, width * 2) : Math.max(1, read.known().isEmpty() ? width : width / 2);
            read = new Read(knownAt, read(mail));
        }
        Known known = read.known().get(mail.businessKey());
        return known.day().equals(dayOf(mail)) ? known : read(List.of(mail)).get(mail.businessKey());
    }

    private Map<String, Known> read(DueMail mail) {
        int at = coming.indexOf(mail);
        return read(at < 0 ? List.of(mail) : coming.subList(at, coming.size()).stream()
                .filter(other -> other.kind() == MailKind.REMINDER && other.company().equals(mail.company()))
                .filter(other -> dayOf(other).equals(dayOf(mail))).limit(width).toList());
    }

    /** Mails of one company that are looked at as of one day. Of two to the same customer only the first is read. */
    private Map<String, Known> read(List<DueMail> mails) {
        DueMail first = mails.get(0);
        LinkedHashMap<String, String> byCustomer = new LinkedHashMap<>();
        mails.forEach(mail -> byCustomer.putIfAbsent(mail.customer(), mail.businessKey()));
        DunningStore.Looked looked = store.look(first.company(), byCustomer, dayOf(first));
        List<String> keys = mails.stream().filter(mail -> mail.equals(first) || looked.said().containsKey(mail.businessKey()))
                .map(DueMail::businessKey).toList();
        Map<String, String> held = holds.held(keys);
        Map<String, Known> known = new HashMap<>();
        mails.stream().filter(mail -> keys.contains(mail.businessKey())).forEach(mail -> known.put(mail.businessKey(),
                new Known(Optional.ofNullable(looked.said().get(mail.businessKey())),
                        Optional.ofNullable(held.get(mail.businessKey())), dayOf(first),
                        Optional.ofNullable(looked.cases().get(mail.customer())))));
        return known;
    }

    private LocalDate dayOf(DueMail mail) {
        var zone = companies.get(mail.company()).timeZone();
        return ReminderKey.dayOf(mail.businessKey()).plusDays(ChronoUnit.DAYS.between(
                LocalDate.ofInstant(mail.createdAt(), zone), LocalDate.ofInstant(ledger.now(), zone)));
    }
}
