package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.store.LedgerFixture.customer;
import static org.saldo.store.LedgerFixture.invoice;
import static org.saldo.store.LedgerFixture.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.People;
import org.saldo.job.people.ApplyJob;
import org.saldo.job.people.AssignJob;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.Refused;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Rule;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.LedgerRows;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** Payers that are not on file are learned from what is proved without them, by rules and people, and forgotten again. */
class LearningJobTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 20);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final String OTHER = "DE99";

    @ParameterizedTest
    @EnumSource
    void twoProvedPaymentsTeachTheThirdAndForgettingTakesItBack(TestDatabase kind) {
        with(kind, books -> {
            books.take(documents(), List.of(pays("P1", "101.00", "INV-1001"), pays("P2", "102.00", "INV-1002"),
                    pays("P3", "103.00", "thanks")));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).contains("P3 INV-1003 103.00 PAYMENT 2026-03-20");
            assertThat(books.learned.list("")).containsExactly("main  ACCOUNT  DE99  paid for C1 2 (P1, P2)",
                    "main  NAME  Treasury  paid for C1 2 (P1, P2)");
            assertThat(books.job.run(DAY).written()).isZero();
            books.take(List.of(), List.of(pays("P4", "104.00", "thanks")));
            assertThat(books.learned.forget(anna(), "de 99", "").text()).isEqualTo("de 99: forgotten that it paid for C1");
            books.learned.forget(anna(), "Treasury Ltd", "");
            assertThat(books.learned.list("main")).isEmpty();
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).containsExactly("P4 104.00 - PAYER_UNKNOWN");
            assertThatThrownBy(() -> books.learned.forget(anna(), "DE99", "")).isInstanceOf(Refused.class)
                    .hasMessageContaining("nothing was learned of it");
            assertThatThrownBy(() -> books.learned.forget(new Decider("bernd", "why not", DAY, ""), "DE99", ""))
                    .isInstanceOf(Refused.class).hasMessageContaining("'bernd' is not named there");
        });
    }

    @ParameterizedTest
    @EnumSource
    void onePaymentTeachesNothingYetAndLaterRunsGoOn(TestDatabase kind) {
        with(kind, books -> {
            books.take(documents(), List.of(pays("P1", "101.00", "INV-1001"), pays("P3", "103.00", "thanks")));
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).containsExactly("P3 103.00 - PAYER_UNKNOWN");
            books.take(List.of(), List.of(pays("P2", "102.00", "INV-1002")));
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).isEmpty();
            assertThat(books.job.run(DAY).written()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoPaysForTwoCustomersSpeaksForNobodyInWhateverOrder(TestDatabase kind) {
        with(kind, books -> {
            books.take(documents(), List.of(pays("P1", "101.00", "INV-1001"), pays("P2", "102.00", "INV-1002"),
                    pays("P3", "103.00", "thanks"), receipt("P4", BOOKED.plusDays(9), "201.00", "Treasury", OTHER, "INV-2001")));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).hasSize(3).contains("P4 INV-2001 201.00 PAYMENT 2026-03-29");
            assertThat(books.rows.openReceipts()).containsExactly("P3 103.00 - PAYER_UNKNOWN");
            assertThat(books.learned.list("").get(0))
                    .isEqualTo("main  ACCOUNT  DE99  speaks for nobody: paid for C1 2 (P1, P2), C2 1 (P4)");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatWasLearnedNeverStandsAgainstAProvedPaymentForAnother(TestDatabase kind) {
        with(kind, books -> {
            books.take(documents(), List.of(pays("P1", "101.00", "INV-1001"), pays("P2", "102.00", "INV-1002")));
            books.job.run(DAY);
            books.take(List.of(), List.of(pays("P4", "201.00", "INV-2001"), pays("P5", "150.00", "INV-2001")));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).contains("P4 INV-2001 201.00 PAYMENT 2026-03-20");
            books.take(List.of(), List.of(pays("P3", "103.00", "thanks")));
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).contains("P3 103.00 - PAYER_UNKNOWN");
        });
    }

    @ParameterizedTest
    @EnumSource
    void peopleTeachAndWhatTheyTakeBackTeachesNothing(TestDatabase kind) {
        with(kind, books -> {
            books.take(documents(), List.of(pays("P1", "90.00", "?"), pays("P2", "91.00", "?"), pays("P3", "103.00", "thanks")));
            books.job.run(DAY);
            String told = books.apply.apply(anna(), "P1", "INV-1001", new BigDecimal("90.00")).text();
            books.assign.assign(anna(), "P2", "C1", false);
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).containsExactly("P2 91.00 C1 ASSIGNED_BY_PERSON");
            books.take(List.of(), List.of(pays("P4", "104.00", "thanks")));
            books.assign.assign(anna(), "P2", "C2", false);
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).contains("P4 104.00 - PAYER_UNKNOWN");
            assertThat(books.learned.list("").get(0))
                    .isEqualTo("main  ACCOUNT  DE99  speaks for nobody: paid for C1 1 (P1), C2 1 (P2)");
            books.apply.unapply(anna(), told.substring(0, told.indexOf(':')));
            books.assign.unassign(anna(), "P2");
            assertThat(books.learned.list("")).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void oneCustomerIsLearnedToPayForAnother(TestDatabase kind) {
        with(kind, books -> {
            books.take(documents(), List.of(own("P1", "90.00", "INV-2001"), own("P2", "91.00", "INV-2001")));
            books.job.run(DAY);
            books.apply.apply(anna(), "P1", "INV-2001", new BigDecimal("90.00"));
            books.apply.apply(anna(), "P2", "INV-2001", new BigDecimal("91.00"));
            assertThat(books.learned.list("")).containsExactly("main  CUSTOMER  C1  paid for C2 2 (P1, P2)");
            books.take(List.of(), List.of(own("P3", "20.00", "INV-2001")));
            books.job.run(DAY);
            assertThat(books.rows.allocations()).contains("P3 INV-2001 20.00 PAYMENT 2026-03-20");
        });
    }

    @ParameterizedTest
    @EnumSource
    void thatOnePaidForAnotherStaysLearnedWhenTheRestIsForItself(TestDatabase kind) {
        with(kind, books -> {
            books.take(documents(), List.of(own("P1", "90.00", "INV-2001")));
            books.job.run(DAY);
            books.apply.apply(anna(), "P1", "INV-2001", new BigDecimal("80.00"));
            books.apply.apply(anna(), "P1", "INV-1001", new BigDecimal("10.00"));
            assertThat(books.learned.list("")).containsExactly("main  CUSTOMER  C1  paid for C2 1 (P1), not yet 2");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatOtherRulesWouldNotHaveProvedTheyWouldNotHaveLearned(TestDatabase kind) {
        with(kind, books -> {
            books.take(documents(), List.of(pays("P1", "101.00", "INV-1001"), pays("P2", "102.00", "INV-1002")));
            books.job.run(DAY);
            books.take(List.of(), List.of(pays("P3", "103.00", "thanks")));
            books.job.run(DAY);
            assertThat(books.rows.openReceipts()).isEmpty();
            Set<Rule> fewer = EnumSet.copyOf(MatchingPolicy.shipped().rules());
            fewer.remove(Rule.QUOTED_EXACT);
            assertThat(different(books.fixture, MatchingPolicy.shipped().withRules(fewer))).containsExactly(
                    "P1 PROPOSED", "P2 PROPOSED", "P3 DEFERRED PAYER_UNKNOWN");
        });
    }

    private static List<String> different(LedgerFixture fixture, MatchingPolicy policy) {
        List<String> different = new ArrayList<>();
        new ReplayJob(fixture.ledger(), List.of(LedgerFixture.MAIN)).run(policy, ISSUED, DAY, receipt -> different.add(
                receipt.paymentId() + " " + receipt.after().outcome() + (receipt.after().documents().isEmpty()
                        ? " " + receipt.after().reason() : "")));
        return different;
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        List<Receipt> receipts = List.of(pays("P1", "101.00", "INV-1001"), pays("P2", "102.00", "INV-1002"),
                pays("P3", "103.00", "thanks"), pays("P4", "104.00", "our 1004"),
                receipt("P6", BOOKED.minusDays(9), "201.00", "Agent", "DE88", "INV-2001"),
                receipt("P7", BOOKED.minusDays(8), "202.00", "Agent", "DE88", "INV-2002"),
                receipt("P8", BOOKED.minusDays(12), "203.00", "Agent", "DE88", "thanks"));
        List<List<String>> answers = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            List<Receipt> mixed = new ArrayList<>(receipts);
            Collections.shuffle(mixed, new Random(seed));
            with(TestDatabase.HSQLDB, books -> {
                books.take(documents(), mixed);
                books.job.run(DAY);
                assertThat(books.job.run(DAY).written()).isZero();
                answers.add(books.rows.allocations().stream().sorted().toList());
            });
        }
        assertThat(answers.get(0)).hasSize(7).contains("P8 INV-2003 203.00 PAYMENT 2026-03-08",
                "P3 INV-1003 103.00 PAYMENT 2026-03-20");
        assertThat(answers).allMatch(answers.get(0)::equals);
    }

    private static List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            documents.add(invoice("INV-100" + i, "C1", ISSUED, "10" + i + ".00"));
            documents.add(invoice("INV-200" + i, "C2", ISSUED, "20" + i + ".00"));
        }
        return documents;
    }

    private static Receipt pays(String payment, String amount, String text) {
        return receipt(payment, BOOKED, amount, "Treasury", OTHER, text);
    }

    private static Receipt own(String payment, String amount, String text) {
        return receipt(payment, BOOKED, amount, "Hansa Norte GmbH", "DE11", text);
    }

    private static Decider anna() {
        return new Decider("anna", "as told on the phone", DAY, "");
    }

    private record Books(LedgerFixture fixture, ReconciliationJob job, LedgerRows rows, ApplyJob apply, AssignJob assign,
                         LearnedJob learned) {

        void take(List<Document> documents, List<Receipt> receipts) {
            fixture.take(DAY, documents.isEmpty() ? List.of() : List.of(customer("C1", "Hansa Norte GmbH", "DE11"),
                    customer("C2", "Lumen Sur GmbH", "DE22")), documents, receipts);
        }
    }

    private static void with(TestDatabase kind, Consumer<Books> story) {
        try (Database database = kind.open(); Leases leases = new Leases(database, LedgerFixture.CLOCK, "test")) {
            LedgerFixture fixture = new LedgerFixture(database);
            Companies companies = new Companies(List.of(LedgerFixture.MAIN));
            Authority all = People.ALL;
            story.accept(new Books(fixture, new ReconciliationJob(leases, new ReconciliationStore(fixture.ledger()), companies,
                    MatchingPolicy.shipped()), new LedgerRows(fixture.ledger()), new ApplyJob(fixture.ledger(), companies, all),
                    new AssignJob(fixture.ledger(), companies, all),
                    new LearnedJob(fixture.ledger(), companies, all, CompanyForms.SHIPPED, 2)));
            assertThat(different(fixture, MatchingPolicy.shipped())).isEmpty();
            assertThat(new VerifyStore(fixture.ledger()).verify(rows -> { }).results()).allMatch(VerifyReport.Result::holds);
        }
    }
}
