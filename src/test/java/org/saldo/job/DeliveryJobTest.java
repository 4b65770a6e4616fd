package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.delivery.ScriptedServer.HANG_UP;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.TestCertificate;
import org.saldo.ledger.Refused;
import org.saldo.ledger.Words;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.StatusStore;
import org.saldo.store.mail.AddressMarks;
import org.saldo.store.mail.Enqueued;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.OutboxDesk;
import org.saldo.store.mail.OutboxQueue;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.verify.VerifyStore;

class DeliveryJobTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1), 3);

    private final ScriptedServer server = new ScriptedServer();
    private Instant now = Instant.parse("2026-10-31T09:00:00Z");
    private Database database;
    private Leases leases;
    private Ledger ledger;
    private OutboxDesk desk;

    @AfterEach
    void close() {
        leases.close();
        database.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void theOldestMailGoesFirstAndEachOnce(TestDatabase kind) {
        open(kind);
        List<Long> ids = List.of(enqueue("a"), enqueue("b"), enqueue("c"));
        assertThat(run().accepted()).isEqualTo(3);
        assertThat(server.taken()).hasSize(3);
        assertThat(server.taken().get(0)).contains("Subject: Mail a");
        assertThat(server.taken().get(2)).contains("Subject: Mail c");
        assertThat(server.sessions()).isEqualTo(1);
        assertThat(run().accepted()).isZero();
        assertThat(server.taken()).hasSize(3);
        assertThat(desk.show(ids.get(0)).state()).isEqualTo(MailState.ACCEPTED);
        assertThat(desk.show(ids.get(0)).sentAt()).hasValue(now);
        assertThat(desk.events(ids.get(0))).extracting(OutboxDesk.Event::state)
                .containsExactly(MailState.PENDING, MailState.SENDING, MailState.ACCEPTED);
        assertThat(desk.bytes(ids.get(0))).asString().isEqualTo(server.taken().get(0));
    }

    @ParameterizedTest
    @EnumSource
    void aMailInDoubtIsNotSentAgainUntilAPersonSaysSo(TestDatabase kind) {
        open(kind);
        long id = enqueue("a");
        server.at(Step.DOT, HANG_UP);
        assertThat(run().inDoubt()).isEqualTo(1);
        later(Duration.ofDays(9));
        assertThat(run().accepted()).isZero();
        assertThat(desk.list(List.of(MailState.IN_DOUBT), 0, 10)).extracting(OutboxDesk.Mail::id).containsExactly(id);
        desk.retry(id, "clerk", "the relay's log does not have it");
        assertThat(run().accepted()).isEqualTo(1);
        assertThat(server.taken()).hasSize(1);
        assertThatThrownBy(() -> desk.retry(id, "clerk", "once more")).isInstanceOf(Refused.class)
                .hasMessageContaining("is ACCEPTED");
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadSenderLeftIsInDoubtAndTheRestGoes(TestDatabase kind) {
        open(kind);
        long dying = enqueue("a");
        enqueue("b");
        assertThat(new OutboxQueue(ledger).claim(List.of(dying), "", List.of()).bytes()).hasSize(1);
        DeliveryReport report = run();
        assertThat(report.recovered()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(server.taken()).singleElement().asString().contains("Subject: Mail b");
        assertThat(desk.show(dying).state()).isEqualTo(MailState.IN_DOUBT);
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatWasTakenIsNotedThoughTheDatabaseFailsWithTheNext(TestDatabase kind) {
        open(kind);
        long taken = enqueue("a");
        long next = enqueue("b");
        LastLook breaking = mail -> {
            if (mail.id() == next) {
                database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE content_bytes RENAME TO elsewhere"));
            }
            return Optional.empty();
        };
        assertThatThrownBy(() -> job(breaking).run()).isInstanceOf(RuntimeException.class);
        database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE elsewhere RENAME TO content_bytes"));
        assertThat(desk.show(taken).state()).isEqualTo(MailState.ACCEPTED);
        assertThat(desk.show(next).state()).isEqualTo(MailState.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatCannotBeReadIsSetAsideAndTheOthersLeave(TestDatabase kind) {
        open(kind);
        List<Long> ids = List.of(enqueue("a"), enqueue("b"), enqueue("c"), enqueue("d"), enqueue("e"));
        damage("UPDATE content SET parts = '0:none' WHERE sha256 = ?", ids.get(1));
        damage("UPDATE content SET parts = 'what' WHERE sha256 = ?", ids.get(2));
        byte[] whole = desk.bytes(ids.get(3));
        replaceBytes(ids.get(3), new byte[] {65});
        DeliveryReport report = run();
        assertThat(List.of(report.accepted(), report.failed(), report.waiting())).containsExactly(2, 3, 0L);
        assertThat(report.needsAttention()).isTrue();
        assertThat(server.taken()).hasSize(2).anySatisfy(mail -> assertThat(mail).contains("Subject: Mail e"));
        assertThat(ids.subList(1, 4)).allSatisfy(id -> assertThat(desk.show(id).state()).isEqualTo(MailState.FAILED));
        assertThat(desk.show(ids.get(3)).lastReply()).startsWith("not sent: its bytes are not those that were written")
                .contains("`saldo mails retry " + ids.get(3) + "`");
        assertThat(new StatusStore(database).unreadableMails(9)).extracting(StatusStore.Unreadable::mailId)
                .containsExactlyElementsOf(ids.subList(1, 4));
        assertThat(new VerifyStore(ledger).verify(rows -> { }).toString()).contains("of mail " + ids.get(1) + " (",
                "of mail " + ids.get(2) + " (", "of mail " + ids.get(3) + " (");
        desk.retry(ids.get(3), "it", "the backup is back");
        assertThat(run().failed()).as("nothing came back").isEqualTo(1);
        replaceBytes(ids.get(3), whole);
        desk.retry(ids.get(3), "it", "the backup is back");
        assertThat(run().accepted()).isEqualTo(1);
        assertThat(server.taken()).hasSize(3).anySatisfy(mail -> assertThat(mail).contains("Subject: Mail d"));
        assertThat(run().accepted()).isZero();
    }

    private void replaceBytes(long mail, byte[] bytes) {
        String sha256 = sha256(mail);
        database.jdbi().useHandle(handle -> handle.execute("UPDATE content_bytes SET bytes = ? WHERE content_id = "
                + "(SELECT content_id FROM content WHERE sha256 = ?)", bytes, sha256));
    }

    private void damage(String sql, long mail) {
        String sha256 = sha256(mail);
        database.jdbi().useHandle(handle -> handle.execute(sql, sha256));
    }

    private String sha256(long mail) {
        return Rows.texts(database, "SELECT content_sha256 FROM mail WHERE mail_id = " + mail).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void aTemporaryRefusalWaitsLongerEachTimeAndIsGivenUpInTheEnd(TestDatabase kind) {
        open(kind);
        long id = enqueue("a");
        for (int i = 0; i < 3; i++) {
            server.at(Step.RCPT, "450 greylisted");
        }
        assertThat(run().postponed()).isEqualTo(1);
        assertThat(desk.show(id).nextAttemptAt()).isEqualTo(now.plus(Duration.ofMinutes(1)));
        assertThat(run().postponed()).isZero();
        later(Duration.ofMinutes(1));
        assertThat(run().postponed()).isEqualTo(1);
        assertThat(desk.show(id).nextAttemptAt()).isEqualTo(now.plus(Duration.ofMinutes(2)));
        later(Duration.ofMinutes(2));
        assertThat(run().failed()).isEqualTo(1);
        assertThat(desk.show(id).state()).isEqualTo(MailState.FAILED);
        assertThat(desk.show(id).lastReply()).contains("given up after 3 attempts").contains("450 greylisted");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatDiesInTheMiddleDelaysOneMailAndNoOther(TestDatabase kind) {
        open(kind);
        enqueue("a");
        enqueue("b");
        server.at(Step.DATA, HANG_UP);
        DeliveryReport report = run();
        assertThat(report.postponed()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(1);
        later(Duration.ofMinutes(1));
        assertThat(run().accepted()).isEqualTo(1);
        assertThat(server.taken()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aDeadMailServerCostsNothingButTime(TestDatabase kind) {
        open(kind);
        long id = enqueue("a");
        server.leave();
        DeliveryReport report = run();
        assertThat(report.unreachable()).isPresent();
        assertThat(report.waiting()).isEqualTo(1);
        assertThat(desk.show(id).state()).isEqualTo(MailState.PENDING);
        assertThat(desk.show(id).attempts()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theLastLookKeepsAMailFromGoing(TestDatabase kind) {
        open(kind);
        long id = enqueue("a");
        enqueue("b");
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        LastLook look = mail -> {
            if (!mail.businessKey().equals("a")) {
                return Optional.empty();
            }
            ledger.write(BatchKind.DELIVERY, "last look", DAY, batch -> outbox.cancel(batch, mail, Words.said("the money came")));
            return Optional.of(Words.said("the money came"));
        };
        DeliveryReport report = job(look).run();
        assertThat(report.cancelled()).extracting(DeliveryReport.Cancelled::reason).containsExactly("the money came");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(desk.show(id).state()).isEqualTo(MailState.CANCELLED);
        assertThat(desk.show(id).lastReply()).isEqualTo("the money came");
    }

    @ParameterizedTest
    @EnumSource
    void whoDiesWhileAnAddressIsRefusedKeepsBothFactsOrNeither(TestDatabase kind) {
        open(kind);
        boolean lived = false;
        int looks = 0;
        while (!lived) {
            looks++;
            String address = "gone" + looks + "@acme.example";
            long id = enqueue("m" + looks, address);
            server.at(Step.RCPT, "550 5.1.1 no such user");
            lived = livesFor(looks);
            run();
            assertThat(new AddressMarks(ledger).unusable("main", List.of("C-1")).getOrDefault("C-1", Set.of()).contains(address))
                    .as("it died at look " + looks).isEqualTo(desk.show(id).state() == MailState.FAILED);
        }
        assertThat(looks).as("it died at each look at the clock, and not at the one after").isGreaterThan(4);
    }

    /** Sends with a clock that ends the process when it is looked at for the n-th time; whether it came to its end. */
    private boolean livesFor(int looks) {
        AtomicInteger left = new AtomicInteger(looks);
        Ledger dying = new Ledger(database, () -> {
            if (left.decrementAndGet() == 0) {
                throw new Gone();
            }
            return now;
        });
        try {
            new DeliveryJob(dying, leases, smtp(), BACKOFF, LastLook.NONE).run();
            return true;
        } catch (Gone died) {
            return false;
        }
    }

    private static final class Gone extends Error {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @EnumSource
    void aPersonCanCancelWhatWaitsButNotWhatIsGone(TestDatabase kind) {
        open(kind);
        long waits = enqueue("a");
        desk.cancel(waits, "clerk", DAY, "wrong contact");
        long gone = enqueue("b");
        assertThat(run().accepted()).isEqualTo(1);
        assertThat(server.taken()).singleElement().asString().contains("Subject: Mail b");
        assertThatThrownBy(() -> desk.cancel(gone, "clerk", DAY, "too late")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.retry(waits, "clerk", "after all")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.show(-1)).isInstanceOf(Refused.class).hasMessageContaining("saldo mails list");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsNotTrustedCostsNoMail(TestDatabase kind, @TempDir Path folder) {
        open(kind);
        long id = enqueue("a");
        try (ScriptedServer stranger = new ScriptedServer(SmtpSettings.Security.SMTPS,
                TestCertificate.of(folder, "ip:127.0.0.1"))) {
            SmtpSettings smtps = new SmtpSettings("127.0.0.1", stranger.port(), SmtpSettings.Security.SMTPS, "hub", "s3cret",
                    Duration.ofSeconds(5), "");
            DeliveryReport report = job(smtps, LastLook.NONE).run();
            assertThat(report.unreachable().orElseThrow()).contains("certificate is not trusted").doesNotContain("s3cret");
            assertThat(report.waiting()).isEqualTo(1);
        }
        assertThat(desk.show(id).state()).isEqualTo(MailState.PENDING);
        assertThat(desk.events(id)).extracting(OutboxDesk.Event::state).containsExactly(MailState.PENDING);
        assertThat(run().accepted()).isEqualTo(1);
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, () -> now);
        leases = new Leases(database, () -> now, "me");
        desk = new OutboxDesk(ledger);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private DeliveryReport run() {
        return job(LastLook.NONE).run();
    }

    private DeliveryJob job(LastLook look) {
        return job(smtp(), look);
    }

    private SmtpSettings smtp() {
        return new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "", Duration.ofSeconds(5), "");
    }

    private DeliveryJob job(SmtpSettings smtp, LastLook look) {
        return new DeliveryJob(ledger, leases, smtp, BACKOFF, look);
    }

    private long enqueue(String key) {
        return enqueue(key, "pay@acme.example");
    }

    private long enqueue(String key, String address) {
        OutgoingMail mail = new OutgoingMail("main", MailKind.STATEMENT, "C-1", key, "hub@seller.example",
                List.of(address), "", "Mail " + key, "text", "<p>text</p>", List.of(), "en");
        Enqueued enqueued = ledger.record(BatchKind.STATEMENT, "test", DAY,
                batch -> new OutboxStore(ledger, CustomerMail.ON).enqueue(batch, mail));
        return enqueued.mailId();
    }
}
