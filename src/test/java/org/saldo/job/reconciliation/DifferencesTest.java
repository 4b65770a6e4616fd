package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.store.LedgerFixture.invoice;
import static org.saldo.store.LedgerFixture.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saldo.job.ExplainJob;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.RemittanceLine;
import org.saldo.ledger.TaxLine;
import org.saldo.money.Money;
import org.saldo.reconciliation.GivingUp;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.AllocationRows;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.people.PeopleBlockStore;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyStore;

/** Receipts that pay less than is open, or nothing in particular, from the rows to the allocations. */
class DifferencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final Database database = TestDatabase.HSQLDB.open();
    private final Leases leases = new Leases(database, LedgerFixture.CLOCK, "test");
    private final LedgerFixture fixture = new LedgerFixture(database);
    private MatchingPolicy policy = MatchingPolicy.shipped();

    @AfterEach
    void close() {
        leases.close();
        database.close();
    }

    @Test
    void anAdvicesDeductionStaysOpen() {
        take(List.of(customer("C1", "DE01", "DE", "")), List.of(bill("INV-1001", "1000.00"), bill("INV-1002", "80.00")),
                pays("P1", 20, "1030.00", "DE01", "as advised"));
        fixture.advice(DAY, line("INV-1001", "950.00", Optional.of("50.00"), "Preisdifferenz"),
                line("INV-1002", "80.00", Optional.empty(), ""));
        assertThat(reconciled()).containsExactly("P1 INV-1001 950.00 PAYMENT advice-exact",
                "P1 INV-1002 80.00 PAYMENT advice-exact");
        for (String id : List.of("P1", "INV-1001")) {
            assertThat(explained(id)).contains("EUR 50.00 of INV-1001 stays open as PRICE");
        }
    }

    @Test
    void retentionAndTaxAreReadFromTheInvoiceAndChargesFromTheBanksCountry() {
        take(List.of(customer("C1", "DE01", "ES", "")), List.of(
                bill("INV-1001", "1210.00", Optional.empty(), new TaxLine(new BigDecimal("21"), eur("1000.00"), eur("210.00"))),
                bill("INV-1002", "1210.00", Optional.of(eur("60.50"))), bill("INV-1003", "500.00"), bill("INV-1004", "600.00")),
                pays("P1", 20, "1060.00", "DE01", "INV-1001"), pays("P2", 20, "1149.50", "DE01", "INV-1002"),
                receiptFrom("US", "P3", "1080.00", "INV-1003 and INV-1004"));
        assertThat(reconciled()).containsExactlyInAnyOrder("P1 INV-1001 1060.00 PAYMENT withholding-tax",
                "P2 INV-1002 1149.50 PAYMENT retention", "P3 INV-1003 500.00 PAYMENT bank-charges",
                "P3 INV-1004 580.00 PAYMENT bank-charges");
        assertThat(explained("INV-1002")).contains("EUR 60.50 of INV-1002 stays open as RETENTION");
    }

    @Test
    void theMostOfAMonthHoldsInARunAndAcrossRuns() {
        GivingUp shipped = policy.tolerance();
        policy = policy.withTolerance(new GivingUp(shipped.company(), List.of(), shipped.perCustomer(), shipped.perCompany(),
                6, 6));
        List<Document> documents = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            documents.add(bill("INV-" + (1000 + i), "1000.00"));
            receipts.add(pays("P" + i, 10 + i, "998.10", "DE01", "INV-" + (1000 + i)));
        }
        take(List.of(customer("C1", "DE01", "DE", "")), documents, receipts.subList(0, 3).toArray(Receipt[]::new));
        assertThat(reconciled()).filteredOn(line -> line.contains("WRITE_OFF")).hasSize(3);
        take(List.of(), List.of(), receipts.subList(3, 8).toArray(Receipt[]::new));
        assertThat(reconciled()).filteredOn(line -> line.contains("WRITE_OFF")).containsExactly(
                "P1 INV-1001 1.90 WRITE_OFF tolerance", "P2 INV-1002 1.90 WRITE_OFF tolerance",
                "P3 INV-1003 1.90 WRITE_OFF tolerance", "P4 INV-1004 1.90 WRITE_OFF tolerance",
                "P5 INV-1005 1.90 WRITE_OFF tolerance");
        assertThat(reconciled()).contains("P6 INV-1006 998.10 PAYMENT part-payment");
        assertThat(explained("P8")).contains("EUR 9.50 was given up for the customer in the month");
    }

    @Test
    void whoIsShortAgainAndAgainIsAskedAndWhatIsStoppedStaysOpen() {
        List<Document> documents = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            documents.add(invoice("INV-" + (1000 + i), "C1", LocalDate.of(2026, 1, i), "1000.00"));
        }
        documents.add(invoice("INV-2001", "C2", LocalDate.of(2026, 1, 1), "1000.00"));
        take(List.of(customer("C1", "DE01", "DE", ""), customer("C2", "DE02", "DE", "")), documents,
                pays("P1", 11, "999.00", "DE01", "INV-1001"), pays("P2", 12, "999.00", "DE01", "INV-1002"),
                pays("P3", 13, "1000.00", "DE01", "INV-1003"), pays("P4", 14, "999.00", "DE01", "INV-1004"),
                pays("P5", 15, "999.00", "DE01", "INV-1005"), pays("P6", 15, "999.00", "DE02", "INV-2001"));
        fixture.ledger().write(BatchKind.PERSON, "anna", DAY, batch -> new PeopleBlockStore().add(batch,
                new Decider("anna", "disputed", DAY, "main"), new PeopleBlockStore.Target("main", Optional.of("C2"), 0),
                BlockKind.OTHER, DAY, Optional.empty()));
        assertThat(reconciled()).doesNotContain("P6 INV-2001 1.00 WRITE_OFF tolerance").contains(
                "P6 INV-2001 999.00 PAYMENT part-payment", "P4 INV-1004 1.00 WRITE_OFF tolerance")
                .noneMatch(line -> line.startsWith("P5"));
        assertThat(explained("P5")).contains("3 of the last 5 invoices").contains("the rest stays open");
        assertThat(explained("P6")).contains("a person has stopped what is quoted");
    }

    @Test
    void theCustomersOwnDataAllowAnOrderAndWhatFitsGoesBeforeIt() {
        take(List.of(customer("C1", "DE01", "DE", "due-oldest"), customer("C2", "DE02", "DE", "")),
                List.of(bill("INV-1001", "100.00"), bill("INV-1002", "70.00"), bill("INV-1003", "30.00"),
                        invoice("INV-2001", "C2", DAY.minusDays(30), "100.00")),
                pays("P1", 10, "150.00", "DE01", "thank you"), pays("P2", 20, "70.00", "DE01", "thank you"),
                pays("P3", 20, "60.00", "DE02", "thank you"));
        assertThat(reconciled()).containsExactlyInAnyOrder("P1 INV-1001 100.00 PAYMENT allocation-order",
                "P1 INV-1003 30.00 PAYMENT allocation-order", "P2 INV-1002 70.00 PAYMENT only-item-of-amount");
    }

    @Test
    void whatIsSettledByOrderDoesNotDependOnTheOrderOfRows() {
        List<Customer> customers = List.of(customer("C1", "DE01", "DE", "pro-rata"));
        List<Document> documents = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 1; i < 8; i++) {
            documents.add(bill("INV-" + (1000 + i), i * 111 + ".0" + i));
            receipts.add(pays("P" + i, 10 + i % 3, i * 37 + ".50", "DE01", "thank you"));
        }
        take(customers, documents, receipts.toArray(Receipt[]::new));
        List<String> settled = reconciled();
        assertThat(settled).hasSizeGreaterThan(20).allMatch(line -> line.endsWith("allocation-order"));
        Collections.shuffle(documents, new Random(1));
        Collections.shuffle(receipts, new Random(2));
        try (Database other = TestDatabase.HSQLDB.open(); Leases held = new Leases(other, LedgerFixture.CLOCK, "test")) {
            LedgerFixture books = new LedgerFixture(other);
            books.take(DAY, customers, documents, receipts);
            assertThat(reconciled(other, held, books)).containsExactlyInAnyOrderElementsOf(settled);
        }
    }

    private void take(List<Customer> customers, List<Document> documents, Receipt... receipts) {
        fixture.take(DAY, customers, documents, List.of(receipts));
    }

    /** What is settled after two runs, the second of which changes nothing; the books keep their promises. */
    private List<String> reconciled() {
        return reconciled(database, leases, fixture);
    }

    private List<String> reconciled(Database database, Leases leases, LedgerFixture books) {
        ReconciliationJob job = new ReconciliationJob(leases, new ReconciliationStore(books.ledger()),
                new Companies(List.of(LedgerFixture.MAIN)), policy);
        job.run(DAY);
        assertThat(job.run(DAY).written()).isZero();
        assertThat(new VerifyStore(books.ledger()).verify(rows -> { }).results())
                .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
        List<String> settled = new ArrayList<>();
        AllocationRows.of(database).forEach(row -> settled.add(row.paymentId() + " " + row.documentNumber() + " " + row.amount()
                + " " + row.kind() + " " + row.rule()));
        return settled;
    }

    private String explained(String id) {
        return new ExplainJob(fixture.ledger(), new Companies(List.of(LedgerFixture.MAIN))).explain(id);
    }

    private static Receipt pays(String id, int dayOfMonth, String amount, String iban, String text) {
        return receipt(id, DAY.withDayOfMonth(dayOfMonth), amount, "", iban, text);
    }

    private static Document bill(String number, String amount) {
        return invoice(number, "C1", LocalDate.of(2026, 1, 1), amount);
    }

    private static Document bill(String number, String amount, Optional<Money> retention, TaxLine... taxes) {
        Document plain = bill(number, amount);
        return new Document(plain.key(), plain.customer(), plain.issueDate(), plain.dueDate(), plain.amount(), List.of(taxes),
                Optional.empty(), retention, "", "", List.of(), "", "", "", Optional.empty());
    }

    private static Receipt receiptFrom(String country, String id, String amount, String text) {
        Receipt plain = pays(id, 20, amount, "DE01", text);
        return new Receipt(plain.key(), plain.bookingDate(), plain.valueDate(), plain.amount(), plain.payerName(),
                plain.payerIban(), "", text, "", "", plain.instrument(), Optional.empty(), "", "", country, false);
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    private static RemittanceLine line(String document, String amount, Optional<String> deduction, String reason) {
        return new RemittanceLine("main", "A1", new CustomerId("main", "C1"), DAY.withDayOfMonth(20), document,
                Money.of("EUR", amount), deduction.map(kept -> Money.of("EUR", kept)), reason, "");
    }

    static Customer customer(String number, String iban, String country, String order) {
        return new Customer(new CustomerId("main", number), "Customer " + number, country, "en", "EUR",
                number + "@example.org", iban, "NET30", "", "", "", "", "", "", "", "", Optional.empty(), "", order, "", false,
                false);
    }
}
