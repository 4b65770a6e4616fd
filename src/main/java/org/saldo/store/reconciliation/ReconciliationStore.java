package org.saldo.store.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.GivenUp;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.reconciliation.PayerRelations;
import org.saldo.reconciliation.Rule;
import org.saldo.store.Conflict;
import org.saldo.store.Ledger;
import org.saldo.store.StoreException;
import org.saldo.store.account.AccountCash;
import org.saldo.store.account.AccountCashQuery;

/**
 * Receipts that wait for a decision by rule, and their decision. A receipt that a rule has applied, or of which a part went
 * back, does not wait, though a rest of it may be unapplied: what becomes of it, a person says.
 */
public final class ReconciliationStore {

    /** Who decides by rule; what anybody else has decided, no rule changes. */
    public static final String ACTOR = "rules";

    /** Asking for all that a receipt may name costs about as much as reading so many documents. */
    private static final int DOCUMENTS_WORTH_READING = 50;
    private static final int MOST_ATTEMPTS = 5;

    private final Ledger ledger;
    private final PayerRelations relations;
    private final String standardCompany;

    /** Without payer relations. */
    public ReconciliationStore(Ledger ledger) {
        this(ledger, PayerRelations.none(), "");
    }

    /** @param standardCompany the company of the relations that name none */
    public ReconciliationStore(Ledger ledger, PayerRelations relations, String standardCompany) {
        this.ledger = ledger;
        this.relations = relations;
        this.standardCompany = standardCompany;
    }

    /** By company, the receipts that wait, in the order of decision. A bill waits until {@code day} is its maturity. */
    public Map<String, ReceiptQueue> waiting(LocalDate day) {
        return ledger.database().jdbi().withHandle(handle -> new WaitingReceipts(handle.getConnection(), day).byCompany());
    }

    /**
     * Decides receipts of one company, all together. {@code each} is told of every receipt once, with what it came to.
     *
     * @throws StoreException when other work changed the books again and again while it ran
     */
    public void decide(Company company, MatchingPolicy policy, Optional<ReceiptQueue> receipts, LocalDate day,
                       Consumer<DecidedReceipt> each) {
        ReceiptQueue waiting = receipts.orElse(ReceiptQueue.EMPTY);
        LongSet told = new LongSet();
        for (int attempt = 1; ; attempt++) {
            try {
                decideOnce(company, policy, waiting, day, receipt -> {
                    if (told.add(receipt.receiptId())) {
                        each.accept(receipt);
                    }
                });
                return;
            } catch (Conflict changed) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new StoreException("cash application: the books changed while it ran, " + attempt
                            + " times; what was decided so far is kept, the rest comes with the next run", changed);
                }
                waiting = waiting(day).getOrDefault(company.id(), ReceiptQueue.EMPTY);
            }
        }
    }

    private void decideOnce(Company company, MatchingPolicy policy, ReceiptQueue receipts, LocalDate day,
                            Consumer<DecidedReceipt> each) {
        Instant known = ledger.knownAt();
        News news = new News(company.id());
        ledger.database().jdbi().useHandle(handle -> {
            LocalDate lookFrom = policy.allows(Rule.SECOND_LOOK) ? day.minusDays(policy.secondLookDays()) : LocalDate.MAX;
            boolean isNews = policy.allows(Rule.SECOND_LOOK) && news.isAny(handle);
            Touched touched = !isNews ? Touched.NONE
                    : new ProvisionalReceipts(handle, company.id(), lookFrom)
                            .touchedSince(news.since(handle), policy.adviceDays());
            if (!receipts.isEmpty() || !touched.all().isEmpty()) {
                DecisionWriter.Head head = new DecisionWriter.Head(company, policy.version(), day, lookFrom);
                decideTogether(handle, head, policy, receipts, touched, each);
            }
            if (isNews) {
                handle.useTransaction(same -> news.wasSeen(same, known));
            }
        });
    }

    private void decideTogether(Handle handle, DecisionWriter.Head head, MatchingPolicy policy, ReceiptQueue receipts,
                                Touched touched, Consumer<DecidedReceipt> each) {
        String company = head.company().id();
        PayerDirectory directory = new CustomerDirectory(ledger.database()).fill(new PayerDirectory(
                relations.of(company, company.equals(standardCompany)), policy.confirmationsNeeded()), head.company());
        BookReader reader = new BookReader(handle, company, directory);
        ItemBook book = new ItemBook();
        book.elsewhere().asksHowSettled(new SettledWithoutCash(handle, company)::of);
        Map<String, List<Advice>> advices = reader.advices(Stream.concat(Stream.of(receipts.firstBooked()),
                touched.all().stream().map(earlier -> earlier.row().receipt().bookingDate())).min(LocalDate::compareTo)
                .orElseThrow().minusDays(policy.adviceDays()));
        ReceiptPages pages = new ReceiptPages(handle.getConnection(), ReceiptRow.OPEN, receipts);
        if (isWorthReadingAll(receipts.size())) {
            reader.readAll(book);
        } else {
            reader.readFor(book, touched.all().stream().map(earlier -> earlier.row().receipt()).toList(), policy,
                    advices.values().stream().flatMap(List::stream).toList());
            pages.forEach(page -> reader.readFor(book, page.stream().map(ReceiptRow::receipt).toList(), policy, List.of()));
        }
        touched.all().forEach(earlier -> reader.readItems(book, earlier.applied().items()));
        Decisions decisions = new DecisionWriter(ledger, head, book, reader, each);
        GivenUp givenUp = new GivenUpRows(handle, company, head.day(), ledger.knownAt()).givenUp();
        new MatchingRun(book, new Matcher(policy, directory, book, givenUp), advices, decisions)
                .decide(pages, touched);
    }

    private boolean isWorthReadingAll(int receipts) {
        long documents = ledger.database().jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM document").mapTo(Long.class).one());
        return documents <= (long) receipts * DOCUMENTS_WORTH_READING;
    }

    /** Where the cash of each account is: all that was ever received, and what became of it. */
    public List<AccountCash> cash() {
        return new AccountCashQuery(ledger.database()).all();
    }
}
