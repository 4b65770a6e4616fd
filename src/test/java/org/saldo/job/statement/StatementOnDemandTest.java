package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.statement.StatementWorld.AUTHORITY;
import static org.saldo.job.statement.StatementWorld.DAY;
import static org.saldo.job.statement.StatementWorld.OCTOBER;
import static org.saldo.job.statement.StatementWorld.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.settings.StatementsFile;
import org.saldo.statement.HeldBack;
import org.saldo.store.Books;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;

/** Statements that a person asks for, looks at before they are made, or that cannot be printed. */
class StatementOnDemandTest {

    private static final CustomerId ALPHA = new CustomerId("main", "C-1");
    private static final Currency EUR = Currency.getInstance("EUR");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whoIsLeftOutGetsOneWhenAPersonWhoMayAsksForIt(TestDatabase kind) {
        with(kind, "send-to-customers: true\ncustomers:\n  - {customer: C-1, frequency: quarterly}\n", (ledger, job) -> {
            assertThat(job.run(OCTOBER, Optional.of(ALPHA), DAY, false).made()).isZero();
            assertThatThrownBy(() -> job.onDemand(ALPHA, OCTOBER, decider("carl"), AUTHORITY)).isInstanceOf(Refused.class)
                    .hasMessageContaining("carl");
            StatementReport report = job.onDemand(ALPHA, OCTOBER, decider("anna"), AUTHORITY);
            assertThat(report.made()).isEqualTo(1);
            assertThat(report.companies().get(0).mails().written()).isEqualTo(1);
            String asked = ledger.database().jdbi().withHandle(handle -> handle.createQuery(
                            "SELECT requested_by, reason FROM statement_request")
                    .map((row, context) -> row.getString(1) + ": " + row.getString(2)).one());
            assertThat(asked).isEqualTo("anna: he asked for it");
            assertThat(job.onDemand(ALPHA, OCTOBER, decider("anna"), AUTHORITY).made()).as("it stands").isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPreviewShowsThePageAndKeepsNothing(TestDatabase kind) {
        with(kind, "send-to-customers: true\ncustomers:\n  - {customer: C-1, frequency: quarterly}\n", (ledger, job) -> {
            Instant before = ledger.knownAt();
            SortedMap<Currency, byte[]> pages = job.preview(ALPHA, OCTOBER, DAY);
            assertThat(text(pages.get(EUR))).contains("Alpha Works").contains("INV-110").contains("40.00");
            assertThat(ledger.knownAt()).isEqualTo(before);
            assertThat(rows(ledger, "C-1")).isEmpty();
            assertThat(SentMails.of(ledger)).isEmpty();
            assertThat(files()).isEmpty();
            job.onDemand(ALPHA, OCTOBER, decider("anna"), AUTHORITY);
            assertThat(job.preview(ALPHA, OCTOBER, DAY)).as("also of one that was made").containsOnlyKeys(EUR);
            assertThatThrownBy(() -> job.preview(new CustomerId("main", "C-9"), OCTOBER, DAY)).isInstanceOf(Refused.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatCannotBePrintedIsToldByTheDryRunAndHoldsTheStatement(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            new Books(ledger).customer("C-1", "شركة النور", "en", "c1@customer.example");
            for (boolean dryRun : List.of(true, false)) {
                StatementReport report = job.run(OCTOBER, Optional.of(ALPHA), DAY, dryRun);
                assertThat(report.made()).isZero();
                assertThat(report.needsAttention()).isTrue();
                assertThat(report.companies().get(0).summary().notMade()).singleElement().satisfies(not -> {
                    assertThat(not.reason()).isEqualTo(HeldBack.Reason.UNPRINTABLE);
                    assertThat(not.detail()).contains("letter ش (U+0634) of 'شركة النور'");
                });
            }
            assertThatThrownBy(() -> job.preview(ALPHA, OCTOBER, DAY)).isInstanceOf(Refused.class).hasMessageContaining("U+0634");
            new Books(ledger).customer("C-1", "Al Noor LLC", "en", "c1@customer.example");
            assertThat(job.run(OCTOBER, Optional.of(ALPHA), DAY, false).made()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStatementKeepsTheAgingBucketsThatItWasIssuedWith(TestDatabase kind) {
        with(kind, "", (ledger, job) -> {
            job.run(OCTOBER, Optional.of(ALPHA), DAY, false);
            assertThat(rows(ledger, "C-1").get(0).aging()).isEqualTo(AgingBuckets.USUAL);
            try (var leases = new org.saldo.store.Leases(ledger.database(), StatementWorld.CLOCK, "test2")) {
                StatementJob later = StatementWorld.anyJob(ledger, leases, folder, policy("aging: [15, 45]\n"));
                assertThat(text(later.preview(ALPHA, OCTOBER, DAY).get(EUR))).contains("31–60").doesNotContain("16–45");
                assertThat(text(later.preview(new CustomerId("main", "C-3"), OCTOBER, DAY).get(EUR))).contains("16–45");
            }
        });
    }

    private org.saldo.statement.StatementPolicy policy(String yaml) {
        try {
            return StatementsFile.read(Files.writeString(folder.resolve("other.yaml"), yaml));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Decider decider(String person) {
        return new Decider(person, "he asked for it", DAY, "main");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .filter(name -> name.endsWith(".pdf")).toList();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void with(TestDatabase kind, String policy, StatementWorld.Story story) {
        StatementWorld.with(kind, folder, policy, story);
    }
}
