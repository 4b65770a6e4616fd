package org.saldo.job;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.StatementMail;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.statement.HeldBack;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Enqueued;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;
import org.saldo.store.StatementMonths;
import org.saldo.store.StatementRow;
import org.saldo.store.StatementStore;

/** A person lets statements go that are made and held: the bytes that were kept are mailed, once. */
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
        List<Held> held = held(id, only);
        if (held.isEmpty()) {
            throw new Refused("statements of " + id + " for " + task.month() + ": none is held"
                    + only.map(currency -> " in " + currency).orElse("") + "; nothing to release");
        }
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> new Decided(id.company(),
                held.stream().map(each -> release(batch, each, who, authority)).collect(Collectors.joining("; "))));
    }

    private List<Held> held(CustomerId id, Optional<Currency> only) {
        Customer customer = statements.customer(id).orElseThrow(() -> new Refused("customer " + id + " is not known"));
        List<StatementRow> upTo = statements.upTo(id, task.month());
        var holds = months.holds(id.company(), task.month());
        List<Held> held = new ArrayList<>();
        for (Currency currency : upTo.stream().map(row -> row.key().currency()).distinct().toList()) {
            List<StatementRow> own = upTo.stream().filter(row -> row.key().currency().equals(currency)).toList();
            pages.latest(own).filter(row -> only.filter(wanted -> !wanted.equals(currency)).isEmpty())
                    .filter(row -> holds.containsKey(row.id()))
                    .filter(row -> !statements.isMailed(StatementMail.businessKey(row.key())))
                    .ifPresent(row -> held.add(new Held(row, mail(customer, row, own))));
        }
        return held;
    }

    private OutgoingMail mail(Customer customer, StatementRow row, List<StatementRow> own) {
        Draft draft = new Draft(customer, pages.again(row, own), settings.policy().termsOf(customer, row.key().cutOff()),
                pages.changes(row, own));
        if (dispatch.recipients(draft).isEmpty()) {
            throw new Refused("customer " + customer.id() + ": has no address to which the statement can go; correct its"
                    + " master data and release it then");
        }
        return dispatch.mail(draft, statements.pdf(row));
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
        Enqueued mail = outbox.enqueue(batch, held.mail());
        return name + (mail.outcome() == Enqueued.Outcome.SWITCHED_OFF
                ? ": released, but mail to customers is switched off (mail.customers); nothing was written"
                : ": released, to " + String.join(", ", held.mail().to()));
    }
}
