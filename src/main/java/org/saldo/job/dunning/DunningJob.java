package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.saldo.delivery.ReminderSummary;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.DunningDecision;
import org.saldo.dunning.DunningRun;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Withheld;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.HouseStepStore;
import org.saldo.store.dunning.RemindedDays;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.dunning.ReminderStops;
import org.saldo.store.mail.OutboxStore;

/**
 * Reminds who is to be reminded on a day: at most one mail a customer and day, decided in the transaction that writes it.
 * Run again, it does nothing twice.
 */
public final class DunningJob {

    static final String ACTOR = "reminders";

    private static final int PAGE = 200;

    private final Ledger ledger;
    private final Leases leases;
    private final OutboxStore outbox;
    private final DunningStore store;
    private final DunningRules rules;
    private final ReminderPages pages;
    private final ReminderWriting writing;
    private final ReminderSummary summary;
    private final HeldOut heldOut;

    /** @throws org.saldo.settings.SettingsException when a step of the policy has no words in the house language */
    public DunningJob(Ledger ledger, Leases leases, OutboxStore outbox, DunningRules rules, ReminderWriting writing,
            ReminderSummary summary) {
        this.ledger = ledger;
        this.leases = leases;
        this.outbox = outbox;
        this.store = new DunningStore(ledger, rules.policy());
        this.rules = rules;
        this.heldOut = new HeldOut(ledger, rules.holdOut());
        this.pages = new ReminderPages(ledger, outbox, rules, writing);
        this.writing = writing;
        this.summary = summary;
        writing.mail().require(rules.policy().templates());
    }

    /** @param dryRun decide and tell, but write nothing */
    public DunningReport run(LocalDate day, boolean dryRun) {
        if (dryRun) {
            return new DunningReport(day, true, false, new Run(day, true).all());
        }
        return leases.whileHolding("reminders", () -> new DunningReport(day, false, false, new Run(day, false).all()))
                .orElseGet(() -> new DunningReport(day, false, true, List.of()));
    }

    private final class Run {

        private final LocalDate day;
        private final boolean dryRun;
        private final Set<Words> notes = new LinkedHashSet<>();
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
                    tellFinance(company, result.withNotes(letters(company)));
                }
                results.add(result);
            }
            return results;
        }

        /** Puts the letters that may be printed now; what waits for the sum of the run follows later. */
        private List<Words> letters(Company company) {
            return writing.letterDesk(ledger, outbox, rules).map(desk -> desk.run(company.id(), day)).orElse(List.of());
        }

        private CompanyReminders remind(Company company) {
            notes.clear();
            written = 0;
            if (!dryRun) {
                ledger.write(BatchKind.REMINDER, ACTOR, day, batch -> ReminderStops.expire(batch, company.id(), day));
            }
            DunningRun decider = rules.decider(company, day);
            if (!dryRun) {
                ledger.write(BatchKind.REMINDER, ACTOR, day, batch -> ReminderStops.outdate(batch, company.id(), day,
                        decider::isOutdated));
            }
            List<CompanyReminders.Reminded> reminded = new ArrayList<>();
            List<Withheld> withheld = new ArrayList<>();
            List<CompanyReminders.Expired> expired = new ArrayList<>();
            List<String> page = store.customersWithDebts(company.id(), "", PAGE);
            while (!page.isEmpty()) {
                settle(company, decider, page).forEach((number, decision) -> {
                    withheld.addAll(decision.withheld());
                    decision.reminder().ifPresent(reminder -> reminded.add(told(reminder)));
                    decision.expired().forEach(receipt -> expired.add(
                            new CompanyReminders.Expired(new CustomerId(company.id(), number), receipt)));
                });
                page = store.customersWithDebts(company.id(), page.get(page.size() - 1), PAGE);
            }
            withheld.stream().filter(each -> each.reason() == Withheld.Reason.UNKNOWN_LADDER).map(each ->
                    Words.of(DunningWord.NOT_REMINDED, each.customer(), each.words())).forEach(notes::add);
            return new CompanyReminders(company.id(), day, Optional.empty(), reminded, withheld, expired, List.copyOf(notes));
        }

        /** Writes the reminders of a page that may be written; the result says what became of each customer. */
        private Map<String, DunningDecision> settle(Company company, DunningRun decider, List<String> page) {
            Map<String, DunningDecision> decided = new LinkedHashMap<>();
            List<String> toWrite = new ArrayList<>();
            ReminderPages.Read read = pages.read(company, decider, page, day);
            read.cases().values().forEach(each -> rules.calendars().gap(each.customer().country(), day)
                    .map(gap -> Words.of(gap.missing() ? DunningWord.CALENDAR_MISSING : DunningWord.CALENDAR_OVER,
                    gap.country(), gap.end()
                            .map(LocalDate::toString).orElse(""))).ifPresent(notes::add));
            read.decisions().forEach((number, each) -> {
                DunningDecision decision = allowed(each, toWrite.size());
                decided.put(number, decision);
                if (decision.reminder().isPresent()) {
                    toWrite.add(number);
                }
            });
            if (!dryRun) {
                ReminderPages.Page result = pages.write(company, decider, read, toWrite, steps(decider, read), day);
                decided.putAll(result.decisions());
                notes.addAll(result.notes());
            }
            written += (int) decided.values().stream().filter(each -> each.reminder().isPresent()).count();
            return decided;
        }

        /** The numbers of those for whom somebody in the house has something to do. */
        private List<String> steps(DunningRun decider, ReminderPages.Read read) {
            return read.cases().entrySet().stream().filter(each -> decider.houseStep(each.getValue()).isPresent())
                    .map(Map.Entry::getKey).toList();
        }

        private DunningDecision allowed(DunningDecision decision, int before) {
            if (decision.reminder().isEmpty()) {
                return decision;
            }
            if (outbox.customerMail().isOff()) {
                return ReminderPages.instead(decision, Withheld.Reason.SWITCHED_OFF, Words.of(DunningWord.MAIL_OFF));
            }
            Optional<LocalDate> later = heldOut.until(decision.reminder().get(), dryRun);
            if (later.isPresent()) {
                return ReminderPages.instead(decision, Withheld.Reason.HELD_OUT,
                        Words.of(DunningWord.HELD_OUT, later.get()));
            }
            return written + before < rules.policy().cap() ? decision
                    : ReminderPages.instead(decision, Withheld.Reason.CAP_REACHED, Words.of(DunningWord.CAP_REACHED,
                    rules.policy().cap()));
        }

        /** Tells of this day as the ledger has it, and of the day before when the run that wrote it did not come to that. */
        private void tellFinance(Company company, CompanyReminders result) {
            ledger.write(BatchKind.REMINDER, ACTOR, day, batch -> {
                RemindedDays.before(batch, company.id(), day).ifPresent(earlier -> tellOf(batch, company,
                        new CompanyReminders(company.id(), earlier, Optional.empty(), List.of(), List.of(), List.of())));
                tellOf(batch, company, result);
                summary.alarm(company, result).ifPresent(mail -> outbox.enqueue(batch, mail));
                sumUp(batch, company);
            });
        }

        /** Lets a run go that is within its limits; what waits for a person is shown to finance. */
        private void sumUp(Batch batch, Company company) {
            if (ReminderHolds.waiting(batch, company.id(), day) == 0) {
                return;
            }
            RemindedDays.Day whole = RemindedDays.of(batch, company.id(), day);
            Map<String, Money> asked = new TreeMap<>();
            whole.reminded().stream().flatMap(each -> each.asked().stream())
                    .forEach(amount -> asked.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
            Optional<Words> beyond = writing.terms().limits().beyond(List.copyOf(asked.values()));
            if (beyond.isEmpty()) {
                ReminderHolds.say(batch, company.id(), day, ReminderHolds.Outcome.SUMMED,
                        Words.of(DunningWord.WITHIN_LIMITS).stored());
            }
            if (ReminderHolds.waiting(batch, company.id(), day) > 0) {
                writing.preview().flatMap(preview -> preview.of(company, day, ReminderHolds.preview(batch, company.id(), day),
                                beyond.orElseGet(() -> Words.of(DunningWord.PERSON_LOOKS)), Long.toString(whole.lastId())))
                        .ifPresent(mail -> outbox.enqueue(batch, mail));
            }
        }

        /** The mail's business key has the day's last reminder in it: told once, and again when there are more. */
        private void tellOf(Batch batch, Company company, CompanyReminders result) {
            RemindedDays.Day whole = RemindedDays.of(batch, company.id(), result.day());
            HouseStepStore.Day steps = HouseStepStore.ofDay(batch, company.id(), result.day());
            summary.of(company, result.withReminded(whole.reminded()).withNotes(steps.steps().stream()
                            .map(HouseStepStore.Row::told).toList()), Math.max(whole.lastId(), steps.lastId()))
                    .ifPresent(mail -> outbox.enqueue(batch, mail));
        }
    }

    private static CompanyReminders.Reminded told(Reminder reminder) {
        return new CompanyReminders.Reminded(reminder.customer().id(), reminder.customer().name(), reminder.level(),
                reminder.sections().stream().map(Reminder.Section::asked).toList());
    }
}
