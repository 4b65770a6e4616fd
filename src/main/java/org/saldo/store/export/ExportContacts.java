package org.saldo.store.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.saldo.delivery.export.ItemStatus;
import org.saldo.delivery.export.RowSink;
import org.saldo.dunning.measure.LateBecause;
import org.saldo.store.CustomerRange;
import org.saldo.store.LedgerRead;
import org.saldo.store.explain.ContactLog;

/** The lists of contacts with customers, and of why what is overdue is overdue. */
final class ExportContacts {

    private static final int CUSTOMERS_AT_ONCE = 200;
    private static final String UNKNOWN = LateBecause.UNKNOWN;
    private static final String DISPUTED = LateBecause.DISPUTED;

    private static final String LATENESS = """
            SELECT l.company, l.customer_id, COALESCE(l.item_id, 0) AS item_id, l.code
            FROM lateness l JOIN batch b ON b.batch_id = l.batch_id
            WHERE b.known_at <= :knownAt AND l.noted_on <= :day AND (:company = '' OR l.company = :company)
            ORDER BY l.lateness_id""";

    private static final String NEXT = """
            SELECT DISTINCT c.customer_id FROM customer c JOIN batch b ON b.batch_id = c.batch_id
            WHERE b.known_at <= :knownAt AND c.company = :company AND c.customer_id > :afterNumber
            ORDER BY c.customer_id LIMIT""" + " " + CUSTOMERS_AT_ONCE;

    private final LedgerRead read;

    ExportContacts(LedgerRead read) {
        this.read = read;
    }

    /** Customer by customer, each in the order of time, up to the end of the day. */
    void contacts(RowSink sink) {
        List<String> companies = read.query("SELECT DISTINCT c.company FROM customer c JOIN batch b ON b.batch_id = c.batch_id"
                + " WHERE b.known_at <= :knownAt AND (:company = '' OR c.company = :company) ORDER BY c.company")
                .mapTo(String.class).list();
        for (String company : companies) {
            String after = "";
            List<String> page = page(company, after);
            while (!page.isEmpty()) {
                new ContactLog(read.handle(), read.knownAt()).of(CustomerRange.of(company, page)).stream()
                        .filter(entry -> !entry.at().atOffset(ZoneOffset.UTC).toLocalDate().isAfter(read.day()))
                        .forEach(entry -> LedgerRead.put(sink, company, entry.customer().number(), entry.at(), entry.kind(),
                                entry.direction(), entry.reference(), entry.words(), entry.by()));
                after = page.get(page.size() - 1);
                page = page(company, after);
            }
        }
    }

    private List<String> page(String company, String after) {
        return read.query(NEXT).bind("company", company).bind("afterNumber", after).mapTo(String.class).list();
    }

    private record Cause(String company, String currency, String code) {
    }

    private static final class Sum {
        private final Set<String> customers = new HashSet<>();
        private int documents;
        private BigDecimal amount = BigDecimal.ZERO;
    }

    /** What was noted of the item holds before what was noted of its customer; what is disputed counts as that. */
    void lateness(RowSink sink) {
        Map<String, String> codes = new HashMap<>();
        LedgerRead.forEach(read.query(LATENESS), row -> codes.put(key(row.getString("company"), row.getString("customer_id"),
                row.getLong("item_id")), row.getString("code")));
        Map<Cause, Sum> sums = new TreeMap<>(Comparator.comparing(Cause::company).thenComparing(Cause::currency)
                .thenComparing(Cause::code));
        new ExportItems(read).forEach(item -> {
            if (item.daysOverdue() > 0 && item.open().isPositive()) {
                String code = item.status() == ItemStatus.DISPUTED ? DISPUTED
                        : codes.getOrDefault(key(item.company(), item.customer(), item.id()),
                                codes.getOrDefault(key(item.company(), item.customer(), 0), UNKNOWN));
                Sum sum = sums.computeIfAbsent(new Cause(item.company(), item.open().currency().getCurrencyCode(), code),
                        any -> new Sum());
                sum.customers.add(item.customer());
                sum.documents++;
                sum.amount = sum.amount.add(item.open().toDecimal());
            }
        });
        Map<List<String>, BigDecimal> wholes = new HashMap<>();
        sums.forEach((cause, sum) -> wholes.merge(List.of(cause.company(), cause.currency()), sum.amount, BigDecimal::add));
        sums.forEach((cause, sum) -> LedgerRead.put(sink, cause.company(), cause.currency(), cause.code(), sum.customers.size(),
                sum.documents, sum.amount, sum.amount.divide(wholes.get(List.of(cause.company(), cause.currency())), 4,
                        RoundingMode.HALF_UP)));
    }

    private static String key(String company, String customer, long item) {
        return company + '\0' + customer + '\0' + item;
    }
}
