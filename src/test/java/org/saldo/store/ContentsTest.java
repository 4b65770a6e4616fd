package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.MimeMail;
import org.saldo.delivery.OutgoingMail;
import org.saldo.store.backup.Backup;
import org.saldo.store.backup.Restore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.verify.VerifyStore;

class ContentsTest {

    private static final Instant NOW = Instant.parse("2026-10-31T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final byte[] FILE = new byte[40_000];

    static {
        new Random(7).nextBytes(FILE);
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aMailIsKeptWithoutTheFileThatIsKeptAlreadyAndIsTheSameBytesAgain(TestDatabase kind) {
        try (Database database = kind.open()) {
            MimeMail mail = written(database, true, 1);
            assertThat(lengthOf(database, mail.sha256())).isLessThan(5_000);
            assertThat(bytes(database, mail)).isEqualTo(mail.bytes());
            assertThat(Contents.sha256(mail.bytes())).isEqualTo(mail.sha256());
            assertThat(sent(database)).isEqualTo(mail.bytes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailIsKeptWholeWhereItsFileIsNotKeptOrItHasMoreThanACoupleOfThem(TestDatabase kind) {
        try (Database without = kind.open(); Database many = kind.open()) {
            MimeMail mail = written(without, false, 1);
            assertThat(lengthOf(without, mail.sha256())).isEqualTo(mail.bytes().length);
            MimeMail long21 = written(many, true, 21);
            assertThat(lengthOf(many, long21.sha256())).isEqualTo(long21.bytes().length);
            MimeMail long20 = written(many, true, 20);
            assertThat(lengthOf(many, long20.sha256())).isLessThan(20_000);
            assertThat(bytes(many, long20)).isEqualTo(long20.bytes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailWhoseFileIsAnotherNowIsNotHandedOutAndVerifySaysSo(TestDatabase kind) {
        try (Database database = kind.open()) {
            MimeMail mail = written(database, true, 1);
            VerifyStore verify = new VerifyStore(new Ledger(database, InstantSource.fixed(NOW)));
            assertThat(verify.verify(rows -> { }).holds()).isTrue();
            byte[] other = FILE.clone();
            other[9]++;
            database.jdbi().useHandle(handle -> handle.createUpdate("""
                            UPDATE content_bytes SET bytes = :bytes WHERE content_id =
                            (SELECT content_id FROM content WHERE sha256 = :sha256)""")
                    .bind("bytes", other).bind("sha256", Contents.sha256(FILE)).execute());
            assertThatThrownBy(() -> sent(database)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> bytes(database, mail)).isInstanceOf(StoreException.class)
                    .hasMessageContaining("is not what was written");
            assertThat(verify.verify(rows -> { }).toString()).contains("content " + mail.sha256())
                    .contains("content " + Contents.sha256(FILE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailIsTheSameBytesAfterARestore(TestDatabase kind) {
        try (Database from = kind.open(); Database hsqldb = TestDatabase.HSQLDB.open();
             Database postgresql = TestDatabase.POSTGRESQL.open()) {
            MimeMail mail = written(from, true, 2);
            Path copy = folder.resolve("books.zip");
            new Backup(from).into(copy, NOW, rows -> { });
            for (Database into : List.of(hsqldb, postgresql)) {
                new Restore(into).from(copy, rows -> { });
                assertThat(bytes(into, mail)).isEqualTo(mail.bytes());
            }
        }
    }

    /** Writes a mail with so many times the same file. */
    private static MimeMail written(Database database, boolean withFile, int times) {
        Ledger ledger = new Ledger(database, InstantSource.fixed(NOW));
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        OutgoingMail mail = new OutgoingMail("main", MailKind.REMINDER, "C-1", "key " + times, "hub@seller.example",
                List.of("pay@acme.example"), "", "Statement", "text", "<p>text</p>", IntStream.range(0, times)
                .mapToObj(i -> new OutgoingMail.Attachment(i + ".pdf", "application/pdf", FILE)).toList(), "en");
        OutboxStore.Rendered rendered = outbox.render(mail, NOW);
        ledger.write(BatchKind.STATEMENT, "test", DAY, batch -> {
            if (withFile) {
                Contents.put(batch, FILE);
            }
            assertThat(outbox.enqueueAll(batch, List.of(rendered)).get(0).isNew()).isTrue();
            batch.add(Table.CONTROL_BALANCE, "main", DAY, "EUR", new BigDecimal("1.00"), "", "",
                    "controls.csv:" + times, "hash");
        });
        return rendered.bytes().orElseThrow();
    }

    private static byte[] bytes(Database database, MimeMail mail) {
        return database.jdbi().withHandle(handle -> Contents.get(handle, mail.sha256()));
    }

    private static byte[] sent(Database database) {
        return database.jdbi().withHandle(handle -> Contents.ofMail(handle, handle.createQuery("SELECT mail_id FROM mail")
                .mapTo(Long.class).one()));
    }

    private static long lengthOf(Database database, String sha256) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT OCTET_LENGTH(b.bytes) FROM content c JOIN content_bytes b ON b.content_id = c.content_id
                        WHERE c.sha256 = :sha256""").bind("sha256", sha256).mapTo(Long.class).one());
    }
}
