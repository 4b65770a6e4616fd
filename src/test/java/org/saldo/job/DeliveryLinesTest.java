package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.ScriptedServer.Step;
import org.saldo.delivery.SmtpSettings;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.OutboxDesk;
import org.saldo.store.mail.OutboxStore;

class DeliveryLinesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Instant NOW = Instant.parse("2026-10-31T09:00:00Z");

    private final ScriptedServer server = new ScriptedServer();
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
    void severalConnectionsSendEachMailOnce(TestDatabase kind) {
        open(kind, 40);
        DeliveryReport report = job(3).run();
        assertThat(report.accepted()).isEqualTo(40);
        assertThat(report.waiting()).isZero();
        assertThat(server.taken()).hasSize(40).doesNotHaveDuplicates();
        assertThat(server.sessions()).isBetween(1, 3);
        OutboxDesk desk = new OutboxDesk(ledger);
        assertThat(ids).allSatisfy(id -> assertThat(desk.events(id)).extracting(OutboxDesk.Event::state)
                .containsExactly(MailState.PENDING, MailState.SENDING, MailState.ACCEPTED));
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsRefusedBesideOneThatIsNotKeepsOneMailWaiting(TestDatabase kind) {
        open(kind, 10);
        server.at(Step.GREETING, "421 too many connections");
        DeliveryReport report = job(2).run();
        assertThat(report.accepted()).isEqualTo(9);
        assertThat(report.waiting()).isEqualTo(1);
        assertThat(report.unreachable()).isEmpty();
        assertThat(job(2).run().accepted()).isEqualTo(1);
        assertThat(server.taken()).hasSize(10).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aDeadServerIsToldOfAndTakesNoMail(TestDatabase kind) {
        open(kind, 5);
        server.leave();
        DeliveryReport report = job(3).run();
        assertThat(report.unreachable()).isPresent();
        assertThat(report.waiting()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheMailOfTheConnectionThatBrokeIsInDoubt(TestDatabase kind) {
        open(kind, 20);
        server.at(Step.DOT, ScriptedServer.HANG_UP);
        DeliveryReport report = job(3).run();
        assertThat(report.inDoubt()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(19);
        assertThat(server.taken()).hasSize(19);
    }

    private void open(TestDatabase kind, int mails) {
        database = kind.open();
        leases = new Leases(database, () -> NOW, "test");
        ledger = new Ledger(database, () -> NOW);
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        ids = IntStream.range(0, mails).mapToObj(i -> ledger.record(BatchKind.STATEMENT, "test", DAY,
                batch -> outbox.enqueue(batch, mail(i)).mailId())).toList();
    }

    private DeliveryJob job(int connections) {
        return new DeliveryJob(ledger, leases, new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                Duration.ofSeconds(5), ""), Backoff.ABOUT_A_DAY, LastLook.NONE).over(connections);
    }

    private static OutgoingMail mail(int number) {
        return new OutgoingMail("main", MailKind.STATEMENT, "C-" + number, "key-" + number, "hub@seller.example",
                List.of("pay@acme.example"), "", "Statement " + number, "text", "", List.of(), "en");
    }
}
