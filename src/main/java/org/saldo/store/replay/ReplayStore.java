package org.saldo.store.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.GivenUp;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.reconciliation.PayerRelations;
import org.saldo.reconciliation.Rule;
import org.saldo.store.Ledger;
import org.saldo.store.reconciliation.GivenUpRows;
import org.saldo.store.reconciliation.MatchingRun;
import org.saldo.store.reconciliation.ReceiptPages;
import org.saldo.store.reconciliation.ReceiptQueue;
import org.saldo.store.reconciliation.ReceiptRow;
import org.saldo.store.reconciliation.SettledWithoutCash;

/**
 * Plays the runs of cash application again by other rules, each with what was known then, and writes nothing. Documents,
 * payments and advices come in when they came in, what people taught of payers when they taught it,
 * and people do what they did, as far as it still is there to be done.
 * The decisions of rules in that time are taken anew, each with those before it.
 */
public final class ReplayStore {

    private final Ledger ledger;
    private final PayerRelations relations;
    private final String standardCompany;

    /**
     * @param relations       who pays for whom, as it is said today; the days of a relation count, not when it was written
     * @param standardCompany the company of the relations that name none
     */
    public ReplayStore(Ledger ledger, PayerRelations relations, String standardCompany) {
        this.ledger = ledger;
        this.relations = relations;
        this.standardCompany = standardCompany;
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
        PayerRelations said = relations.of(company.id(), company.id().equals(standardCompany));
        ReplayedPayers payers = new ReplayedPayers(company,
                () -> new PayerDirectory(said, policy.confirmationsNeeded()));
        ReplayReader books = new ReplayReader(handle, ledger.database(), company.id(), payers, history, start, until);
        LocalDate[] played = new LocalDate[1];
        GivenUp givenUp = new GivenUpRows(handle, company.id(), history.runs().get(start),
                start.minus(1, ChronoUnit.MICROS)).givenUp();
        history.runs().forEach((instant, day) -> {
            boolean isOtherRun = books.moveOnTo(instant) || !day.equals(played[0]);
            if (isOtherRun) {
                played[0] = day;
                books.items().release(payers.directory());
                ReceiptQueue waiting = books.receipts().waiting(instant, day, policy.allows(Rule.SECOND_LOOK)
                        ? day.minusDays(policy.secondLookDays()) : LocalDate.MAX);
                books.items().book().elsewhere().asksHowSettled(new SettledWithoutCash(handle, company.id())::of);
                Matcher matcher = new Matcher(policy, payers.directory(), books.items().book(), givenUp);
                new MatchingRun(books.items().book(), matcher, payers.advices(), books.receipts())
                        .decide(new ReceiptPages(handle.getConnection(), ReceiptRow.AS_BOOKED, waiting), books.touched());
            }
        });
        return books.receipts();
    }
}
