package org.saldo.job.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningDecision;
import org.saldo.dunning.DunningRun;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.RunLimits;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.dunning.interest.LateItem;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.StoreException;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.ReminderFees;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.dunning.ReminderKey;
import org.saldo.store.dunning.ReminderLetters;
import org.saldo.store.dunning.ReminderParts;
import org.saldo.store.mail.AddressMarks;
import org.saldo.store.mail.Enqueued;
import org.saldo.store.mail.OutboxStore;

/**
 * Writes a page of customers' reminders in one transaction, in which nobody else publishes: each is decided from what is
 * known there, and what it says is true as of the instant that is kept with it.
 */
final class ReminderPages {

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final DunningStore store;
    private final DunningRules rules;
    private final ReminderWriting writing;
    private final BiFunction<CustomerId, LocalDate, String> keys;

    /** The reminders of a day's run. */
    ReminderPages(Ledger ledger, OutboxStore outbox, DunningRules rules, ReminderWriting writing) {
        this(ledger, outbox, rules, writing, ReminderKey::of);
    }

    /** @param keys by which a reminder of a customer and day is known; what has it already is not written again */
    ReminderPages(Ledger ledger, OutboxStore outbox, DunningRules rules, ReminderWriting writing,
            BiFunction<CustomerId, LocalDate, String> keys) {
        this.keys = keys;
        this.ledger = ledger;
        this.outbox = outbox;
        this.store = new DunningStore(ledger, rules.policy());
        this.rules = rules;
        this.writing = writing;
    }

    /** What became of each customer, by number, and what somebody must see to. */
    record Page(Map<String, DunningDecision> decisions, Set<Words> notes) {
    }

    /**
     * What is known of customers, with their addresses that take no mail, and what follows from it.
     *
     * @param knownAt as of when: whatever was published up to then is in it
     */
    record Read(Instant knownAt, Map<String, DunningCase> cases, Map<String, Set<String>> unusable,
            Map<String, DunningDecision> decisions) {
    }

    /** @param numbers in the database's order, without a gap */
    Read read(Company company, DunningRun decider, List<String> numbers, LocalDate day) {
        Instant knownAt = ledger.knownAt();
        return read(knownAt, decider, new AddressMarks(ledger).unusable(company.id(), numbers),
                store.cases(company.id(), numbers, day));
    }

    private Read read(Instant knownAt, DunningRun decider, Map<String, Set<String>> unusable, Map<String, DunningCase> known) {
        Map<String, DunningCase> cases = new LinkedHashMap<>();
        known.forEach((number, each) -> cases.put(number,
                writing.reachable(rules, each, unusable.getOrDefault(number, Set.of()))));
        Map<String, DunningDecision> decisions = new LinkedHashMap<>();
        cases.forEach((number, each) -> decisions.put(number, decider.decide(each)));
        return new Read(knownAt, cases, unusable, decisions);
    }

    /**
     * What was read before is read again when anything was published since. A page that the database refuses is written
     * customer by customer, so that one does not keep the others waiting.
     *
     * @param numbers whom to remind
     * @param steps   for whom to take a step inside the house
     */
    Page write(Company company, DunningRun decider, Read before, List<String> numbers, List<String> steps, LocalDate day) {
        Set<String> meant = new HashSet<>(numbers);
        meant.addAll(steps);
        List<String> all = before.cases().keySet().stream().filter(meant::contains).toList();
        if (all.isEmpty()) {
            return new Page(Map.of(), Set.of());
        }
        try {
            return ledger.record(BatchKind.REMINDER, DunningJob.ACTOR, day,
                    batch -> new Writer(batch, company, decider, day).write(before, all, numbers, steps));
        } catch (StoreException refused) {
            if (all.size() == 1) {
                throw refused;
            }
            Page written = new Page(new LinkedHashMap<>(), new LinkedHashSet<>());
            all.forEach(number -> {
                Page one = write(company, decider, before, only(number, numbers), only(number, steps), day);
                written.decisions().putAll(one.decisions());
                written.notes().addAll(one.notes());
            });
            return written;
        }
    }

    private static List<String> only(String number, List<String> among) {
        return among.contains(number) ? List.of(number) : List.of();
    }

    private final class Writer {

        private final Batch batch;
        private final Company company;
        private final DunningRun decider;
        private final LocalDate day;
        private final ReminderParts parts;
        private final Map<String, DunningDecision> decisions = new LinkedHashMap<>();
        private final Set<Words> notes = new LinkedHashSet<>();

        Writer(Batch batch, Company company, DunningRun decider, LocalDate day) {
            this.batch = batch;
            this.company = company;
            this.decider = decider;
            this.day = day;
            this.parts = new ReminderParts(batch);
        }

        Page write(Read before, List<String> all, List<String> numbers, List<String> steps) {
            Instant knownAt = store.holdKnownAt(batch);
            Read now = before.knownAt().equals(knownAt) ? before : read(knownAt, decider,
                    AddressMarks.unusable(batch, company.id(), numbers),
                    store.readCases(batch, company.id(), all, day));
            HouseStepJob.take(batch, decider, rules.policy().version(),
                    steps.stream().map(now.cases()::get).filter(Objects::nonNull).toList());
            if (numbers.isEmpty()) {
                return new Page(decisions, notes);
            }
            numbers.stream().filter(now.decisions()::containsKey)
                    .forEach(number -> decisions.put(number, now.decisions().get(number)));
            List<Reminder> reminders = decisions.values().stream().map(DunningDecision::reminder).flatMap(Optional::stream)
                    .toList();
            Map<Long, LateItem> late = rules.lateItems(batch, reminders);
            Map<String, ReminderParts.Last> statements = parts.lastStatements(company.id(), numbers);
            List<Ready> ready = new ArrayList<>();
            for (Reminder reminder : reminders) {
                String number = reminder.customer().id().number();
                ReminderWriting.About about = new ReminderWriting.About(now.cases().get(number),
                        now.unusable().getOrDefault(number, Set.of()), Optional.ofNullable(statements.get(number)));
                ready(reminder, about, late).ifPresent(ready::add);
            }
            List<Ready> mails = ready.stream().filter(each -> each.mail().isPresent()).toList();
            List<Enqueued> enqueued = outbox.enqueueAll(batch, mails.stream().map(each -> each.mail().get()).toList());
            for (int i = 0; i < mails.size(); i++) {
                mailed(mails.get(i), enqueued.get(i), knownAt);
            }
            letters(ready.stream().filter(each -> each.mail().isEmpty()).toList(), knownAt);
            return new Page(decisions, notes);
        }

        private void letters(List<Ready> ready, Instant knownAt) {
            if (ready.isEmpty()) {
                return;
            }
            Set<String> known = ReminderLetters.known(batch, ready.stream().map(Ready::key).toList());
            for (Ready each : ready) {
                if (known.contains(each.key())) {
                    alreadyToday(each, Words.of(DunningWord.LETTER_TODAY, day));
                } else {
                    ReminderLetters.add(batch, each.reminder().customer().id(), day, each.key(),
                            writing.letters().orElseThrow().draw(each.written().letter().orElseThrow()));
                    keep(each, knownAt);
                    hold(batch, each.reminder(), day, each.key());
                }
            }
        }

        private void alreadyToday(Ready ready, Words why) {
            decisions.computeIfPresent(ready.reminder().customer().id().number(), (any, decision) -> instead(decision,
                    Withheld.Reason.ALREADY_TODAY, why));
        }

        private Optional<Ready> ready(Reminder reminder, ReminderWriting.About about, Map<Long, LateItem> late) {
            CustomerId customer = reminder.customer().id();
            try {
                InterestNotice notice = rules.notice(reminder, about.known(), late);
                ReminderWriting.Written written = writing.write(company, reminder, notice, keys.apply(customer, day), about,
                        parts);
                return Optional.of(new Ready(keys.apply(customer, day), reminder, notice, written, written.mail().map(mail ->
                        outbox.render(mail, batch.startedAt()).notBefore(decider.notBefore(reminder.customer(),
                                batch.startedAt(), company.timeZone())))));
            } catch (IllegalArgumentException | ArithmeticException unwritable) {
                decisions.computeIfPresent(customer.number(), (any, decision) -> instead(decision,
                        Withheld.Reason.UNWRITABLE,
                        Words.of(DunningWord.UNWRITABLE, String.valueOf(unwritable.getMessage()))));
                return Optional.empty();
            }
        }

        private void mailed(Ready ready, Enqueued mail, Instant knownAt) {
            if (!mail.isNew()) {
                alreadyToday(ready, Words.of(DunningWord.MAIL_TODAY, day, mail.mailId()));
                return;
            }
            keep(ready, knownAt);
            hold(batch, ready.reminder(), day, ready.key());
        }

        private void keep(Ready ready, Instant knownAt) {
            store.save(batch, ready.reminder(), ready.key(), rules.policy().version(), knownAt);
            ReminderFees.add(batch, ready.reminder(), ready.key(), ready.notice());
            parts.keep(ready.reminder().customer().id(), ready.key(), ready.written().token(), ready.written().accounts());
            notes.addAll(ready.written().notes());
            ready.notice().untold().ifPresent(why -> notes.add(Words.of(DunningWord.NO_INTEREST, why)));
        }
    }

    /** Whether it waits for a person: for its own sake, or until the run is summed up. */
    private void hold(Batch batch, Reminder reminder, LocalDate day, String key) {
        RunLimits limits = writing.terms().limits();
        Optional<Words> step = reminder.step().filter(taken -> taken.manner().approval())
                .map(taken -> Words.of(DunningWord.PERSON_AGREES, taken.told()));
        limits.beyond(reminder).ifPresentOrElse(
                why -> ReminderHolds.hold(batch, reminder.customer().id(), day, key, ReminderHolds.Kind.CUSTOMER, why.stored()),
                () -> step.ifPresentOrElse(
                        why -> ReminderHolds.hold(batch, reminder.customer().id(), day, key, ReminderHolds.Kind.STEP,
                        why.stored()),
                        () -> {
                            if (limits.looksAtRuns()) {
                                ReminderHolds.hold(batch, reminder.customer().id(), day, key, ReminderHolds.Kind.RUN,
                                        Words.of(DunningWord.WHOLE_RUN).stored());
                            }
                        }));
    }

    /** A reminder with its mail as it is to be written; without one it is a letter. */
    private record Ready(String key, Reminder reminder, InterestNotice notice, ReminderWriting.Written written,
            Optional<OutboxStore.Rendered> mail) {
    }

    /** The same without the reminder, and why. */
    static DunningDecision instead(DunningDecision decision, Withheld.Reason reason, Words words) {
        List<Withheld> withheld = new ArrayList<>(decision.withheld());
        decision.reminder().ifPresent(reminder -> reminder.sections().forEach(section -> withheld.add(new Withheld(
                reminder.customer().id(), reason, words, Optional.of(section.asked())))));
        return new DunningDecision(Optional.empty(), withheld, decision.expired());
    }
}
