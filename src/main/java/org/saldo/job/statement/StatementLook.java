package org.saldo.job.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.job.LastLook;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Words;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.SupersededMails;

/**
 * A last look at the mail of a statement: one whose place a later version has taken while it waited does not go to its
 * customer. Then the other looks.
 */
public final class StatementLook implements LastLook {

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final Companies companies;
    private final SupersededMails superseded;
    private final LastLook next;

    public StatementLook(Ledger ledger, OutboxStore outbox, Companies companies, LastLook next) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.companies = companies;
        this.superseded = new SupersededMails(ledger);
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
        Optional<Words> why = superseded.why(mail);
        if (why.isEmpty()) {
            return next.cancelled(mail);
        }
        LocalDate day = LocalDate.ofInstant(ledger.now(), companies.get(mail.company()).timeZone());
        return why.filter(reason -> ledger.record(BatchKind.DELIVERY, "deliver", day,
                batch -> outbox.cancel(batch, mail, reason)));
    }
}
