package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.delivery.ScriptedServer.HANG_UP;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.ScriptedServer.Step;
import org.saldo.delivery.SendLog;
import org.saldo.delivery.SmtpSettings;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.OutboxDesk;
import org.saldo.store.mail.OutboxQueue;
import org.saldo.store.mail.OutboxStore;

/** Many mails claimed in one transaction, with a log of how far each came. */
class DeliveryPacketsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @TempDir
    Path data;

    private final ScriptedServer server = new ScriptedServer();
    private Instant now = Instant.parse("2026-10-31T09:00:00Z");
    private Database database;
    private Leases leases;
    private Ledger ledger;
    private List<Long> ids;

    @AfterEach
    void close() {
        leases.close();
        database.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void manyMailsGoOnceEachAndInTheirOrder(TestDatabase kind) {
        open(kind, 60);
        assertThat(job(LastLook.NONE).run().accepted()).isEqualTo(60);
        assertThat(subjects()).isEqualTo(IntStream.range(0, 60).mapToObj(i -> "Statement " + i).toList());
        assertThat(ids).allSatisfy(id -> assertThat(new OutboxDesk(ledger).events(id)).extracting(OutboxDesk.Event::state)
                .containsExactly(MailState.PENDING, MailState.SENDING, MailState.ACCEPTED));
        assertThat(job(LastLook.NONE).run().accepted()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatHangsUpLeavesOneInDoubtAndTheOthersGo(TestDatabase kind) {
        open(kind, 60);
        LastLook afterSome = mail -> {
            if (mail.id() == ids.get(40)) {
                server.at(Step.DOT, HANG_UP);
            }
            return Optional.empty();
        };
        DeliveryReport report = job(afterSome).run();
        assertThat(report.inDoubt()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(59);
        assertThat(subjects()).hasSize(59).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsGoneForGoodLeavesTheRestWaiting(TestDatabase kind) {
        open(kind, 60);
        LastLook afterSome = mail -> {
            if (mail.id() == ids.get(40)) {
                server.at(Step.DATA, HANG_UP);
                server.leave();
            }
            return Optional.empty();
        };
        DeliveryReport report = job(afterSome).run();
        assertThat(report.accepted() + report.waiting() + report.inDoubt()).isEqualTo(60);
        assertThat(report.unreachable()).isPresent();
        assertThat(report.inDoubt()).isLessThanOrEqualTo(1);
        assertThat(new OutboxDesk(ledger).list(List.of(MailState.SENDING), 0, 60)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAKilledSenderHadNotBegunGoesAndWhatWasTakenDoesNot(TestDatabase kind) {
        open(kind, 4);
        OutboxQueue queue = new OutboxQueue(ledger);
        try (SendLog log = SendLog.open(file()).orElseThrow()) {
            log.begin();
            log.claims("p1", ids.subList(0, 3));
            queue.claim(ids.subList(0, 3), "p1", List.of());
            log.begins(ids.get(0));
            log.taken(ids.get(0), now, "250 ok");
            log.begins(ids.get(1));
        }
        DeliveryReport report = job(LastLook.NONE).run();
        assertThat(report.recovered()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(subjects()).containsExactly("Statement 2", "Statement 3");
        assertThat(states()).containsExactly(MailState.ACCEPTED, MailState.IN_DOUBT, MailState.ACCEPTED, MailState.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource
    void aLogOfAnotherPacketIsNotBelieved(TestDatabase kind) throws Exception {
        open(kind, 2);
        OutboxQueue queue = new OutboxQueue(ledger);
        try (SendLog log = SendLog.open(file()).orElseThrow()) {
            log.begin();
            log.claims("p1", ids);
        }
        queue.claim(ids, "of another machine", List.of());
        assertThat(job(LastLook.NONE).run().recovered()).isEqualTo(2);
        assertThat(subjects()).isEmpty();
        assertThat(Files.exists(file())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatASenderHasThatStillLivesIsInDoubt(TestDatabase kind) {
        open(kind, 2);
        try (SendLog living = SendLog.open(file()).orElseThrow()) {
            living.begin();
            living.claims("p1", ids.subList(0, 1));
            new OutboxQueue(ledger).claim(ids.subList(0, 1), "p1", List.of());
            assertThat(job(LastLook.NONE).run().recovered()).isEqualTo(1);
        }
        assertThat(states()).containsExactly(MailState.IN_DOUBT, MailState.ACCEPTED);
    }

    private Path file() {
        return data.resolve("sending.log");
    }

    private List<MailState> states() {
        return ids.stream().map(id -> new OutboxDesk(ledger).show(id).state()).toList();
    }

    private List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        for (String mail : server.taken()) {
            subjects.add(mail.lines().filter(line -> line.startsWith("Subject: ")).findFirst().orElseThrow().substring(9));
        }
        return subjects;
    }

    private void open(TestDatabase kind, int mails) {
        database = kind.open();
        leases = new Leases(database, () -> now, "test");
        ledger = new Ledger(database, () -> now);
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        ids = IntStream.range(0, mails).mapToObj(i -> ledger.record(BatchKind.STATEMENT, "test", DAY,
                batch -> outbox.enqueue(batch, mail(i)).mailId())).toList();
    }

    private DeliveryJob job(LastLook look) {
        return new DeliveryJob(ledger, leases, new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), ""), Backoff.ABOUT_A_DAY, look).noting(file());
    }

    private static OutgoingMail mail(int number) {
        return new OutgoingMail("main", MailKind.STATEMENT, "C-" + number, "key-" + number, "hub@seller.example",
                List.of("pay@acme.example"), "", "Statement " + number, "text", "", List.of(), "en");
    }
}
