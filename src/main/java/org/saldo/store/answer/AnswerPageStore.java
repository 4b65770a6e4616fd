package org.saldo.store.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.StatementMail;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Customer;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Batch;
import org.saldo.store.KeyClash;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.account.MovementStore;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** What the page of a statement shows, found by the codes in its address, and that it was answered. */
public final class AnswerPageStore {

    private final Ledger ledger;
    private final ReplyKey key;

    public AnswerPageStore(Ledger ledger) {
        this.ledger = ledger;
        this.key = new AnswerStore(ledger).replyKey();
    }

    /**
     * How a page stands now.
     *
     * @param sentTo    to whom its address was mailed
     * @param openSince when that mail left; empty while it has not. Where there is none, when the statement was made
     */
    public record Found(StatementRow statement, Customer customer, String sentTo, Optional<Instant> openSince, boolean latest,
                        boolean answered) {
    }

    /** What stands in the address of the statement's page. */
    public static String codes(ReplyToken token, String linkCode) {
        return token.code() + linkCode;
    }

    /** The statement whose page this is; nothing when the codes are not right, whichever of them. */
    public Optional<Found> find(String codes) {
        if (codes.length() != ReplyToken.CODE_LENGTH + ReplyKey.LINK_LENGTH) {
            return Optional.empty();
        }
        return ledger.database().jdbi().withHandle(handle -> {
            StatementFinder finder = new StatementFinder(handle);
            return finder.byCode(codes.substring(0, ReplyToken.CODE_LENGTH))
                    .filter(row -> key.isLinkOf(row.key(), row.pdfSha256(), codes.substring(ReplyToken.CODE_LENGTH)))
                    .flatMap(row -> finder.customer(row.key().customer()).map(customer ->
                            new Found(row, customer, sentTo(row), openSince(handle, row), finder.isLatest(row),
                            isAnswered(handle, row))));
        });
    }

    private static Optional<Instant> openSince(Handle handle, StatementRow row) {
        List<Optional<Instant>> mails = handle.createQuery("SELECT m.sent_at FROM mail m WHERE m.business_key = :key")
                .bind("key", StatementMail.businessKey(row.key()))
                .map((mail, context) -> Optional.ofNullable(mail.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)).list();
        return mails.isEmpty() ? Optional.of(row.asKnownAt()) : mails.get(0);
    }

    private String sentTo(StatementRow row) {
        return new StatementStore(ledger).recipients(StatementMail.businessKey(row.key()));
    }

    /** Whether somebody has answered on the page already. */
    private static boolean isAnswered(Handle handle, StatementRow statement) {
        return handle.createQuery("SELECT COUNT(*) FROM answer_page_use WHERE statement_id = :id").bind("id", statement.id())
                .mapTo(Long.class).one() > 0;
    }

    /** Whether the page was answered, as the batch's transaction sees it. */
    public boolean isAnswered(Batch batch, StatementRow statement) {
        return isAnswered(batch.handle(), statement);
    }

    /** Whether the bytes that were issued are kept and unchanged. */
    public boolean hasSameBytes(Batch batch, StatementRow statement) {
        return new StatementFinder(batch).hasSameBytes(statement);
    }

    /** The page was answered; nobody can answer on it again. */
    public void used(Batch batch, StatementRow statement, long reply) {
        KeyClash.asConflict("the answer on the page of statement " + statement.key(), () -> {
            batch.add(Table.ANSWER_PAGE_USE, statement.id(), reply);
            batch.flush();
        });
    }

    /** The statement as it was issued, proved anew from the rows, and after the statements, that were known then. */
    public StatementOfAccount again(StatementRow row, AgingBuckets buckets) {
        StatementKey statement = row.key();
        SortedMap<Currency, AccountAsOf> accounts = new MovementStore(ledger).accounts(statement.customer(),
                statement.firstDay(), statement.cutOff(), row.asKnownAt());
        List<StatementRow> then = new StatementStore(ledger).upTo(statement.customer(), statement.month()).stream()
                .filter(each -> each.id() < row.id()).toList();
        return StatementOfAccount.prove(statement, row.asKnownAt(), StatementStore.previous(then, statement),
                accounts.get(statement.currency()), buckets);
    }
}
