package org.saldo.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningDecision;
import org.saldo.dunning.DunningRun;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.DunningStore;
import org.saldo.store.Enqueued;
import org.saldo.store.HouseStepStore;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;
import org.saldo.store.RemindedDays;

/**
 * Reminds who is to be reminded on a day: at most one mail a customer and day, decided in the transaction that writes it.
 * Run again, it does nothing twice.
 */
public final class DunningJob {

    private static final int PAGE = 200;
    private static final String ACTOR = "reminders";

    private final Ledger ledger;
    private final Leases leases;
    private final OutboxStore outbox;
    private final DunningStore store;
    private final DunningRules rules;
    private final ReminderMail reminderMail;
    private final ReminderSummary summary;
    private final HeldOut heldOut;

    /** @throws org.saldo.settings.SettingsException when a step of the policy has no words in the house language */
    public DunningJob(Ledger ledger, Leases leases, OutboxStore outbox, DunningRules rules, ReminderMail reminderMail,
            ReminderSummary summary) {
        this.ledger = ledger;
        this.leases = leases;
        this.outbox = outbox;
        this.store = new DunningStore(ledger);
        this.rules = rules;
        this.heldOut = new HeldOut(ledger, rules.holdOut());
        this.reminderMail = reminderMail;
        this.summary = summary;
        reminderMail.require(rules.policy().templates());
    }

    /** @param dryRun decide and tell, but write nothing */
    public DunningReport run(LocalDate day, boolean dryRun) {
        if (dryRun) {
            return new DunningReport(day, true, false, new Run(day, true).all());
        }
        return leases.whileHolding("reminders", () -> new DunningReport(day, false, false, new Run(day, false).all()))
                .orElseGet(() -> new DunningReport(day, false, true, List.of()));
    }

    /** {@code company/customer/day}: whatever happens, a customer is not reminded twice on one day. */
    static String businessKey(CustomerId customer, LocalDate day) {
        return "reminder/" + customer + "/" + day;
    }

    private final class Run {

        private final LocalDate day;
        private final boolean dryRun;
        private final Set<String> notes = new TreeSet<>();
        private int written;

        Run(LocalDate day, boolean dryRun) {
            this.day = day;
            this.dryRun = dryRun;
        }

        List<CompanyReminders> all() {
            List<CompanyReminders> results = new ArrayList<>();
            for (Company company : rules.companies().all()) {
                CompanyReminders result = rules.whyNobody(store, company, day)
                        .map(why -> CompanyReminders.none(company.id(), day, why))
                        .orElseGet(() -> remind(company));
                if (!dryRun) {
                    tellFinance(company, result);
                }
                results.add(result);
            }
            return results;
        }

        private CompanyReminders remind(Company company) {
            notes.clear();
            DunningRun decider = rules.decider(company, day);
            List<CompanyReminders.Reminded> reminded = new ArrayList<>();
            List<Withheld> withheld = new ArrayList<>();
            List<CompanyReminders.Expired> expired = new ArrayList<>();
            List<String> page = store.customersWithDebts(company.id(), "", PAGE);
            while (!page.isEmpty()) {
                Map<String, DunningCase> cases = store.cases(company.id(), page, day);
                for (DunningCase customer : cases.values()) {
                    DunningDecision decision = settle(company, decider, decider.decide(rules.reachable(customer)));
                    withheld.addAll(decision.withheld());
                    decision.reminder().ifPresent(reminder -> reminded.add(told(reminder)));
                    decision.expired().forEach(receipt ->
                            expired.add(new CompanyReminders.Expired(customer.customer().id(), receipt)));
                }
                if (!dryRun) {
                    new HouseStepJob(ledger).take(decider, rules, cases.values(), day);
                }
                page = store.customersWithDebts(company.id(), page.get(page.size() - 1), PAGE);
            }
            return new CompanyReminders(company.id(), day, Optional.empty(), reminded, withheld, expired, List.copyOf(notes));
        }

        /** Writes the reminder if there is one and it may be written; the result says what became of it. */
        private DunningDecision settle(Company company, DunningRun decider, DunningDecision decision) {
            if (decision.reminder().isEmpty()) {
                return decision;
            }
            Reminder reminder = decision.reminder().get();
            if (outbox.customerMail().isOff()) {
                return instead(decision, reminder, Withheld.Reason.SWITCHED_OFF, "mail.customers is off");
            }
            Optional<LocalDate> later = heldOut.until(reminder, dryRun);
            if (later.isPresent()) {
                return instead(decision, reminder, Withheld.Reason.HELD_OUT,
                        "drawn by lot; reminded from " + later.get() + " on");
            }
            if (written >= rules.policy().cap()) {
                return instead(decision, reminder, Withheld.Reason.CAP_REACHED,
                        "the run has written " + written + " mails, its cap; the rest follows with the next run");
            }
            DunningDecision settled = dryRun ? decision : ledger.record(BatchKind.REMINDER, ACTOR, day,
                    batch -> write(batch, company, decider, reminder.customer().id()));
            written += settled.reminder().isPresent() ? 1 : 0;
            return settled;
        }

        private DunningDecision write(Batch batch, Company company, DunningRun decider, CustomerId customer) {
            Optional<DunningCase> now = store.readCase(batch, customer, day).map(rules::reachable);
            DunningDecision decision = now.map(decider::decide)
                    .orElse(new DunningDecision(Optional.empty(), List.of(), List.of()));
            if (decision.reminder().isEmpty()) {
                return decision;
            }
            Reminder reminder = decision.reminder().get();
            String key = businessKey(customer, day);
            InterestNotice notice = rules.notice(batch, reminder, now.orElseThrow());
            Enqueued mail = outbox.enqueue(batch, reminderMail.of(company, reminder, notice, key));
            if (!mail.isNew()) {
                return instead(decision, reminder, Withheld.Reason.ALREADY_TODAY,
                        "a reminder was decided on " + day + " already (mail " + mail.mailId() + ")");
            }
            store.save(batch, reminder, key, rules.policy().version());
            notice.untold().ifPresent(why -> notes.add("reminders say nothing of interest: " + why));
            return decision;
        }

        /** Tells of this day as the ledger has it, and of the day before when the run that wrote it did not come to that. */
        private void tellFinance(Company company, CompanyReminders result) {
            ledger.write(BatchKind.REMINDER, ACTOR, day, batch -> {
                RemindedDays.before(batch, company.id(), day).ifPresent(earlier -> tellOf(batch, company,
                        new CompanyReminders(company.id(), earlier, Optional.empty(), List.of(), List.of(), List.of())));
                tellOf(batch, company, result);
                summary.alarm(company, result).ifPresent(mail -> outbox.enqueue(batch, mail));
            });
        }

        /** The mail's business key has the day's last reminder in it: told once, and again when there are more. */
        private void tellOf(Batch batch, Company company, CompanyReminders result) {
            RemindedDays.Day whole = RemindedDays.of(batch, company.id(), result.day());
            HouseStepStore.Day steps = HouseStepStore.ofDay(batch, company.id(), result.day());
            summary.of(company, result.withReminded(whole.reminded()).withNotes(steps.steps().stream()
                            .map(HouseStepStore.Row::words).toList()), Math.max(whole.lastId(), steps.lastId()))
                    .ifPresent(mail -> outbox.enqueue(batch, mail));
        }
    }

    private static CompanyReminders.Reminded told(Reminder reminder) {
        return new CompanyReminders.Reminded(reminder.customer().id(), reminder.customer().name(), reminder.level(),
                reminder.sections().stream().map(Reminder.Section::asked).toList());
    }

    private static DunningDecision instead(DunningDecision decision, Reminder reminder, Withheld.Reason reason, String words) {
        List<Withheld> withheld = new ArrayList<>(decision.withheld());
        reminder.sections().forEach(section -> withheld.add(new Withheld(reminder.customer().id(), reason, words,
                Optional.of(section.asked()))));
        return new DunningDecision(Optional.empty(), withheld, decision.expired());
    }
}
