package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.Templates;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.DunningRun;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.settings.DunningFile;
import org.saldo.settings.SettingsException;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.mail.OutboxStore;

/** Steps inside the house reach the people whom the ladder names: one mail a person and day, and a handover its papers. */
class HouseStepPostTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Companies COMPANIES = new Companies(List.of(LedgerFixture.MAIN));
    private static final String LADDER = """
            version: "1"
            ladders:
              - name: told
                grace-days: 3
                steps:
                  - {kind: reminder, days: 5, days-between: 7}
                  - {kind: salesperson, days: 10}
                  - {kind: manager, days: 10, to: [boss@seller.example, salesperson]}
                  - {kind: handover, days: 10, to: [boss@seller.example]}
            bank-data-age-business-days: 3
            waiting-receipts-cover-business-days: 5
            payables-business-days: 5
            direct-debit-business-days: 5
            mails-per-run: 500
            mail-waits-business-days: 2
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void eachPersonGetsOneMailADayWithAllOfItsSteps(TestDatabase kind) throws IOException {
        Database database = kind.open();
        try {
            Ledger ledger = new Ledger(database, () -> Instant.parse("2026-10-29T08:00:00Z"));
            DunningBooks books = new DunningBooks(database, ledger);
            books.sold("C-1", "c1@acme.example", "", "ana@seller.example");
            books.sold("C-2", "c2@acme.example", "", "ana@seller.example");
            books.sold("C-3", "c3@acme.example", "", "S-7");
            for (int i = 1; i <= 3; i++) {
                books.openingInvoice("INV-" + i, "C-" + i, DAY.minusDays(40), "100.00", 1);
            }
            take(ledger, DAY);
            assertThat(post(ledger).run(DAY)).isEqualTo(1);
            assertThat(post(ledger).run(DAY)).as("told once").isZero();
            assertThat(books.rows("SELECT recipients FROM mail ORDER BY mail_id")).containsExactly(
                    Map.of("recipients", "ana@seller.example"));
            assertThat(books.texts("FINANCE").get(0)).contains(
                    "tell the salesperson: C-1 ACME C-1, EUR 100.00 overdue, for 40 days", "C-2",
                    "saldo steps --done H-").doesNotContain("C-3");
            take(ledger, DAY.plusDays(1));
            assertThat(post(ledger).run(DAY.plusDays(1))).isEqualTo(2);
            assertThat(books.rows("SELECT recipients FROM mail ORDER BY mail_id")).extracting(row -> row.get("recipients"))
                    .containsExactly("ana@seller.example", "ana@seller.example", "boss@seller.example");
            assertThat(books.texts("FINANCE").get(2)).contains("tell the manager: C-1", "C-2", "C-3");
        } finally {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHandoverPutsItsPapersBesideTheMail(TestDatabase kind) throws IOException {
        Database database = kind.open();
        try {
            Ledger ledger = new Ledger(database, () -> Instant.parse("2026-10-29T08:00:00Z"));
            DunningBooks books = new DunningBooks(database, ledger);
            books.sold("C-1", "c1@acme.example", "", "ana@seller.example");
            books.openingInvoice("INV-1", "C-1", DAY.minusDays(40), "100.00", 1);
            for (int i = 0; i < 3; i++) {
                take(ledger, DAY.plusDays(i));
            }
            post(ledger).run(DAY.plusDays(2));
            Path month = folder.resolve("out/main/handovers/2026-10");
            try (var files = Files.list(month)) {
                Path pack = files.toList().get(0);
                assertThat(pack.getFileName().toString()).matches("C-1-H-\\d+\\.zip");
                assertThat(Files.readString(pack)).isEqualTo("main/C-1/2026-10-31");
                assertThat(books.texts("FINANCE")).last().asString().contains("prepare the handover: C-1",
                        "its papers: ", pack.getFileName().toString());
            }
        } finally {
            database.close();
        }
    }

    @Test
    void aPersonIsTheSalespersonOrAMailAddress() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), LADDER.replace("boss@seller.example, sales", "boss, sales"));
        assertThatThrownBy(() -> DunningFile.read(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("wrong.yaml:8").hasMessageContaining("write salesperson, or a mail address");
    }

    private HouseStepPost post(Ledger ledger) throws IOException {
        return new HouseStepPost(ledger, COMPANIES, policy(), new OutboxStore(ledger, CustomerMail.OFF),
                new HouseStepPost.Desk(new HouseMail(new Templates(Path.of("config/templates"), "en"), "hub@seller.example"),
                        folder.resolve("out"), (company, customer, day, out) -> {
                    try {
                        out.write((company + "/" + customer + "/" + day).getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }));
    }

    private DunningPolicy policy() throws IOException {
        return DunningFile.read(Files.writeString(folder.resolve("dunning.yaml"), LADDER));
    }

    private void take(Ledger ledger, LocalDate day) throws IOException {
        DunningPolicy policy = policy();
        BusinessCalendars calendars = new BusinessCalendars(Map.of());
        Map<String, DunningCase> cases = new DunningStore(ledger).cases("main", List.of("C-1", "C-2", "C-3"), day);
        ledger.write(BatchKind.REMINDER, "test", day, batch -> HouseStepJob.take(batch,
                new DunningRun(policy, calendars, BusinessCalendar.weekendsOnly("DE"), day), policy.version(), cases.values()));
    }
}
