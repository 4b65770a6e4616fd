package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.saldo.delivery.ReminderPreview;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.RunLimits;
import org.saldo.dunning.WaitingReminder;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.dunning.ReminderKey;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxStore;

/**
 * Lets all reminders of a run but the first wait until those have fared well, and a letter also for a person. When too many of
 * them failed the rest is held, and finance is told.
 */
final class FirstMailsLook {

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final Companies companies;
    private final RunLimits.First first;
    private final ReminderPreview preview;
    private final ReminderHolds holds;
    /** Companies and days whose first mails have fared well, or that a person let go. */
    private final Set<String> passed = ConcurrentHashMap.newKeySet();

    FirstMailsLook(Ledger ledger, OutboxStore outbox, Companies companies, RunLimits.First first, ReminderPreview preview) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.companies = companies;
        this.first = first;
        this.preview = preview;
        this.holds = new ReminderHolds(ledger);
    }

    /** Why the mail waits for others of its run. */
    Optional<Words> held(DueMail mail) {
        return first(new CustomerId(mail.company(), mail.customer()), mail.id(), ReminderKey.dayOf(mail.businessKey()));
    }

    /** Why a letter waits for a person, or for the first mails of its run; it is none of them. */
    Optional<Words> held(CustomerId customer, String businessKey, LocalDate day) {
        return holds.held(businessKey).map(Words::said).or(() -> first(customer, Long.MAX_VALUE, day));
    }

    /** Whether it is still to be seen how the first mails of this mail's run fared. */
    boolean asks(DueMail mail) {
        return first.mails() > 0 && !passed.contains(run(mail.company(), ReminderKey.dayOf(mail.businessKey())));
    }

    private static String run(String company, LocalDate day) {
        return company + "/" + day;
    }

    private Optional<Words> first(CustomerId customer, long mail, LocalDate day) {
        String run = run(customer.company(), day);
        if (first.mails() == 0 || passed.contains(run)) {
            return Optional.empty();
        }
        ReminderHolds.FirstMails fared = holds.firstMails(customer.company(), day, first.mails());
        if (fared.all() || mail <= fared.upTo()) {
            return Optional.empty();
        }
        if (holds.isReleased(customer.company(), day, "")) {
            passed.add(run);
            return Optional.empty();
        }
        if (holds.isReleased(customer.company(), day, customer.number())) {
            return Optional.empty();
        }
        if (fared.unsettled() > 0 && !isTold(fared)) {
            return Optional.of(Words.of(DunningWord.FIRST_MAILS, first.mails()));
        }
        if (first.isBad(fared.failed(), fared.accepted() + fared.failed())) {
            return Optional.of(stop(companies.get(customer.company()), day, fared));
        }
        if (fared.last().filter(last -> ledger.now().isBefore(last.plus(first.pause()))).isPresent()) {
            return Optional.of(Words.of(DunningWord.FIRST_MAILS_WAIT, first.pause().toMinutes()));
        }
        passed.add(run);
        return Optional.empty();
    }

    /** Whether enough is known although some are slow: at least half of them were taken, and the wait is over. */
    private boolean isTold(ReminderHolds.FirstMails fared) {
        return fared.accepted() * 2 >= first.mails()
                && fared.last().filter(last -> !ledger.now().isBefore(last.plus(first.pause()))).isPresent();
    }

    private Words stop(Company company, LocalDate day, ReminderHolds.FirstMails fared) {
        Words why = Words.of(DunningWord.FIRST_MAILS_BAD, fared.failed(), fared.accepted() + fared.failed());
        ledger.write(BatchKind.DELIVERY, "deliver", day, batch -> {
            ReminderHolds.holdRest(batch, company.id(), day, fared.upTo(), why.stored());
            List<WaitingReminder> waiting = ReminderHolds.preview(batch, company.id(), day);
            preview.of(company, day, waiting, why, "first").ifPresent(mail -> outbox.enqueue(batch, mail));
        });
        return why;
    }
}
