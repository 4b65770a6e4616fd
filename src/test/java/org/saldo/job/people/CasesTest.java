package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.AllocationRows;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.AccountCash;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyStore;

/** Made-up companies with a known truth: nothing is applied wrongly, and nearly all that can be decided is applied. */
class CasesTest {

    private static final Path CASES = Path.of(System.getProperty("cases", "../shared/cases"), "cash-application");
    private static final BigDecimal LARGEST_FEE = new BigDecimal("12.50");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void appliesNearlyAllThatCanBeDecidedAndNothingWrongly(String set) throws IOException {
        Path folder = CASES.resolve(set);
        Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not here: its cases are skipped");
        try (Database database = TestDatabase.HSQLDB.open();
             Leases leases = new Leases(database, LedgerFixture.CLOCK, "test")) {
            LedgerFixture fixture = new LedgerFixture(database);
            fixture.take(DAY, customers(folder), documents(folder), receipts(folder));
            ReconciliationStore store = new ReconciliationStore(fixture.ledger());
            ReconciliationJob job = new ReconciliationJob(leases, store,
                    new Companies(List.of(LedgerFixture.MAIN)), MatchingPolicy.shipped());
            job.run(DAY);
            assertThat(store.cash()).isNotEmpty().allMatch(AccountCash::addsUp);
            assertThat(job.run(DAY).written()).isZero();
            assertThat(new VerifyStore(fixture.ledger()).verify(rows -> { }).results())
                    .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
            List<AllocationRows.Row> rows = AllocationRows.of(database);
            export(rows, Path.of("target", "allocations-" + set + ".csv"));
            Score score = score(folder, rows);
            assertThat(score.wrong).isEmpty();
            assertThat(score.right * 1000).isGreaterThanOrEqualTo(995 * score.decidable);
        }
    }

    private static List<Customer> customers(Path folder) throws IOException {
        return rows(folder.resolve("customers.csv")).stream().map(row ->
                LedgerFixture.customer(row.get("customer_id"), row.get("name"), row.get("iban"))).toList();
    }

    private static List<Document> documents(Path folder) throws IOException {
        return rows(folder.resolve("invoices.csv")).stream().map(row -> LedgerFixture.document(
                DocumentType.valueOf(row.get("document_type")), row.get("document_number"), row.get("customer_id"),
                LocalDate.parse(row.get("issue_date")), Money.of(row.get("currency"), row.get("amount")),
                row.get("discount_until").isEmpty() ? Optional.empty() : Optional.of(new CashDiscount(
                        new BigDecimal(row.get("discount_percent")), LocalDate.parse(row.get("discount_until")))))).toList();
    }

    private static List<Receipt> receipts(Path folder) throws IOException {
        return rows(folder.resolve("payments.csv")).stream().map(row -> LedgerFixture.receipt(row.get("payment_id"),
                LocalDate.parse(row.get("booking_date")), Money.of(row.get("currency"), row.get("amount")),
                row.get("payer_name"), row.get("payer_iban"), row.get("remittance_text"), row.get("return_of"))).toList();
    }

    private record Score(long decidable, long right, List<String> wrong) {
    }

    /** A receipt is wrong when it pays a document, or more of one, that it should not; of twins either may be the one. */
    private static Score score(Path folder, List<AllocationRows.Row> allocations) throws IOException {
        Map<String, Map<String, BigDecimal>> truth = new HashMap<>();
        for (Map<String, String> row : rows(folder.resolve("truth.csv"))) {
            truth.computeIfAbsent(row.get("payment_id"), any -> new TreeMap<>()).merge(
                    row.get("document_number") + " " + row.get("kind"), new BigDecimal(row.get("amount")), BigDecimal::add);
        }
        Map<String, Map<String, BigDecimal>> done = new HashMap<>();
        for (AllocationRows.Row row : allocations) {
            done.computeIfAbsent(row.paymentId(), any -> new TreeMap<>()).merge(row.documentNumber() + " " + row.kind(),
                    row.amount(), BigDecimal::add);
        }
        done.values().forEach(parts -> parts.values().removeIf(amount -> amount.signum() == 0));
        List<Map<String, String>> facts = rows(folder.resolve("truth_payments.csv"));
        facts.stream().filter(fact -> !fact.get("twin_of").isEmpty()).forEach(fact -> {
            String twin = fact.get("payment_id");
            String first = fact.get("twin_of");
            if (!done.getOrDefault(twin, Map.of()).isEmpty() && done.getOrDefault(first, Map.of()).isEmpty()) {
                Map<String, BigDecimal> paid = truth.getOrDefault(first, Map.of());
                truth.put(first, truth.getOrDefault(twin, Map.of()));
                truth.put(twin, paid);
            }
        });
        long decidable = 0;
        long right = 0;
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> fact : facts) {
            boolean counts = fact.get("decidable").equals("yes");
            decidable += counts ? 1 : 0;
            Map<String, BigDecimal> want = comparable(truth.getOrDefault(fact.get("payment_id"), Map.of()));
            Map<String, BigDecimal> have = comparable(done.getOrDefault(fact.get("payment_id"), Map.of()));
            if (fact.get("case").equals("short_fee")) {
                have.keySet().removeIf(part -> part.endsWith(" WRITE_OFF") && have.get(part).compareTo(LARGEST_FEE) <= 0);
            }
            if (have.entrySet().stream().anyMatch(part -> part.getValue().compareTo(
                    want.getOrDefault(part.getKey(), BigDecimal.ZERO)) > 0)) {
                wrong.add(fact.get("payment_id") + " " + fact.get("case") + " " + have + " instead of " + want);
            } else if (counts && have.equals(want)) {
                right++;
            }
        }
        return new Score(decidable, right, wrong);
    }

    private static Map<String, BigDecimal> comparable(Map<String, BigDecimal> parts) {
        Map<String, BigDecimal> plain = new TreeMap<>();
        parts.forEach((document, amount) -> plain.put(document, amount.stripTrailingZeros()));
        return plain;
    }

    private static void export(List<AllocationRows.Row> rows, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("payment_id,document_number,amount,kind,rule"));
        rows.forEach(row -> lines.add(String.join(",", row.paymentId(), row.documentNumber(), row.amount().toPlainString(),
                row.kind(), row.rule())));
        Files.write(file, lines);
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().map(de.siegmar.fastcsv.reader.NamedCsvRecord::getFieldsAsMap).toList();
        }
    }
}
