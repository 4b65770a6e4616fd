package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.Templates;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.Ladder;
import org.saldo.dunning.Step;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.interest.InterestPolicy.Use;
import org.saldo.dunning.interest.Law;
import org.saldo.dunning.interest.ReminderFee;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.People;
import org.saldo.job.dunning.DunningJob;
import org.saldo.job.dunning.DunningRules;
import org.saldo.job.dunning.ReminderWriting;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.settings.InterestRatesFile;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyStore;

/** What reminders cost: told by them, as far as the shipped laws let, and charged once. The first day is a Wednesday. */
class ReminderFeeTest {

    private static final LocalDate DAY = LocalDate.of(2025, 8, 20);
    private static final LocalDate DUE = LocalDate.of(2025, 7, 30);
    private static final Map<String, Law> LAWS = InterestRatesFile.read(Path.of("config/policies/interest-rates.yaml"));
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private static final Map<Currency, Money> COST = Map.of(eur("1.00").currency(), eur("0.76"));

    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private Use use = Use.CHARGE;
    private String law = "DE-CONSUMER";
    private boolean person = true;
    private ReminderFee.Terms terms = new ReminderFee.Terms(ReminderFee.Claim.LAW, COST);
    private LocalDate chargedFrom = DAY.minusYears(1);
    private Database database;
    private Leases leases;
    private Ledger ledger;
    private DunningBooks books;

    @AfterEach
    void close() {
        leases.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void aConsumerIsToldOfNoMoreThanAReminderCostsAndNotByTheFirst(TestDatabase kind) {
        open(kind, 0);
        run(DAY);
        assertThat(text()).as("the first puts into delay").doesNotContain("Fee for this reminder");
        accepted();
        run(DAY.plusDays(14));
        assertThat(text()).contains("Fee for this reminder: EUR 0.76", "This is not part of the amount above",
                "Open in total: EUR 100.00").doesNotContain("Interest under");
        assertThat(books.rows("SELECT amount, dunning_level FROM reminder_fee").toString()).contains("0.76", "2");
        terms = ReminderFee.Terms.BY_LAW;
        accepted();
        run(DAY.plusDays(40));
        assertThat(text()).as("nobody says what a reminder costs").doesNotContain("Fee for");
    }

    @ParameterizedTest
    @EnumSource
    void whatAReminderToldIsChargedOnceAndAgainWhenTheDocumentIsVoid(TestDatabase kind) {
        open(kind, 1);
        run(DAY);
        assertThat(charge(DAY.plusDays(1)).charged()).as("it has not left").isEmpty();
        accepted();
        terms = new ReminderFee.Terms(ReminderFee.Claim.NONE, Map.of());
        assertThat(charge(DAY).charged()).as("of today").isEmpty();
        ChargeReport first = charge(DAY.plusDays(1));
        assertThat(first.charged()).singleElement().satisfies(each -> {
            assertThat(each.charge().reminderFees()).as("as it was told").isEqualTo(eur("0.76"));
            assertThat(each.documents()).last().asString().startsWith("FEE-");
        });
        assertThat(charge(DAY.plusDays(1)).charged()).isEmpty();
        assertThat(books.rows("SELECT kind, amount FROM interest_charge WHERE kind = 'REMINDER_FEE'")).hasSize(1);
        assertThat(new VerifyStore(ledger).verify(rows -> { }).results()).filteredOn(result -> result.promise()
                != Promise.I14).as("but for the mail that no server took").allMatch(result -> result.breaches().isEmpty());
        String document = first.charged().get(0).documents().stream().filter(each -> each.startsWith("FEE-")).findFirst()
                .orElseThrow();
        assertThat(books.rows("SELECT description FROM document WHERE document_number = '" + document + "'").toString())
                .contains("the reminder of 2025-08-20 (INV-1): EUR 0.76");
        new ApplyJob(ledger, new Companies(List.of(MAIN)), People.ALL).voidDocument(People.anna(DAY.plusDays(2)), document);
        assertThat(charge(DAY.plusDays(2)).charged()).singleElement().satisfies(each ->
                assertThat(each.charge().reminderFees()).isEqualTo(eur("0.76")));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChargedForADocumentIsNotChargedAgainForItsNextVersion(TestDatabase kind) {
        law = "DE";
        person = false;
        open(kind, 1);
        assertThat(charge(DAY).charged()).singleElement().satisfies(each ->
                assertThat(each.charge().lumpSums()).isEqualTo(eur("40.00")));
        books.newVersion("INV-1", "100.00", DAY);
        assertThat(charge(DAY).charged()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBackOrIsOlderThanChargingIsNeverCharged(TestDatabase kind) {
        open(kind, 1);
        run(DAY);
        state("BOUNCED");
        assertThat(charge(DAY.plusDays(5)).charged()).isEmpty();
        accepted();
        chargedFrom = DAY.plusDays(1);
        assertThat(charge(DAY.plusDays(5)).charged()).allSatisfy(each ->
                assertThat(each.charge().reminderFees()).isEqualTo(eur("0.00")));
    }

    @ParameterizedTest
    @EnumSource
    void theLumpSumOfTheLawPaysForRemindersAndAContractMayGiveMore(TestDatabase kind) {
        law = "DE";
        person = false;
        open(kind, 1);
        use = Use.ANNOUNCE;
        run(DAY);
        assertThat(text()).doesNotContain("Fee for");
        terms = new ReminderFee.Terms(ReminderFee.Claim.CONTRACT, Map.of());
        accepted();
        run(DAY.plusDays(20));
        assertThat(text()).contains("Fee for this reminder: EUR 5.00");
        assertThat(books.count("interest_charge")).as("announced only").isZero();
    }

    private void open(TestDatabase kind, int level) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        books.customer("C-1", "c1@acme.example", "en", "DE", person);
        books.openingInvoice("INV-1", "C-1", DUE, "100.00", level);
    }

    private void run(LocalDate day) {
        now = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
        books.bankDataTo(day);
        Templates templates = new Templates(Path.of("config/templates"), "en");
        DunningRules rules = new DunningRules(new Companies(List.of(MAIN)), policy(), interest(),
                new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY);
        assertThat(new DunningJob(ledger, leases, new OutboxStore(ledger, CustomerMail.ON), rules, ReminderWriting.plain(
                new ReminderMail(templates, "hub@seller.example"), new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates, "hub@seller.example")).run(day, false).reminded()).isEqualTo(1);
    }

    /** Three reminders, each for 5 euros, for people too. */
    private static DunningPolicy policy() {
        DunningPolicy plain = PlainPolicy.read();
        List<Step> steps = Stream.of(Step.reminder(1, 7, 7), Step.reminder(2, 14, 7), Step.reminder(3, 28, 7)).map(step ->
                new Step(step.kind(), step.level(), step.days(), step.pace(), step.least(), step.manner(),
                        Map.of(eur("1.00").currency(), eur("5.00")))).toList();
        return new DunningPolicy(plain.version(), List.of(new Ladder("all", new Ladder.Fit(Set.of(), Set.of(), true), 3, steps,
                Optional.empty())), Map.of(), plain.bankDataAge(), plain.waitingCover(), plain.cap(), List.of());
    }

    private InterestPolicy interest() {
        InterestPolicy.Rule rule = new InterestPolicy.Rule(Set.of(), Set.of(), Set.of(), Set.of(), use,
                Optional.of(LAWS.get(law)), person, terms);
        return new InterestPolicy("1", 9, Map.of(), Optional.of(new InterestPolicy.Charging(chargedFrom, 14)), List.of(rule));
    }

    private ChargeReport charge(LocalDate day) {
        now = day.atTime(9, 0).toInstant(ZoneOffset.UTC).plus(Duration.ofMinutes(books.count("batch")));
        return new ChargeJob(ledger, leases, new Companies(List.of(MAIN)), People.ALL, interest()).run(People.anna(day), "",
                false);
    }

    private void accepted() {
        state("ACCEPTED");
    }

    private void state(String state) {
        database.jdbi().useHandle(handle -> handle.createUpdate("UPDATE mail SET state = :state WHERE kind = 'REMINDER'")
                .bind("state", state).execute());
    }

    private String text() {
        List<String> texts = books.texts("REMINDER");
        return texts.get(texts.size() - 1);
    }

    private static Money eur(String amount) {
        return Money.of("EUR", new BigDecimal(amount).toPlainString());
    }
}
