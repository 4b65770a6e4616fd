package org.saldo.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.MatchingPolicy;

/**
 * Plays the runs of cash application again by other rules, each with what was known then, and writes nothing. Documents,
 * payments and advices come in when they came in, and people do what they did, as far as it still is there to be done.
 * The decisions of rules in that time are taken anew, each with those before it.
 */
public final class ReplayStore {

    private final Ledger ledger;

    public ReplayStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Tells of every receipt that was booked from one day to another, both included, and decided by a rule, what the other
     * rules would have decided, in the order of decision.
     */
    public void replay(Company company, MatchingPolicy policy, LocalDate from, LocalDate to, Consumer<ReplayedReceipt> each) {
        Instant until = ledger.knownAt();
        ledger.database().jdbi().useHandle(handle -> {
            ReplayHistory history = ReplayHistory.read(handle, company.id(), from, to, until);
            Map<Instant, LocalDate> runs = history.runs();
            if (runs.isEmpty()) {
                return;
            }
            ReplayedReceipts receipts = play(handle, company, policy, history, until);
            history.asked().forEach(head -> {
                long id = head.receipt().id();
                ReplayedReceipt replayed = new ReplayedReceipt(company.id(), head.receipt().paymentId(),
                        head.receipt().account(), head.receipt().booked(), head.amount(), history.byRules(id),
                        receipts.decision(id), history.byPerson(id));
                if (replayed.differs() || !replayed.before().equals(ReplayedDecision.NONE)) {
                    each.accept(replayed);
                }
            });
        });
    }

    private ReplayedReceipts play(Handle handle, Company company, MatchingPolicy policy, ReplayHistory history, Instant until) {
        Instant start = history.runs().keySet().iterator().next();
        ReplayReader books = new ReplayReader(handle, ledger.database(), company.id(), history.heads(), start, until);
        LocalDate[] played = new LocalDate[1];
        history.runs().forEach((instant, day) -> {
            boolean isOtherRun = books.moveOnTo(instant) || !day.equals(played[0]);
            if (isOtherRun) {
                played[0] = day;
                books.items().release(books.payers().directory());
                List<WaitingReceipt> waiting = books.receipts().waiting(instant, day);
                Matcher matcher = new Matcher(policy, books.payers().directory(), books.items().book());
                new MatchingRun(books.items().book(), matcher, books.payers().advices(), books.receipts())
                        .decide(ReconciliationStore.rows(handle, ReceiptRow.AS_BOOKED, waiting));
            }
        });
        return books.receipts();
    }
}
