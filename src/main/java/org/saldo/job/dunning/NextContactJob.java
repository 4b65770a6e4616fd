package org.saldo.job.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningRun;
import org.saldo.ledger.Company;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.ReminderKey;
import org.saldo.store.mail.CameBack;
import org.saldo.store.mail.OutboxStore;

/**
 * Writes to the next contact on the same day when a day's reminder did not reach the first one, once, where a mail may still go
 * on that day at the customer's place; else the next run does. It is decided anew, by what is known then.
 */
public final class NextContactJob {

    private static final String PREFIX = "reminder-next/";

    private final Ledger ledger;
    private final Leases leases;
    private final OutboxStore outbox;
    private final Supplier<Rules> rules;

    /** What holds for reminders, and how they are written; read only when somebody is to be written to. */
    record Rules(DunningRules decides, ReminderWriting writes) {
    }

    NextContactJob(Ledger ledger, Leases leases, OutboxStore outbox, Supplier<Rules> rules) {
        this.ledger = ledger;
        this.leases = leases;
        this.outbox = outbox;
        this.rules = rules;
    }

    /** How many were written to again; none while another process decides reminders. */
    public int run(LocalDate day) {
        if (outbox.customerMail().isOff() || CameBack.of(ledger, day, PREFIX).isEmpty()) {
            return 0;
        }
        return leases.whileHolding("reminders", () -> write(day, rules.get())).orElse(0);
    }

    private int write(LocalDate day, Rules rules) {
        Map<String, List<String>> byCompany = new LinkedHashMap<>();
        CameBack.of(ledger, day, PREFIX).forEach(each -> byCompany.computeIfAbsent(each.company(), any -> new ArrayList<>())
                .add(each.number()));
        DunningStore store = new DunningStore(ledger, rules.decides().policy());
        int written = 0;
        for (Map.Entry<String, List<String>> each : byCompany.entrySet()) {
            Company company = rules.decides().companies().get(each.getKey());
            if (rules.decides().whyNobody(store, company, day).isEmpty()) {
                for (String number : each.getValue()) {
                    written += isWritten(company, number, day, rules) ? 1 : 0;
                }
            }
        }
        return written;
    }

    private boolean isWritten(Company company, String number, LocalDate day, Rules rules) {
        DunningRun decider = rules.decides().decider(company, day);
        ReminderPages pages = new ReminderPages(ledger, outbox, rules.decides(), rules.writes(), ReminderKey::next);
        ReminderPages.Read read = pages.read(company, decider, List.of(number), day);
        DunningCase known = read.cases().get(number);
        if (known == null || read.decisions().get(number).reminder().isEmpty() || !maySameDay(company, decider, known, day)) {
            return false;
        }
        return pages.write(company, decider, read, List.of(number), List.of(), day).decisions().get(number).reminder()
                .isPresent();
    }

    private boolean maySameDay(Company company, DunningRun decider, DunningCase known, LocalDate day) {
        Instant from = decider.notBefore(known.customer(), ledger.now(), company.timeZone());
        return !LocalDate.ofInstant(from, company.timeZone()).isAfter(day);
    }
}
