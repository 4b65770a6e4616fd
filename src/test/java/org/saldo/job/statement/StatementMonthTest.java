package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.statement.StatementWorld.OCTOBER;
import static org.saldo.job.statement.StatementWorld.at;
import static org.saldo.job.statement.StatementWorld.attachment;
import static org.saldo.job.statement.StatementWorld.companies;
import static org.saldo.job.statement.StatementWorld.page;
import static org.saldo.job.statement.StatementWorld.release;
import static org.saldo.job.statement.StatementWorld.rows;
import static org.saldo.job.statement.StatementWorld.text;
import static org.saldo.job.statement.StatementWorld.words;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.ExplainJob;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementPeriod;
import org.saldo.store.Books;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.verify.VerifyStore;

/** A company's months one after another: what is due, what is caught up, what is held, and what each statement covers. */
class StatementMonthTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void missedMonthsAreMadeOnceInTheirOrderAndOnlyTheLatestGoesToCustomers(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            assertThat(job.runDue(at("2026-09-02T06:00"))).extracting(StatementReport::month)
                    .containsExactly(YearMonth.of(2026, 8));
            List<StatementReport> caughtUp = job.runDue(at("2026-11-20T12:00"));
            assertThat(caughtUp).extracting(StatementReport::month).containsExactly(OCTOBER.minusMonths(1), OCTOBER);
            assertThat(caughtUp.get(0).companies().get(0).mails().written()).isZero();
            assertThat(caughtUp.get(0).companies().get(0).summary().notMailed()).extracting(HeldBack::reason)
                    .contains(HeldBack.Reason.LATE_MONTH);
            assertThat(caughtUp.get(1).companies().get(0).mails().written()).isEqualTo(1);
            assertThat(text(SentMails.of(ledger).get(SentMails.of(ledger).size() - 1))).contains("September 2026")
                    .contains(" confirmed, 0 % by amount; 0 with differences, 0 disputed, ");
            assertThat(job.runDue(at("2026-11-20T13:00"))).isEmpty();
            List<StatementRow> rows = rows(ledger, "C-1");
            assertThat(rows).extracting(row -> row.key().month()).containsExactly(YearMonth.of(2026, 8),
                    OCTOBER.minusMonths(1), OCTOBER);
            for (int i = 1; i < rows.size(); i++) {
                assertThat(rows.get(i).opening()).isEqualTo(rows.get(i - 1).closing());
                assertThat(rows.get(i).key().firstDay()).isEqualTo(rows.get(i - 1).key().cutOff().plusDays(1));
            }
            assertThat(new VerifyStore(ledger).verify(any -> { }).results())
                    .filteredOn(result -> Set.of("I8", "I10").contains(result.promise().name())).hasSize(2)
                    .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerByTheQuarterGetsAllSinceTheLastOneAndAMovedCutOffLeavesNoGap(TestDatabase kind) {
        with(kind, "customers:\n  - {customer: C-1, frequency: quarterly}\nschedules:\n  - {cut-off: last}\n"
                + "  - {from: 2026-10, cut-off: 25}\n", (ledger, job) -> {
            job.run(YearMonth.of(2026, 8), Optional.empty(), LocalDate.of(2026, 11, 20), false);
            job.run(YearMonth.of(2026, 9), Optional.empty(), LocalDate.of(2026, 11, 20), false);
            StatementReport october = job.run(OCTOBER, Optional.empty(), LocalDate.of(2026, 11, 20), false);
            assertThat(rows(ledger, "C-1")).singleElement().satisfies(row -> assertThat(row.key().period())
                    .isEqualTo(new StatementPeriod(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30))));
            assertThat(october.companies().get(0).summary().heldBack()).anySatisfy(held -> {
                assertThat(held.customer().number()).isEqualTo("C-1");
                assertThat(held.reason()).isEqualTo(HeldBack.Reason.NOT_ITS_MONTH);
            });
            assertThat(rows(ledger, "C-2")).last().satisfies(row -> assertThat(row.key().period())
                    .isEqualTo(new StatementPeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 25))));
            assertThat(october.companies().get(0).summary().ledger()).allMatch(each -> each.agrees());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCreditBalanceIsHeldUntilPeopleWhoMayReleaseIt(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            StatementReport report = job.run(OCTOBER, Optional.empty(), LocalDate.of(2026, 11, 20), false);
            assertThat(report.companies().get(0).summary().notMailed()).extracting(held -> held.customer().number() + " "
                    + held.reason()).containsExactlyInAnyOrder("C-2 CREDIT_BALANCE", "C-3 NO_ADDRESS");
            int mails = SentMails.of(ledger).size();
            assertThatThrownBy(() -> release(job, "C-2", "carl")).isInstanceOf(Refused.class).hasMessageContaining("carl");
            assertThatThrownBy(() -> release(job, "C-1", "anna")).hasMessageContaining("none is held");
            assertThatThrownBy(() -> release(job, "C-3", "anna")).hasMessageContaining("no address");
            assertThat(release(job, "C-2", "anna")).contains("waits for a second person: bernd");
            assertThatThrownBy(() -> release(job, "C-2", "anna")).hasMessageContaining("you released it already");
            assertThat(SentMails.of(ledger)).hasSize(mails);
            assertThat(release(job, "C-2", "bernd")).contains("released, to c2@customer.example");
            assertThat(SentMails.of(ledger)).hasSize(mails + 1);
            assertThatThrownBy(() -> release(job, "C-2", "bernd")).hasMessageContaining("none is held");
        });
    }

    @ParameterizedTest
    @EnumSource
    void financeIsToldAgainWhatChangedWhenAStatementIsIssuedAgain(TestDatabase kind) {
        with(kind, "", (ledger, job) -> {
            job.runDue(at("2026-11-20T12:00"));
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-10-30", "2026-11-30", "1.00");
            job.reissue(new CustomerId("main", "C-1"), OCTOBER, LocalDate.of(2026, 11, 20), "anna");
            assertThat(job.runDue(at("2026-11-20T13:00"))).singleElement()
                    .satisfies(again -> assertThat(again.companies().get(0).financeMailed()).isTrue());
            assertThat(text(SentMails.of(ledger).get(1))).contains("0 statements were added, 1 were issued again");
            assertThat(job.runDue(at("2026-11-20T14:00"))).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNewVersionTellsWhatChangedOnItsPageInItsMailAndWhenExplained(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.empty(), LocalDate.of(2026, 11, 20), false);
            assertThat(page(SentMails.of(ledger).get(0))).doesNotContain("What changed");
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-10-30", "2026-11-30", "1.25");
            job.reissue(new CustomerId("main", "C-1"), OCTOBER, LocalDate.of(2026, 11, 20), "anna");
            byte[] mail = SentMails.of(ledger).get(SentMails.of(ledger).size() - 1);
            assertThat(page(mail).replaceAll("\\s+", " ")).contains("What changed since version 1")
                    .contains("30 Oct 2026 Invoice INV-LATE added – 1.25 1.25 Closing balance 40.00 41.25 1.25")
                    .contains("30 Nov 2026 INV-LATE added – 1.25 1.25 Closing balance 40.00 41.25 1.25");
            assertThat(words(mail)).contains("Replaces version 1. What changed since version 1")
                    .contains("added: Invoice INV-LATE – 1.25 1.25 Closing balance 40.00 41.25 1.25");
            String life = new ExplainJob(ledger, companies()).explain(rows(ledger, "C-1").get(1).pdfSha256());
            assertThat(life).contains("replaces version 1, which closed with EUR 40.00")
                    .contains("added: invoice INV-LATE of 2026-10-30, EUR 1.25")
                    .contains("added: open item INV-LATE, EUR 1.25, due 2026-11-30")
                    .contains("closes with EUR 41.25, which is EUR 1.25 more");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNewVersionThatIsReleasedLaterTellsWhatChangedToo(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.empty(), LocalDate.of(2026, 11, 20), false);
            new Books(ledger).invoice("INV-LATE", "C-2", "2026-10-30", "2026-11-30", "20.00");
            job.reissue(new CustomerId("main", "C-2"), OCTOBER, LocalDate.of(2026, 11, 20), "anna");
            assertThat(release(job, "C-2", "anna")).contains("released, to c2@customer.example");
            byte[] mail = SentMails.of(ledger).get(SentMails.of(ledger).size() - 1);
            assertThat(words(mail)).contains("added: Invoice INV-LATE – 20.00 20.00");
            assertThat(page(mail)).contains("What changed since version 1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyMailHoldsItsOwnCustomersPageAndNobodyElses(TestDatabase kind) {
        with(kind, "send-to-customers: true\ncredit-balances: send\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.empty(), LocalDate.of(2026, 11, 20), false);
            int read = 0;
            for (byte[] mail : SentMails.of(ledger)) {
                String raw = text(mail);
                for (String number : List.of("C-1", "C-2", "C-3")) {
                    if (raw.contains("To: " + number.toLowerCase(Locale.ROOT).replace("-", "") + "@")) {
                        assertThat(page(mail)).contains(number);
                        List.of("C-1", "C-2", "C-3").stream().filter(other -> !other.equals(number))
                                .forEach(other -> assertThat(page(mail)).doesNotContain(other));
                        read++;
                    }
                }
            }
            assertThat(read).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoWantsAWorkbookGetsTheSameFiguresBesideThePage(TestDatabase kind) {
        with(kind, "send-to-customers: true\ncustomers:\n  - {customer: C-1, format: pdf+xlsx}\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.of(new CustomerId("main", "C-1")), LocalDate.of(2026, 11, 20), false);
            assertThat(SentMails.of(ledger)).singleElement().satisfies(mail -> {
                byte[] workbook = attachment(mail, 2);
                try (var sheets = new org.dhatim.fastexcel.reader.ReadableWorkbook(new ByteArrayInputStream(workbook))) {
                    assertThat(sheets.getSheets().map(sheet -> sheet.getName())).containsExactly("Movements", "Open items");
                    var rows = sheets.getFirstSheet().read();
                    assertThat(rows.get(rows.size() - 1).getCell(4).asNumber()).isEqualByComparingTo("40.00");
                    assertThat(rows.get(3).getCell(4).asNumber()).isEqualByComparingTo("40.00");
                }
            });
        });
    }

    private void with(TestDatabase kind, String policy, StatementWorld.Story story) {
        StatementWorld.with(kind, folder, policy, story);
    }
}
