package org.saldo.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.GivenUp;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.reconciliation.PayerRelations;
import org.saldo.reconciliation.Rule;

/**
 * Receipts that wait for a decision by rule, and their decision. A receipt that a rule has applied, or of which a part went
 * back, does not wait, though a rest of it may be unapplied: what becomes of it, a person says.
 */
public final class ReconciliationStore {

    /** Who decides by rule; what anybody else has decided, no rule changes. */
    public static final String ACTOR = "rules";

    private static final int READ_AT_ONCE = 5000;
    private static final int PAGE = 1000;
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
    public Map<String, List<WaitingReceipt>> waiting(LocalDate day) {
        Map<String, List<WaitingReceipt>> byCompany = new TreeMap<>();
        long last = 0;
        List<WaitingReceipt> page;
        do {
            page = waitingAfter(last, day, byCompany);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == READ_AT_ONCE);
        byCompany.values().forEach(receipts -> receipts.sort(WaitingReceipt.ORDER));
        return byCompany;
    }

    private List<WaitingReceipt> waitingAfter(long last, LocalDate day, Map<String, List<WaitingReceipt>> byCompany) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT o.receipt_id, r.booking_date, r.value_date, r.account, r.payment_id, r.return_of, o.company,
                               r.maturity_date, r.instrument, d.decided_by, d.outcome
                        FROM open_receipt o
                        JOIN batch b ON b.batch_id = o.batch_id
                        JOIN receipt r ON r.receipt_id = o.receipt_id
                        LEFT JOIN decision d ON d.decision_id = o.decision_id
                        WHERE o.receipt_id > :last AND b.known_at IS NOT NULL AND o.unapplied = r.amount
                        ORDER BY o.receipt_id LIMIT :most""")
                .bind("last", last).bind("most", READ_AT_ONCE)
                .map((row, context) -> {
                    WaitingReceipt receipt = new WaitingReceipt(row.getLong(1), row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class), row.getString(4), row.getString(5), row.getString(6));
                    LocalDate maturity = row.getObject(8, LocalDate.class);
                    boolean cash = !"BILL".equals(row.getString(9)) || maturity == null || !maturity.isAfter(day);
                    if (cash && isForRules(row.getString(10), row.getString(11))) {
                        byCompany.computeIfAbsent(row.getString(7), any -> new ArrayList<>()).add(receipt);
                    }
                    return receipt;
                }).list());
    }

    /**
     * Decides receipts of one company, all together. {@code each} is told of every receipt once, with what it came to.
     *
     * @throws StoreException when other work changed the books again and again while it ran
     */
    public void decide(Company company, MatchingPolicy policy, List<WaitingReceipt> receipts, LocalDate day,
                       Consumer<DecidedReceipt> each) {
        List<WaitingReceipt> waiting = receipts;
        Set<Long> told = new HashSet<>();
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
                waiting = waiting(day).getOrDefault(company.id(), List.of());
            }
        }
    }

    private void decideOnce(Company company, MatchingPolicy policy, List<WaitingReceipt> receipts, LocalDate day,
                            Consumer<DecidedReceipt> each) {
        Instant known = ledger.knownAt();
        News news = new News(company.id());
        ledger.database().jdbi().useHandle(handle -> {
            LocalDate lookFrom = policy.allows(Rule.SECOND_LOOK) ? day.minusDays(policy.secondLookDays()) : LocalDate.MAX;
            boolean isNews = policy.allows(Rule.SECOND_LOOK) && news.isAny(handle);
            Touched touched = !isNews ? Touched.NONE
                    : new ProvisionalReceipts(handle, company.id(), lookFrom).touchedSince(news.since(handle));
            if (!receipts.isEmpty() || !touched.all().isEmpty()) {
                DecisionWriter.Head head = new DecisionWriter.Head(company, policy.version(), day, lookFrom);
                decideTogether(handle, head, policy, receipts, touched, each);
            }
            if (isNews) {
                handle.useTransaction(same -> news.wasSeen(same, known));
            }
        });
    }

    private void decideTogether(Handle handle, DecisionWriter.Head head, MatchingPolicy policy, List<WaitingReceipt> receipts,
                                Touched touched, Consumer<DecidedReceipt> each) {
        String company = head.company().id();
        PayerDirectory directory = new CustomerDirectory(ledger.database()).fill(new PayerDirectory(
                relations.of(company, company.equals(standardCompany)), policy.confirmationsNeeded()), head.company());
        BookReader reader = new BookReader(handle, company, directory);
        ItemBook book = new ItemBook();
        Map<String, List<Advice>> advices = reader.advices(Stream.concat(receipts.stream().limit(1).map(WaitingReceipt::booked),
                touched.all().stream().map(earlier -> earlier.row().receipt().bookingDate())).min(LocalDate::compareTo)
                .orElseThrow().minusDays(policy.adviceDays()));
        if (isWorthReadingAll(receipts.size())) {
            reader.readAll(book);
        } else {
            List<Advice> all = advices.values().stream().flatMap(List::stream).toList();
            rows(handle, ReceiptRow.SELECT, receipts).forEach(page -> reader.readFor(book,
                    page.stream().map(ReceiptRow::receipt).toList(), policy, all));
            reader.readFor(book, touched.all().stream().map(earlier -> earlier.row().receipt()).toList(), policy, all);
        }
        touched.all().forEach(earlier -> reader.readItems(book, earlier.applied().items()));
        Decisions decisions = new DecisionWriter(ledger, head, book, reader, each);
        GivenUp givenUp = new GivenUpRows(handle, company, head.day(), ledger.knownAt()).givenUp();
        new MatchingRun(book, new Matcher(policy, directory, book, givenUp), advices, decisions)
                .decide(rows(handle, ReceiptRow.SELECT, receipts), touched);
    }

    private boolean isWorthReadingAll(int receipts) {
        long documents = ledger.database().jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM document").mapTo(Long.class).one());
        return documents <= (long) receipts * DOCUMENTS_WORTH_READING;
    }

    /** The receipts in pages, each read when it is asked for. */
    static Iterable<List<ReceiptRow>> rows(Handle handle, String sql, List<WaitingReceipt> receipts) {
        return () -> IntStream.range(0, (receipts.size() + PAGE - 1) / PAGE).mapToObj(page -> {
            List<Long> ids = receipts.subList(page * PAGE, Math.min(receipts.size(), (page + 1) * PAGE)).stream()
                    .map(WaitingReceipt::id).toList();
            Map<Long, ReceiptRow> found = new HashMap<>();
            InList.query(handle.getConnection(), sql, ids,
                    row -> found.put(row.getLong(1), ReceiptRow.read(row)));
            return ids.stream().map(found::get).filter(row -> row != null && row.isWhole() && isForRules(row)).toList();
        }).iterator();
    }

    private static boolean isForRules(ReceiptRow row) {
        return row.earlier().map(earlier -> isForRules(earlier.decidedBy(), earlier.outcome())).orElse(true);
    }

    private static boolean isForRules(String decidedBy, String outcome) {
        return decidedBy == null || decidedBy.equals(ACTOR) && !outcome.equals(Outcome.APPLIED.name());
    }

    /** Where the cash of each account is: all that was ever received, and what became of it. */
    public List<AccountCash> cash() {
        return new AccountCashQuery(ledger.database()).all();
    }
}
