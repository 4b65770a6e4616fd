package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;
import org.saldo.store.Books;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** The month's statements on both databases: made once, mailed to whom they belong, held back when they may not go. */
class StatementJobTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T05:00:00Z"));
    private static final StatementPolicy TO_ALL = new StatementPolicy(true, false, List.of(), AgingBuckets.USUAL);
    private static final StatementPolicy TO_FINANCE = new StatementPolicy(false, false, List.of(), AgingBuckets.USUAL);

    @TempDir
    private Path out;

    @ParameterizedTest
    @EnumSource
    void aMonthIsMadeOnceAndASecondRunMakesNothing(TestDatabase kind) {
        with(kind, TO_ALL, CustomerMail.ON, (ledger, job) -> {
            StatementReport first = job.run(OCTOBER, Optional.empty(), DAY, false);
            assertThat(first.made()).isEqualTo(2);
            assertThat(first.companies().get(0).mails()).isEqualTo(new StatementReport.CustomerMails(1, 0, 1));
            assertThat(first.companies().get(0).financeMailed()).isTrue();
            assertThat(first.companies().get(0).summary().leftOut()).isEqualTo(1);
            Path folder = out.resolve("main/statements/2026-10");
            assertThat(files(folder)).containsExactly("C-1-EUR-2026-10.pdf", "C%2F2-EUR-2026-10.pdf");
            List<StatementRow> rows = new StatementStore(ledger).made("main", OCTOBER, 0, 10);
            assertThat(Files.readAllBytes(folder.resolve("C-1-EUR-2026-10.pdf")))
                    .isEqualTo(new StatementStore(ledger).pdf(rows.get(0)));
            int mails = SentMails.of(ledger).size();
            StatementReport second = job.run(OCTOBER, Optional.empty(), DAY.plusDays(1), false);
            assertThat(second.made()).isZero();
            assertThat(second.companies().get(0).alreadyMade()).isEqualTo(2);
            assertThat(second.companies().get(0).summary().totals()).isEqualTo(first.companies().get(0).summary().totals());
            assertThat(second.companies().get(0).financeMailed()).isFalse();
            assertThat(SentMails.of(ledger)).hasSize(mails);
        });
    }

    @ParameterizedTest
    @EnumSource
    void financeReadsOneMailWithTheTotalsTheDifferenceAndAllStatements(TestDatabase kind) {
        with(kind, TO_FINANCE, CustomerMail.ON, (ledger, job) -> {
            new Books(ledger).control("2026-10-31", "281.00");
            job.run(OCTOBER, Optional.empty(), DAY, false);
            List<byte[]> mails = SentMails.of(ledger);
            assertThat(mails).hasSize(1);
            MimeMessage mail = message(mails.get(0));
            assertThat(mail.getSubject()).isEqualTo("Statements October 2026 · Nordlicht: 2 made, 0 not made");
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("finance@nordlicht.example");
            List<Object> parts = parts((Multipart) mail.getContent());
            assertThat(parts.get(0).toString()).contains("2 statements made and proved; 1 left out by the policy; 0 could not")
                    .contains("400.00").contains("281.00").contains("EUR\u00a0119.00 is INV-1")
                    .contains("send-to-customers is off");
            assertThat(parts.get(0).toString()).contains("the same as all movements of the ledger", "█");
            assertThat(parts.get(1).toString()).contains("<table", "400.00", "<img src=\"cid:aging.png\"");
            List<String> names = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream((java.io.InputStream) parts.get(3))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    names.add(entry.getName());
                }
            }
            assertThat(names).containsExactly("C-1-EUR-2026-10.pdf", "C%2F2-EUR-2026-10.pdf");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whereTheErpNamesCustomersTheDifferenceIsTold(TestDatabase kind) {
        with(kind, TO_FINANCE, CustomerMail.ON, (ledger, job) -> {
            Books books = new Books(ledger);
            books.control("2026-10-31", "388.00");
            books.control("2026-10-31", "C-1", "390.00");
            books.control("2026-10-31", "C/2", "0.50");
            books.control("2026-10-31", "C/2", "0.00");
            books.control("2026-10-31", "C-3", "-0.75");
            job.run(OCTOBER, Optional.empty(), DAY, false);
            String text = parts((Multipart) message(SentMails.of(ledger).get(0)).getContent()).get(0).toString()
                    .replaceAll("[ \\r\\n]+", " ");
            assertThat(text).contains("EUR: Difference EUR\u00a012.00 The ERP also names balances by customer; these differ:")
                    .contains("C-1 400.00 390.00 10.00 C-3 0.00 -0.75 0.75 The balances by customer leave EUR\u00a01.25");
        });
    }

    @ParameterizedTest
    @EnumSource
    void mailToCustomersThatIsSwitchedOffIsNotWrittenAndCounted(TestDatabase kind) {
        with(kind, TO_ALL, CustomerMail.OFF, (ledger, job) -> {
            StatementReport report = job.run(OCTOBER, Optional.empty(), DAY, false);
            assertThat(report.companies().get(0).mails()).isEqualTo(new StatementReport.CustomerMails(0, 1, 1));
            assertThat(SentMails.of(ledger)).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunProvesEverythingAndWritesNothing(TestDatabase kind) {
        with(kind, TO_ALL, CustomerMail.ON, (ledger, job) -> {
            Instant before = ledger.knownAt();
            StatementReport report = job.run(OCTOBER, Optional.empty(), DAY, true);
            assertThat(report.made()).isEqualTo(2);
            assertThat(ledger.knownAt()).isEqualTo(before);
            assertThat(SentMails.of(ledger)).isEmpty();
            assertThat(out).isEmptyDirectory();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStatementThatDoesNotProveIsNotMadeAndFinanceIsToldWhy(TestDatabase kind) {
        with(kind, TO_ALL, CustomerMail.ON, (ledger, job) -> {
            Books books = new Books(ledger);
            books.receipt("P-X", "2026-10-09", "10.00", "");
            books.invoice("INV-X", "C-1", "2026-10-09", "2026-11-09", "10.00");
            books.pay("A-X", "P-X", "INV-X", "C-1", null, "10.00", "2026-10-09");
            StatementReport report = job.run(OCTOBER, Optional.empty(), DAY, false);
            assertThat(report.made()).isEqualTo(1);
            assertThat(report.notMade()).isEqualTo(1);
            assertThat(report.needsAttention()).isTrue();
            String text = parts((Multipart) message(SentMails.of(ledger).get(0)).getContent()).get(0).toString();
            assertThat(text).contains("C-1 EUR: open items EUR 400.00 - unapplied EUR 0.00 is EUR 400.00, but");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPersonGetsANewVersionOnlyWhenTheFiguresAreOthers(TestDatabase kind) {
        with(kind, TO_FINANCE, CustomerMail.ON, (ledger, job) -> {
            CustomerId customer = new CustomerId("main", "C-1");
            job.run(OCTOBER, Optional.empty(), DAY, false);
            assertThat(job.reissue(customer, OCTOBER, DAY, "anna").made()).isZero();
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-10-30", "2026-11-30", "1.00");
            assertThat(job.run(OCTOBER, Optional.empty(), DAY, false).made()).isZero();
            assertThat(job.reissue(customer, OCTOBER, DAY, "anna").made()).isEqualTo(1);
            assertThat(job.reissue(customer, OCTOBER, DAY, "anna").made()).isZero();
            assertThat(out.resolve("main/statements/2026-10/C-1-EUR-2026-10-v2.pdf")).exists();
            StatementReport november = job.run(OCTOBER.plusMonths(1), Optional.of(customer), DAY.plusMonths(1), false);
            assertThat(november.made()).isEqualTo(1);
            assertThat(november.companies().get(0).summary().totals().values()).singleElement()
                    .satisfies(totals -> assertThat(totals.opening()).isEqualTo(org.saldo.money.Money.of("EUR", "401.00")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingLeavesACompanyThatIsNotLive(TestDatabase kind) {
        with(kind, TO_ALL, CustomerMail.ON, (ledger, open) -> {
            try (Leases leases = new Leases(ledger.database(), CLOCK, "test2")) {
                StatementJob job = job(ledger, leases, TO_ALL, CustomerMail.ON,
                        company -> Optional.of("opening balances differ"));
                StatementReport report = job.run(OCTOBER, Optional.empty(), DAY, false);
                assertThat(report.made()).isZero();
                assertThat(report.companies().get(0).blocked()).hasValue("opening balances differ");
                assertThat(SentMails.of(ledger)).isEmpty();
            }
            assertThatThrownBy(() -> open.run(OCTOBER, Optional.empty(), LocalDate.of(2026, 10, 31), false))
                    .isInstanceOf(Refused.class).hasMessageContaining("not over");
        });
    }

    private interface Story {
        void tell(Ledger ledger, StatementJob job) throws IOException, MessagingException;
    }

    private void with(TestDatabase kind, StatementPolicy policy, CustomerMail customerMail, Story story) {
        try (Database database = kind.open(); Leases leases = new Leases(database, CLOCK, "test")) {
            Ledger ledger = new Ledger(database, CLOCK);
            Books books = new Books(ledger);
            books.customer("C-1", "ACME", "en", "billing@acme.example");
            books.customer("C/2", "上海机械", "zh", "not an address");
            books.customer("C-3", "Settled", "de", "a@b.example");
            books.customer("C-4", "Nothing ever", "de", "a@b.example");
            books.invoice("INV-1", "C-1", "2026-10-01", "2026-10-31", "119.00");
            books.invoice("INV-2", "C-1", "2026-09-01", "2026-09-30", "281.00");
            books.receipt("P-2", "2026-10-20", "0.50", "");
            books.decide("P-2", "C/2", null, "2026-10-20");
            books.invoice("INV-4", "C/2", "2026-10-02", "2026-11-02", "0.50");
            books.invoice("INV-3", "C-3", "2026-10-02", "2026-11-02", "10.00");
            books.receipt("P-3", "2026-10-20", "10.00", "");
            books.decide("P-3", "C-3", null, "2026-10-20");
            books.pay("A-3", "P-3", "INV-3", "C-3", null, "10.00", "2026-10-20");
            story.tell(ledger, job(ledger, leases, policy, customerMail, company -> Optional.empty()));
        } catch (IOException | MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private StatementJob job(Ledger ledger, Leases leases, StatementPolicy policy, CustomerMail customerMail,
                             java.util.function.Function<String, Optional<String>> blocked) {
        Company company = new Company("main", "Nordlicht", List.of("Hamburg"), "", "DE", Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW, List.of(), Optional.empty(), "ledger@nordlicht.example",
                List.of("finance@nordlicht.example"));
        StatementSettings settings = new StatementSettings(policy, StatementTemplates.read(Path.of("config/templates")), out,
                "receivables@nordlicht.example");
        return new StatementJob(ledger, leases, new Companies(List.of(company)), settings, new OutboxStore(ledger, customerMail),
                blocked);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream()
                    .sorted(java.util.Comparator.comparing((String name) -> name.contains("%"))).toList();
        }
    }

    private static MimeMessage message(byte[] bytes) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static List<Object> parts(Multipart multipart) throws MessagingException, IOException {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                parts.addAll(parts(inner));
            } else {
                parts.add(part.getContent());
            }
        }
        return parts;
    }
}
