package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;
import static org.saldo.store.LedgerFixture.customer;
import static org.saldo.store.LedgerFixture.document;
import static org.saldo.store.LedgerFixture.receipt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.job.ExplainJob;
import org.saldo.job.ExportJob;
import org.saldo.job.People;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.job.reconciliation.ReplayJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Authority;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.reconciliation.ExchangePolicy;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Rule;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.Movement;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.LedgerRows;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.AccountCash;
import org.saldo.store.account.MovementStore;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.replay.ReplayedReceipt;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** A receipt in euros settles invoices in dollars, by the bank's words or a person's, and everything tells it in both. */
class ExchangeTest {

    private static final String SENT = "INV-7001 /OCMT/USD1000,00//EXCH/1,0850/";

    @ParameterizedTest
    @EnumSource
    void theBanksWordsSettleItAndBothCurrenciesProve(TestDatabase kind) {
        try (People people = dollars(kind, SENT)) {
            reconcile(people, MatchingPolicy.shipped());
            assertThat(people.open()).isEqualTo(people.openFromRows()).isEmpty();
            assertThat(export(people, ExportKind.ALLOCATIONS)).hasSize(2).element(1).asString()
                    .startsWith("main,A-").contains(",P-1,INV-7001,1,C-1,USD,1000.00,PAYMENT,,other-currency,")
                    .endsWith(",2026-10-10,,921.66,EUR");
            assertThat(export(people, ExportKind.RECEIPTS)).element(1).asString()
                    .endsWith("EUR,921.66,C-1,0.00,APPLIED,APPLIED,EXCHANGED");
            assertThat(export(people, ExportKind.AGING)).hasSize(1);
            Map<Currency, AccountAsOf> accounts = new MovementStore(people.fixture.ledger())
                    .accounts(new CustomerId("main", "C-1"), OCT_1, OCT_20, people.fixture.ledger().knownAt());
            assertThat(accounts.keySet()).map(Currency::getCurrencyCode).containsExactly("EUR", "USD");
            assertThat(movements(accounts, "EUR")).containsExactly("RECEIPT P-1 EUR -921.66", "EXCHANGE P-1 EUR 921.66");
            assertThat(movements(accounts, "USD")).containsExactly("INVOICE INV-7001 USD 1000.00",
                    "EXCHANGE INV-7001 USD -1000.00");
            assertThat(export(people, ExportKind.POSTINGS)).filteredOn(line -> line.contains(",EXCHANGE,"))
                    .map(line -> line.substring(line.indexOf(",EXCHANGE,")))
                    .containsExactly(",EXCHANGE,,EUR,0.00,921.66,,PAYMENT P-1 INV-7001",
                            ",EXCHANGE,,USD,1000.00,0.00,,PAYMENT P-1 INV-7001");
            assertThat(explain(people, "P-1")).contains("EUR 921.66 of payment P-1 settle USD 1,000.00 of INV-7001",
                    "the bank says that USD 1,000.00 were sent (/OCMT/), at a rate of 1.085, which is what is open; so USD 1 is"
                    + " EUR 0.92166", "rule other-currency", "EUR 921.66 applied, EUR 0.00 unapplied");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReturnReopensBothSidesExactly(TestDatabase kind) {
        try (People people = dollars(kind, SENT)) {
            reconcile(people, MatchingPolicy.shipped());
            people.fixture.take(OCT_20, List.of(), List.of(),
                    List.of(receipt("R-1", OCT_20, Money.of("EUR", "-921.66"), "Acme", "DE11", "RETURN", "P-1")));
            reconcile(people, MatchingPolicy.shipped());
            assertThat(people.open()).isEqualTo(people.openFromRows())
                    .containsExactly(Map.entry("INV-7001", "C-1 1000.0000"));
            assertThat(new LedgerRows(people.fixture.ledger()).allocations()).containsExactly(
                    "P-1 INV-7001 1000.00 PAYMENT 2026-10-10", "P-1 INV-7001 -1000.00 PAYMENT 2026-10-20");
            assertThat(export(people, ExportKind.RECEIPTS)).element(1).asString().contains(",RETURNED,");
            assertThat(export(people, ExportKind.AGING)).element(1).asString().startsWith("main,C-1,USD,").endsWith(",1000.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProposalIsOneClickAwayAndTakenBackAsEasily(TestDatabase kind) {
        try (People people = dollars(kind, "INV-7001")) {
            reconcile(people, MatchingPolicy.shipped());
            Map<String, String> before = people.open();
            assertThatThrownBy(() -> people.apply.accept(anna(OCT_20), Instruction.accept("P-1", 1, "")))
                    .isInstanceOf(Refused.class).hasMessageContaining("P-1: which proposals were seen is not said")
                    .hasMessageContaining("whose proposal 1 is INV-7001 1000.00 USD = 921.66 EUR")
                    .hasMessageEndingWith("write ACCEPT 1@D-" + decision(people, "P-1"));
            Decided done = people.apply.accept(anna(OCT_20), Instruction.accept("P-1", 1,
                    "D-" + decision(people, "P-1")));
            assertThat(done.text()).contains("EUR 921.66 of P-1 settle USD 1000.00 of INV-7001; the document has USD 0.00 open");
            assertThat(people.open()).isEmpty();
            people.apply.unapply(anna(OCT_25), done.id());
            assertThat(people.open()).isEqualTo(before).isEqualTo(people.openFromRows());
            assertThat(explain(people, done.id())).contains("applied by hand: EUR 921.66 for USD 1,000.00", "takes back");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPersonSaysBothAmountsAndTheBooksRefuseWhatDoesNotFit(TestDatabase kind) {
        try (People people = dollars(kind, "for you")) {
            assertRefused(() -> people.apply.apply(anna(OCT_20), "P-1", "INV-7001", eur("1000")),
                    "the payment is in EUR, the document in USD", "INV-7001 1000.00 = AMOUNT in EUR");
            assertRefused(() -> people.apply.settle(anna(OCT_20), "P-1", "INV-7001"), "say what it settles");
            assertRefused(() -> people.apply.apply(anna(OCT_20), "P-1", "INV-7001", eur("1000"), eur("921.67")),
                    "more than what is unapplied: EUR 921.66");
            assertRefused(() -> people.apply.apply(anna(OCT_20), "P-1", "INV-7001", eur("1000.01"), eur("921.66")),
                    "more than what is open: USD 1000.00");
            assertRefused(() -> people.apply.apply(anna(OCT_20), "P-1", "INV-7001", eur("1000"), eur("0")), "more than 0");
            assertRefused(() -> people.apply.settle(anna(OCT_20), "P-1", "INV-7001 1000.00 GBP = 921.66"),
                    "the document is in USD, not in GBP");
            assertRefused(() -> people.apply.settle(anna(OCT_20), "P-1", "INV-7001 1000.00 USD = 921.66 CHF"),
                    "the payment is in EUR, not in CHF");
            assertRefused(() -> people.apply.settle(anna(OCT_20), "P-2", "INV-7001 50.00 = 50.00"), "both are in USD");
            assertRefused(() -> people.apply.settle(anna(OCT_20), "P-1", "INV-7001 5.00 = 4.00 WRITE_OFF"), "takes no cash");
            people.apply.apply(anna(OCT_20), "P-1", "INV-7001", eur("700"), eur("645.16"));
            people.apply.settle(anna(OCT_20), "P-1", "INV-7001 250.00 USD = 230.41 EUR + INV-7001 50.00 FX_DIFFERENCE");
            assertThat(people.open()).doesNotContainKey("INV-7001").containsEntry("P-1", "C-1 46.0900")
                    .isEqualTo(people.openFromRows());
            assertThat(export(people, ExportKind.AGING)).contains(
                    "main,C-1,EUR,0.00,0.00,0.00,0.00,0.00,46.09,-46.09");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoMaySettleLittleMayNotDoSoByARate(TestDatabase kind) {
        Map<Currency, Money> limits = Map.of(Currency.getInstance("EUR"), Money.of("EUR", "2000.00"),
                Currency.getInstance("USD"), Money.of("USD", "500.00"));
        Authority small = new Authority("authority.yaml",
                List.of(new Authority.Grant("anna", EnumSet.allOf(PersonAction.class), Optional.of(limits))));
        try (People people = dollars(kind, "for you", small)) {
            assertRefused(() -> people.apply.apply(anna(OCT_20), "P-1", "INV-7001", eur("1000"), eur("1.00")),
                    "may apply up to USD 500.00, this is USD 1000.00");
            Decided half = people.apply.apply(anna(OCT_20), "P-1", "INV-7001", eur("500"), eur("460.83"));
            assertThat(people.open()).containsEntry("INV-7001", "C-1 500.0000").containsEntry("P-1", "C-1 460.8300");
            assertRefused(() -> people.apply.apply(anna(OCT_20), "P-1", "INV-7001", eur("100"), eur("92.17")),
                    "up to USD 500.00, this is USD 600.00");
            Map<Currency, Money> one = Map.of(Currency.getInstance("USD"), Money.of("USD", "500.00"));
            Authority dollars = new Authority("authority.yaml",
                    List.of(new Authority.Grant("anna", EnumSet.allOf(PersonAction.class), Optional.of(one))));
            assertRefused(() -> new ApplyJob(people.fixture.ledger(), people.companies, dollars).unapply(anna(OCT_20), half.id()),
                    "may unapply up to nothing in EUR, this is EUR 460.83");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplaySettlesAcrossCurrenciesAsTheRunDid(TestDatabase kind) {
        try (People people = dollars(kind, SENT)) {
            people.fixture.take(OCT_10, List.of(), List.of(document(DocumentType.INVOICE, "INV-7002", "C-1", OCT_1,
                    Money.of("USD", "200.00"), Optional.empty())),
                    List.of(receipt("P-3", OCT_10, "100.00", "Acme", "DE11", "?")));
            reconcile(people, MatchingPolicy.shipped());
            people.apply.apply(anna(OCT_20), "P-3", "INV-7002", eur("110"), eur("100"));
            assertThat(replay(people, MatchingPolicy.shipped())).isEmpty();
            Set<Rule> fewer = EnumSet.copyOf(MatchingPolicy.shipped().rules());
            fewer.remove(Rule.OTHER_CURRENCY);
            assertThat(replay(people, MatchingPolicy.shipped().withRules(fewer))).singleElement().satisfies(changed -> {
                assertThat(changed.before().documents()).isEqualTo("INV-7001 1000.00 USD = 921.66 EUR");
                assertThat(changed.after().outcome()).isEqualTo("PROPOSED");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void theErpsBalancesAreComparedInEachCurrency(TestDatabase kind) {
        try (People people = dollars(kind, SENT)) {
            reconcile(people, MatchingPolicy.shipped());
            people.fixture.control(OCT_1, "", "1400", "0.00");
            people.fixture.control(OCT_20, "", "1400", "0.00");
            people.fixture.control(OCT_20, "C-1", "1400", "0.00");
            assertThat(export(people, ExportKind.CONTROLS)).hasSize(4)
                    .filteredOn(line -> line.startsWith("main")).allMatch(line -> line.endsWith(",0.00,0.00,0.00"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyFindsARateThatTheBankDidNotState(TestDatabase kind) {
        String cheaper = "UPDATE allocation SET receipt_amount = 900.00 WHERE receipt_currency = 'EUR'";
        String told = "UPDATE receipt SET remittance_text = 'INV-7001 /OCMT/USD2000,00/' WHERE payment_id = 'P-1'";
        try (People people = dollars(kind, SENT)) {
            reconcile(people, MatchingPolicy.shipped());
            assertThat(verify(people).of(Promise.I21).holds()).isTrue();
            Rows.execute(people.database, cheaper);
            assertThat(verify(people).of(Promise.I21).breaches()).singleElement().asString()
                    .contains("uses up 900.00 for USD 1000.00, but the bank says that USD 1000.00 gave 921.66");
            Rows.execute(people.database, cheaper.replace("900.00", "921.66"));
            Rows.execute(people.database, told);
            assertThat(verify(people).of(Promise.I21).breaches()).singleElement().asString().contains("USD 2000.00 gave 921.66");
            Rows.execute(people.database, told.replace("INV-7001 /OCMT/USD2000,00/", SENT));
            assertThat(verify(people).holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingIsAnExchangeDifferenceWhereThePolicySaysSo(TestDatabase kind) {
        MatchingPolicy shipped = MatchingPolicy.shipped();
        MatchingPolicy settling = shipped.withExchange(new ExchangePolicy(shipped.exchange().nearly(), true));
        try (People people = dollars(kind, "INV-7001 /OCMT/USD995,00/")) {
            reconcile(people, settling);
            assertThat(people.open()).isEmpty();
            assertThat(new LedgerRows(people.fixture.ledger()).allocations()).containsExactly(
                    "P-1 INV-7001 995.00 PAYMENT 2026-10-10", "P-1 INV-7001 5.00 FX_DIFFERENCE 2026-10-10");
            assertThat(export(people, ExportKind.POSTINGS)).filteredOn(line -> line.contains(",FX_DIFFERENCE,"))
                    .singleElement().asString().contains(",FX_DIFFERENCE,,USD,5.00,0.00,");
            assertThat(replay(people, settling)).isEmpty();
            people.fixture.take(OCT_20, List.of(), List.of(),
                    List.of(receipt("R-1", OCT_20, Money.of("EUR", "-921.66"), "Acme", "DE11", "RETURN", "P-1")));
            reconcile(people, settling);
            assertThat(people.open()).containsExactly(Map.entry("INV-7001", "C-1 1000.0000"));
            assertThat(replay(people, settling)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsGivenUpOfWhatAPersonHasStopped(TestDatabase kind) {
        MatchingPolicy shipped = MatchingPolicy.shipped();
        try (People people = dollars(kind, "INV-7001 /OCMT/USD995,00/")) {
            people.block.blockDocument(anna(OCT_10), "INV-7001", new BlockJob.Days(OCT_10, Optional.empty()));
            reconcile(people, shipped.withExchange(new ExchangePolicy(shipped.exchange().nearly(), true)));
            assertThat(people.open()).containsExactly(Map.entry("INV-7001", "C-1 5.0000"));
            assertThat(explain(people, "P-1")).contains("USD 5.00 less than is open, which stays open");
        }
    }

    /** C-1 owes INV-7001 (USD 1000.00); P-1 brought EUR 921.66, P-2 of nobody USD 50.00. */
    private static People dollars(TestDatabase kind, String text) {
        return dollars(kind, text, People.ALL);
    }

    private static People dollars(TestDatabase kind, String text, Authority authority) {
        People people = new People(kind, authority);
        people.fixture.take(OCT_10, List.of(customer("C-1", "Acme", "DE11")),
                List.of(document(DocumentType.INVOICE, "INV-7001", "C-1", OCT_1, Money.of("USD", "1000.00"), Optional.empty())),
                List.of(receipt("P-1", OCT_10, "921.66", "Acme", "DE11", text)));
        if (!text.contains("INV")) {
            people.fixture.take(OCT_10, List.of(), List.of(),
                    List.of(receipt("P-2", OCT_10, Money.of("USD", "50.00"), "", "", "", "")));
        }
        return people;
    }

    private static void reconcile(People people, MatchingPolicy policy) {
        try (Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "test")) {
            ReconciliationStore store = new ReconciliationStore(people.fixture.ledger());
            new ReconciliationJob(leases, store, people.companies, policy).run(OCT_20);
            assertThat(store.cash()).isNotEmpty().allMatch(AccountCash::addsUp);
        }
    }

    private static List<ReplayedReceipt> replay(People people, MatchingPolicy policy) {
        List<ReplayedReceipt> different = new ArrayList<>();
        new ReplayJob(people.fixture.ledger(), people.companies.all()).run(policy, OCT_1, OCT_25, different::add);
        return different;
    }

    private static List<String> movements(Map<Currency, AccountAsOf> accounts, String currency) {
        return accounts.get(Currency.getInstance(currency)).movements().stream().sorted().map(ExchangeTest::told).toList();
    }

    private static String told(Movement movement) {
        return movement.kind() + " " + movement.reference() + " " + movement.amount();
    }

    private static String decision(People people, String payment) {
        return people.database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT MAX(d.decision_id) FROM decision d JOIN receipt r ON r.receipt_id = d.receipt_id
                        WHERE r.payment_id = :id""").bind("id", payment).mapTo(String.class).one());
    }

    private static String explain(People people, String id) {
        return new ExplainJob(people.fixture.ledger(), people.companies).explain(id);
    }

    private static VerifyReport verify(People people) {
        return new VerifyStore(people.fixture.ledger()).verify(rows -> { });
    }

    private static List<String> export(People people, ExportKind kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExportJob(people.fixture.ledger(), () -> AgingBuckets.USUAL)
                .export(new ExportQuestion(kind, OCT_25, Optional.empty(), "", ExportFormat.CSV), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String... words) {
        assertThatThrownBy(deed).isInstanceOf(Refused.class).hasMessageContainingAll(words);
    }
}
