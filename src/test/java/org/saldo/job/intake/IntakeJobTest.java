package org.saldo.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.intake.IntakeDesk.INVOICE_HEADER;
import static org.saldo.job.intake.IntakeDesk.PAYMENT_HEADER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.intake.FileKind;
import org.saldo.intake.Sender;
import org.saldo.intake.Rejection;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;

/** Files come in, are counted row by row, and go to the archive; what is refused waits for a person. */
class IntakeJobTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aBadRowIsRefusedAndTheGoodOnesGoOn(TestDatabase kind) throws IOException {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            IntakeReport report = desk.take("invoices.csv", INVOICE_HEADER
                    + "INVOICE,INV-1,C-1,2026-10-01,2026-10-31,EUR,100.00\n"
                    + "INVOICE,INV-2,C-1,2026-10-01,31.02.2026,EUR,50.00\n"
                    + "CREDIT_NOTE,CN-1,C-2,2026-08-01,2026-08-31,EUR,7.5\n");
            assertThat(List.of(report.read(), report.accepted(), report.duplicate(), report.rejected()))
                    .containsExactly(3L, 2L, 0L, 1L);
            assertThat(report.rejections()).extracting(Rejection::toString).containsExactly(
                    "invoices.csv:3: due_date: '31.02.2026' is no date; write it as 2026-02-28");
            assertThat(Rows.texts(desk.database, "SELECT document_number || ' ' || posting_date FROM document ORDER BY item_id"))
                    .containsExactly("INV-1 2026-10-01", "CN-1 2026-09-01");
            assertThat(Rows.count(desk.database, "open_item")).isEqualTo(2);
            Path refused = desk.folders.rejected().resolve(report.fileId() + "-invoices.csv");
            assertThat(refused).hasContent(INVOICE_HEADER + "INVOICE,INV-2,C-1,2026-10-01,31.02.2026,EUR,50.00\n");
            assertThat(Files.readString(RejectedRows.reasonsOf(refused))).isEqualTo("file,line,field,reason,what to do\n"
                    + "invoices.csv,3,due_date,'31.02.2026' is no date,write it as 2026-02-28\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameFileAgainIsCountedRowByRowAsKnown(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            String payments = PAYMENT_HEADER
                    + "P-1," + IntakeDesk.OWN_ACCOUNT + ",2026-10-02,2026-10-02,EUR,10.00,ACME,,,INV-1\n"
                    + "," + IntakeDesk.OWN_ACCOUNT + ",2026-10-02,2026-10-02,EUR,5.00,ACME,,,same\n"
                    + "," + IntakeDesk.OWN_ACCOUNT + ",2026-10-02,2026-10-02,EUR,5.00,ACME,,,same\n";
            assertThat(desk.take("p.csv", payments).accepted()).isEqualTo(3);
            IntakeReport again = desk.take("p.csv", payments);
            assertThat(List.of(again.accepted(), again.duplicate(), again.rejected())).containsExactly(0L, 3L, 0L);
            assertThat(Rows.count(desk.database, "receipt")).isEqualTo(3);
            assertThat(Rows.count(desk.database, "open_receipt")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theInboxIsTakenInKindByKindAndGoesToTheArchive(TestDatabase kind) throws IOException {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            desk.drop(FileKind.PAYMENTS, "empty.csv", PAYMENT_HEADER);
            desk.drop(FileKind.INVOICES, "i.csv", INVOICE_HEADER + "INVOICE,INV-1,C-1,2026-10-01,2026-10-31,EUR,1.00\n");
            desk.drop(FileKind.INVOICES, "growing.csv.part", INVOICE_HEADER);
            desk.drop(FileKind.INVOICES, ".hidden.csv", INVOICE_HEADER);
            desk.drop(FileKind.INVOICES, "i.csv.camelLock", "");
            List<IntakeReport> reports = desk.job.takeInbox(desk.inbox(), IntakeDesk.DAY);
            assertThat(reports).extracting(IntakeReport::name).containsExactly("i.csv", "empty.csv");
            assertThat(reports.get(1).read()).isZero();
            assertThat(Rows.texts(desk.database, "SELECT company FROM intake_file WHERE kind = 'PAYMENTS'"))
                    .containsExactly("main");
            try (Stream<Path> archived = Files.list(desk.folders.archive(IntakeDesk.DAY))) {
                assertThat(archived.map(file -> file.getFileName().toString().substring(13)))
                        .containsExactlyInAnyOrder("i.csv", "empty.csv");
            }
            assertThat(desk.job.takeInbox(desk.inbox(), IntakeDesk.DAY)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNotUnderstoodIsRefusedAsAWhole(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            IntakeReport report = new MailIntake(desk.job, data.resolve("spool")).take(new Sender("erp@example.org", false, ""),
                    List.of(new MailIntake.Attached("../../etc/cron.d/x.csv", () -> new ByteArrayInputStream(
                            "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))), IntakeDesk.DAY).reports().get(0);
            assertThat(List.of(report.read(), report.rejected())).containsExactly(1L, 1L);
            assertThat(report.name()).isEqualTo("x.csv");
            assertThat(report.rejections().get(0).toString())
                    .startsWith("x.csv:1: file: its header is that of no kind of file that the hub knows; put it into");
            assertThat(desk.folders.rejected().resolve(report.fileId() + "-x.csv")).hasContent("a,b\n1,2\n");
        }
    }
}
