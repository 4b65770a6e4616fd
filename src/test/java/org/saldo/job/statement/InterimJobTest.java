package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.statement.StatementWorld.AUTHORITY;
import static org.saldo.job.statement.StatementWorld.DAY;
import static org.saldo.job.statement.StatementWorld.OCTOBER;
import static org.saldo.job.statement.StatementWorld.companies;
import static org.saldo.job.statement.StatementWorld.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.job.people.Decided;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.settings.StatementTemplates;
import org.saldo.settings.StatementsFile;
import org.saldo.store.Books;
import org.saldo.store.Ledger;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.InterimStatements;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyStore;

/** Statements as of a day in the middle of a month: proved like any other, and in no month's chain. */
class InterimJobTest {

    private static final CustomerId ALPHA = new CustomerId("main", "C-1");
    private static final LocalDate NOVEMBER_10 = LocalDate.of(2026, 11, 10);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void itGoesOnFromTheLastStatementAndTheNextMonthGoesOnFromThatOneToo(TestDatabase kind) {
        StatementWorld.with(kind, folder, "send-to-customers: true\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.of(ALPHA), DAY, false);
            new Books(ledger).invoice("INV-NOV", "C-1", "2026-11-05", "2026-12-05", "5.00");
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-11-12", "2026-12-12", "1.00");
            List<Decided> made = interims(ledger).make(wanted(NOVEMBER_10, true), anna(DAY), AUTHORITY);
            assertThat(made).singleElement().extracting(Decided::text).asString().isEqualTo("statement 2026-11-10 of main/C-1"
                    + " over EUR 45.00: C-1-EUR-2026-11-10.pdf; to c1@customer.example");
            String page = text(new InterimStatements(ledger).pdfs(ALPHA).get(0));
            assertThat(page).contains("10 November 2026 · EUR", "2026-11-10 · Version 1", "1 Nov 2026 – 10 Nov 2026",
                    "as closed by statement 2026-10", "INV-NOV", "45.00", "need not be confirmed")
                    .doesNotContain("INV-LATE").doesNotContain("Please confirm");
            assertThat(Files.exists(folder.resolve("out/main/statements/2026-11/C-1-EUR-2026-11-10.pdf"))).isTrue();
            String mail = StatementWorld.words(SentMails.of(ledger).get(SentMails.of(ledger).size() - 1));
            assertThat(mail).contains("10 November 2026", "need not be confirmed").doesNotContain("ST-");
            assertThat(rows(ledger, "C-1")).as("no month has one more").hasSize(1);
            job.run(OCTOBER.plusMonths(1), Optional.of(ALPHA), LocalDate.of(2026, 12, 2), false);
            assertThat(rows(ledger, "C-1")).last().satisfies(row -> {
                assertThat(row.key().number()).isEqualTo("2026-11");
                assertThat(row.opening()).hasToString("EUR 40.00");
                assertThat(row.closing()).hasToString("EUR 46.00");
            });
            assertThat(new VerifyStore(ledger).verify(any -> { }).results())
                    .filteredOn(result -> Set.of("I8", "I10").contains(result.promise().name()))
                    .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
        });
    }

    @ParameterizedTest
    @EnumSource
    void withoutAStatementBeforeItBeginsWithTheMonthAndASecondOneIsAnotherVersion(TestDatabase kind) {
        StatementWorld.with(kind, folder, "", (ledger, job) -> {
            InterimJob interims = interims(ledger);
            interims.make(wanted(LocalDate.of(2026, 10, 15), false), anna(DAY), AUTHORITY);
            assertThat(interims.make(wanted(LocalDate.of(2026, 10, 15), false), anna(DAY), AUTHORITY)).singleElement()
                    .extracting(Decided::text).asString().contains("2026-10-15-v2").endsWith("; not mailed");
            assertThat(new InterimStatements(ledger).pdfs(ALPHA)).hasSize(2);
            assertThat(text(interims.preview(wanted(LocalDate.of(2026, 10, 15), false), DAY)
                    .get(Currency.getInstance("EUR")))).contains("1 Oct 2026 – 15 Oct 2026", "30.00", "40.00");
            assertThat(SentMails.of(ledger)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void verifyFindsOneWhoseBalanceDoesNotFollowFromWhatWasKnown(TestDatabase kind) {
        StatementWorld.with(kind, folder, "", (ledger, job) -> {
            interims(ledger).make(wanted(NOVEMBER_10, false), anna(DAY), AUTHORITY);
            SentMails.execute(ledger, "UPDATE interim_statement SET closing_balance = 41, open_items = 41");
            assertThat(new VerifyStore(ledger).verify(any -> { }).of(Promise.I10).breaches()).singleElement().asString()
                    .contains("interim statement of main/C-1 as of 2026-11-10", "closes with 41.00", "gives 40.00");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoDayOfItsOwnOrMayNotGoOutIsRefused(TestDatabase kind) {
        StatementWorld.with(kind, folder, "send-to-customers: true\n", (ledger, job) -> {
            InterimJob interims = interims(ledger);
            assertThatThrownBy(() -> interims.make(wanted(DAY, false), anna(DAY), AUTHORITY)).isInstanceOf(Refused.class)
                    .hasMessageContaining("the day is not over");
            assertThatThrownBy(() -> interims.make(wanted(LocalDate.of(2026, 10, 31), false), anna(DAY), AUTHORITY))
                    .isInstanceOf(Refused.class).hasMessageContaining("saldo statements --month 2026-10 --customer C-1");
            assertThatThrownBy(() -> interims.make(wanted(LocalDate.of(2026, 1, 15), false), anna(DAY), AUTHORITY))
                    .isInstanceOf(Refused.class).hasMessageContaining("nothing had ever moved");
            assertThatThrownBy(() -> interims.make(wanted(NOVEMBER_10, false), new Decider("carl", "x", DAY, "main"),
                    AUTHORITY)).isInstanceOf(Refused.class).hasMessageContaining("carl");
            InterimJob.Wanted credit = new InterimJob.Wanted(new CustomerId("main", "C-2"), NOVEMBER_10, Optional.empty(), true);
            assertThatThrownBy(() -> interims.make(credit, anna(DAY), AUTHORITY)).isInstanceOf(Refused.class)
                    .hasMessageContaining("in the customer's favour takes two people");
            InterimJob.Wanted nowhere = new InterimJob.Wanted(new CustomerId("main", "C-3"), NOVEMBER_10, Optional.empty(), true);
            assertThatThrownBy(() -> interims.make(nowhere, anna(DAY), AUTHORITY)).isInstanceOf(Refused.class)
                    .hasMessageContaining("has no address");
            assertThat(new InterimStatements(ledger).pdfs(ALPHA)).isEmpty();
        });
    }

    private InterimJob interims(Ledger ledger) throws IOException {
        return new InterimJob(ledger, companies(), new StatementSettings(StatementsFile.read(folder.resolve("statements.yaml")),
                StatementTemplates.read(Path.of("config/templates")), folder.resolve("out"), "receivables@nordlicht.example"),
                new OutboxStore(ledger, CustomerMail.ON), any -> Optional.empty());
    }

    private static InterimJob.Wanted wanted(LocalDate day, boolean send) {
        return new InterimJob.Wanted(ALPHA, day, Optional.empty(), send);
    }

    private static Decider anna(LocalDate day) {
        return new Decider("anna", "the customer's auditor asks", day, "main");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
