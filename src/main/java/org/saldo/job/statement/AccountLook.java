package org.saldo.job.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.MailWord;
import org.saldo.job.LastLook;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Words;
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
    public Optional<Words> held(DueMail mail) {
        return next.held(mail);
    }

    @Override
    public boolean asksHowOthersFared(DueMail mail) {
        return next.asksHowOthersFared(mail);
    }

    @Override
    public Optional<Words> cancelled(DueMail mail) {
        if (!accounts.isWithdrawn(mail)) {
            return next.cancelled(mail);
        }
        Company company = companies.get(mail.company());
        Words why = Words.of(mail.kind() == MailKind.STATEMENT ? MailWord.OLD_ACCOUNT : MailWord.OLD_ACCOUNT_REMINDER);
        boolean done = ledger.record(BatchKind.DELIVERY, "deliver", LocalDate.ofInstant(ledger.now(), company.timeZone()),
                batch -> outbox.cancel(batch, mail, why));
        return done ? Optional.of(why) : Optional.empty();
    }
}
