package org.saldo.job;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.delivery.MailKind;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.store.AccountReleaseStore;
import org.saldo.store.BatchKind;
import org.saldo.store.DueMail;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;

/**
 * A last look at the bank account on a statement or reminder: one that was withdrawn while the mail waited does not go to a
 * customer, also when the register has another one by now. Then the other looks.
 */
final class AccountLook implements LastLook {

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final Companies companies;
    private final AccountReleaseStore releases;
    private final LastLook next;

    AccountLook(Ledger ledger, OutboxStore outbox, Companies companies, LastLook next) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.companies = companies;
        this.releases = new AccountReleaseStore(ledger);
        this.next = next;
    }

    @Override
    public Optional<String> held(DueMail mail) {
        return next.held(mail);
    }

    @Override
    public Optional<String> cancelled(DueMail mail) {
        boolean withdrawn = switch (mail.kind()) {
            case STATEMENT -> releases.isWithdrawn(mail.company(), mail.customer(), mail.businessKey());
            case REMINDER -> releases.isWithdrawn(mail.company(), mail.businessKey());
            default -> false;
        };
        if (!withdrawn) {
            return next.cancelled(mail);
        }
        Company company = companies.get(mail.company());
        String why = "shows a bank account that was withdrawn; " + (mail.kind() == MailKind.STATEMENT
                ? "make it again by `saldo statements --again`" : "the next run decides it again");
        boolean done = ledger.record(BatchKind.DELIVERY, "deliver", LocalDate.ofInstant(ledger.now(), company.timeZone()),
                batch -> outbox.cancel(batch, mail, why));
        return done ? Optional.of(why) : Optional.empty();
    }
}
