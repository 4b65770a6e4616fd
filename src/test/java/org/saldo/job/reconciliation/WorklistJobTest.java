package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.anna;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.worklist.Choice;
import org.saldo.delivery.worklist.FilledWorklist;
import org.saldo.delivery.worklist.WaitingInstruction;
import org.saldo.delivery.worklist.WorklistMail;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.intake.Rejection;
import org.saldo.intake.Sender;
import org.saldo.job.DataFolders;
import org.saldo.job.People;
import org.saldo.job.intake.InstructionAnswers;
import org.saldo.job.intake.InstructionIntake;
import org.saldo.job.intake.IntakeJob;
import org.saldo.job.intake.IntakeLease;
import org.saldo.job.intake.IntakeReport;
import org.saldo.job.intake.MailIntake;
import org.saldo.job.people.FollowUps;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.money.Money;
import org.saldo.settings.WorklistTemplates;
import org.saldo.store.DunningBooks;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.intake.IntakeStore;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.OutboxDesk;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.people.InstructionStore;

/** The worklist goes out on working days, comes back by mail, and is carried out once and by nobody who may not. */
class WorklistJobTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 30);
    private static final Company MAIN = LedgerFixture.MAIN;
    private static final Companies COMPANIES = new Companies(List.of(new Company(MAIN.id(), MAIN.name(), List.of(), "", "DE",
            MAIN.language(), MAIN.timeZone(), MAIN.mode(), MAIN.accounts(), Optional.empty(), "",
            List.of("finance@example.org"))));
    private static final Authority RULES = new Authority("authority.yaml", List.of(
            new Authority.Grant("anna", EnumSet.allOf(PersonAction.class), Optional.empty()),
            new Authority.Grant("bernd", EnumSet.allOf(PersonAction.class), Optional.empty()),
            new Authority.Grant("carla", EnumSet.of(PersonAction.ASSIGN), Optional.empty())),
            List.of(new Authority.FourEyes(Set.of(PersonAction.APPLY),
                    Map.of(Currency.getInstance("EUR"), Money.of("EUR", "70.00")), Set.of())),
            Map.of("anna@example.org", "anna", "bernd@example.org", "bernd", "carla@example.org", "carla"), Optional.empty());

    private static final WorklistWordings WORDS = WorklistTemplates.read(Path.of("config/templates"));

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aWorklistGoesOutOnceAWorkingDay(TestDatabase kind) throws IOException {
        try (People people = new People(kind, RULES).withRecords()) {
            WorklistJob job = worklist(people);
            assertThat(job.run(FRIDAY)).isEqualTo(new WorklistReport(1, 2, List.of()));
            assertThat(job.run(FRIDAY).notWritten()).containsExactly("main (it was written before)");
            assertThat(job.run(FRIDAY.plusDays(1)).notWritten()).containsExactly("main (Saturday)");
            assertThat(mails(people)).containsExactly("Worklist of 30 October 2026: 2 payments wait, EUR 180.00 · "
                    + "Example Company Ltd");
            assertThat(Files.exists(workbook())).isTrue();
            people.assign.assign(anna(OCT_20), "P-1", "C-1", true);
            people.assign.ignore(anna(OCT_20), "P-2");
            job.run(FRIDAY.plusDays(3));
            assertThat(mails(people)).anyMatch(subject -> subject.startsWith("Worklist of 2 November 2026: nothing waits"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesBackByMailIsCarriedOutOnceAndAnswered(TestDatabase kind) throws IOException {
        try (People people = new People(kind, RULES).withRecords()) {
            worklist(people).run(FRIDAY);
            byte[] filled = FilledWorklist.filled(Files.readAllBytes(workbook()), "P-2",
                    List.of("apply to the documents named", "INV-3 60.00", "", "as told"));
            assertThat(counts(mailed(people, filled, "anna@example.org"))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(people.open()).doesNotContainKey("P-2").containsEntry("INV-3", "C-2 20.0000");
            assertThat(counts(mailed(people, filled, "anna@example.org"))).containsExactly(1L, 0L, 1L, 0L);
            assertThat(people.open()).containsEntry("INV-3", "C-2 20.0000").isEqualTo(people.openFromRows());
            assertThat(mails(people)).contains("Answer to worklist.xlsx: 1 done", "Answer to worklist.xlsx: 1 known already");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "pt", "zh"})
    void mailAndWorkbookFollowTheCompanysLanguageAndAnswersInItAreUnderstood(String language) throws IOException {
        try (People people = new People(TestDatabase.HSQLDB, RULES).withRecords()) {
            WorklistWording words = WORDS.in(Locale.forLanguageTag(language));
            worklist(people, speaking(Locale.forLanguageTag(language + "-XX"))).run(FRIDAY);
            assertThat(words.language().getLanguage()).isEqualTo(language);
            assertThat(mails(people)).hasSize(1).noneMatch(subject -> subject.contains("Worklist"));
            byte[] filled = FilledWorklist.filled(Files.readAllBytes(workbook()), "P-2",
                    List.of(words.words(Choice.APPLY), "INV-3 60.00", "", ""));
            assertThat(counts(mailed(people, filled, "anna@example.org"))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(people.open()).doesNotContainKey("P-2").containsEntry("INV-3", "C-2 20.0000");
        }
    }

    private static Companies speaking(Locale language) {
        return new Companies(List.of(new Company(MAIN.id(), MAIN.name(), List.of(), "", "DE", language, MAIN.timeZone(),
                MAIN.mode(), MAIN.accounts(), Optional.empty(), "", List.of("finance@example.org"))));
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotIsRefusedAndSoIsARowThatIsStaleOrForged(TestDatabase kind) throws IOException {
        try (People people = new People(kind, RULES).withRecords()) {
            worklist(people).run(FRIDAY);
            byte[] filled = FilledWorklist.filled(Files.readAllBytes(workbook()), "P-2",
                    List.of("apply to the documents named", "INV-3 60.00"));
            Map<String, String> before = people.open();
            assertThat(reason(mailed(people, filled, "boss@example.org"))).contains("has the address boss@example.org");
            assertThat(reason(mailed(people, filled, "carla@example.org"))).contains("'carla' may not apply");
            assertThat(people.open()).isEqualTo(before);
            people.assign.assign(anna(OCT_20), "P-2", "C-1", false);
            assertThat(reason(mailed(people, filled, "anna@example.org"))).contains("was decided on since the worklist");
            byte[] other = FilledWorklist.filled(Files.readAllBytes(workbook()), "P-1", List.of("keep on account", "", "C-9"));
            assertThat(reason(mailed(people, other, "anna@example.org"))).contains("customer C-9: is not known");
            byte[] twice = FilledWorklist.filled(Files.readAllBytes(workbook()), "P-1",
                    List.of("accept proposal 1", "INV-1 5.00"));
            assertThat(reason(mailed(people, twice, "anna@example.org"))).contains("the decision is 'accept proposal 1'");
            assertThat(reason(mailed(people, "PK\003\004 no zip".getBytes(StandardCharsets.UTF_8), "anna@example.org")))
                    .contains("the workbook cannot be read");
            assertThat(reason(mailed(people, forged(filled), "anna@example.org"))).contains("is not as the hub wrote it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyProvesIsNotCarriedOutAndOnlyFinanceIsTold(TestDatabase kind) throws IOException {
        try (People people = new People(kind, RULES).withRecords()) {
            worklist(people).run(FRIDAY);
            byte[] filled = FilledWorklist.filled(Files.readAllBytes(workbook()), "P-2",
                    List.of("apply to the documents named", "INV-3 60.00"));
            Map<String, String> before = people.open();
            Sender claimed = new Sender("anna@example.org", false, "dmarc=fail header.from=example.org");
            assertThat(reason(mailed(people, "worklist.xlsx", filled, claimed)))
                    .contains("says that it is from anna@example.org", "dmarc=fail");
            assertThat(reason(mailed(people, "I.csv", csv("1,APPLY,as told,P-1,INV-2,,50.00"), claimed)))
                    .contains("does not prove");
            assertThat(people.open()).isEqualTo(before);
            assertThat(new OutboxDesk(people.fixture.ledger()).list(List.of(MailState.values()), 0, 100).stream()
                    .filter(mail -> mail.subject().contains("not proved")).map(OutboxDesk.Mail::recipients))
                    .containsExactly("finance@example.org", "finance@example.org");
            assertThat(mails(people)).noneMatch(subject -> subject.startsWith("Answer to"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDebitIsLinkedWithItsPaymentByTheWorkbookAndByAFile(TestDatabase kind) throws IOException {
        try (People people = new People(kind, RULES).withRecords()) {
            people.fixture.take(OCT_20, List.of(), List.of(), List.of(
                    LedgerFixture.receipt("R-1", OCT_20, "-60.00", "BETA", "", "back"),
                    LedgerFixture.receipt("R-2", OCT_20, "-20.00", "ACME", "", "sent back")));
            worklist(people).run(FRIDAY);
            byte[] filled = FilledWorklist.filled(Files.readAllBytes(workbook()), "R-1",
                    List.of("went back with the payment named", "P-2", "", "the bank says so"));
            assertThat(counts(mailed(people, filled, "anna@example.org"))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(people.open()).doesNotContainKeys("P-2", "R-1");
            byte[] file = csv("1,REFUND,paid twice,P-1,R-2,,20.00");
            assertThat(counts(mailed(people, "I.csv", file, "anna@example.org"))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(people.open()).doesNotContainKey("R-2").containsEntry("P-1", "null 100.0000")
                    .isEqualTo(people.openFromRows());
            assertThat(reason(mailed(people, "J.csv", csv("2,ACCEPT 1@D-1,seen,P-1,,,"), "anna@example.org")))
                    .contains("was decided on since D-1 was seen");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatASecondPersonRefusedCanBeDecidedOtherwise(TestDatabase kind) throws IOException {
        try (People people = new People(kind, RULES).withRecords()) {
            worklist(people).run(FRIDAY);
            byte[] sent = Files.readAllBytes(workbook());
            byte[] large = FilledWorklist.filled(sent, "P-1", List.of("apply to the documents named", "INV-1 100.00"));
            byte[] small = FilledWorklist.filled(sent, "P-1", List.of("apply to the documents named", "INV-2 50.00"));
            assertThat(counts(mailed(people, large, "anna@example.org"))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(people.open()).containsEntry("INV-1", "C-1 100.0000");
            assertThat(reason(mailed(people, small, "anna@example.org"))).contains("which waits for a second person");
            String waiting = new WorklistStore(people.fixture.ledger()).instructions("main").get(0).label();
            new PersonJobs(people.fixture.ledger(), COMPANIES, RULES, People.DISPUTES).instructions()
                    .refuse(new Decider("bernd", "not yet", FRIDAY, ""), waiting);
            assertThat(counts(mailed(people, large, "anna@example.org"))).containsExactly(1L, 0L, 1L, 0L);
            assertThat(counts(mailed(people, small, "anna@example.org"))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(counts(mailed(people, small, "anna@example.org"))).containsExactly(1L, 0L, 1L, 0L);
            assertThat(people.open()).doesNotContainKey("INV-2").isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfASecondPersonApprovesOrRefusesWhatWaitsOnce(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            mailed(people, "I.csv", csv("1,APPLY,as told,P-1,INV-1,,100.00"), "anna@example.org");
            String waits = waiting(people).get(0).label();
            byte[] approval = csv("9,APPROVE,seen,,," + waits + ",");
            assertThat(reason(mailed(people, "A.csv", approval, "anna@example.org"))).contains("who proposes never approves");
            assertThat(reason(mailed(people, "A.csv", approval, "carla@example.org"))).contains("'carla' may not apply");
            assertThat(reason(mailed(people, "A.csv", csv("9,APPROVE,seen,,,I-7,"), "bernd@example.org")))
                    .contains("I-7: is not known");
            assertThat(people.open()).containsEntry("INV-1", "C-1 100.0000");
            assertThat(counts(mailed(people, "B.csv", approval, "bernd@example.org"))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(people.open()).doesNotContainKey("INV-1").isEqualTo(people.openFromRows());
            assertThat(counts(mailed(people, "C.csv", approval, "bernd@example.org"))).containsExactly(1L, 0L, 1L, 0L);
            assertThat(reason(mailed(people, "D.csv", csv("9,REFUSE,no,,," + waits + ","), "bernd@example.org")))
                    .contains("was approved already by bernd");
            assertThat(waiting(people)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoProposedTakesItBackByAFile(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            mailed(people, "I.csv", csv("1,APPLY,as told,P-1,INV-1,,100.00"), "anna@example.org");
            byte[] refusal = csv("9,REFUSE,was wrong,,," + waiting(people).get(0).label() + ",");
            assertThat(reason(mailed(people, "R.csv", refusal, "carla@example.org"))).contains("'carla' may not apply");
            assertThat(counts(mailed(people, "R.csv", refusal, "anna@example.org"))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(counts(mailed(people, "S.csv", refusal, "anna@example.org"))).containsExactly(1L, 0L, 1L, 0L);
            assertThat(waiting(people)).isEmpty();
            assertThat(people.open()).containsEntry("INV-1", "C-1 100.0000");
        }
    }

    private static byte[] csv(String row) {
        return ("instruction_id,action,reason,payment_id,document_number,allocation_id,amount\n" + row + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<WaitingInstruction> waiting(People people) {
        return new WorklistStore(people.fixture.ledger()).instructions("main");
    }

    @ParameterizedTest
    @EnumSource
    void theMailSaysWhichAnswersAreLateAndWhichPromisesWereBrokenSinceTheLastOne(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            LocalDate made = LocalDate.of(2026, 10, 23);
            people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.empty(),
                    new Instruction.Terms("PRICE", "bernd", "", ""));
            people.jobs.promise().promise(anna(made), Instruction.promise("C-2", "INV-3", People.eur("30"),
                    LocalDate.of(2026, 10, 27), Instruction.Terms.NONE));
            people.jobs.promise().promise(anna(made), Instruction.promise("C-2", "INV-3", People.eur("40"),
                    LocalDate.of(2026, 10, 27), Instruction.Terms.NONE));
            worklist(people).run(FRIDAY);
            assertThat(text(people, 0)).contains("C-1, D-", "bernd was to answer by 2026-10-27",
                    "EUR 30.00 was promised by 2026-10-27, EUR 0.00 came; 2 promises are broken in a row");
            worklist(people).run(FRIDAY.plusDays(3));
            assertThat(text(people, 1)).contains("bernd was to answer").doesNotContain("was promised by");
        }
    }

    private static String text(People people, int index) {
        return new DunningBooks(people.database, people.fixture.ledger()).mails("WORKLIST").get(index)
                .replaceAll("=\r?\n", "");
    }

    private Path workbook() {
        return data.resolve("out/main/worklists/2026-10").resolve(WorklistMail.fileName(FRIDAY));
    }

    private WorklistJob worklist(People people) {
        return worklist(people, COMPANIES);
    }

    private WorklistJob worklist(People people, Companies companies) {
        return new WorklistJob(people.fixture.ledger(), companies, new BusinessCalendars(Map.of()), outbox(people),
                data.resolve("out"), new WorklistJob.Addresses("hub@example.org", "intake@example.org"),
                new FollowUps(people.fixture.ledger(), () -> People.DISPUTES.get().policy()), WORDS);
    }

    private static OutboxStore outbox(People people) {
        return new OutboxStore(people.fixture.ledger(), CustomerMail.OFF);
    }

    private IntakeReport mailed(People people, byte[] workbook, String sender) {
        return mailed(people, "worklist.xlsx", workbook, sender);
    }

    private IntakeReport mailed(People people, String name, byte[] file, String sender) {
        return mailed(people, name, file, new Sender(sender, true, "dmarc=pass"));
    }

    private IntakeReport mailed(People people, String name, byte[] file, Sender sender) {
        var ledger = people.fixture.ledger();
        DataFolders folders = new DataFolders(data);
        InstructionIntake instructions = new InstructionIntake(new InstructionIntake.Books(new InstructionStore(),
                new WorklistStore(ledger), ledger, WORDS), new PersonJobs(ledger, COMPANIES, RULES, People.DISPUTES),
                new InstructionAnswers(folders, data.resolve("out"), COMPANIES),
                new InstructionIntake.Post(outbox(people), "hub@example.org"));
        try (Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "desk")) {
            IntakeJob job = new IntakeJob(new IntakeStore(ledger, COMPANIES), new IntakeLease(leases, Duration.ZERO),
                    COMPANIES, List.of(), folders, Optional.of(() -> instructions));
            return new MailIntake(job, folders.spool()).take(sender, List.of(new MailIntake.Attached(name,
                    () -> new ByteArrayInputStream(file))), FRIDAY).reports().get(0);
        }
    }

    /** The same workbook with the keys of another receipt. */
    private static byte[] forged(byte[] workbook) throws IOException {
        return FilledWorklist.filled(workbook, "P-2", List.of("apply to the documents named", "INV-3 60.00"),
                "R1-000000000000-0000");
    }

    private static List<Long> counts(IntakeReport report) {
        return List.of(report.read(), report.accepted(), report.duplicate(), report.rejected());
    }

    private static String reason(IntakeReport report) {
        assertThat(report.rejections()).as(report.toString()).hasSize(1);
        Rejection why = report.rejections().get(0);
        return why.reason() + "; " + why.remedy();
    }

    private static List<String> mails(People people) {
        return new OutboxDesk(people.fixture.ledger()).list(List.of(MailState.values()), 0, 100).stream()
                .map(OutboxDesk.Mail::subject).toList();
    }
}
