package org.saldo.store.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;
import org.saldo.reconciliation.Rule;
import org.saldo.store.AllocationRow;
import org.saldo.store.BatchKind;
import org.saldo.store.InList;
import org.saldo.store.Once;

/** Finds the receipts of one company that a rule has applied, on a day or later, and that give way to what comes later. */
public final class ProvisionalReceipts {

    private static final List<String> RULES = labels(Rule::givesWay);
    private static final List<String> ADVISED = labels(Rule::givesWayToAdvice);
    private static final String ACTIVE = """
            NOT (a.reverses IS NOT NULL) AND ab.known_at IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses = a.allocation_id)""";
    private static final String FROM = """
            SELECT DISTINCT a.receipt_id, a.company FROM allocation a JOIN batch ab ON ab.batch_id = a.batch_id
            """;
    private static final String RECENT = " WHERE a.rule IN (<rules>) AND a.allocation_id > :first AND n.known_at > :since AND "
            + ACTIVE;
    private static final String WITH_NEW_ADVICE = """
            SELECT DISTINCT a.receipt_id, a.company, p.booking_date, l.payment_date
            FROM allocation a JOIN batch ab ON ab.batch_id = a.batch_id
            JOIN receipt p ON p.receipt_id = a.receipt_id
            JOIN remittance_line l ON l.company = a.company AND l.customer_id = a.customer_id
            JOIN batch n ON n.batch_id = l.batch_id""" + RECENT;
    private static final String WITH_NEW_DOCUMENT = FROM + """
            JOIN receipt p ON p.receipt_id = a.receipt_id
            JOIN document d ON d.company = a.company AND d.customer_id = a.customer_id
            JOIN batch n ON n.batch_id = d.batch_id""" + RECENT
            + " AND (d.issue_date <= p.booking_date OR a.rule = '" + Rule.SLIP_OF_PEN.label() + "') AND d.currency = a.currency";
    private static final String OF_CUSTOMER = """
            SELECT a.receipt_id, ab.business_day, a.rule, p.amount, p.currency FROM allocation a
            JOIN batch ab ON ab.batch_id = a.batch_id JOIN receipt p ON p.receipt_id = a.receipt_id
            WHERE a.company = ? AND a.customer_id = ? AND""" + " " + ACTIVE;
    private static final String SETTLING = "SELECT a.receipt_id, ab.business_day, a.rule, a.company FROM allocation a"
            + " JOIN batch ab ON ab.batch_id = a.batch_id WHERE a.item_id IN (<keys>) AND " + ACTIVE;

    private final Handle handle;
    private final String company;
    private final LocalDate from;

    public ProvisionalReceipts(Handle handle, String company, LocalDate from) {
        this.handle = handle;
        this.company = company;
        this.from = from;
    }

    private static List<String> labels(Predicate<Rule> which) {
        return Arrays.stream(Rule.values()).filter(which).map(Rule::label).toList();
    }

    /**
     * Those for whose customers something became known after {@code since}.
     *
     * @param adviceDays how many days a payment may be away from the day that its advice names
     */
    Touched touchedSince(Instant since, int adviceDays) {
        long first = first();
        if (!isAny(first)) {
            return Touched.NONE;
        }
        List<Provisional> byDocuments = read(touchedBy(WITH_NEW_DOCUMENT, RULES, since, first, row -> true), Rule::givesWay);
        return new Touched(byDocuments, read(touchedBy(WITH_NEW_ADVICE, ADVISED, since, first, row -> Math.abs(
                ChronoUnit.DAYS.between(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class))) <= adviceDays),
                Rule::givesWayToAdvice));
    }

    /** Whether a rule has applied any since the first day. */
    boolean isAny() {
        return isAny(first());
    }

    private boolean isAny(long first) {
        return handle.createQuery("SELECT MIN(a.allocation_id) FROM allocation a WHERE a.rule IN (<rules>)"
                        + " AND a.allocation_id > :first").bindList("rules", ADVISED).bind("first", first)
                .mapTo(Long.class).findOne().isPresent();
    }

    /** Which of the rows that were found count. */
    private interface Filter {
        boolean takes(ResultSet row) throws SQLException;
    }

    private Set<Long> touchedBy(String news, List<String> rules, Instant since, long first, Filter filter) {
        TreeSet<Long> receipts = new TreeSet<>();
        handle.createQuery(news).bindList("rules", rules).bind("first", first).bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, context) -> row.getString(2).equals(company) && filter.takes(row)
                        && receipts.add(row.getLong(1))).list();
        return receipts;
    }

    /** The id of the first batch of that day or later: rows that were decided before have lower ones. */
    private long first() {
        return handle.createQuery("SELECT MIN(batch_id) FROM batch WHERE kind = :kind AND business_day >= :from")
                .bind("kind", BatchKind.RECONCILIATION.name()).bind("from", from).mapTo(Long.class).findOne()
                .orElse(Long.MAX_VALUE);
    }

    /** Those that settle one of these items. */
    List<Provisional> settling(Collection<Long> items) {
        TreeSet<Long> receipts = new TreeSet<>();
        InList.query(handle.getConnection(), SETTLING, items, row -> {
            boolean recent = !row.getObject(2, LocalDate.class).isBefore(from) && row.getString(4).equals(company);
            if (recent && Rule.of(row.getString(3)).filter(Rule::givesWay).isPresent()) {
                receipts.add(row.getLong(1));
            }
        });
        return read(receipts, Rule::givesWay);
    }

    /** Those of customers that settle something by their amount alone, and have one of these amounts. */
    List<Provisional> fitted(Map<String, Set<Money>> amounts) {
        TreeSet<Long> receipts = new TreeSet<>();
        amounts.forEach((customer, wanted) -> InList.pairs(handle.getConnection(), OF_CUSTOMER, company, List.of(customer),
                row -> {
                    if (!row.getObject(2, LocalDate.class).isBefore(from)
                            && Rule.of(row.getString(3)).filter(Rule::onlyFitsTheAmount).isPresent() && wanted.contains(
                                    Money.of(Currency.getInstance(row.getString(5)), row.getBigDecimal(4)))) {
                        receipts.add(row.getLong(1));
                    }
                }));
        return read(receipts, Rule::onlyFitsTheAmount);
    }

    /** Those that a rule ever settled one of these items with, because it only fitted. */
    public List<Long> everSettling(Collection<Long> items) {
        return ever("a.item_id IN (<keys>)", items);
    }

    /** Those with which a rule ever settled something of these customers, because it only fitted. */
    public List<Long> everOf(Collection<String> customers) {
        return ever("a.customer_id IN (<keys>)", customers);
    }

    private List<Long> ever(String condition, Collection<?> keys) {
        TreeSet<Long> receipts = new TreeSet<>();
        String sql = "SELECT a.receipt_id, a.rule, a.company FROM allocation a JOIN batch b ON b.batch_id = a.batch_id"
                + " WHERE b.known_at IS NOT NULL AND NOT (a.reverses IS NOT NULL) AND " + condition;
        InList.query(handle.getConnection(), sql, keys, row -> {
            if (row.getString(3).equals(company) && ADVISED.contains(row.getString(2))) {
                receipts.add(row.getLong(1));
            }
        });
        return List.copyOf(receipts);
    }

    /** What a person has touched stays as it is. */
    private List<Provisional> read(Collection<Long> receipts, Predicate<Rule> which) {
        ReturnReader reader = new ReturnReader(handle);
        return ReceiptPages.read(handle.getConnection(), ReceiptRow.APPLIED, List.copyOf(receipts), new Once()).stream()
                .filter(row -> appliedBy(row).filter(which).isPresent())
                .sorted(ReceiptRow.ORDER)
                .filter(row -> AllocationRow.ofReceipt(handle, row.id()).stream().filter(AllocationRow::isActive)
                        .allMatch(paid -> paid.decidedBy().equals(ReconciliationStore.ACTOR)
                                && paid.kind() != AllocationKind.REFUND))
                .map(row -> new Provisional(row, reader.original(row.id(), row.receipt().amount().currency()),
                        appliedBy(row).orElseThrow())).toList();
    }

    private static Optional<Rule> appliedBy(ReceiptRow row) {
        return row.earlier().flatMap(ReceiptRow.EarlierDecision::appliedBy);
    }
}
