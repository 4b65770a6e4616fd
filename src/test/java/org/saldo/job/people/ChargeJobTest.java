package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.interest.InterestPolicy.Charging;
import org.saldo.dunning.interest.InterestPolicy.Rule;
import org.saldo.dunning.interest.InterestPolicy.Use;
import org.saldo.dunning.interest.Law;
import org.saldo.job.ExplainJob;
import org.saldo.job.People;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Posting;
import org.saldo.ledger.PostingAccount;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.settings.InterestRatesFile;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.PostingStore;

/** Interest as documents of the ledger: 10,000 due on 30 May 2025, of which 4,000 came on 11 July. */
class ChargeJobTest {

    private static final Map<String, Law> LAWS = InterestRatesFile.read(Path.of("config/policies/interest-rates.yaml"));
    private static final LocalDate JULY_1 = LocalDate.of(2025, 7, 1);
    private static final LocalDate JULY_11 = LocalDate.of(2025, 7, 11);
    private static final LocalDate AUGUST_20 = LocalDate.of(2025, 8, 20);

    @ParameterizedTest
    @EnumSource
    void whatHasAccruedBecomesDocumentsOnceAndLaterOnlyTheDaysSince(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            ChargeReport first = books.charge(JULY_1);
            assertThat(first.charged()).singleElement().satisfies(each -> {
                assertThat(each.charge().interest()).isEqualTo(eur("95.72"));
                assertThat(each.charge().lumpSums()).isEqualTo(eur("40.00"));
                assertThat(each.documents()).hasSize(2);
            });
            assertThat(books.people.balance("C-1", JULY_1)).isEqualByComparingTo("10135.72");
            assertThat(books.charge(JULY_1).charged()).as("again on the same day").isEmpty();
            assertThat(new ExplainJob(books.people.fixture.ledger(), books.people.companies)
                    .explain(first.charged().get(0).documents().get(0)))
                    .contains("interest of EUR 95.72 for 2025-05-31 to 2025-06-30 on INV-1 charged by INT-")
                    .contains("31 days, EUR 10000.00 at 11.27 %");
            books.paid(JULY_11, "4000.00");
            ChargeReport second = books.charge(AUGUST_20);
            assertThat(second.charged()).singleElement().satisfies(each -> {
                assertThat(each.charge().interest()).as("191.38 in all, less 95.72").isEqualTo(eur("95.66"));
                assertThat(each.charge().lumpSums()).isEqualTo(eur("0.00"));
                assertThat(each.documents()).singleElement().asString().startsWith("INT-");
            });
            assertThat(books.people.open()).isEqualTo(books.people.openFromRows());
            assertThat(books.charge(AUGUST_20).charged()).isEmpty();
            books.people.apply.voidDocument(People.anna(AUGUST_20), first.charged().get(0).documents().get(0));
            assertThat(books.charge(AUGUST_20).charged()).as("the days of the first document alone").singleElement()
                    .satisfies(each -> assertThat(each.charge().interest()).isEqualTo(eur("95.72")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChargedIsPostedToItsOwnAccountsAndBearsNoInterest(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            books.charge(JULY_1);
            List<Posting> postings = new ArrayList<>();
            new PostingStore(books.people.fixture.ledger()).read(PostingStore.Question.ALL, postings::addAll);
            assertThat(postings).filteredOn(posting -> posting.account() == PostingAccount.INTEREST
                    || posting.account() == PostingAccount.FEE).extracting(posting -> posting.credit().toString())
                    .containsExactlyInAnyOrder("EUR 95.72", "EUR 40.00");
            assertThat(books.charge(LocalDate.of(2025, 9, 1)).charged()).singleElement().satisfies(each ->
                    assertThat(each.charge().items()).extracting(item -> item.interest().item().document())
                            .as("due on 15 July themselves").containsExactly("INV-1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anItemThatWasPaidLateIsChargedToo(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            books.paid(JULY_11, "10000.00");
            assertThat(books.charge(AUGUST_20).charged()).singleElement().satisfies(each ->
                    assertThat(each.charge().interest()).as("41 days").isEqualTo(eur("123.85")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void voidedTheDaysAreChargedAnewAndWrittenOffTheyAreNot(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            List<String> documents = books.charge(JULY_1).charged().get(0).documents();
            books.people.apply.writeOff(People.anna(JULY_1), documents.get(1), new BigDecimal("40.00"));
            books.people.apply.voidDocument(People.anna(JULY_1), documents.get(0));
            assertThat(books.people.balance("C-1", JULY_1)).isEqualByComparingTo("10000.00");
            assertThatThrownBy(() -> books.people.apply.undoVoid(People.anna(JULY_1), documents.get(0)))
                    .isInstanceOf(Refused.class).hasMessageContaining("stays void");
            assertThat(books.charge(JULY_1).charged()).singleElement().satisfies(each -> {
                assertThat(each.charge().interest()).isEqualTo(eur("95.72"));
                assertThat(each.charge().lumpSums()).isEqualTo(eur("0.00"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatCameToLightLaterIsToldWhereItsDaysWereCharged(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            String document = books.charge(AUGUST_20).charged().get(0).documents().get(0);
            books.paid(JULY_11, "4000.00");
            assertThat(books.charge(AUGUST_20).notes()).singleElement().asString().contains(
                    "INV-1: EUR 236.40 was charged for 2025-05-31 to 2025-08-19, by the books of today it is EUR 191.38");
            books.people.apply.voidDocument(People.anna(AUGUST_20), document);
            assertThat(books.charge(AUGUST_20)).satisfies(again -> {
                assertThat(again.notes()).isEmpty();
                assertThat(again.charged().get(0).charge().interest()).isEqualTo(eur("191.38"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunTellsTheSameAndWritesNothing(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            ChargeReport told = books.job(policy(JULY_1.minusYears(1), Use.CHARGE)).run(People.anna(JULY_1), "C-1", true);
            assertThat(told.charged()).singleElement().satisfies(each -> {
                assertThat(each.charge().interest()).isEqualTo(eur("95.72"));
                assertThat(each.documents()).isEmpty();
            });
            assertThat(books.people.balance("C-1", JULY_1)).isEqualByComparingTo("10000.00");
            assertThat(books.charge(JULY_1).charged()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void daysBeforeThePolicyBeganAreNotChargedNorTheLumpSumOfAnOlderDelay(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            assertThat(books.job(policy(JULY_1, Use.CHARGE)).run(People.anna(AUGUST_20), "", false).charged())
                    .singleElement().satisfies(each -> {
                        assertThat(each.charge().interest()).isEqualTo(eur("140.68"));
                        assertThat(each.charge().lumpSums()).isEqualTo(eur("0.00"));
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsChargedWhoMustNotBeAndTheReasonIsTold(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            books.people.fixture.take(JULY_1, List.of(), List.of(LedgerFixture.creditNote("CN-1", "C-1", JULY_1, "5.00")),
                    List.of());
            assertThat(books.charge(AUGUST_20).notes()).singleElement().asString()
                    .contains("main/C-1: not charged: money in EUR is here that settles nothing yet");
            books.people.block.blockCustomer(People.anna(JULY_1), "C-1", new BlockJob.Days(JULY_1, Optional.empty()));
            assertThat(books.charge(AUGUST_20).notes()).singleElement().asString().contains("blocked");
            assertThat(books.charge(LocalDate.of(2026, 9, 1)).charged()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBlockedWaitsAndARateThatIsNotKnownChargesNothing(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            books.people.block.blockDocument(People.anna(JULY_1), "INV-1", new BlockJob.Days(JULY_1, Optional.of(JULY_1)));
            assertThat(books.charge(JULY_1).charged()).isEmpty();
            assertThat(books.charge(LocalDate.of(2026, 9, 1)).notes()).singleElement().asString()
                    .contains("the rates of DE-BASE are known through 2026-06-30, and 2026-08-31 was asked for");
            assertThat(books.charge(JULY_1.plusDays(1)).charged()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotAndWhatThePolicyDoesNotChargeIsRefused(TestDatabase kind) {
        try (Books books = new Books(kind)) {
            InterestPolicy charges = policy(JULY_1, Use.CHARGE);
            assertThatThrownBy(() -> books.job(charges).run(new Decider("bernd", "x", JULY_1, ""), "", false))
                    .isInstanceOf(Refused.class).hasMessageContaining("'bernd' is not named there");
            assertThatThrownBy(() -> books.job(policy(JULY_1, Use.ANNOUNCE)).run(People.anna(JULY_1), "", false))
                    .isInstanceOf(Refused.class).hasMessageContaining("no rule there charges anybody");
            Company shadow = new Company("main", "S", List.of(), "", "DE", LedgerFixture.MAIN.language(),
                    LedgerFixture.MAIN.timeZone(), Company.Mode.SHADOW, List.of(), Optional.empty(), "", List.of());
            assertThatThrownBy(() -> books.job(charges, new Companies(List.of(shadow)), People.ALL)
                    .run(People.anna(JULY_1), "", false)).isInstanceOf(Refused.class).hasMessageContaining("mode SHADOW");
            Authority little = new Authority("authority.yaml", List.of(new Authority.Grant("anna",
                    EnumSet.of(PersonAction.CHARGE), Optional.of(Map.of(eur("0.00").currency(), eur("140.67"))))));
            assertThat(books.job(charges, books.people.companies, little).run(People.anna(AUGUST_20), "", false).notes())
                    .singleElement().asString().contains("'anna' may charge up to EUR 140.67, this is EUR 140.68");
        }
    }

    private static InterestPolicy policy(LocalDate from, Use use) {
        return new InterestPolicy("t", 1, Map.of(), Optional.of(new Charging(from, 14)),
                List.of(new Rule(Set.of(), Set.of("DE"), Set.of(), Set.of(), use, Optional.of(LAWS.get("DE")), false)));
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    /** The books, which keep all promises when the test is over. */
    private static final class Books implements AutoCloseable {

        private final People people;
        private final Leases leases;

        Books(TestDatabase kind) {
            people = new People(kind);
            leases = new Leases(people.database, LedgerFixture.CLOCK, "me");
            people.fixture.take(LocalDate.of(2025, 4, 30), List.of(LedgerFixture.customer("C-1", "Acme", "")),
                    List.of(LedgerFixture.invoice("INV-1", "C-1", LocalDate.of(2025, 4, 30), "10000.00")), List.of());
        }

        void paid(LocalDate day, String amount) {
            people.fixture.take(day, List.of(), List.of(),
                    List.of(LedgerFixture.receipt("P-1", day, amount, "ACME", "", "thanks")));
            people.apply.apply(People.anna(day), "P-1", "INV-1", new BigDecimal(amount));
        }

        ChargeReport charge(LocalDate day) {
            return job(policy(LocalDate.of(2025, 1, 1), Use.CHARGE)).run(People.anna(day), "", false);
        }

        ChargeJob job(InterestPolicy policy) {
            return job(policy, people.companies, People.ALL);
        }

        ChargeJob job(InterestPolicy policy, Companies companies, Authority authority) {
            return new ChargeJob(people.fixture.ledger(), leases, companies, authority, policy);
        }

        @Override
        public void close() {
            leases.close();
            people.close();
        }
    }
}
