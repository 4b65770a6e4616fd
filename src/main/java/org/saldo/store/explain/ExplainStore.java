package org.saldo.store.explain;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.saldo.delivery.worklist.WorklistWording;
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
            found.addAll(new ExplainCustomers(handle, day, words).explain(id));
            found.addAll(new ExplainStatements(handle, words).explain(number("S-", id), id));
            found.addAll(new ExplainAccounts(handle, words).explain(id));
            number("A-", id).flatMap(number -> new ExplainAllocations(handle, words).explain(number)).ifPresent(found::add);
            number("I-", id).flatMap(number -> new ExplainInstructions(handle, words).explain(number)).ifPresent(found::add);
            for (ExclusionRow.Kind kind : ExclusionRow.Kind.values()) {
                number(kind.prefix(), id).flatMap(number -> new ExplainStandings(handle, day, words).explain(kind, number))
                        .ifPresent(found::add);
            }
            number("M-", id).flatMap(number -> new ExplainMails(handle, words).explain(number)).ifPresent(found::add);
            return found;
        });
    }

    private static Optional<Long> number(String prefix, String id) {
        return id.startsWith(prefix) && id.substring(prefix.length()).matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(id.substring(prefix.length()))) : Optional.empty();
    }
}
