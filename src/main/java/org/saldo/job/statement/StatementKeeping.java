package org.saldo.job.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.job.statement.StatementReport.CustomerMails;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementFigures;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.StoreException;
import org.saldo.store.mail.Enqueued;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementMonths;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;
import org.saldo.store.statement.SupersededMails;

/**
 * Keeps what was drawn: files first, then rows, bytes, holds and mails of a page in one transaction. Where the database
 * refuses one of them, the page is kept one by one, so that only that one is missing.
 */
final class StatementKeeping {

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final StatementStore statements;
    private final StatementMonths months;
    private final StatementFiles files;
    private final StatementReplies replies;
    private final StatementRun.Task task;

    StatementKeeping(Ledger ledger, OutboxStore outbox, StatementSettings settings, StatementRun.Task task) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.statements = new StatementStore(ledger);
        this.months = new StatementMonths(ledger);
        this.files = new StatementFiles(settings.out());
        this.replies = new StatementReplies(ledger, settings.answers());
        this.task = task;
    }

    /** How many statements were kept, with which mails. */
    record Kept(int statements, CustomerMails mails) {

        Kept plus(Kept other) {
            return new Kept(statements + other.statements, mails.plus(other.mails));
        }
    }

    /** @param tally is told of each, also of those that could not be drawn or kept */
    Kept keep(List<Drawn> drawn, StatementTally tally) {
        drawn.stream().filter(each -> !each.isFile()).forEach(each -> tellWithout(each, tally));
        List<Drawn> whole = drawn.stream().filter(Drawn::isFile).toList();
        whole.forEach(each -> files.write(each.draft().statement().key(), each.pdf()));
        return whole.isEmpty() ? new Kept(0, CustomerMails.NONE) : keepWhole(whole, tally);
    }

    private Kept keepWhole(List<Drawn> whole, StatementTally tally) {
        List<CustomerMails> mails;
        try {
            mails = ledger.record(BatchKind.STATEMENT, task.actor(), task.day(), batch -> write(batch, whole));
        } catch (RuntimeException failure) {
            if (!StoreException.isOfTheRows(failure)) {
                throw failure;
            }
            if (whole.size() == 1 && isMadeByAnother(whole.get(0).draft().statement().key())) {
                return new Kept(0, CustomerMails.NONE);
            }
            if (whole.size() == 1) {
                files.remove(whole.get(0).draft().statement().key());
                tellWithout(Drawn.failed(whole.get(0).draft(), HeldBack.Reason.UNREADABLE, String.valueOf(failure.getMessage())),
                        tally);
                return new Kept(0, CustomerMails.NONE);
            }
            return whole.stream().map(each -> keepWhole(List.of(each), tally))
                    .reduce(new Kept(0, CustomerMails.NONE), Kept::plus);
        }
        for (int i = 0; i < whole.size(); i++) {
            tellMade(whole.get(i), mails.get(i), tally);
        }
        return new Kept(whole.size(), mails.stream().reduce(CustomerMails.NONE, CustomerMails::plus));
    }

    /** Whether another run was faster; then the file is what that one issued. */
    private boolean isMadeByAnother(StatementKey key) {
        Optional<StatementRow> issued = statements.upTo(key.customer(), key.month()).stream()
                .filter(row -> row.key().equals(key)).findFirst();
        issued.ifPresent(row -> files.write(key, statements.pdf(row)));
        return issued.isPresent();
    }

    /** @return what became of each one's mail */
    private List<CustomerMails> write(Batch batch, List<Drawn> whole) {
        List<Long> ids = statements.saveAll(batch, whole.stream().map(each -> each.issued().orElseThrow()).toList());
        for (int i = 0; i < ids.size(); i++) {
            Drawn each = whole.get(i);
            long id = ids.get(i);
            replies.issued(batch, id, each.draft().statement().key(), each.token().orElseThrow());
            SupersededMails.cancel(batch, each.draft().statement().key());
            each.held().ifPresent(held -> months.hold(batch, id, held));
            task.reason().ifPresent(reason -> months.asked(batch, id, task.company().id(), reason));
        }
        List<Drawn> mailed = whole.stream().filter(each -> each.mail().isPresent()).toList();
        List<Enqueued> enqueued = outbox.enqueueAll(batch, mailed.stream().map(each -> each.mail().orElseThrow()).toList());
        List<CustomerMails> mails = new ArrayList<>();
        int next = 0;
        for (Drawn each : whole) {
            mails.add(each.mail().isEmpty() ? unmailed(each) : counted(enqueued.get(next++)));
        }
        return mails;
    }

    private static CustomerMails unmailed(Drawn drawn) {
        boolean addressless = drawn.held().filter(held -> held.reason() == HeldBack.Reason.NO_ADDRESS).isPresent();
        return addressless ? new CustomerMails(0, 0, 1) : CustomerMails.NONE;
    }

    private static CustomerMails counted(Enqueued mail) {
        return switch (mail.outcome()) {
            case ADDED -> new CustomerMails(1, 0, 0);
            case SWITCHED_OFF -> new CustomerMails(0, 1, 0);
            case ALREADY_THERE -> CustomerMails.NONE;
        };
    }

    private static void tellMade(Drawn drawn, CustomerMails mails, StatementTally tally) {
        StatementOfAccount statement = drawn.draft().statement();
        String sentTo = mails.written() == 1 ? String.join(", ", drawn.mail().orElseThrow().mail().to()) : "";
        tally.made(statement, statement.closing());
        tally.figures(StatementFigures.of(statement, drawn.draft().customer().name(), true, sentTo,
                drawn.held().map(HeldBack::reason)));
        drawn.held().ifPresent(tally::held);
    }

    static void tellWithout(Drawn drawn, StatementTally tally) {
        tally.without(drawn.held().orElseThrow(), drawn.draft().statement().closing());
    }
}
