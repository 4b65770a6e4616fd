package org.saldo.job.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.MailKind;
import org.saldo.job.LastLook;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxStore;

/**
 * A last look at the bank account on a statement or reminder: one that was withdrawn or replaced while the mail waited
 * does not go to a customer. Then the other looks.
 */
public final class AccountLook implements LastLook {

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final Companies companies;
    private final BankAccounts accounts;
    private final LastLook next;

    public AccountLook(Ledger ledger, OutboxStore outbox, Companies companies, BankAccounts accounts, LastLook next) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.companies = companies;
        this.accounts = accounts;
        this.next = next;
    }

    @Override
    public void expect(List<DueMail> mails) {
        next.expect(mails);
    }

    @Override
    public Optional<String> held(DueMail mail) {
        return next.held(mail);
    }

    @Override
    public boolean asksHowOthersFared(DueMail mail) {
        return next.asksHowOthersFared(mail);
    }

    @Override
    public Optional<String> cancelled(DueMail mail) {
        if (!accounts.isWithdrawn(mail)) {
            return next.cancelled(mail);
        }
        Company company = companies.get(mail.company());
        String why = "shows a bank account that was withdrawn or replaced; " + (mail.kind() == MailKind.STATEMENT
                ? "make it again by `saldo statements --again`" : "the next run decides it again");
        boolean done = ledger.record(BatchKind.DELIVERY, "deliver", LocalDate.ofInstant(ledger.now(), company.timeZone()),
                batch -> outbox.cancel(batch, mail, why));
        return done ? Optional.of(why) : Optional.empty();
    }
}
