package org.saldo.job.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.ReplyPart;
import org.saldo.delivery.StatementAddressee;
import org.saldo.delivery.StatementFile;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementMail;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.PreviousStatement;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPeriod;
import org.saldo.statement.UnprovedException;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.account.MovementStore;
import org.saldo.store.mail.Enqueued;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.InterimStatements;
import org.saldo.store.statement.ItemNotes;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/**
 * A customer's statement as of a day in the middle of a month, because a person asks for it. It begins where the last
 * statement before that day ended and is proved like any other, but it is a document of its own: it counts as no month's
 * statement, the next one does not continue it, and nobody is asked to confirm it.
 */
public final class InterimJob {

    private final Ledger ledger;
    private final Companies companies;
    private final StatementSettings settings;
    private final OutboxStore outbox;
    private final Function<String, Optional<String>> blocked;
    private final StatementStore statements;
    private final InterimStatements interims;
    private final StatementFiles files;
    private final StatementPress press;

    /** @param blocked why nothing of a company (by its id) may leave the house yet, if so */
    public InterimJob(Ledger ledger, Companies companies, StatementSettings settings, OutboxStore outbox,
                      Function<String, Optional<String>> blocked) {
        this.ledger = ledger;
        this.companies = companies;
        this.settings = settings;
        this.outbox = outbox;
        this.blocked = blocked;
        this.statements = new StatementStore(ledger);
        this.interims = new InterimStatements(ledger);
        this.files = new StatementFiles(settings.out());
        this.press = new StatementPress(settings.templates().fonts());
    }

    /**
     * Whose, as of the end of which day.
     *
     * @param only one currency; empty: each in which anything ever moved
     * @param send whether it goes to the customer's addresses too
     */
    public record Wanted(CustomerId customer, LocalDate asOf, Optional<Currency> only, boolean send) {
    }

    /** A statement that was drawn, with the mail that brings it, where it is to go. */
    private record Page(StatementOfAccount statement, byte[] pdf, Optional<OutgoingMail> mail) {
    }

    /**
     * Makes them, one for each currency, and keeps them.
     *
     * @throws Refused when the person may not, the day is not over or is the cut-off of a month, nothing ever moved, it does
     *                 not prove or cannot be printed, or it may not go out
     */
    public List<Decided> make(Wanted wanted, Decider who, Authority authority) {
        Company company = companies.get(wanted.customer().company());
        authority.require(who.person(), PersonAction.RELEASE, company.id());
        blocked.apply(company.id()).ifPresent(why -> {
            throw new Refused("statements of " + company.id() + ": " + why);
        });
        List<Page> pages = pages(company, wanted, who.day());
        if (wanted.send()) {
            pages.forEach(page -> requireMailed(page, who, authority));
        }
        pages.forEach(page -> files.write(page.statement().key(), page.pdf()));
        return ledger.record(BatchKind.STATEMENT, who.person(), who.day(), batch -> {
            List<Decided> made = new ArrayList<>();
            for (Page page : pages) {
                interims.save(batch, page.statement(), page.pdf(), who.reason());
                Optional<Enqueued> mail = page.mail().map(out -> outbox.enqueue(batch, out));
                made.add(new Decided(page.statement().key().number(), told(page, mail)));
            }
            return made;
        });
    }

    /** The same pages, by currency, unsealed; nothing is kept or sent. @throws Refused as for {@link #make} */
    public SortedMap<Currency, byte[]> preview(Wanted wanted, LocalDate day) {
        Company company = companies.get(wanted.customer().company());
        Customer customer = customer(wanted.customer());
        SortedMap<Currency, byte[]> drawn = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        proved(company, wanted, day).forEach(statement -> drawn.put(statement.key().currency(),
                drawn(letter(company, customer, statement, day))));
        return drawn;
    }

    private List<Page> pages(Company company, Wanted wanted, LocalDate day) {
        Customer customer = customer(wanted.customer());
        List<Page> pages = new ArrayList<>();
        for (StatementOfAccount statement : proved(company, wanted, day)) {
            StatementLetter letter = letter(company, customer, statement, day);
            byte[] pdf = settings.issue().issued(statement, drawn(letter), day).pdf();
            pages.add(new Page(statement, pdf, wanted.send() ? Optional.of(mail(letter, pdf)) : Optional.empty()));
        }
        return pages;
    }

    private List<StatementOfAccount> proved(Company company, Wanted wanted, LocalDate day) {
        requireInterim(company, wanted, day);
        Instant knownAt = ledger.knownAt();
        List<StatementRow> rows = statements.upTo(wanted.customer(), YearMonth.from(wanted.asOf()));
        List<StatementOfAccount> proved = new ArrayList<>();
        for (Currency currency : account(wanted, YearMonth.from(wanted.asOf()).atDay(1), knownAt).keySet()) {
            if (wanted.only().filter(only -> !only.equals(currency)).isPresent()) {
                continue;
            }
            Optional<PreviousStatement> previous = StatementStore.before(rows, currency, wanted.asOf());
            LocalDate first = previous.map(each -> each.key().cutOff().plusDays(1))
                    .orElse(YearMonth.from(wanted.asOf()).atDay(1));
            proved.add(prove(wanted, new StatementPeriod(first, wanted.asOf()), currency, previous, knownAt));
        }
        if (proved.isEmpty()) {
            throw new Refused("statement of " + wanted.customer() + " as of " + wanted.asOf() + ": nothing had ever moved"
                    + wanted.only().map(only -> " in " + only).orElse("") + "; there is none to make");
        }
        return proved;
    }

    private StatementOfAccount prove(Wanted wanted, StatementPeriod period, Currency currency,
                                     Optional<PreviousStatement> previous, Instant knownAt) {
        StatementKey first = StatementKey.interim(wanted.customer(), currency, period, 1);
        StatementKey key = StatementKey.interim(wanted.customer(), currency, period, interims.nextVersion(first));
        try {
            return StatementOfAccount.prove(key, knownAt, previous, account(wanted, period.firstDay(), knownAt).get(currency),
                    settings.policy().aging());
        } catch (UnprovedException unproved) {
            throw new Refused("statement " + key.number() + " of " + wanted.customer() + ": does not prove: "
                    + unproved.getMessage());
        }
    }

    private SortedMap<Currency, AccountAsOf> account(Wanted wanted, LocalDate firstDay, Instant knownAt) {
        return new MovementStore(ledger).accounts(wanted.customer(), firstDay, wanted.asOf(), knownAt);
    }

    private void requireInterim(Company company, Wanted wanted, LocalDate day) {
        if (!wanted.asOf().isBefore(day)) {
            throw new Refused("statement as of " + wanted.asOf() + ": the day is not over on " + day + "; name an earlier one");
        }
        YearMonth month = YearMonth.from(wanted.asOf());
        if (settings.policy().schedules().of(company.id(), month).cutOff(month).equals(wanted.asOf())) {
            throw new Refused("statement as of " + wanted.asOf() + ": that is the cut-off of " + month + "; make that statement"
                    + " by `saldo statements --month " + month + " --customer " + wanted.customer().number() + "`");
        }
    }

    private StatementLetter letter(Company company, Customer customer, StatementOfAccount statement, LocalDate day) {
        StatementAddressee addressee = addressee(customer, statement.cutOff());
        StatementLetter letter = settings.templates().letter(statement, company, customer, addressee.language());
        return settings.issue().paid(letter, day).withNotes(new ItemNotes(ledger).of(statement))
                .withReply(new ReplyPart(company.replyTo(), ""));
    }

    private byte[] drawn(StatementLetter letter) {
        return press.draw(pdf -> {
            pdf.unprintable(letter).ifPresent(lost -> {
                throw new Refused("statement " + letter.statement().key().number() + " of " + letter.customer().id()
                        + ": cannot be printed: " + lost);
            });
            return pdf.render(letter);
        });
    }

    private OutgoingMail mail(StatementLetter letter, byte[] pdf) {
        List<String> to = addressee(letter.customer(), letter.statement().cutOff()).to();
        if (to.isEmpty()) {
            throw new Refused("customer " + letter.customer().id() + ": has no address to which the statement can go; correct"
                    + " its master data, or leave --send out");
        }
        StatementKey key = letter.statement().key();
        return StatementMail.interim(letter, to, settings.from(), List.of(StatementFile.made(key, StatementFiles.name(key),
                "application/pdf", pdf)));
    }

    private StatementAddressee addressee(Customer customer, LocalDate cutOff) {
        return StatementAddressee.of(settings.policy().termsOf(customer, cutOff), customer);
    }

    /** A balance in the customer's favour may acknowledge a debt of ours, for which the person must be entitled alone. */
    private void requireMailed(Page page, Decider who, Authority authority) {
        StatementKey key = page.statement().key();
        String company = key.customer().company();
        settings.issue().stopped(company).ifPresent(why -> {
            throw new Refused("statements of " + company + ": " + why + "; leave --send out");
        });
        Money amount = page.statement().closing();
        if (amount.isNegative()) {
            authority.require(who.person(), PersonAction.RELEASE, company, amount.abs());
            if (authority.needsSecondPerson(PersonAction.RELEASE, company, amount.abs())) {
                throw new Refused("statement " + key.number() + " of " + key.customer() + ": a balance of " + amount
                        + " in the customer's favour takes two people; leave --send out, and let the month's statement go by"
                        + " `saldo statements release`");
            }
        }
    }

    private static String told(Page page, Optional<Enqueued> mail) {
        StatementKey key = page.statement().key();
        String sent = mail.map(each -> switch (each.outcome()) {
            case ADDED, ALREADY_THERE -> "to " + String.join(", ", page.mail().orElseThrow().to());
            case SWITCHED_OFF -> "not mailed: mail to customers is switched off (mail.customers)";
        }).orElse("not mailed");
        return "statement " + key.number() + " of " + key.customer() + " over " + page.statement().closing() + ": "
                + StatementFiles.name(key) + "; " + sent;
    }

    private Customer customer(CustomerId id) {
        return statements.customer(id).orElseThrow(() -> new Refused("customer " + id
                + " is not known; take its master data in first"));
    }
}
