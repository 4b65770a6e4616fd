package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.job.statement.StatementJob;
import org.saldo.job.statement.StatementSettings;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.settings.ListsFile;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.statement.bridge.BridgeLine;
import org.saldo.statement.bridge.OurLine;
import org.saldo.statement.bridge.TheirLine;
import org.saldo.store.Books;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStore;

/** A customer's list beside the ledger on both databases: what is known since is named, both sides are told, once. */
class CompareJobTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-10T05:00:00Z"));
    private static final CustomerId ACME = new CustomerId("main", "C-1");
    private static final String LIST = """
            Invoice no,Invoice date,Open amount
            INV-1,2026-09-01,-119.00
            INV-2,2026-10-02,-200.00
            INV-4,2026-08-01,-50.00
            X-9,2026-10-05,-33.00
            "=cmd|' /C calc'!A0",2026-10-05,-7.00
            """;

    @TempDir
    private Path out;

    private interface Story {
        void tell(Ledger ledger, CompareJob job) throws Exception;
    }

    private void with(TestDatabase kind, CustomerMail customerMail, Story story) throws Exception {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, CLOCK);
            Books books = new Books(ledger);
            books.customer("C-1", "ACME", "es", "billing@acme.example");
            books.customer("C-2", "Other", "en", "other@other.example");
            books.invoice("INV-1", "C-1", "2026-09-01", "2026-10-01", "119.00");
            books.invoice("INV-2", "C-1", "2026-10-02", "2026-11-01", "281.00");
            books.invoice("INV-3", "C-1", "2026-10-15", "2026-11-15", "60.00");
            books.invoice("INV-4", "C-1", "2026-08-01", "2026-09-01", "50.00");
            books.receipt("P-4", "2026-09-03", "50.00", "");
            books.decide("P-4", "C-1", null, "2026-09-03");
            books.pay("A-4", "P-4", "INV-4", "C-1", null, "50.00", "2026-09-03");
            books.invoice("X9", "C-2", "2026-10-05", "2026-11-05", "33.00");
            books.receipt("P-5", "2026-11-03", "81.00", "");
            books.decide("P-5", "C-1", null, "2026-11-03");
            books.pay("A-5", "P-5", "INV-2", "C-1", null, "81.00", "2026-11-03");
            story.tell(ledger, new CompareJob(ledger, new OutboxStore(ledger, customerMail), new Companies(List.of(company())),
                    ListsFile.read(Path.of("config/policies/lists.yaml")), StatementTemplates.read(Path.of("config/templates")),

                new AnswerMails.Post("receivables@nordlicht.example", false)));
        }
    }

    private static Company company() {
        return new Company("main", "Nordlicht", List.of("Hamburg"), "", "DE", Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW, List.of(), Optional.empty(), "ledger@nordlicht.example",
                List.of("finance@nordlicht.example"));
    }

    private static byte[] bytes(String list) {
        return list.getBytes(StandardCharsets.UTF_8);
    }

    private static Comparison october(CompareJob job, String list) {
        return job.compare(ACME, Optional.empty(), Optional.of(OCTOBER), "list.csv", bytes(list), DAY);
    }

    private static List<String> told(Comparison comparison) {
        return comparison.bridge().lines().stream().map(CompareJobTest::told).toList();
    }

    private static String told(BridgeLine line) {
        return (line.kind() + " " + line.ours().stream().map(OurLine::reference).toList()
                + line.theirs().stream().map(TheirLine::label).toList() + " " + line.difference().toDecimal() + " "
                + line.explanation().why() + " " + line.explanation().reference()).strip();
    }

    @ParameterizedTest
    @EnumSource
    void theListStandsBesideTheAccountAsItWasAndAsItIsKnownNow(TestDatabase kind) throws Exception {
        with(kind, CustomerMail.ON, (ledger, job) -> {
            Comparison comparison = october(job, LIST);
            assertThat(told(comparison)).containsExactly("AGREED [INV-1][INV-1] 0.00 NOTHING",
                    "AMOUNT_DIFFERS [INV-2][INV-2] -81.00 PAID_LATER P-5", "ONLY_OURS [INV-3][] -60.00 NOT_WITH_THEM",
                    "ONLY_THEIRS [][=cmd|' /C calc'!A0] 7.00 UNKNOWN_TO_US", "ONLY_THEIRS [][INV-4] 50.00 SETTLED_WITH_US P-4",
                    "ONLY_THEIRS [][X-9] 33.00 OTHER_ACCOUNT main/C-2");
            assertThat(comparison.bridge().ours().toDecimal()).isEqualTo("460.00");
            assertThat(comparison.next()).isEqualTo(Comparison.Next.ANSWER);
            assertThat(october(job, "Invoice no,Open amount\nINV-1,119.00\nINV-2,281.00\nINV-3,60.00\n").next())
                    .isEqualTo(Comparison.Next.NOTHING);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStatementThatWasMadeIsComparedAsTheCustomerHoldsIt(TestDatabase kind) throws Exception {
        with(kind, CustomerMail.OFF, (ledger, job) -> {
            try (Leases leases = new Leases(ledger.database(), CLOCK, "test")) {
                StatementSettings settings = new StatementSettings(new StatementPolicy(false, false, List.of(),
                        AgingBuckets.USUAL), StatementTemplates.read(Path.of("config/templates")), out, "a@nordlicht.example");
                new StatementJob(ledger, leases, new Companies(List.of(company())), settings,
                        new OutboxStore(ledger, CustomerMail.OFF), company -> Optional.empty())
                        .run(OCTOBER, Optional.of(ACME), DAY, false);
            }
            Books books = new Books(ledger);
            books.invoice("INV-LATE", "C-1", "2026-10-30", "2026-11-30", "5.00");
            books.receipt("P-6", "2026-10-25", "60.00", "");
            books.decide("P-6", "C-1", null, "2026-10-25");
            books.invoice("INV-7", "C-1", "2026-10-20", "2026-11-20", "1.00");
            books.pay("A-7", "P-6", "INV-7", "C-1", null, "1.00", "2026-10-25");
            StatementKey key = new StatementKey(ACME, Currency.getInstance("EUR"), OCTOBER, 1);
            Comparison comparison = job.compare(ACME, key, "list.csv", bytes(LIST
                    + "INV-LATE,2026-10-30,-5.00\nINV-7,2026-10-20,-1.00\nPAY 6,2026-10-24,60.00\n"), DAY);
            assertThat(comparison.bridge().ours().toDecimal()).isEqualTo("460.00");
            assertThat(told(comparison)).contains("IN_TRANSIT [][INV-LATE] 5.00 AFTER_OUR_CUT_OFF INV-LATE",
                    "IN_TRANSIT [][INV-7] 1.00 AFTER_OUR_CUT_OFF INV-7", "IN_TRANSIT [][PAY 6] -60.00 RECEIVED_LATER P-6");
            StatementKey never = new StatementKey(ACME, Currency.getInstance("EUR"), OCTOBER, 7);
            assertThatThrownBy(() -> job.compare(ACME, never, "list.csv", bytes(LIST), DAY))
                    .isInstanceOf(Refused.class).hasMessageContaining("was not made");
            assertThatThrownBy(() -> job.compare(new CustomerId("main", "C-2"), key, "list.csv", bytes(LIST), DAY))
                    .isInstanceOf(Refused.class).hasMessageContaining("is not one of customer");
        });
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesAreToldOnceAndTheCustomerNothingOfOtherAccounts(TestDatabase kind) throws Exception {
        with(kind, CustomerMail.ON, (ledger, job) -> {
            CompareJob.Mailed mailed = job.mail(october(job, LIST), DAY, "anna");
            assertThat(mailed.customer()).isTrue();
            assertThat(mailed.finance()).isTrue();
            CompareJob.Mailed again = job.mail(october(job, LIST), DAY, "anna");
            assertThat(again.customer()).isFalse();
            assertThat(again.finance()).isFalse();
            assertThat(SentMails.of(ledger)).hasSize(2);
            MimeMessage customer = message(SentMails.of(ledger).get(0));
            assertThat(customer.getAllRecipients()).extracting(Object::toString).containsExactly("billing@acme.example");
            List<Object> toCustomer = parts((Multipart) customer.getContent());
            assertThat(toCustomer.get(0).toString()).contains("Importe distinto", "desconocido para el vendedor", "460,00")
                    .doesNotContain("C-2", "{");
            assertThat(cells((InputStream) toCustomer.get(2))).contains("'=cmd|' /C calc'!A0").doesNotContain("C-2");
            List<Object> toFinance = parts((Multipart) message(SentMails.of(ledger).get(1)).getContent());
            assertThat(toFinance.get(0).toString()).contains("main/C-2", "accounts payable", "The customer's mail was written")
                    .doesNotContain("{");
            assertThat(cells((InputStream) toFinance.get(2))).contains("main/C-2").contains("send a copy of the document");
        });
    }

    @ParameterizedTest
    @EnumSource
    void mailToCustomersThatIsOffAndSignsThatAreNotCertainKeepTheMailInTheHouse(TestDatabase kind) throws Exception {
        with(kind, CustomerMail.OFF, (ledger, job) -> {
            assertThat(job.mail(october(job, LIST), DAY, "anna").told()).contains("mail.customers is off");
            assertThat(SentMails.of(ledger)).hasSize(1);
        });
        with(kind, CustomerMail.ON, (ledger, job) -> {
            Comparison uncertain = october(job, "Voucher,Amount\n77,119.00\n78,500.00\n");
            assertThat(uncertain.bridge().reading().certain()).isFalse();
            assertThat(job.mail(uncertain, DAY, "anna").told()).contains("signs of the list are to be checked first");
            assertThat(SentMails.of(ledger)).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadOrComparedIsRefusedWithAReason(TestDatabase kind) throws Exception {
        with(kind, CustomerMail.ON, (ledger, job) -> {
            assertThatThrownBy(() -> october(job, "hello\n")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> job.compare(ACME, Optional.of(Currency.getInstance("USD")), Optional.empty(), "list.csv",
                    bytes(LIST), DAY)).isInstanceOf(Refused.class).hasMessageContaining("has no account in USD");
            assertThatThrownBy(() -> job.compare(new CustomerId("main", "NOBODY"), Optional.empty(), Optional.empty(),
                    "list.csv", bytes(LIST), DAY)).isInstanceOf(Refused.class).hasMessageContaining("is not known");
            assertThat(october(job, LIST).bridge().lines(BridgeKind.AGREED)).hasSize(1);
        });
    }

    private static String cells(InputStream workbook) throws Exception {
        StringBuilder cells = new StringBuilder();
        try (ReadableWorkbook read = new ReadableWorkbook(workbook)) {
            for (Row row : read.getFirstSheet().read()) {
                row.stream().filter(cell -> cell != null).forEach(cell -> cells.append(cell.getText()).append('\n'));
            }
        }
        return cells.toString();
    }

    private static MimeMessage message(byte[] bytes) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static List<Object> parts(Multipart multipart) throws Exception {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            parts.addAll(part.getContent() instanceof Multipart inner ? parts(inner) : List.of(part.getContent()));
        }
        return parts;
    }
}
