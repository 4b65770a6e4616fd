package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.Iban;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.statement.AccountReleaseStore;
import org.saldo.store.statement.IssuedRow;
import org.saldo.store.statement.StatementRegister;

/**
 * The proof of a statement that was issued, found by its number in the register or by the SHA-256 of its bytes, so that
 * whoever holds a PDF can ask what it is.
 */
final class ExplainStatements {

    private final Handle handle;
    private final Function<String, WorklistWording> words;

    ExplainStatements(Handle handle, Function<String, WorklistWording> words) {
        this.handle = handle;
        this.words = words;
    }

    List<Explained> explain(Optional<Long> number, String id) {
        if (number.isEmpty() && !id.matches("[0-9a-fA-F]{64}")) {
            return List.of();
        }
        return handle.createQuery(IssuedRow.SELECT + "WHERE i.register_number = :number OR s.pdf_sha256 = :sha256"
                        + " ORDER BY i.company, i.register_number")
                .bind("number", number.orElse(-1L)).bind("sha256", id.toLowerCase(Locale.ROOT))
                .map((row, context) -> IssuedRow.read(row)).list().stream().map(this::explained).toList();
    }

    private Explained explained(IssuedRow row) {
        WorklistWording own = words.apply(row.company());
        StatementRegister.Entry entry = row.entry();
        List<String> facts = new ArrayList<>(List.of(
                own.of(LifeWord.ISSUED_OF, entry.key().customer().number(), entry.key().currency(), entry.key().number(),
                        own.money(Money.of(entry.key().currency(), entry.closing()))),
                own.of(LifeWord.KNOWN_AT, entry.asKnownAt()), own.of(LifeWord.PDF_HASH, entry.pdfSha256())));
        if (!entry.unsealedSha256().isEmpty()) {
            facts.add(own.of(LifeWord.UNSEALED_HASH, entry.unsealedSha256()));
        }
        if (!entry.accountHash().isEmpty()) {
            facts.add(own.of(LifeWord.ACCOUNT_ON_IT, account(own, entry.accountHash()), entry.accountHash()));
        }
        facts.add(own.of(LifeWord.ENTRY_BEFORE, row.previousHash()));
        facts.add(own.of(LifeWord.THIS_ENTRY, row.entryHash()));
        facts.add(own.of(LifeWord.ENTRY_HASH_OF));
        return new Explained(row.company(), own.of(LifeWord.ISSUED_STATEMENT, row.label(), row.company()), facts,
                steps(own, row), List.of(now(own, row)));
    }

    private List<ExplainedStep> steps(WorklistWording own, IssuedRow row) {
        List<String> why = new ArrayList<>(List.of(own.by(row.madeBy())));
        handle.createQuery("""
                        SELECT q.requested_by, q.reason FROM statement_request q
                        JOIN issued_statement i ON i.statement_id = q.statement_id
                        WHERE i.company = :company AND i.register_number = :number""")
                .bind("company", row.company()).bind("number", row.entry().number())
                .map((asked, context) -> own.of(LifeWord.ASKED_FOR_BY, asked.getString(1), own.toldOrWritten(asked.getString(2))))
                .forEach(why::add);
        why.addAll(new ExplainChanges(handle, own).told(row.entry().key()));
        List<ExplainedStep> steps = new ArrayList<>(List.of(new ExplainedStep(row.knownAt(), 0,
                own.of(LifeWord.STATEMENT_ISSUED), why)));
        handle.createQuery("SELECT mail_id, created_at, state FROM mail WHERE business_key = :key")
                .bind("key", "STATEMENT/" + row.entry().key()).map((mail, context) -> ExplainedStep.of(
                        Columns.instant(mail, "created_at"), 1, own.of(LifeWord.MAIL_IS, "M-" + mail.getLong("mail_id"),
                                own.called("STATE", mail.getString("state"))))).forEach(steps::add);
        return steps;
    }

    private String now(WorklistWording own, IssuedRow row) {
        boolean replaced = handle.createQuery("""
                        SELECT COUNT(*) FROM statement s JOIN batch b ON b.batch_id = s.batch_id AND b.known_at IS NOT NULL
                        WHERE s.company = :company AND s.customer_id = :customer AND s.currency = :currency
                        AND s.statement_month = :month AND s.version > :version""")
                .bind("company", row.company()).bind("customer", row.entry().key().customer().number())
                .bind("currency", row.entry().key().currency().getCurrencyCode())
                .bind("month", row.entry().key().month().toString()).bind("version", row.entry().key().version())
                .mapTo(Long.class).one() > 0;
        boolean whole = row.entry().hash(row.previousHash()).equals(row.entryHash());
        return own.of(replaced ? LifeWord.REPLACED : LifeWord.LATEST) + "; "
                + own.of(whole ? LifeWord.HASH_RIGHT : LifeWord.HASH_WRONG);
    }

    private String account(WorklistWording own, String hash) {
        return AccountReleaseStore.all(handle).stream().filter(release -> release.contentHash().equals(hash)).findFirst()
                .map(release -> release.account() + ", " + Iban.grouped(release.content().split("\n")[3]))
                .orElseGet(() -> own.of(LifeWord.ACCOUNT_NOT_KNOWN));
    }
}
