package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.statement.StatementWorld.DAY;
import static org.saldo.job.statement.StatementWorld.OCTOBER;
import static org.saldo.job.statement.StatementWorld.companies;
import static org.saldo.job.statement.StatementWorld.page;
import static org.saldo.job.statement.StatementWorld.rows;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.job.ExplainJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.ledger.Words;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.BatchKind;
import org.saldo.store.Books;
import org.saldo.store.Ledger;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.MovementStore;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxQueue;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.IssuedStatement;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyStore;

/** Statements that are issued again: what waits of the old version, what continues it, and why there is a new one. */
class StatementAgainTest {

    private static final CustomerId ALPHA = new CustomerId("main", "C-1");

    private static final Currency EUR = Currency.getInstance("EUR");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aVersionThatWaitsIsCancelledByTheNextAndOneThatSlippedThroughIsSeenBeforeItGoes(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.of(ALPHA), DAY, false);
            DueMail first = due(ledger).get(0);
            OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
            StatementLook look = new StatementLook(ledger, outbox, companies(), org.saldo.job.LastLook.NONE);
            ledger.record(BatchKind.STATEMENT, "chase", DAY, batch -> outbox.enqueue(batch,
                    ask("ASK/main/C-1/EUR/2026-10/1/1")));
            assertThat(due(ledger)).hasSize(2).allSatisfy(mail -> assertThat(look.cancelled(mail)).isEmpty());
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-10-30", "2026-11-30", "1.25");
            job.reissue(ALPHA, OCTOBER, DAY, "anna");
            assertThat(due(ledger)).extracting(DueMail::businessKey).containsExactly("STATEMENT/main/C-1/EUR/2026-10/2");
            ledger.record(BatchKind.STATEMENT, "chase", DAY, batch -> outbox.enqueue(batch,
                    ask("ASK/main/C-1/EUR/2026-10/1/2")));
            assertThat(look.cancelled(due(ledger).get(0))).as("the latest version goes").isEmpty();
            assertThat(look.cancelled(due(ledger).get(1)).map(Words::toString).orElse("")).contains("a later version")
                    .contains("version 2");
            assertThat(due(ledger)).hasSize(1);
            assertThat(look.cancelled(first)).as("cancelled before").isEmpty();
        });
    }

    private static List<DueMail> due(Ledger ledger) {
        return new OutboxQueue(ledger).due(ledger.now(), Optional.empty(), 9);
    }

    private static OutgoingMail ask(String key) {
        return new OutgoingMail("main", MailKind.STATEMENT, "C-1", key, "receivables@nordlicht.example",
                List.of("c1@customer.example"), "", "Please answer", "Please answer", "<p>Please answer</p>", List.of(), "en");
    }

    @ParameterizedTest
    @EnumSource
    void aMonthThatLaterStatementsContinueIsMadeAgainWithThemOrNotAtAll(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            for (int month = 8; month <= 10; month++) {
                job.run(YearMonth.of(2026, month), Optional.of(ALPHA), DAY, false);
            }
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-08-30", "2026-09-30", "100.00");
            YearMonth august = YearMonth.of(2026, 8);
            assertThatThrownBy(() -> job.reissue(ALPHA, august, DAY, "anna")).isInstanceOf(Refused.class)
                    .hasMessageContaining("2026-09, 2026-10").hasMessageContaining("--again --with-later");
            assertThat(rows(ledger, "C-1")).hasSize(3);
            assertThat(job.reissue(ALPHA, august, new StatementJob.Reissue("anna", DAY, true, Optional.empty())))
                    .extracting(report -> report.month() + " " + report.made())
                    .containsExactly("2026-08 1", "2026-09 1", "2026-10 1");
            List<StatementRow> latest = rows(ledger, "C-1").stream().filter(row -> row.key().version() == 2).toList();
            assertThat(latest).hasSize(3);
            assertThat(latest.get(1).opening()).isEqualTo(latest.get(0).closing());
            assertThat(latest.get(2).opening()).isEqualTo(latest.get(1).closing());
            assertThat(due(ledger)).extracting(DueMail::businessKey).allMatch(key -> key.endsWith("/2")).hasSize(3);
            assertThat(broken(ledger)).isEmpty();
            assertThat(job.reissue(ALPHA, august, new StatementJob.Reissue("anna", DAY, true, Optional.empty())))
                    .allMatch(report -> report.made() == 0);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anEarlierMonthIsNotMadeWhereItWouldNotLeadOnToTheOneThatTheCustomerHolds(TestDatabase kind) {
        with(kind, "", (ledger, job) -> {
            job.run(OCTOBER, Optional.of(ALPHA), DAY, false);
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-08-30", "2026-09-30", "100.00");
            StatementReport september = job.run(OCTOBER.minusMonths(1), Optional.of(ALPHA), DAY, false);
            assertThat(september.made()).isZero();
            assertThat(september.companies().get(0).summary().notMade()).singleElement().satisfies(not ->
                    assertThat(not.detail()).contains("is not the opening EUR 30.00 of statement 2026-10"));
            assertThat(job.reissue(ALPHA, OCTOBER, DAY, "anna").made()).isEqualTo(1);
            assertThat(job.run(OCTOBER.minusMonths(1), Optional.of(ALPHA), DAY, false).made()).isEqualTo(1);
            assertThat(broken(ledger)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerFindsAVersionThatTheNextMonthDoesNotContinue(TestDatabase kind) {
        with(kind, "", (ledger, job) -> {
            job.run(OCTOBER.minusMonths(1), Optional.of(ALPHA), DAY, false);
            StatementStore store = new StatementStore(ledger);
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-08-30", "2026-09-30", "100.00");
            job.run(OCTOBER, Optional.of(ALPHA), DAY, false);
            assertThat(broken(ledger)).isEmpty();
            StatementKey key = new StatementKey(ALPHA, EUR, OCTOBER.minusMonths(1), 2);
            StatementOfAccount again = StatementOfAccount.prove(key, ledger.knownAt(), Optional.empty(),
                    new MovementStore(ledger).accounts(ALPHA, key.firstDay(), key.cutOff(), ledger.knownAt()).get(EUR),
                    AgingBuckets.USUAL);
            ledger.write(BatchKind.STATEMENT, "test", DAY, batch -> store.save(batch, IssuedStatement.plain(again, new byte[1])));
            assertThat(broken(ledger)).singleElement().asString().contains("statement 2026-10")
                    .contains("opens with 30.00").contains("closed with 130.00");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPageWhoseNameWasCorrectedIsIssuedAgainForAReasonThatStaysInTheLedger(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.of(ALPHA), DAY, false);
            StatementJob.Reissue wanted = new StatementJob.Reissue("anna", DAY, false, Optional.of("merged on 1 October"));
            assertThat(remarks(job.reissue(ALPHA, OCTOBER, wanted).get(0))).contains("and so is every letter");
            new Books(ledger).customer("C-1", "Alpha Holding SE", "de", "c1@customer.example");
            assertThat(remarks(job.reissue(ALPHA, OCTOBER, DAY, "anna"))).contains("ask for it with --reason TEXT");
            assertThat(rows(ledger, "C-1")).hasSize(1);
            assertThat(job.reissue(ALPHA, OCTOBER, wanted).get(0).made()).isEqualTo(1);
            byte[] mail = SentMails.of(ledger).get(SentMails.of(ledger).size() - 1);
            assertThat(page(mail)).contains("Alpha Holding SE").contains("Ersetzt Version 1").contains("Keine Zahl weicht");
            assertThat(new ExplainJob(ledger, companies()).explain(rows(ledger, "C-1").get(1).pdfSha256()))
                    .contains("asked for by anna: merged on 1 October");
            assertThat(remarks(job.reissue(ALPHA, OCTOBER, wanted).get(0))).contains("and so is every letter");
            assertThat(broken(ledger)).isEmpty();
        });
    }

    private static String remarks(StatementReport report) {
        assertThat(report.made()).isZero();
        return String.join("; ", report.companies().get(0).remarks());
    }

    private static List<?> broken(Ledger ledger) {
        return new VerifyStore(ledger).verify(any -> { }).results().stream()
                .filter(result -> result.promise() == Promise.I8).findFirst().orElseThrow().breaches();
    }

    private void with(TestDatabase kind, String policy, StatementWorld.Story story) {
        StatementWorld.with(kind, folder, policy, story);
    }
}
