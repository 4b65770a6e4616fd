package org.saldo.store.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
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

    ExplainStatements(Handle handle) {
        this.handle = handle;
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
        StatementRegister.Entry entry = row.entry();
        List<String> facts = new ArrayList<>(List.of(
                "customer " + entry.key().customer().number() + ", " + entry.key().currency() + ", number " + entry.key().number()
                        + ", balance " + Money.of(entry.key().currency(), entry.closing()),
                "made of what was known at " + entry.asKnownAt(),
                "SHA-256 of the PDF: " + entry.pdfSha256()));
        if (!entry.unsealedSha256().isEmpty()) {
            facts.add("SHA-256 before it was sealed: " + entry.unsealedSha256());
        }
        if (!entry.accountHash().isEmpty()) {
            facts.add("bank account on it: " + account(entry.accountHash()));
        }
        facts.add("entry before: " + row.previousHash());
        facts.add("this entry:   " + row.entryHash());
        facts.add("the entry's hash is the SHA-256 of these, each after a line break: entry before, company, number in the"
                + " register, customer, currency, month, version, balance, microseconds of known-at since 1970, hashes of the"
                + " PDF, of the PDF before it was sealed, of the account");
        return new Explained(row.company(), "Statement " + row.label() + " (company " + row.company() + ") in the register of"
                + " issued statements", facts, steps(row), List.of(now(row)));
    }

    private List<ExplainedStep> steps(IssuedRow row) {
        List<String> why = new ArrayList<>(List.of("by: " + row.madeBy()));
        handle.createQuery("""
                        SELECT q.requested_by, q.reason FROM statement_request q
                        JOIN issued_statement i ON i.statement_id = q.statement_id
                        WHERE i.company = :company AND i.register_number = :number""")
                .bind("company", row.company()).bind("number", row.entry().number())
                .map((asked, context) -> "asked for by " + asked.getString(1) + ": " + asked.getString(2)).forEach(why::add);
        why.addAll(new ExplainChanges(handle).told(row.entry().key()));
        List<ExplainedStep> steps = new ArrayList<>(List.of(new ExplainedStep(row.knownAt(), 0, "issued", why)));
        handle.createQuery("SELECT mail_id, created_at, state FROM mail WHERE business_key = :key")
                .bind("key", "STATEMENT/" + row.entry().key()).map((mail, context) -> {
                    Instant at = Columns.instant(mail, "created_at");
                    return ExplainedStep.of(at, 1, "mail M-" + mail.getLong("mail_id") + ": "
                            + ExplainAllocations.words(mail.getString("state")));
                }).forEach(steps::add);
        return steps;
    }

    private String now(IssuedRow row) {
        boolean replaced = handle.createQuery("""
                        SELECT COUNT(*) FROM statement s JOIN batch b ON b.batch_id = s.batch_id AND b.known_at IS NOT NULL
                        WHERE s.company = :company AND s.customer_id = :customer AND s.currency = :currency
                        AND s.statement_month = :month AND s.version > :version""")
                .bind("company", row.company()).bind("customer", row.entry().key().customer().number())
                .bind("currency", row.entry().key().currency().getCurrencyCode())
                .bind("month", row.entry().key().month().toString()).bind("version", row.entry().key().version())
                .mapTo(Long.class).one() > 0;
        boolean whole = row.entry().hash(row.previousHash()).equals(row.entryHash());
        return (replaced ? "replaced by a later version" : "the latest version") + (whole ? "; the entry's hash is right"
                : "; THE ENTRY'S HASH IS WRONG: see `saldo verify`");
    }

    private String account(String hash) {
        return AccountReleaseStore.all(handle).stream().filter(release -> release.contentHash().equals(hash)).findFirst()
                .map(release -> release.account() + ", " + Iban.grouped(release.content().split("\n")[3])).orElse("unknown")
                + ", hash " + hash;
    }
}
