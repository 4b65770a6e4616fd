package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReleaseWords;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderPreview;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ReminderTerms;
import org.saldo.delivery.Templates;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.dunning.RunLimits;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.People;
import org.saldo.job.people.ReminderReleaseJob;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PostalAddress;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.mail.OutboxStore;

/** A letter obeys what a mail obeys, and its file lies where it is printed only while it is right. */
class LetterDeskTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Company MAIN = new Company("main", "Seller GmbH", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example",
            List.of("finance@seller.example"));
    private static final Companies COMPANIES = new Companies(List.of(MAIN));

    @TempDir
    private Path out;

    private final Templates templates = new Templates(Path.of("config/templates"), "en");
    private final Instant now = DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
    private RunLimits limits = RunLimits.NONE;
    private CustomerMail mail = CustomerMail.ON;
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
    void aLetterThatAPersonLooksAtFirstIsPreviewedAndLiesNowhereUntilItIsLetGo(TestDatabase kind) {
        open(kind);
        limits = new RunLimits(true, Map.of(), Map.of(), RunLimits.NONE.first());
        run();
        desk().run("", DAY);
        assertThat(file("")).doesNotExist();
        assertThat(books.texts("ALERT")).singleElement().asString().contains("1 reminder of 29 Oct 2026 waits");
        new ReminderReleaseJob(ledger, COMPANIES, People.ALL).release(new Decider("anna", "looked at it", DAY, "main"),
                ReminderHolds.Whose.all("main"), DAY);
        assertThat(desk().run("", DAY)).singleElement().asString().contains("to be printed and sent", "C-2-2026-10-29.pdf");
        assertThat(file("")).exists();
        assertThat(desk().run("", DAY)).as("once").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonStopsOrNobodyLetsGoIsNeverPrintedAndDoesNotCount(TestDatabase kind) {
        open(kind);
        limits = new RunLimits(true, Map.of(), Map.of(), RunLimits.NONE.first());
        run();
        limits = RunLimits.NONE;
        books.bankDataTo(DAY.plusDays(1));
        job().run(DAY.plusDays(1), false);
        assertThat(file("")).doesNotExist();
        assertThat(books.rows("SELECT dunning_level FROM reminder")).as("decided anew at the same level").hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("dunning_level", 1));
        assertThat(books.count("reminder_withdrawal")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatIsWrongIsTakenAwayWhileItsFileLiesThereAndNotWhenItIsOnItsWay(TestDatabase kind) throws Exception {
        open(kind);
        run();
        assertThat(file("")).exists();
        Files.move(file(""), out.resolve("printed.pdf"));
        books.pay("INV-2", "10.00");
        assertThat(desk().run("", DAY)).as("somebody has taken it").isEmpty();
        assertThat(books.count("reminder_withdrawal")).isZero();
        Files.move(out.resolve("printed.pdf"), file(""));
        assertThat(desk().run("", DAY)).singleElement().asString().contains("is withdrawn: INV-2 is open with EUR 90.00 now");
        assertThat(file("")).doesNotExist();
        assertThat(books.count("reminder_withdrawal")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void inTestModeLettersLieApart(TestDatabase kind) {
        open(kind);
        mail = CustomerMail.parse("redirect:test@seller.example");
        run();
        assertThat(file("")).doesNotExist();
        assertThat(file("test")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatWouldLoseALetterOfANameIsNotPrintedAndFinanceIsToldWhich(TestDatabase kind) {
        open(kind);
        books.byPost("C-2", "de", new PostalAddress("ถนน 7", "20457", "Hamburg", ""));
        assertThat(job().run(DAY, false).companies().get(0).withheld()).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo(Withheld.Reason.UNWRITABLE);
            assertThat(each.words().toString())
                    .contains("letter ถ (U+0E16) of 'ถนน 7' is in none of the fonts; put one that has it (.ttf)");
        });
        assertThat(file("")).doesNotExist();
        assertThat(books.count("reminder")).isZero();
    }

    private Path file(String apart) {
        return out.resolve("main/reminders").resolve(apart).resolve("2026-10/C-2-2026-10-29.pdf");
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        books.byPost("C-2", "de", new PostalAddress("Hafenstr. 7", "20457", "Hamburg", ""));
        books.invoice("INV-2", "C-2", DAY.minusDays(20), "100.00");
        books.bankDataTo(DAY);
    }

    private void run() {
        job().run(DAY, false);
    }

    private LetterDesk desk() {
        return writing().letterDesk(ledger, outbox(), rules()).orElseThrow();
    }

    private OutboxStore outbox() {
        return new OutboxStore(ledger, mail);
    }

    private ReminderWriting writing() {
        return new ReminderWriting(new ReminderMail(templates, "hub@seller.example"), new ReminderTerms(limits, false, false,
                List.of()), new AnswerStore(ledger).replyKey(), false, (any, day) -> Optional.empty(),
                Optional.of(new ReminderPreview(templates, "hub@seller.example", new AnswerStore(ledger).replyKey(),
                        ReleaseWords.ENGLISH, new WorklistWordings(Map.of()))), Optional.of(new LetterFolder(out, List.of())));
    }

    private static DunningRules rules() {
        return new DunningRules(COMPANIES, PlainPolicy.read(), InterestPolicy.NONE,
                new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY);
    }

    private DunningJob job() {
        return new DunningJob(ledger, leases, outbox(), rules(), writing(), new ReminderSummary(templates,
                "hub@seller.example"));
    }
}
