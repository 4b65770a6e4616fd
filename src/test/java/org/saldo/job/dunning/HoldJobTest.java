package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.answer.ReminderTalk.DAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.credit.HoldPolicy;
import org.saldo.credit.HoldStep;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.Templates;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.dunning.DunningRun;
import org.saldo.job.ExplainJob;
import org.saldo.job.ExportJob;
import org.saldo.job.answer.ReminderTalk;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.settings.DunningFile;
import org.saldo.settings.HoldsFile;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Leases;
import org.saldo.store.SentMails;
import org.saldo.store.StoreException;
import org.saldo.store.TestDatabase;
import org.saldo.store.intake.ErpDatabase;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.verify.Promise;

/** Holds on both databases: asked of the ERP once, counted when it has said so, released by what is paid. */
class HoldJobTest {

    private static final LocalDate LATER = DAY.plusDays(40);
    private static final HoldPolicy ON = new HoldPolicy("1", true, 30, Map.of(Money.of("EUR", "500.00").currency(),
            Money.of("EUR", "500.00")), Optional.of(10), false, 2, true, Set.of("INSOLVENCY"), 180, 14, Map.of());
    private static final Decider ANNA = new Decider("anna", "the ERP says so", LATER, "");

    @TempDir
    Path out;

    @ParameterizedTest
    @EnumSource
    void theErpIsAskedOnceByFileAndTheHoldCountsWhenItIsConfirmed(TestDatabase kind) throws IOException {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            HoldJob job = job(talk, HoldsFile.Way.FILE, Optional.empty());
            assertThat(job.run(LATER)).isEqualTo(new HoldJob.Report(1, 0, 1));
            assertThat(job.run(LATER.plusDays(1))).isEqualTo(HoldJob.Report.NONE);
            List<String> lines = Files.readAllLines(onlyFile());
            assertThat(lines.get(0)).isEqualTo("company,request_id,customer_id,action,effective_on,reason");
            assertThat(lines.get(1)).contains("\"C-1\",HOLD,2026-12-08,\"EUR 1,500.00 is more than 30 days overdue\"");
            String request = lines.get(1).split(",")[1];
            assertThat(holds(talk)).extracting(row -> row.get("sent_by") + " " + row.get("answer")).containsExactly("FILE WAITS");
            talk.people.hold().answer(ANNA, request, true);
            assertThat(holds(talk)).extracting(row -> row.get("answer")).containsExactly("CONFIRMED");
            assertThatThrownBy(() -> talk.people.hold().answer(ANNA, request, true)).isInstanceOf(Refused.class)
                    .hasMessageContaining("waits for nothing");
            talk.books.settle("INV-1001", "1200.00", LATER);
            talk.books.settle("INV-1002", "300.00", LATER);
            assertThat(job.run(LATER.plusDays(2))).as("INV-1003 has fallen due").isEqualTo(HoldJob.Report.NONE);
            talk.books.settle("INV-1003", "77.00", LATER);
            talk.books.invoice("INV-1009", "C-1", LATER.plusDays(30), "5.00");
            assertThat(job.run(LATER.plusDays(3))).isEqualTo(new HoldJob.Report(0, 1, 1));
            assertThat(holds(talk)).extracting(row -> row.get("action")).containsExactly("HOLD", "RELEASE");
            assertThat(new ExplainJob(talk.ledger, ReminderTalk.COMPANIES).explain("C-1"))
                    .contains("hold asked for: EUR 1,500.00 is more than 30 days overdue",
                            "deliveries held: the ERP says so");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPersonAsksAndAnInstructionOfTheErpConfirms(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String request = talk.people.hold().request(ANNA, "C-2", HoldStep.HOLD_REQUESTED).id();
            assertThatThrownBy(() -> talk.people.hold().request(ANNA, "C-2", HoldStep.HOLD_REQUESTED))
                    .isInstanceOf(Refused.class).hasMessageContaining("is hold requested since");
            assertThatThrownBy(() -> talk.people.hold().request(ANNA, "C-2", HoldStep.RELEASE_REQUESTED))
                    .isInstanceOf(Refused.class);
            Instruction confirm = Instruction.step(InstructionAction.CONFIRM_HOLD, request, "");
            assertThat(talk.people.instructions().carryOut(ANNA.under("erp-1", confirm), confirm).text()).contains("is held");
            talk.books.settle("INV-2001", "500.00", LATER);
            assertThat(job(talk, HoldsFile.Way.FILE, Optional.empty()).run(LATER).releases())
                    .as("a person's hold is released by a person").isZero();
            assertThat(talk.people.hold().request(ANNA, "C-2", HoldStep.RELEASE_REQUESTED).text())
                    .contains("release requested for C-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theErpIsToldByMailInTheTransactionThatNotesIt(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            assertThat(job(talk, HoldsFile.Way.MAIL, Optional.empty()).run(LATER).sent()).isEqualTo(1);
            assertThat(talk.books.texts("ALERT")).singleElement().asString().contains("hold  C-1: EUR 1,500.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theErpIsToldBySqlAgainWhenItWasNotThere(TestDatabase kind) throws Exception {
        String url = "jdbc:hsqldb:mem:erp" + kind;
        try (ReminderTalk talk = new ReminderTalk(kind); Connection erp = DriverManager.getConnection(url, "SA", "")) {
            HoldJob job = job(talk, HoldsFile.Way.SQL, Optional.of(new ErpDatabase(new DatabaseSettings(url, "SA", ""))));
            assertThatThrownBy(() -> job.run(LATER)).isInstanceOf(StoreException.class).hasMessageContaining("holds.url");
            assertThat(holds(talk)).extracting(row -> row.get("sent_by")).containsExactly("");
            erp.createStatement().execute("CREATE TABLE told (request VARCHAR(20) PRIMARY KEY, customer VARCHAR(20),"
                    + " what VARCHAR(10))");
            assertThat(job.run(LATER).sent()).isEqualTo(1);
            assertThat(job.run(LATER).sent()).isZero();
            try (ResultSet row = erp.createStatement().executeQuery("SELECT customer, what FROM told")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1) + " " + row.getString(2)).isEqualTo("C-1 HOLD");
                assertThat(row.next()).isFalse();
            }
            erp.createStatement().execute("SHUTDOWN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyFindsAHoldThatNobodyAskedFor(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            job(talk, HoldsFile.Way.FILE, Optional.empty()).run(LATER);
            assertThat(talk.verify().of(Promise.I32).holds()).isTrue();
            SentMails.execute(talk.ledger, "UPDATE credit_hold_step SET step = 'HELD'");
            assertThat(talk.verify().of(Promise.I32).breached()).isEqualTo(2);
            talk.isNoLongerWhole();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHasWaitedTooLongLowersNothing(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.books.owedTo("C-1", DAY, "1500.00");
            assertThat(job(talk, HoldsFile.Way.FILE, Optional.empty()).run(LATER).holds()).as("all that is here covers").isZero();
            DunningRun run = new DunningRun(DunningFile.read(PlainPolicy.file()), new BusinessCalendars(Map.of()),
                    BusinessCalendar.weekendsOnly("DE"), LATER);
            assertThat(job(talk, HoldsFile.Way.FILE, Optional.empty(), (known, day) -> run.stillCover(known)).run(LATER).holds())
                    .as("what we owed weeks ago").isEqualTo(1);
        }
    }

    private HoldJob job(ReminderTalk talk, HoldsFile.Way way, Optional<ErpDatabase> database) {
        return job(talk, way, database, (known, day) -> known.covers());
    }

    private HoldJob job(ReminderTalk talk, HoldsFile.Way way, Optional<ErpDatabase> database, HoldJob.StillCovers covers) {
        HoldsFile.Sending sending = new HoldsFile.Sending(way, List.of("erp@seller.example"),
                "INSERT INTO told VALUES (:request, :customer, :action)");
        return new HoldJob(talk.ledger, new Leases(talk.database, () -> DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                "holds"), ReminderTalk.COMPANIES, ON, new HoldErp(talk.ledger, new OutboxStore(talk.ledger, CustomerMail.ON),
                sending, new HoldErp.Places(out, new HouseMail(new Templates(Path.of("config/templates"), "en"),
                        "hub@seller.example"), database)), covers);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private static List<Map<String, String>> holds(ReminderTalk talk) {
        return new ExportJob(talk.ledger, () -> AgingBuckets.USUAL).rows(new ExportQuestion(ExportKind.HOLDS,
                LATER.plusDays(30), Optional.empty(), "", ExportFormat.CSV));
    }
}
