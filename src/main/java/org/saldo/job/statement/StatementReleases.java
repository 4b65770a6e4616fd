package org.saldo.job.statement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.StatementMail;
import org.saldo.job.people.Decided;
import org.saldo.job.statement.StatementReport.CustomerMails;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementKey;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementMonths;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/**
 * Statements go that are made and held, by a person's word or since their company's bank accounts are released: the bytes
 * that were kept are mailed, once.
 */
final class StatementReleases {

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final StatementStore statements;
    private final StatementMonths months;
    private final StatementPages pages;
    private final StatementDispatch dispatch;
    private final StatementSettings settings;
    private final StatementRun.Task task;

    StatementReleases(Ledger ledger, OutboxStore outbox, StatementSettings settings, StatementRun.Task task) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.statements = new StatementStore(ledger);
        this.months = new StatementMonths(ledger);
        this.pages = new StatementPages(ledger, settings, task, ledger.knownAt());
        this.dispatch = new StatementDispatch(ledger, outbox, settings, task);
        this.settings = settings;
        this.task = task;
    }

    /** A held statement with the mail that would bring it. */
    private record Held(StatementRow row, OutgoingMail mail) {
    }

    /** @throws Refused when none is held, the person may not, or the customer has no address to write to */
    Decided release(CustomerId id, Optional<Currency> only, Decider who, Authority authority) {
        authority.require(who.person(), PersonAction.RELEASE, id.company());
        if (outbox.customerMail().isOff()) {
            throw new Refused("statements of " + id + ": mail to customers is switched off (mail.customers); switch it on, then"
                    + " release");
        }
        List<Held> held = held(id, only);
        if (held.isEmpty()) {
            throw new Refused("statements of " + id + " for " + task.month() + ": none is held"
                    + only.map(currency -> " in " + currency).orElse("") + "; nothing to release");
        }
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> new Decided(id.company(),
                held.stream().map(each -> release(batch, each, who, authority)).collect(Collectors.joining("; "))));
    }

    /**
     * What of the customer waited for bank accounts goes out, unless its page would show another account now; then it is to
     * be made again. What may not go out for another reason now is held for that one.
     */
    CustomerMails ofAccounts(CustomerId id) {
        CustomerMails mails = CustomerMails.NONE;
        for (Waiting each : waiting(id, Optional.empty())) {
            if (each.hold().waitsForAccount() && !dispatch.isOtherAccount(each.draft().statement())) {
                mails = mails.plus(letGo(each));
            }
        }
        return mails;
    }

    private CustomerMails letGo(Waiting each) {
        Optional<OutgoingMail> mail = dispatch.held(each.draft()).isEmpty() && each.draft().terms().send()
                ? Optional.of(dispatch.mail(each.draft(), statements.pdf(each.row()))) : Optional.empty();
        String company = task.company().id();
        Decider nobody = new Decider(task.actor(), "the company's bank accounts are released", task.day(), company);
        return ledger.record(BatchKind.STATEMENT, task.actor(), task.day(), batch -> {
            months.release(batch, each.row().id(), company, nobody);
            return mail.map(out -> switch (outbox.enqueue(batch, out).outcome()) {
                case ADDED -> new CustomerMails(1, 0, 0);
                case SWITCHED_OFF -> new CustomerMails(0, 1, 0);
                case ALREADY_THERE -> CustomerMails.NONE;
            }).orElse(CustomerMails.NONE);
        });
    }

    /** A statement that is held, as it was made. */
    private record Waiting(StatementRow row, StatementMonths.Hold hold, Draft draft) {
    }

    private List<Held> held(CustomerId id, Optional<Currency> only) {
        return waiting(id, only).stream().map(each -> new Held(each.row(), mail(each))).toList();
    }

    private List<Waiting> waiting(CustomerId id, Optional<Currency> only) {
        Customer customer = statements.customer(id).orElseThrow(() -> new Refused("customer " + id + " is not known"));
        List<StatementRow> upTo = statements.upTo(id, task.month());
        Map<Long, StatementMonths.Hold> holds = months.holds(id.company(), task.month());
        List<Waiting> held = new ArrayList<>();
        for (Currency currency : upTo.stream().map(row -> row.key().currency()).distinct().toList()) {
            List<StatementRow> own = upTo.stream().filter(row -> row.key().currency().equals(currency)).toList();
            pages.latest(own).filter(row -> only.filter(wanted -> !wanted.equals(currency)).isEmpty())
                    .filter(row -> holds.containsKey(row.id()))
                    .filter(row -> !statements.isMailed(StatementMail.businessKey(row.key())))
                    .ifPresent(row -> held.add(new Waiting(row, holds.get(row.id()), draft(customer, row, own))));
        }
        return held;
    }

    private Draft draft(Customer customer, StatementRow row, List<StatementRow> own) {
        return new Draft(customer, pages.again(row, own), settings.policy().termsOf(customer, row.key().cutOff()),
                pages.changes(row, own));
    }

    private OutgoingMail mail(Waiting each) {
        Draft draft = each.draft();
        StatementKey key = each.row().key();
        if (each.hold().reason() == HeldBack.Reason.BANK_ACCOUNT && dispatch.isOtherAccount(draft.statement())) {
            throw new Refused("statement " + key.number() + " of " + key.customer() + ": would show another bank account now;"
                    + " make it again by `saldo statements --month " + key.month() + " --customer " + key.customer().number()
                    + " --again`");
        }
        if (dispatch.recipients(draft).isEmpty()) {
            throw new Refused("customer " + draft.customer().id() + ": has no address to which the statement can go; correct its"
                    + " master data and release it then");
        }
        return dispatch.mail(draft, statements.pdf(each.row()));
    }

    private String release(Batch batch, Held held, Decider who, Authority authority) {
        StatementRow row = held.row();
        String company = row.key().customer().company();
        StatementMonths.Hold hold = months.hold(batch, row.id()).orElseThrow();
        Money amount = row.closing().abs();
        boolean acknowledges = hold.reason() == HeldBack.Reason.CREDIT_BALANCE;
        if (acknowledges) {
            authority.require(who.person(), PersonAction.RELEASE, company, amount);
        }
        String name = "statement " + row.key().number() + " of " + row.key().customer() + " over " + row.closing();
        if (months.isReleasedBy(batch, row.id(), who.person())) {
            throw new Refused(name + ": you released it already; it waits for another person who may");
        }
        months.release(batch, row.id(), company, who);
        if (acknowledges && hold.releases() == 0 && authority.needsSecondPerson(PersonAction.RELEASE, company, amount)) {
            return name + ": waits for a second person: " + String.join(", ",
                    authority.able(PersonAction.RELEASE, company, amount, who.person()));
        }
        outbox.enqueue(batch, held.mail());
        return name + ": released, to " + String.join(", ", held.mail().to());
    }
}
