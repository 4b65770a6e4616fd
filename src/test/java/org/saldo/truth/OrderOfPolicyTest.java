package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.AllocationOrder;
import org.saldo.reconciliation.AllocationOrders;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.AllocationRows;
import org.saldo.store.LedgerFixture;

/** Customers of four countries pay without a word what fits nothing: each country's law orders what that settles. */
class OrderOfPolicyTest {

    private static final LocalDate BOOKED = LocalDate.of(2026, 6, 15);
    private static final List<String> COUNTRIES = List.of("DE", "FR", "ES", "IT");
    private static final AllocationOrders ORDERS = new AllocationOrders(AllocationOrder.HOLD, Map.of(), Map.of("DE",
            AllocationOrder.DUE_OLDEST, "FR", AllocationOrder.OLDEST, "ES", AllocationOrder.PRO_RATA), Map.of());

    private final Random random = new Random(77);
    private final List<Customer> customers = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<String, Map<String, Long>> wanted = new TreeMap<>();

    @Test
    void eachCountrysOrderIsFollowedToTheCentAndNoneWhereNoneIsSaid() {
        for (int i = 0; i < 160; i++) {
            tell(i, COUNTRIES.get(i % COUNTRIES.size()));
        }
        try (Books books = new Books(MatchingPolicy.shipped().withOrders(ORDERS))) {
            books.take(BOOKED, customers, documents, receipts, List.of());
            books.reconcile(BOOKED);
            books.verify();
            Map<String, Map<String, Long>> done = new TreeMap<>();
            for (AllocationRows.Row row : books.allocations()) {
                assertThat(row.rule()).isEqualTo("allocation-order");
                done.computeIfAbsent(row.paymentId(), any -> new TreeMap<>()).put(row.documentNumber(),
                        row.amount().movePointRight(2).longValueExact());
            }
            wanted.forEach((payment, parts) -> assertThat(done.get(payment)).as(payment).isEqualTo(parts));
            assertThat(done).hasSize(120);
        }
    }

    /** Two to five invoices, and a payment that is no sum of any of them. */
    private void tell(int number, String country) {
        String account = "%s%020d".formatted(country, 4_711_000_000L + number);
        Customer like = LedgerFixture.customer("K" + number, "Name " + number + " GmbH", account);
        customers.add(new Customer(new CustomerId("main", "K" + number), like.name(), country, "en", "EUR", like.email(), account,
                "NET30", "", like.name(), "", "", "", "", "", "", Optional.empty(), "", "", "", false, false));
        List<Document> open = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            Document document = LedgerFixture.invoice("N%d-%d".formatted(1000 + number, 100 + i), "K" + number,
                    LocalDate.of(2026, 4, 1).plusDays(i * 14L + random.nextInt(14)),
                    BigDecimal.valueOf(10_000 + random.nextInt(900_000), 2).toPlainString());
            open.add(document);
        }
        documents.addAll(open);
        long sum = open.stream().mapToLong(each -> each.amount().minorUnits()).sum();
        long paid = 1 + sum * (20 + random.nextInt(70)) / 100;
        while (isSumOfSome(open, paid)) {
            paid++;
        }
        receipts.add(LedgerFixture.receipt("P" + number, BOOKED, Money.ofMinor(open.get(0).amount().currency(), paid),
                like.name(), account, "thank you", ""));
        if (!country.equals("IT")) {
            wanted.put("P" + number, settled(open, paid, country));
        }
    }

    private static boolean isSumOfSome(List<Document> open, long paid) {
        for (int set = 1; set < 1 << open.size(); set++) {
            long sum = 0;
            for (int i = 0; i < open.size(); i++) {
                sum += (set >> i & 1) * open.get(i).amount().minorUnits();
            }
            if (sum == paid) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Long> settled(List<Document> open, long paid, String country) {
        if (country.equals("ES")) {
            return inProportion(open.stream().filter(each -> !each.dueDate().isAfter(BOOKED)).toList(), open, paid);
        }
        Comparator<Document> order = country.equals("DE") ? Comparator.comparing(Document::dueDate)
                : Comparator.comparing(Document::issueDate);
        Map<String, Long> parts = new TreeMap<>();
        long rest = paid;
        for (Document each : open.stream().sorted(order).toList()) {
            long part = Math.min(rest, each.amount().minorUnits());
            if (part > 0) {
                parts.put(each.key().number(), part);
            }
            rest -= part;
        }
        return parts;
    }

    /** What is due first, in proportion; the cents that are left over go to those with the largest remainders. */
    private static Map<String, Long> inProportion(List<Document> due, List<Document> open, long paid) {
        Map<String, Long> parts = new TreeMap<>();
        long ofDue = Math.min(paid, due.stream().mapToLong(each -> each.amount().minorUnits()).sum());
        share(due, ofDue, parts);
        share(open.stream().filter(each -> !due.contains(each)).toList(), paid - ofDue, parts);
        return parts;
    }

    private static void share(List<Document> among, long paid, Map<String, Long> parts) {
        long sum = among.stream().mapToLong(each -> each.amount().minorUnits()).sum();
        if (paid == 0) {
            return;
        }
        Map<Document, Long> remainders = new HashMap<>();
        long left = paid;
        for (Document each : among) {
            long exact = each.amount().minorUnits() * paid;
            parts.put(each.key().number(), exact / sum);
            remainders.put(each, exact % sum);
            left -= exact / sum;
        }
        remainders.keySet().stream().sorted(Comparator.comparing((Document each) -> remainders.get(each)).reversed())
                .limit(left).forEach(each -> parts.merge(each.key().number(), 1L, Long::sum));
        parts.values().removeIf(part -> part == 0);
    }
}
