package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.Templates;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.settings.DunningFile;
import org.saldo.settings.InterestFile;
import org.saldo.settings.InterestRatesFile;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;

/** What reminders say of interest, from the books to the mail, by the shipped laws and policy. The day is a Wednesday. */
class AnnouncedInterestTest {

    private static final LocalDate DAY = LocalDate.of(2025, 8, 20);
    private static final LocalDate DUE = LocalDate.of(2025, 5, 30);
    private static final Path POLICIES = Path.of("config/policies");
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));

    private final InterestPolicy shipped = InterestFile.read(POLICIES.resolve("interest.yaml"),
            InterestRatesFile.read(POLICIES.resolve("interest-rates.yaml")));
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
    void aLateReminderSaysWhatHasAccruedOnTheItemsItLists(TestDatabase kind) {
        open(kind, DAY);
        books.openingInvoice("INV-1", "C-1", DUE, "10000.00", 2);
        books.openingInvoice("INV-2", "C-1", DUE, "10000.00", 2);
        books.settle("INV-2", "4000.00", LocalDate.of(2025, 7, 11));
        assertThat(run(DAY).reminded()).singleElement()
                .satisfies(each -> assertThat(each.asked()).hasToString("[EUR 16000.00]"));
        assertThat(books.texts("REMINDER")).singleElement().asString()
                .contains("Interest under § 288 BGB until 19 Aug 2025: EUR 427.78")
                .contains("lump sum under § 288 BGB: EUR 80.00").contains("Open in total: EUR 16,000.00");
    }

    @ParameterizedTest
    @EnumSource
    void anEarlyReminderAndWhoeverTheLawDoesNotMeanHearNothingOfIt(TestDatabase kind) {
        open(kind, DAY);
        books.openingInvoice("INV-1", "C-1", DUE, "10000.00", 0);
        books.customer("C-2", "c2@acme.example", "en", "US", false);
        books.openingInvoice("INV-2", "C-2", DUE, "10000.00", 2);
        books.customer("C-3", "c3@acme.example", "en", "DE", true);
        books.openingInvoice("INV-3", "C-3", DUE, "10000.00", 2);
        assertThat(run(DAY).reminded()).as("C-3 is a natural person, whom no shipped ladder means").hasSize(2);
        assertThat(books.texts("REMINDER")).hasSize(2).allSatisfy(mail -> assertThat(mail).doesNotContain("nterest"));
    }

    @ParameterizedTest
    @EnumSource
    void aChineseCustomerReadsThatNothingChangesAndNoFigure(TestDatabase kind) {
        open(kind, DAY);
        books.customer("C-2", "c2@acme.example", "en", "CN", false);
        books.openingInvoice("INV-1", "C-2", DUE, "10000.00", 2);
        run(DAY);
        assertThat(books.texts("REMINDER")).singleElement().asString()
                .contains("does not change the agreed terms of payment").doesNotContain("nterest");
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatIsHereBearsNoInterestFromTheDayItCame(TestDatabase kind) {
        open(kind, DAY);
        books.openingInvoice("INV-1", "C-1", DUE, "10000.00", 2);
        books.creditNote("CN-1", "C-1", LocalDate.of(2025, 7, 11), "4000.00");
        run(DAY);
        assertThat(books.texts("REMINDER")).singleElement().asString().contains("To be paid: EUR 6,000.00")
                .contains("until 19 Aug 2025: EUR 191.38");
    }

    @ParameterizedTest
    @EnumSource
    void whereARateIsNotKnownTheReminderGoesWithoutAndFinanceIsTold(TestDatabase kind) {
        LocalDate later = LocalDate.of(2026, 9, 16);
        open(kind, later);
        books.openingInvoice("INV-1", "C-1", DUE, "10000.00", 2);
        assertThat(run(later).notes()).singleElement().asString()
                .contains("the rates of DE-BASE are known through 2026-06-30, and 2026-09-15 was asked for");
        assertThat(books.texts("REMINDER")).singleElement().asString().doesNotContain("nterest");
        assertThat(books.texts("FINANCE")).singleElement().asString()
                .contains("To be seen to: reminders say nothing of interest:", "DE-BASE are known through 2026-06-30");
    }

    private CompanyReminders run(LocalDate day) {
        Templates templates = new Templates(Path.of("config/templates"), "en");
        DunningRules rules = new DunningRules(new Companies(List.of(MAIN)), DunningFile.read(POLICIES.resolve("dunning.yaml")),
                shipped, new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY);
        return new DunningJob(ledger, leases, new OutboxStore(ledger, CustomerMail.ON), rules,
                ReminderWriting.plain(
                        new ReminderMail(templates, "hub@seller.example"), new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates, "hub@seller.example"))
                .run(day, false).companies().get(0);
    }

    private void open(TestDatabase kind, LocalDate day) {
        now = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        books.customer("C-1", "c1@acme.example", "en");
        books.bankDataTo(day.minusDays(1));
    }
}
