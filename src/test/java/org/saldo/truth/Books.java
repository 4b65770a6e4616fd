package org.saldo.truth;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.RemittanceLine;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.AllocationRows;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.LedgerRows;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyStore;

/** An empty ledger in memory that takes records in, reconciles them, and tells what came of it. */
final class Books implements AutoCloseable {

    private static final InstantSource CLOCK = LedgerFixture.CLOCK;
    private static final String OTHER_ACCOUNT = "DE02120300000000202051";
    private static final Company OTHER = new Company("other", "Other Example Ltd", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER,
            List.of(new Company.BankAccount(OTHER_ACCOUNT, "EUR", "Example Bank")), Optional.empty(), "", List.of());

    private final Database database = TestDatabase.HSQLDB.open();
    private final Leases leases = new Leases(database, CLOCK, "test");
    private final LedgerFixture fixture = new LedgerFixture(database);
    private final ReconciliationJob job;

    Books() {
        this(MatchingPolicy.shipped());
    }

    Books(MatchingPolicy policy) {
        job = new ReconciliationJob(leases, new ReconciliationStore(fixture.ledger()),
                new Companies(List.of(LedgerFixture.MAIN, OTHER)), policy);
    }

    /** The company's own bank account. */
    static String account(String company) {
        return company.equals("main") ? LedgerFixture.ACCOUNT : OTHER_ACCOUNT;
    }

    /** Everything at once, reconciled once. */
    static List<AllocationRows.Row> reconciled(World world, LocalDate day) {
        try (Books books = new Books()) {
            books.take(day, world.customers(), world.documents(), world.receipts(), world.adviceLines());
            books.reconcile(day);
            books.verify();
            return books.allocations();
        }
    }

    void take(LocalDate day, List<Customer> customers, List<Document> documents, List<Receipt> receipts,
              List<RemittanceLine> advices) {
        fixture.take(day, customers, documents, receipts);
        if (!advices.isEmpty()) {
            fixture.advice(day, advices.toArray(RemittanceLine[]::new));
        }
    }

    ReconciliationReport reconcile(LocalDate day) {
        return job.run(day);
    }

    List<AllocationRows.Row> allocations() {
        return AllocationRows.of(database);
    }

    /** All that was decided, with its evidence. */
    List<String> decisions() {
        return new LedgerRows(fixture.ledger()).decisions();
    }

    /** What each receipt settles of each document in the end, a line each, sorted. */
    List<String> settled() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        allocations().forEach(row -> sums.merge(row.paymentId() + " " + row.kind() + " " + row.documentNumber(), row.amount(),
                BigDecimal::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
    }

    /** Why each receipt that is not used up waits, by payment. */
    Map<String, String> waiting() {
        Map<String, String> reasons = new TreeMap<>();
        new LedgerRows(fixture.ledger()).openReceipts().forEach(line ->
                reasons.put(line.substring(0, line.indexOf(' ')), line.substring(line.lastIndexOf(' ') + 1)));
        return reasons;
    }

    /** @throws AssertionError when the ledger breaks a promise */
    void verify() {
        org.assertj.core.api.Assertions.assertThat(new VerifyStore(fixture.ledger()).verify(rows -> { }).results())
                .allSatisfy(result -> org.assertj.core.api.Assertions.assertThat(result.breaches()).isEmpty());
    }

    @Override
    public void close() {
        leases.close();
        database.close();
    }
}
