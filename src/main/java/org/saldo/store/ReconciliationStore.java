package org.saldo.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.PayerDirectory;

/**
 * Receipts that wait for a decision by rule, and the pages in which they are decided. The list of those that wait is held
 * in memory, some hundred bytes each; everything else is read a page at a time.
 */
public final class ReconciliationStore {

    /** Who decides by rule; what anybody else has decided, no rule changes. */
    public static final String ACTOR = "rules";

    private static final int READ_AT_ONCE = 5000;
    private static final int PAGE = 1000;
    /** Asking for every word of a receipt's text costs about as much as reading the keys of so many documents. */
    private static final int DOCUMENTS_WORTH_READING = 50;
    private static final int MOST_PASSES = 10;

    private final Ledger ledger;

    public ReconciliationStore(Ledger ledger) {
        this.ledger = ledger;
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
                               r.maturity_date, r.instrument, d.decided_by
                        FROM open_receipt o
                        JOIN batch b ON b.batch_id = o.batch_id
                        JOIN receipt r ON r.receipt_id = o.receipt_id
                        LEFT JOIN decision d ON d.decision_id = o.decision_id
                        WHERE o.receipt_id > :last AND b.known_at IS NOT NULL
                        ORDER BY o.receipt_id LIMIT :most""")
                .bind("last", last).bind("most", READ_AT_ONCE)
                .map((row, context) -> {
                    WaitingReceipt receipt = new WaitingReceipt(row.getLong(1), row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class), row.getString(4), row.getString(5), row.getString(6));
                    LocalDate maturity = row.getObject(8, LocalDate.class);
                    boolean cash = !"BILL".equals(row.getString(9)) || maturity == null || !maturity.isAfter(day);
                    String decidedBy = row.getString(10);
                    if (cash && (decidedBy == null || decidedBy.equals(ACTOR))) {
                        byCompany.computeIfAbsent(row.getString(7), any -> new ArrayList<>()).add(receipt);
                    }
                    return receipt;
                }).list());
    }

    /**
     * Decides receipts of one company, page by page, each page in one transaction. Pages that only settle come first,
     * again and again until nothing more can be settled; why the rest waits is said last, so that it holds when the run is
     * over and a second run finds nothing to do. {@code each} is told of every receipt once, with what it came to.
     */
    public void decide(Company company, MatchingPolicy policy, List<WaitingReceipt> receipts, LocalDate day,
                       Consumer<DecidedReceipt> each) {
        if (receipts.isEmpty()) {
            return;
        }
        MatchingContext context = context(company, policy, receipts.size());
        List<WaitingReceipt> rest = receipts;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            int before = rest.size();
            rest = pass(context, rest, day, true, each);
            if (rest.size() == before) {
                break;
            }
        }
        pass(context, rest, day, false, each);
    }

    /** One pass over the receipts; those that are still open are returned. */
    private List<WaitingReceipt> pass(MatchingContext context, List<WaitingReceipt> receipts, LocalDate day,
                                      boolean settleOnly, Consumer<DecidedReceipt> each) {
        List<WaitingReceipt> rest = new ArrayList<>();
        int from = 0;
        while (from < receipts.size()) {
            int end = endOfPage(receipts, from);
            List<WaitingReceipt> page = receipts.subList(from, end);
            List<DecidedReceipt> decided = ledger.record(BatchKind.RECONCILIATION, ACTOR, day,
                    batch -> decide(context, page, settleOnly, batch));
            Set<Long> settled = new HashSet<>();
            for (DecidedReceipt receipt : decided) {
                boolean applied = receipt.outcome() == Outcome.APPLIED;
                if (applied) {
                    settled.add(receipt.receiptId());
                }
                if (applied || !settleOnly) {
                    each.accept(receipt);
                }
            }
            page.stream().filter(receipt -> !settled.contains(receipt.id())).forEach(rest::add);
            from = end;
        }
        return rest;
    }

    private static List<DecidedReceipt> decide(MatchingContext context, List<WaitingReceipt> page, boolean settleOnly,
                                               Batch batch) {
        try (ReconciliationPage decided = new ReconciliationPage(context, batch)) {
            return decided.decide(page, settleOnly);
        }
    }

    private MatchingContext context(Company company, MatchingPolicy policy, int receipts) {
        PayerDirectory directory = new CustomerDirectory(ledger.database()).of(company.id());
        DocumentKeys keys = new DocumentKeys(ledger.database());
        Optional<KeyFilter> filter = keys.count() > (long) receipts * DOCUMENTS_WORTH_READING ? Optional.empty()
                : Optional.of(keys.filter());
        boolean hasAdvices = ledger.database().jdbi().withHandle(handle -> handle.createQuery(
                "SELECT line_id FROM remittance_line LIMIT 1").mapTo(Long.class).findOne()).isPresent();
        return new MatchingContext(company, policy, directory, filter, hasAdvices);
    }

    /** Where the cash of each account is: all that was ever received, and what became of it. */
    public List<AccountCash> cash() {
        return new AccountCashQuery(ledger.database()).all();
    }

    /**
     * Where the page that begins at {@code from} ends: before a return whose payment is in the page too, or was returned
     * there once already, since what a payment has paid is read as it was before the page.
     */
    static int endOfPage(List<WaitingReceipt> receipts, int from) {
        Set<String> payments = new HashSet<>();
        int end = from;
        while (end < receipts.size() && end - from < PAGE) {
            WaitingReceipt receipt = receipts.get(end);
            if (receipt.isReturn() && !payments.add(receipt.account() + "/" + receipt.returnOf())) {
                break;
            }
            payments.add(receipt.account() + "/" + receipt.paymentId());
            end++;
        }
        return end;
    }
}
