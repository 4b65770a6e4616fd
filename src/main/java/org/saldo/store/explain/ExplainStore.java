package org.saldo.store.explain;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;
import org.saldo.store.Ledger;
import org.saldo.store.exclusion.ExclusionRow;

/** Finds everything that an id can mean and tells its life. */
public final class ExplainStore {

    private final Ledger ledger;
    private final Function<String, WorklistWording> words;

    /** @param words by company */
    public ExplainStore(Ledger ledger, Function<String, WorklistWording> words) {
        this.ledger = ledger;
        this.words = words;
    }

    /**
     * Payments, documents, customers, printed bank accounts, issued statements ({@code S-17}, or the SHA-256 of a
     * PDF), an allocation ({@code A-1017}), an instruction
     * ({@code I-1019}) and a mail ({@code M-1018}) of this name.
     */
    public List<Explained> find(String id) {
        LocalDate day = LocalDate.ofInstant(ledger.now(), ZoneOffset.UTC);
        return ledger.database().jdbi().withHandle(handle -> {
            List<Explained> found = new ArrayList<>(new ExplainReceipts(handle, words).explain(id));
            found.addAll(new ExplainItems(handle, day, words).explain(id));
            found.addAll(new ExplainCustomers(handle, day).explain(id));
            found.addAll(new ExplainStatements(handle).explain(number("S-", id), id));
            found.addAll(new ExplainAccounts(handle).explain(id));
            number("A-", id).flatMap(number -> new ExplainAllocations(handle, words).explain(number)).ifPresent(found::add);
            number("I-", id).flatMap(number -> new ExplainInstructions(handle, words).explain(number)).ifPresent(found::add);
            for (ExclusionRow.Kind kind : ExclusionRow.Kind.values()) {
                number(kind.prefix(), id).flatMap(number -> new ExplainStandings(handle, day).explain(kind, number))
                        .ifPresent(found::add);
            }
            number("M-", id).flatMap(number -> mail(handle, number)).ifPresent(found::add);
            return found;
        });
    }

    private static Optional<Long> number(String prefix, String id) {
        return id.startsWith(prefix) && id.substring(prefix.length()).matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(id.substring(prefix.length()))) : Optional.empty();
    }

    private static Optional<Explained> mail(Handle handle, long id) {
        List<ExplainedStep> steps = handle.createQuery("SELECT * FROM mail_event WHERE mail_id = :id ORDER BY event_id")
                .bind("id", id).map((row, context) -> ExplainedStep.of(Columns.instant(row, "happened_at"),
                        row.getLong("event_id"), ExplainAllocations.words(row.getString("state")),
                        "by: " + row.getString("actor"), ExplainedStep.why("what happened", row.getString("detail")))).list();
        return handle.createQuery("SELECT * FROM mail WHERE mail_id = :id").bind("id", id)
                .map((row, context) -> {
                    List<ExplainedStep> all = new ArrayList<>(steps);
                    all.add(ExplainedStep.of(Columns.instant(row, "created_at"), 0, "made in the transaction of its decision",
                            "business key: " + row.getString("business_key"), "message id: " + row.getString("message_id")));
                    return new Explained(row.getString("company"), "Mail M-" + id + " (company " + row.getString("company")
                            + ", " + ExplainAllocations.words(row.getString("kind")) + ")",
                            List.of("to " + row.getString("recipients"), "subject: " + row.getString("subject")), all,
                            List.of(ExplainAllocations.words(row.getString("state")) + ", " + row.getInt("attempts")
                                    + " attempts" + (row.getString("last_reply").isEmpty() ? ""
                                    : ", last reply: " + row.getString("last_reply"))));
                }).findOne();
    }
}
