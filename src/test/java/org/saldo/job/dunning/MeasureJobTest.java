package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MeasuresMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.Templates;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.LatenessReasons;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.DunningFigures;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.dunning.measure.LateBecause;
import org.saldo.dunning.measure.MeasurePolicy;
import org.saldo.dunning.measure.Recovery;
import org.saldo.dunning.measure.StepEffect;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.SentMails;
import org.saldo.store.Table;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;

/** What reminders have brought, from the books to the mail. The reminders are of a Thursday. */
class MeasureJobTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 10);
    private static final LocalDate MONTHS_END = LocalDate.of(2026, 9, 30);
    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 10, 1);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of("Hafen 1"), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private static final MeasurePolicy POLICY = new MeasurePolicy(new HoldOut(10, 7, "first"), 7, 12, 10, 2, 3);
    private static final String SENDER = "Seller <hub@seller.example>";

    private Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
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
    void whatWasToldAndPaidIsCountedOnceAndAgainstWhoWasHeldOut(TestDatabase kind) {
        open(kind);
        for (int i = 1; i <= 4; i++) {
            books.customer("C-" + i, "c" + i + "@acme.example", "en");
            books.invoice("INV-" + i, "C-" + i, DAY.minusDays(20), "100.00");
        }
        remind(DAY);
        remind(DAY.plusDays(1));
        books.customer("H-1", "h1@acme.example", "en");
        books.customer("H-2", "h2@acme.example", "en");
        books.invoice("HELD-1", "H-1", DAY.minusDays(20), "100.00");
        books.invoice("HELD-2", "H-2", DAY.minusDays(20), "100.00");
        books.heldOut("HELD-1", "H-1", 1, DAY, "100.00");
        books.heldOut("HELD-2", "H-2", 1, DAY, "100.00");
        later(5);
        books.cash("INV-1", "C-1", "100.00", DAY.plusDays(3));
        books.cash("INV-2", "C-2", "40.00", DAY.plusDays(3));
        books.cash("INV-2", "C-2", "60.00", DAY.plusDays(7));
        books.cash("INV-3", "C-3", "60.00", DAY.plusDays(2));
        books.cash("HELD-1", "H-1", "100.00", DAY.plusDays(9));
        DunningFigures figures = job().figures("main", MONTHS_END).orElseThrow();
        StepEffect effect = figures.effects().get(0);
        assertThat(effect.told()).isEqualTo(new StepEffect.Group(4, 4, 0.5));
        assertThat(effect.heldOut()).isEqualTo(new StepEffect.Group(2, 2, 0));
        assertThat(figures.times().get(0).medianDays()).hasValue(7);
        assertThat(figures.recoveries()).containsExactly(new Recovery(0, eur("600.00"), eur("0.00")),
                new Recovery(30, eur("240.00"), eur("0.00")));
    }

    @ParameterizedTest
    @EnumSource
    void whyWhatIsOverdueIsLateIsToldWhereAnybodyNotedIt(TestDatabase kind) {
        open(kind);
        books.customer("C-1", "c1@acme.example", "en");
        books.customer("C-2", "c2@acme.example", "en");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "300.00");
        books.invoice("INV-2", "C-2", DAY.minusDays(20), "100.00");
        remind(DAY);
        later(5);
        assertThat(job().figures("main", MONTHS_END).orElseThrow().causes()).as("nobody has noted any").isEmpty();
        ledger.write(BatchKind.PERSON, "anna", DAY, batch -> batch.add(Table.LATENESS, "main", "C-1", null, "CASH_SHORT", DAY,
                "test", "said so", "anna"));
        assertThat(job().figures("main", MONTHS_END).orElseThrow().causes()).containsExactly(
                new LateBecause("CASH_SHORT", "the customer is short of cash", 1, 1, eur("300.00"), 0.75),
                new LateBecause("UNKNOWN", "", 1, 1, eur("100.00"), 0.25));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsDrawnIsRemindedOnceAndLaterAndIsCountedFromTheFirstDay(TestDatabase kind) {
        open(kind);
        HoldOut holdOut = new HoldOut(50, 7, "first");
        String held = drawn(holdOut, true);
        String told = drawn(holdOut, false);
        for (String number : List.of(held, told)) {
            books.customer(number, number.toLowerCase(Locale.ROOT) + "@acme.example", "en");
            books.invoice("INV-" + number, number, DAY.minusDays(6), "100.00");
        }
        assertThat(reminders(holdOut, DAY, true).reminded()).hasSize(1);
        assertThat(books.count("held_out_item")).isZero();
        CompanyReminders first = reminders(holdOut, DAY, false);
        assertThat(first.reminded()).extracting(each -> each.customer().number()).containsExactly(told);
        assertThat(first.withheld()).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo(Withheld.Reason.HELD_OUT);
            assertThat(each.words()).hasToString("drawn by lot; reminded from 2026-09-17 on");
        });
        assertThat(reminders(holdOut, DAY.plusDays(6), false).reminded()).isEmpty();
        assertThat(reminders(holdOut, DAY.plusDays(7), false).reminded()).extracting(each -> each.customer().number())
                .containsExactly(held);
        assertThat(reminders(holdOut, DAY.plusDays(8), false).reminded()).extracting(each -> each.level())
                .as("the others' second reminder").containsExactly(2);
        assertThat(books.rows("SELECT held_on, dunning_level FROM held_out_item")).singleElement().asString()
                .contains("2026-09-10", "1");
        StepEffect effect = job().figures("main", MONTHS_END).orElseThrow().effects().get(0);
        assertThat(effect.heldOut().items()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatIsTakenBackOrWasKnownBeforeBringsNothing(TestDatabase kind) {
        open(kind);
        books.customer("C-1", "c1@acme.example", "en");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        books.cash("INV-1", "C-1", "60.00", DAY.minusDays(1));
        remind(DAY);
        later(1);
        books.cash("INV-1", "C-1", "39.00", DAY.plusDays(1));
        assertThat(job().figures("main", MONTHS_END).orElseThrow().effects().get(0).told().paid()).isZero();
        books.cash("INV-1", "C-1", "1.00", DAY.plusDays(2));
        assertThat(job().figures("main", MONTHS_END).orElseThrow().effects().get(0).told().paid()).isEqualTo(1);
        assertThat(job().figures("main", DAY.plusDays(1)).orElseThrow().effects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void financeIsToldOnceAMonthOnABusinessDay(TestDatabase kind) {
        open(kind);
        books.customer("C-1", "c1@acme.example", "en");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
        remind(DAY);
        books.forgetMails("FINANCE");
        assertThat(job().run(LocalDate.of(2026, 11, 1))).as("a Sunday").isEmpty();
        assertThat(job().run(NEXT_MONTH)).containsExactly("main");
        assertThat(job().run(NEXT_MONTH)).isEmpty();
        assertThat(job().run(NEXT_MONTH.plusDays(1))).isEmpty();
        assertThat(books.texts("FINANCE")).singleElement().asString().contains("30 Sep 2026",
                "Level 1: 0% of 1 items of 1 customers", "Level 1: less than half were paid, 1 items",
                "2 more customers are needed in the smaller group", "on the due date: 0%, EUR 0.00 of EUR 100.00")
                .doesNotContain("Promises to pay");
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingWasLateNobodyIsTold(TestDatabase kind) {
        open(kind);
        assertThat(job().run(NEXT_MONTH)).isEmpty();
        assertThat(books.mails("FINANCE")).isEmpty();
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
    }

    private void later(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    private CompanyReminders remind(LocalDate day) {
        return reminders(HoldOut.NOBODY, day, false);
    }

    private CompanyReminders reminders(HoldOut holdOut, LocalDate day, boolean dryRun) {
        books.bankDataTo(day.minusDays(1));
        DunningRules rules = new DunningRules(new Companies(List.of(MAIN)),
                PlainPolicy.read(), InterestPolicy.NONE,
                new BusinessCalendars(Map.of()), company -> Optional.empty(), holdOut);
        CompanyReminders run = new DunningJob(ledger, leases, new OutboxStore(ledger, CustomerMail.ON), rules,
                ReminderWriting.plain(new ReminderMail(templates(), SENDER), new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates(), SENDER)).run(day, dryRun)
                .companies().get(0);
        SentMails.left(ledger, day.atTime(10, 0).atOffset(ZoneOffset.UTC));
        return run;
    }

    private static String drawn(HoldOut holdOut, boolean held) {
        return IntStream.range(0, 100).mapToObj(i -> "C-" + i).filter(number ->
                holdOut.holds(new CustomerId("main", number)) == held).findFirst().orElseThrow();
    }

    private MeasureJob job() {
        return new MeasureJob(ledger, new Companies(List.of(MAIN)), new OutboxStore(ledger, CustomerMail.ON),
                new MeasureJob.Rules(POLICY, AgingBuckets.USUAL, new BusinessCalendars(Map.of()),
                        new LatenessReasons(Map.of("CASH_SHORT", "the customer is short of cash"))),
                new MeasuresMail(templates(), SENDER));
    }

    private static Templates templates() {
        return new Templates(Path.of("config/templates"), "en");
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
