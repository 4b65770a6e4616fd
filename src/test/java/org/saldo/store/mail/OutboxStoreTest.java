package org.saldo.store.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.store.BatchKind;
import org.saldo.store.Contents;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;

public class OutboxStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final InstantSource STOPPED = InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"));

    @ParameterizedTest
    @EnumSource
    void aBusinessKeyIsWrittenOnceAndTheSecondTimeSaysSo(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
            Enqueued first = enqueue(ledger, outbox, "main/C-1/2026-10");
            Enqueued second = enqueue(ledger, outbox, "main/C-1/2026-10");
            assertThat(first.outcome()).isEqualTo(Enqueued.Outcome.ADDED);
            assertThat(second).isEqualTo(new Enqueued(Enqueued.Outcome.ALREADY_THERE, first.mailId()));
            assertThat(count(database, "mail")).isEqualTo(1);
            assertThat(count(database, "mail_event")).isEqualTo(1);
            byte[] bytes = database.jdbi().withHandle(handle -> Contents.get(handle, handle.createQuery(
                    "SELECT content_sha256 FROM mail").mapTo(String.class).one()));
            assertThat(new String(bytes, StandardCharsets.US_ASCII)).contains("To: pay@acme.example");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailIsNotThereWhenItsDecisionIsNot(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
            assertThatThrownBy(() -> ledger.write(BatchKind.REMINDER, "test", DAY, batch -> {
                outbox.enqueue(batch, mail("key"));
                throw new IllegalStateException("no");
            })).isInstanceOf(IllegalStateException.class);
            assertThat(count(database, "mail") + count(database, "content")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileMailToCustomersIsOffNothingIsWritten(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            OutboxStore outbox = new OutboxStore(ledger, CustomerMail.OFF);
            assertThat(enqueue(ledger, outbox, "key").outcome()).isEqualTo(Enqueued.Outcome.SWITCHED_OFF);
            assertThat(count(database, "mail")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allOutboxesOfAnInstallationGiveAMailTheSameMessageId(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            enqueue(ledger, new OutboxStore(ledger, CustomerMail.ON), "key");
            String first = messageId(database);
            database.jdbi().useHandle(handle -> {
                handle.execute("DELETE FROM mail_event");
                handle.execute("DELETE FROM mail");
            });
            enqueue(ledger, new OutboxStore(ledger, CustomerMail.ON), "key");
            assertThat(messageId(database)).isEqualTo(first);
        }
    }

    private static String messageId(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT message_id FROM mail")
                .mapTo(String.class).one());
    }

    private static Enqueued enqueue(Ledger ledger, OutboxStore outbox, String key) {
        return ledger.record(BatchKind.REMINDER, "test", DAY, batch -> outbox.enqueue(batch, mail(key)));
    }

    static OutgoingMail mail(String key) {
        return new OutgoingMail("main", MailKind.REMINDER, "C-1", key, "hub@seller.example", List.of("pay@acme.example"),
                "", "Reminder " + key, "text", "<p>text</p>", List.of(), "en");
    }

    public static long count(Database database, String table) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
    }
}
