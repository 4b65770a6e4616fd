package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.job.LastLook;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.HolderAddress;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.PrintedAccounts;
import org.saldo.ledger.ReferenceForm;
import org.saldo.ledger.ReferenceScheme;
import org.saldo.ledger.Refused;
import org.saldo.ledger.Words;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.settings.HubProperties;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPolicy;
import org.saldo.store.BatchKind;
import org.saldo.store.LedgerRows;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.MovementStore;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxQueue;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.statement.AccountReleaseStore;
import org.saldo.store.statement.StatementStore;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** Where to pay, as it goes out with a statement, and comes back with a payment. */
class StatementIssueTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final LocalDate DAY = IntakeDesk.DAY;
    private static final Function<Company, LocalDateTime> NOON = company -> DAY.atTime(12, 0);
    private static final StatementTemplates WORDS = StatementTemplates.read(Path.of("config/templates"));
    private static final PrintedAccount ACCOUNT = new PrintedAccount("eur", "main", "Company main", IntakeDesk.OWN_ACCOUNT,
            "COBADEFFXXX", "Example Bank", EUR, LocalDate.of(2026, 10, 1), Optional.empty(), PrintedAccount.Kind.OWN);
    private static final PrintedAccounts REGISTER = new PrintedAccounts(List.of(ACCOUNT), 0);

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aStatementShowsTheReleasedAccountAndTheLedgerProvesIt(TestDatabase kind) throws IOException {
        try (IntakeDesk desk = desk(kind, company())) {
            release(desk, "anna");
            release(desk, "bernd");
            assertThat(make(desk).made()).isEqualTo(2);
            assertThat(page("1042-EUR-2026-09.pdf")).contains("DE89 3704 0044 0532 0130 00").contains("1042 2026-09")
                    .contains("Example Bank");
            assertThat(page("1043-EUR-2026-09.pdf")).as("who is owed something needs no account").doesNotContain("DE89");
            VerifyReport report = new VerifyStore(desk.ledger).verify(rows -> { });
            assertThat(report.holds()).isTrue();
            assertThat(report.of(Promise.I27).checked()).as("two releases, one statement").isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileAnAccountIsNotReleasedStatementsAreMadeAndHeldAndThenGoOutByThemselvesWithTheAccount(TestDatabase kind)
            throws IOException {
        try (IntakeDesk desk = desk(kind, company())) {
            release(desk, "anna");
            StatementReport report = job(desk, REGISTER, true).run(SEPTEMBER, Optional.empty(), DAY, false);
            assertThat(report.made()).isEqualTo(2);
            assertThat(report.needsAttention()).isTrue();
            assertThat(report.companies().get(0).summary().notMailed()).anySatisfy(held -> {
                assertThat(held.customer().number() + " " + held.reason()).isEqualTo("1042 BANK_ACCOUNT");
                assertThat(held.detail()).contains("account eur of company main is released by anna alone");
            });
            assertThat(page("1042-EUR-2026-09.pdf")).as("not printed before").doesNotContain("DE89");
            assertThat(SentMails.of(desk.ledger)).isEmpty();
            assertThatThrownBy(() -> letGo(desk, REGISTER)).isInstanceOf(Refused.class)
                    .hasMessageContaining("released by anna alone");
            assertThat(job(desk, REGISTER, true).runDue(NOON)).isEmpty();
            release(desk, "bernd");
            assertThatThrownBy(() -> letGo(desk, REGISTER)).isInstanceOf(Refused.class).hasMessageContaining("--again");
            assertThat(job(desk, REGISTER, true).runDue(NOON)).singleElement().satisfies(done ->
                    assertThat(done.companies().get(0).mails().written()).isEqualTo(1));
            assertThat(page("1042-EUR-2026-09-v2.pdf")).contains("DE89 3704 0044 0532 0130 00").contains("Keine Zahl weicht");
            assertThat(SentMails.subjects(desk.ledger)).singleElement().asString().contains("1042");
            assertThat(job(desk, REGISTER, true).runDue(NOON)).isEmpty();
            assertThat(new VerifyStore(desk.ledger).verify(rows -> { }).holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatShowsTheSameAfterTheReleaseGoesOutAsItWasMade(TestDatabase kind) throws IOException {
        PrintedAccounts later = new PrintedAccounts(List.of(ACCOUNT), 3);
        try (IntakeDesk desk = desk(kind, company())) {
            job(desk, later, true).run(SEPTEMBER, Optional.empty(), DAY, false);
            for (String person : List.of("anna", "bernd")) {
                desk.ledger.write(BatchKind.PERSON, person, DAY, batch -> new AccountReleaseStore(desk.ledger).add(batch,
                        new Decider(person, "compared with the bank's letter", DAY, ""), ACCOUNT, false, DAY.plusDays(3)));
            }
            assertThat(letGo(desk, later)).contains("released, to a@example.org");
            assertThat(SentMails.of(desk.ledger)).hasSize(1);
            assertThat(job(desk, later, true).runDue(NOON)).isEmpty();
            assertThat(data.resolve("out/main/statements/2026-09/1042-EUR-2026-09-v2.pdf")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoGetsNoMailGetsItsPageMadeAnewAllTheSame(TestDatabase kind) throws IOException {
        try (IntakeDesk desk = desk(kind, company())) {
            make(desk);
            release(desk, "anna");
            release(desk, "bernd");
            make(desk);
            assertThat(page("1042-EUR-2026-09-v2.pdf")).contains("DE89 3704 0044 0532 0130 00");
            assertThat(data.resolve("out/main/statements/2026-09/1043-EUR-2026-09-v2.pdf")).doesNotExist();
            assertThat(make(desk).made()).isZero();
            assertThat(SentMails.of(desk.ledger)).isEmpty();
        }
    }

    private String letGo(IntakeDesk desk, PrintedAccounts register) {
        return job(desk, register, true).release(new CustomerId("main", "1042"), SEPTEMBER, Optional.empty(),
                new Decider("anna", "the account is released", DAY, "main"), new Authority("authority.yaml", List.of(
                new Authority.Grant("anna", Set.of(PersonAction.RELEASE), Optional.empty())))).text();
    }

    @ParameterizedTest
    @EnumSource
    void aStatementWhoseAccountWasWithdrawnDoesNotGoOutAnyMoreAndIsMadeAgain(TestDatabase kind) throws IOException {
        try (IntakeDesk desk = desk(kind, company())) {
            release(desk, "anna");
            release(desk, "bernd");
            assertThat(job(desk, REGISTER, true).run(SEPTEMBER, Optional.empty(), DAY, false).made()).isEqualTo(2);
            AccountLook look = look(desk, REGISTER);
            List<DueMail> mails = new OutboxQueue(desk.ledger).due(desk.ledger.now(), Optional.empty(), 9);
            assertThat(mails).hasSize(1).allSatisfy(mail -> assertThat(look.cancelled(mail)).isEmpty());
            assertThat(job(desk, REGISTER, true).reissue(new CustomerId("main", "1042"), SEPTEMBER, DAY, "anna").made()).isZero();
            desk.ledger.write(BatchKind.PERSON, "carla", DAY, batch -> new AccountReleaseStore(desk.ledger).add(batch,
                    new Decider("carla", "the bank knows nothing of it", DAY, ""), ACCOUNT, true, DAY));
            assertThat(look.cancelled(mails.get(0)).map(Words::toString).orElse("")).contains("was withdrawn");
            assertThat(new OutboxQueue(desk.ledger).due(desk.ledger.now(), Optional.empty(), 9)).isEmpty();
            assertThat(job(desk, PrintedAccounts.NONE, true).reissue(new CustomerId("main", "1042"), SEPTEMBER, DAY, "anna")
                    .made()).isEqualTo(1);
            assertThat(page("1042-EUR-2026-09-v2.pdf")).doesNotContain("DE89");
            assertThat(new VerifyStore(desk.ledger).verify(rows -> { }).holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatementWhoseAccountTheRegisterHasNoMoreDoesNotGoOut(TestDatabase kind) throws IOException {
        try (IntakeDesk desk = desk(kind, company())) {
            release(desk, "anna");
            release(desk, "bernd");
            job(desk, REGISTER, true).run(SEPTEMBER, Optional.empty(), DAY, false);
            DueMail mail = new OutboxQueue(desk.ledger).due(desk.ledger.now(), Optional.empty(), 9).get(0);
            assertThat(look(desk, REGISTER).cancelled(mail)).isEmpty();
            assertThat(look(desk, PrintedAccounts.NONE).cancelled(mail).map(Words::toString).orElse(""))
                    .contains("withdrawn or replaced");
            assertThat(new OutboxQueue(desk.ledger).due(desk.ledger.now(), Optional.empty(), 9)).isEmpty();
        }
    }

    private static AccountLook look(IntakeDesk desk, PrintedAccounts register) {
        return new AccountLook(desk.ledger, new OutboxStore(desk.ledger, CustomerMail.ON),
                new Companies(List.of(company())), new BankAccounts(desk.ledger, () -> register), LastLook.NONE);
    }

    @Test
    void theReferenceThatIsPrintedSaysWhoPaidWhenItComesBack() {
        Company company = withReferences(new ReferenceForm(ReferenceScheme.QRR, "2100000000000000000{customer:7}"),
                new ReferenceForm(ReferenceScheme.RF, "55{customer:8}"));
        try (IntakeDesk desk = desk(TestDatabase.HSQLDB, company)) {
            release(desk, "anna");
            release(desk, "bernd");
            PaymentPart part = letter(desk, company).payment().orElseThrow();
            assertThat(part.reference()).startsWith("RF").contains("5500 0010 42");
            assertThat(part.qrText()).endsWith("EUR250.00\n\n" + part.reference().replace(" ", ""));
            desk.take("payments.csv", IntakeDesk.PAYMENT_HEADER + payment("P-1", part.reference())
                    + payment("P-2", part.reference().replace(" ", "")) + payment("P-3", part.reference().replace("42", "43")));
            new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger), new Companies(List.of(company)),
                    MatchingPolicy.shipped()).run(DAY);
            assertThat(new LedgerRows(desk.ledger).openReceipts()).extracting(line -> line.split(" ")[2])
                    .as("as printed, as in the code, and with a slip of the pen").containsExactly("1042", "1042", "-");
        }
    }

    @Test
    void anotherSchemeIsPrintedAsTextAndFallsShortOfTheCodesReference() {
        Company company = withReferences(new ReferenceForm(ReferenceScheme.FI, "{customer:8}"));
        try (IntakeDesk desk = desk(TestDatabase.HSQLDB, company)) {
            release(desk, "anna");
            release(desk, "bernd");
            PaymentPart part = letter(desk, company).payment().orElseThrow();
            assertThat(part.reference()).matches("00001042[0-9]");
            assertThat(part.qrText()).endsWith("\n\n\n" + part.reference());
        }
    }

    @Test
    void aQrIbanIsPaidWithAQrReferenceAndAPaymentPartAndIsKnownWhenItComesBack() {
        PrintedAccount swiss = new PrintedAccount("eur", "main", "Company main", "CH4431999123000889012", "", "Example Bank", EUR,
                LocalDate.of(2026, 10, 1), Optional.empty(), PrintedAccount.Kind.FACTOR,
                Optional.of(new HolderAddress("Rue du Lac", "1268", "2501", "Biel", "CH")));
        Company company = withReferences(new ReferenceForm(ReferenceScheme.RF, "55{customer:8}"),
                new ReferenceForm(ReferenceScheme.QRR, "2100000000000000000{customer:7}"));
        try (IntakeDesk desk = desk(TestDatabase.HSQLDB, company)) {
            desk.take("customers-2.csv", "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n"
                    + "1044,Lac SA,CH,fr,EUR,c@example.org,,NET30,\n");
            desk.take("invoices-2.csv", IntakeDesk.INVOICE_HEADER + "INVOICE,RE-19,1044,2026-09-01,2026-10-31,EUR,250.00\n");
            release(desk, "anna", swiss);
            release(desk, "bernd", swiss);
            PaymentPart part = letter(desk, company, "1044", swiss).payment().orElseThrow();
            assertThat(part.reference()).matches("21 00000 00000 00000 00000 1044[0-9]");
            assertThat(part.qrText()).as("no code for SEPA").isEmpty();
            assertThat(part.bill().orElseThrow().payload()).contains("\n250.00\nEUR\n", "\nQRR\n"
                    + part.reference().replace(" ", "") + "\n");
            assertThat(letter(desk, company, "1042", swiss).payment().orElseThrow().bill()).as("a customer in Germany").isEmpty();
            desk.take("payments.csv", IntakeDesk.PAYMENT_HEADER + payment("P-1", part.reference().replace(" ", "")));
            new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger), new Companies(List.of(company)),
                    MatchingPolicy.shipped()).run(DAY);
            assertThat(new LedgerRows(desk.ledger).openReceipts()).extracting(line -> line.split(" ")[2]).containsExactly("1044");
        }
    }

    private StatementReport make(IntakeDesk desk) {
        return job(desk, REGISTER, false).run(SEPTEMBER, Optional.empty(), DAY, false);
    }

    private StatementJob job(IntakeDesk desk, PrintedAccounts register, boolean send) {
        BankAccounts accounts = new BankAccounts(desk.ledger, () -> register);
        StatementSettings settings = new StatementSettings(new StatementPolicy(send, false, List.of(), AgingBuckets.USUAL),
                WORDS, data.resolve("out"), "receivables@example.org", AnswerWays.SUBJECT, new BusinessCalendars(Map.of()),
                issue(accounts));
        return new StatementJob(desk.ledger, desk.leases, new Companies(List.of(company())), settings,
                new OutboxStore(desk.ledger, CustomerMail.ON), company -> accounts.notLive(company).map(Words::toString));
    }

    private static StatementIssue issue(BankAccounts accounts) {
        HubProperties properties = HubProperties.read(Path.of("config"), key -> Optional.empty());
        return new StatementIssue(accounts, new Seals(properties, () -> new Companies(List.of(company())), IntakeDesk.CLOCK));
    }

    private static StatementLetter letter(IntakeDesk desk, Company company) {
        return letter(desk, company, "1042", ACCOUNT);
    }

    private static StatementLetter letter(IntakeDesk desk, Company company, String number, PrintedAccount account) {
        CustomerId customer = new CustomerId("main", number);
        StatementOfAccount statement = StatementOfAccount.prove(new StatementKey(customer, EUR, SEPTEMBER, 1),
                desk.ledger.knownAt(), Optional.empty(), new MovementStore(desk.ledger).accounts(customer,
                        SEPTEMBER.atDay(1), SEPTEMBER.atEndOfMonth(), desk.ledger.knownAt()).get(EUR), AgingBuckets.USUAL);
        StatementLetter plain = StatementLetter.of(statement, company,
                new StatementStore(desk.ledger).customer(customer).orElseThrow(), WORDS.in(Locale.ENGLISH));
        assertThat(StatementIssue.PLAIN.paid(plain, DAY)).isEqualTo(plain);
        return issue(new BankAccounts(desk.ledger, () -> new PrintedAccounts(List.of(account), 0))).paid(plain, DAY);
    }

    private IntakeDesk desk(TestDatabase kind, Company company) {
        IntakeDesk desk = new IntakeDesk(kind.open(), data, new Companies(List.of(company)));
        desk.take("customers.csv", "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n"
                + "1042,Hansa Norte GmbH,DE,de,EUR,a@example.org,,NET30,\n1043,Sur SA,ES,es,EUR,b@example.org,,NET30,\n");
        desk.take("invoices.csv", IntakeDesk.INVOICE_HEADER
                + "INVOICE,RE-17,1042,2026-09-01,2026-10-31,EUR,250.00\n"
                + "CREDIT_NOTE,CN-18,1043,2026-09-02,2026-09-02,EUR,30.00\n");
        return desk;
    }

    private static String payment(String id, String text) {
        return id + "," + IntakeDesk.OWN_ACCOUNT + ",2026-10-20,2026-10-20,EUR,33.00,Unknown Payer,,," + text + "\n";
    }

    private static void release(IntakeDesk desk, String person) {
        release(desk, person, ACCOUNT);
    }

    private static void release(IntakeDesk desk, String person, PrintedAccount account) {
        desk.ledger.write(BatchKind.PERSON, person, DAY, batch -> new AccountReleaseStore(desk.ledger).add(batch,
                new Decider(person, "compared with the bank's letter", DAY, ""), account, false, DAY));
    }

    private String page(String name) throws IOException {
        byte[] pdf = Files.readAllBytes(data.resolve("out/main/statements/2026-09").resolve(name));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static Company company() {
        return withReferences();
    }

    private static Company withReferences(ReferenceForm... forms) {
        Company c = IntakeDesk.company("main", IntakeDesk.OWN_ACCOUNT);
        return new Company(c.id(), c.name(), c.address(), c.taxId(), c.country(), c.language(), c.timeZone(), c.mode(),
                c.accounts(), Optional.empty(), c.replyTo(), c.financeMail(), List.of(forms));
    }
}
