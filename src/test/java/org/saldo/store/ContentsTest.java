package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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

    private static final byte[] FONT = new byte[11_000];

    static {
        new Random(7).nextBytes(FILE);
        new Random(8).nextBytes(FONT);
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
            replace(database, FILE, other);
            assertThatThrownBy(() -> sent(database)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> bytes(database, mail)).isInstanceOf(StoreException.class)
                    .hasMessageContaining("is not what was written");
            assertThat(verify.verify(rows -> { }).toString()).contains("content " + mail.sha256())
                    .contains("content " + Contents.sha256(FILE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFontOfManyPdfsIsKeptOnce(TestDatabase kind) {
        try (Database database = kind.open()) {
            List<byte[]> pdfs = List.of(pdf("first", FONT), pdf("second", FONT));
            MimeMail mail = mailed(database, pdfs);
            long kept = database.jdbi().withHandle(handle -> handle.createQuery(
                    "SELECT SUM(OCTET_LENGTH(bytes)) FROM content_bytes").mapTo(Long.class).one());
            assertThat(kept).isBetween((long) FONT.length, FONT.length + 5_000L);
            for (byte[] pdf : pdfs) {
                byte[] again = database.jdbi().withHandle(handle -> Contents.get(handle, Contents.sha256(pdf)));
                assertThat(again).isEqualTo(pdf);
            }
            assertThat(sent(database)).isEqualTo(mail.bytes());
            assertThat(bytes(database, mail)).isEqualTo(mail.bytes());
            assertThat(new VerifyStore(new Ledger(database, InstantSource.fixed(NOW))).verify(rows -> { }).holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPdfWhoseFontIsAnotherNowIsNotHandedOutAndVerifySaysSo(TestDatabase kind) {
        try (Database database = kind.open()) {
            byte[] pdf = pdf("first", FONT);
            MimeMail mail = mailed(database, List.of(pdf));
            byte[] other = FONT.clone();
            other[9]++;
            replace(database, FONT, other);
            assertThatThrownBy(() -> sent(database)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> database.jdbi().withHandle(handle -> Contents.get(handle, Contents.sha256(pdf))))
                    .isInstanceOf(StoreException.class).hasMessageContaining("is not what was written");
            assertThat(new VerifyStore(new Ledger(database, InstantSource.fixed(NOW))).verify(rows -> { }).toString())
                    .contains("content " + mail.sha256()).contains("content " + Contents.sha256(pdf))
                    .contains("content " + Contents.sha256(FONT));
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

    private static void replace(Database database, byte[] kept, byte[] other) {
        database.jdbi().useHandle(handle -> handle.createUpdate("""
                        UPDATE content_bytes SET bytes = :bytes WHERE content_id =
                        (SELECT content_id FROM content WHERE sha256 = :sha256)""")
                .bind("bytes", other).bind("sha256", Contents.sha256(kept)).execute());
    }

    /** As far as it matters here: a page, and a font. */
    static byte[] pdf(String page, byte[] font) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.6\n4 0 obj\n<<\n/Length " + page.length() + "\n>>\nstream\r\n" + page
                + "\r\nendstream\nendobj\n7 0 obj\n<<\n/Length " + font.length + "\n/Filter /FlateDecode\n/Length1 18084\n>>\n"
                + "stream\r\n").getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(font);
        pdf.writeBytes("\r\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }

    /** Keeps the files and writes a mail that brings them. */
    private static MimeMail mailed(Database database, List<byte[]> files) {
        return written(database, files, IntStream.range(0, files.size()).mapToObj(i ->
                new OutgoingMail.Attachment(i + ".pdf", "application/pdf", files.get(i))).toList());
    }

    /** Writes a mail with so many times the same file. */
    private static MimeMail written(Database database, boolean withFile, int times) {
        return written(database, withFile ? List.of(FILE) : List.of(), IntStream.range(0, times)
                .mapToObj(i -> new OutgoingMail.Attachment(i + ".pdf", "application/pdf", FILE)).toList());
    }

    private static MimeMail written(Database database, List<byte[]> kept, List<OutgoingMail.Attachment> attached) {
        Ledger ledger = new Ledger(database, InstantSource.fixed(NOW));
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        OutgoingMail mail = new OutgoingMail("main", MailKind.REMINDER, "C-1", "key " + attached.size(), "hub@seller.example",
                List.of("pay@acme.example"), "", "Statement", "text", "<p>text</p>", attached, "en");
        OutboxStore.Rendered rendered = outbox.render(mail, NOW);
        ledger.write(BatchKind.STATEMENT, "test", DAY, batch -> {
            kept.forEach(file -> Contents.put(batch, file));
            assertThat(outbox.enqueueAll(batch, List.of(rendered)).get(0).isNew()).isTrue();
            batch.add(Table.CONTROL_BALANCE, "main", DAY, "EUR", new BigDecimal("1.00"), "", "",
                    "controls.csv:1", "hash");
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
