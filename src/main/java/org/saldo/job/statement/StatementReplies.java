package org.saldo.job.statement;

import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.ReplyPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.statement.StatementKey;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerPageStore;
import org.saldo.store.answer.AnswerStore;

/** What a statement carries so that its answer finds back: a reference on the page, a token in the mail. */
final class StatementReplies {

    private final AnswerStore answers;
    private final ReplyKey key;
    private final AnswerWays ways;

    StatementReplies(Ledger ledger, AnswerWays ways) {
        this.answers = new AnswerStore(ledger);
        this.key = answers.replyKey();
        this.ways = ways;
    }

    /** The page cannot hold a token that binds its own bytes; it names the statement, and where to write to. */
    StatementLetter onPage(StatementLetter letter) {
        return letter.withReply(new ReplyPart(letter.company().replyTo(), ReplyToken.referenceOf(letter.statement().key())));
    }

    ReplyToken token(StatementKey statement, String pdfSha256) {
        return key.token(statement, pdfSha256);
    }

    /** @param pdfSha256 of the bytes that the mail brings: what the page shows is bound to them */
    StatementLetter inMail(StatementLetter letter, ReplyToken token, String pdfSha256) {
        String replyTo = letter.company().replyTo();
        String page = ways.pageUrl().isEmpty() ? "" : ways.pageUrl() + "/statement/" + AnswerPageStore.codes(token,
                key.linkCode(letter.statement().key(), pdfSha256));
        return letter.withReply(new ReplyPart(ways.plusAddress() && !replyTo.isEmpty() ? token.in(replyTo) : replyTo,
                token.code(), page));
    }

    /** Notes the token beside its statement, and that an earlier version of it holds no longer. */
    void issued(Batch batch, long statementId, StatementKey statement, ReplyToken token) {
        answers.issued(batch, statementId, statement, token);
    }
}
