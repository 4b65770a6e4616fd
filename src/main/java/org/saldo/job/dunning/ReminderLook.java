package org.saldo.job.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.ReminderContacts;
import org.saldo.delivery.ReminderPreview;
import org.saldo.delivery.ReminderTerms;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningRun;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Withheld;
import org.saldo.job.LastLook;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Words;
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
    private final ReadAhead ahead;

    /** Why nothing may leave the house for a company, by what was known at an instant. */
    private record Gate(Instant knownAt, Optional<Words> closed) {
    }

    public ReminderLook(Ledger ledger, OutboxStore outbox, DunningRules rules) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.store = new DunningStore(ledger, rules.policy());
        this.rules = rules;
        this.ahead = new ReadAhead(ledger, store, rules.companies());
    }

    /** The same, which also lets reminders wait that a person looks at, or whose run's first mails are on their way. */
    public ReminderLook holding(ReminderTerms terms, ReminderPreview preview) {
        first = Optional.of(new FirstMailsLook(ledger, outbox, rules.companies(), terms.limits().first(), preview));
        return this;
    }

    @Override
    public void expect(List<DueMail> mails) {
        ahead.expect(mails);
    }

    @Override
    public Optional<Words> cancelled(DueMail mail) {
        if (mail.kind() != MailKind.REMINDER) {
            return Optional.empty();
        }
        Company company = rules.companies().get(mail.company());
        Instant knownAt = ledger.knownAt();
        ReadAhead.Known known = ahead.of(mail, knownAt);
        Optional<Words> reason = known.said().isEmpty() ? Optional.of(Words.of(DunningWord.NO_DECISION))
                : notLive(company, knownAt).or(() -> notByBooks(company, known.said().get(), known.now(), known.day()))
                        .or(() -> gone(mail, known.now().orElseThrow().customer()))
                        .or(() -> stale(company, known.day())).or(() -> outdated(company, known.said().get(), known.day()));
        return reason.filter(why -> ledger.record(BatchKind.DELIVERY, "deliver", known.day(),
                batch -> outbox.cancel(batch, mail, why)));
    }

    @Override
    public Optional<Words> held(DueMail mail) {
        Company company = rules.companies().get(mail.company());
        if (mail.kind() == MailKind.REMINDER) {
            Instant knownAt = ledger.knownAt();
            return first.flatMap(look -> ahead.of(mail, knownAt).held().map(Words::said)
                    .or(() -> look.held(mail)))
                    .or(() -> notSeen(company, knownAt)).or(() -> outOfHours(mail, knownAt));
        }
        boolean toCustomer = !mail.customer().isEmpty();
        return toCustomer ? notLive(company, ledger.knownAt()) : Optional.empty();
    }

    @Override
    public boolean asksHowOthersFared(DueMail mail) {
        return mail.kind() == MailKind.REMINDER && first.filter(look -> look.asks(mail)).isPresent();
    }

    /** Why the letter that reminds a customer has to wait. */
    Optional<Words> heldLetter(ReminderLetters.Waiting letter) {
        return first.flatMap(look -> look.held(letter.customer(), letter.businessKey(), letter.day()))
                .or(() -> notSeen(rules.companies().get(letter.customer().company()), ledger.knownAt()));
    }

    /** Why what the letter says does not hold on this day. */
    Optional<Words> contradicted(ReminderLetters.Waiting letter, LocalDate day) {
        Company company = rules.companies().get(letter.customer().company());
        String number = letter.customer().number();
        return store.said(letter.businessKey()).flatMap(said -> {
            Optional<DunningCase> now = Optional.ofNullable(store.cases(company.id(), List.of(number), day).get(number));
            return letter.put() ? notByBooks(company, said, now, day)
                    : notLive(company, ledger.knownAt()).or(() -> notByBooks(company, said, now, day))
                            .or(() -> stale(company, day));
        });
    }

    /** What was tried before, or held for another reason, may be due at night. */
    private Optional<Words> outOfHours(DueMail mail, Instant knownAt) {
        if (rules.policy().times().hours().isEmpty()) {
            return Optional.empty();
        }
        Company company = rules.companies().get(mail.company());
        Instant now = ledger.now();
        return ahead.of(mail, knownAt).said().map(each -> rules.decider(company, each.day())
                .notBefore(each.customer(), now, company.timeZone())).filter(instant -> instant.isAfter(now))
                .map(instant -> Words.of(DunningWord.HOURS, instant));
    }

    /** Asked again only when the ledger knows more than it did: it adds up all opening items. */
    private Optional<Words> notLive(Company company, Instant knownAt) {
        return gate(gates, company, knownAt, () -> rules.goLive().apply(company));
    }

    /** Asked again when the ledger knows more, and while receipts wait for a look. */
    private Optional<Words> notSeen(Company company, Instant knownAt) {
        return gate(unseen, company, knownAt,
                () -> rules.unseen().apply(company, LocalDate.ofInstant(ledger.now(), company.timeZone())));
    }

    private Optional<Words> gate(Map<String, Gate> known, Company company, Instant knownAt, Supplier<Optional<Words>> ask) {
        Gate gate = known.get(company.id());
        if (gate == null || !gate.knownAt().equals(knownAt) || known == unseen && gate.closed().isPresent()) {
            gate = new Gate(knownAt, ask.get());
            known.put(company.id(), gate);
        }
        return gate.closed();
    }

    private Optional<Words> outdated(Company company, Reminder said, LocalDate day) {
        return rules.decider(company, day).isOutdated(said.day()) ? Optional.of(Words.of(DunningWord.COULD_NOT_LEAVE,
                said.day())) : Optional.empty();
    }

    /** @param now how the customer stands; empty when nothing is known of it any more */
    private Optional<Words> notByBooks(Company company, Reminder said, Optional<DunningCase> now, LocalDate day) {
        DunningRun decider = rules.decider(company, day);
        return now.isEmpty() ? Optional.of(Words.of(DunningWord.NO_CUSTOMER)) : decider.obstacle(now.get()).map(Withheld::words)
                .or(() -> said.contradictedBy(decider.overdue(now.get()).sections()));
    }

    /** The first of the mail's addresses that is in none of the customer's fields any more. */
    private Optional<Words> gone(DueMail mail, Customer customer) {
        if (outbox.customerMail().isRedirected()) {
            return Optional.empty();
        }
        List<String> known = ReminderContacts.known(customer);
        return mail.readers().stream().map(ReminderContacts::bare).filter(address -> !known.contains(address)).findFirst()
                .map(address -> Words.of(DunningWord.ADDRESS_GONE, address));
    }

    private Optional<Words> stale(Company company, LocalDate day) {
        if (fresh.contains(company.id() + "/" + day)) {
            return Optional.empty();
        }
        Optional<Words> reason = rules.stale(store, company, day);
        if (reason.isEmpty()) {
            fresh.add(company.id() + "/" + day);
        }
        return reason;
    }
}
