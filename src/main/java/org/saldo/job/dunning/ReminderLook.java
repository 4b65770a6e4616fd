package org.saldo.job.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.ReminderPreview;
import org.saldo.delivery.ReminderTerms;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Withheld;
import org.saldo.job.LastLook;
import org.saldo.ledger.Company;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.ReminderLetters;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxStore;

/**
 * The second look at a reminder, just before it goes: when something of it was paid, covered, credited or blocked since it
 * was decided, bank or invoice data has grown old or the company is not live (any more), it is withdrawn and its level does not
 * count. While receipts are here that nobody has looked at it waits. Other mail to customers waits while the company is not
 * live: it is as right afterwards.
 */
public final class ReminderLook implements LastLook {

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final DunningStore store;
    private final DunningRules rules;
    /** Companies and days for which the data was fresh: it cannot become older within the day. */
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private Optional<FirstMailsLook> first = Optional.empty();

    private final Map<String, Gate> unseen = new ConcurrentHashMap<>();
    /** By its key what was read to see whether a mail may go at this hour: it is looked at for what it says right after. */
    private final Map<String, Reminder> justRead = new ConcurrentHashMap<>();

    /** Why nothing may leave the house for a company, by what was known at an instant. */
    private record Gate(Instant knownAt, Optional<String> closed) {
    }

    public ReminderLook(Ledger ledger, OutboxStore outbox, DunningRules rules) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.store = new DunningStore(ledger, rules.policy());
        this.rules = rules;
    }

    /** The same, which also lets reminders wait that a person looks at, or whose run's first mails are on their way. */
    public ReminderLook holding(ReminderTerms terms, ReminderPreview preview) {
        first = Optional.of(new FirstMailsLook(ledger, outbox, rules.companies(), terms.limits().first(), preview));
        return this;
    }

    @Override
    public Optional<String> cancelled(DueMail mail) {
        if (mail.kind() != MailKind.REMINDER) {
            return Optional.empty();
        }
        Company company = rules.companies().get(mail.company());
        Optional<Reminder> said = Optional.ofNullable(justRead.remove(mail.businessKey()))
                .or(() -> store.said(mail.businessKey()));
        LocalDate day = said.map(Reminder::day).orElse(LocalDate.ofInstant(ledger.now(), company.timeZone()))
                .plusDays(daysWaited(mail, company));
        Optional<String> reason = said.isEmpty() ? Optional.of("its decision is not in the ledger")
                : whyNot(company, said.get(), day).or(() -> outdated(company, said.get(), day));
        return reason.filter(why -> ledger.record(BatchKind.DELIVERY, "deliver", day,
                batch -> outbox.cancel(batch, mail, why)));
    }

    @Override
    public Optional<String> held(DueMail mail) {
        if (mail.kind() == MailKind.REMINDER) {
            return first.flatMap(look -> look.held(mail)).or(() -> notSeen(rules.companies().get(mail.company())))
                    .or(() -> outOfHours(mail));
        }
        boolean toCustomer = !mail.customer().isEmpty();
        return toCustomer ? notLive(rules.companies().get(mail.company())) : Optional.empty();
    }

    @Override
    public boolean asksHowOthersFared(DueMail mail) {
        return mail.kind() == MailKind.REMINDER && first.filter(look -> look.asks(mail)).isPresent();
    }

    /** Why the letter that reminds a customer has to wait. */
    Optional<String> heldLetter(ReminderLetters.Waiting letter) {
        return first.flatMap(look -> look.held(letter.customer(), letter.businessKey(), letter.day()))
                .or(() -> notSeen(rules.companies().get(letter.customer().company())));
    }

    /** Why what the letter says does not hold on this day. */
    Optional<String> contradicted(ReminderLetters.Waiting letter, LocalDate day) {
        return store.said(letter.businessKey())
                .flatMap(said -> letter.put() ? notByBooks(rules.companies().get(letter.customer().company()), said, day)
                        : whyNot(rules.companies().get(letter.customer().company()), said, day));
    }

    /** What was tried before, or held for another reason, may be due at night. */
    private Optional<String> outOfHours(DueMail mail) {
        if (rules.policy().times().hours().isEmpty()) {
            return Optional.empty();
        }
        Company company = rules.companies().get(mail.company());
        Instant now = ledger.now();
        Optional<Reminder> said = store.said(mail.businessKey());
        Optional<Instant> from = said.map(each -> rules.decider(company, each.day())
                .notBefore(each.customer(), now, company.timeZone())).filter(instant -> instant.isAfter(now));
        if (from.isEmpty()) {
            said.ifPresent(each -> justRead.put(mail.businessKey(), each));
        }
        return from.map(instant -> "it waits for the hours of the customer's place, from " + instant + " on");
    }

    /** Asked again only when the ledger knows more than it did: it adds up all opening items. */
    private Optional<String> notLive(Company company) {
        return gate(gates, company, () -> rules.goLive().apply(company));
    }

    /** Asked again when the ledger knows more, and while receipts wait for a look. */
    private Optional<String> notSeen(Company company) {
        return gate(unseen, company, () -> rules.unseen().apply(company, LocalDate.ofInstant(ledger.now(), company.timeZone())));
    }

    private Optional<String> gate(Map<String, Gate> known, Company company, Supplier<Optional<String>> ask) {
        Instant knownAt = ledger.knownAt();
        Gate gate = known.get(company.id());
        if (gate == null || !gate.knownAt().equals(knownAt) || known == unseen && gate.closed().isPresent()) {
            gate = new Gate(knownAt, ask.get());
            known.put(company.id(), gate);
        }
        return gate.closed();
    }

    private Optional<String> outdated(Company company, Reminder said, LocalDate day) {
        return rules.decider(company, day).isOutdated(said.day()) ? Optional.of("it could not leave since " + said.day()
                + "; the next run decides anew") : Optional.empty();
    }

    private Optional<String> whyNot(Company company, Reminder said, LocalDate day) {
        return notLive(company).or(() -> notByBooks(company, said, day)).or(() -> stale(company, day));
    }

    private Optional<String> notByBooks(Company company, Reminder said, LocalDate day) {
        String number = said.customer().id().number();
        DunningCase now = store.cases(company.id(), List.of(number), day).get(number);
        return now.obstacle().map(Withheld::words)
                .or(() -> said.contradictedBy(rules.decider(company, day).overdue(now).sections()));
    }

    private Optional<String> stale(Company company, LocalDate day) {
        if (fresh.contains(company.id() + "/" + day)) {
            return Optional.empty();
        }
        Optional<String> reason = rules.stale(store, company, day);
        if (reason.isEmpty()) {
            fresh.add(company.id() + "/" + day);
        }
        return reason;
    }

    private long daysWaited(DueMail mail, Company company) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(mail.createdAt(), company.timeZone()),
                LocalDate.ofInstant(ledger.now(), company.timeZone()));
    }
}
