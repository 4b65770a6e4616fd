package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.statement.StatementWorld.DAY;
import static org.saldo.job.statement.StatementWorld.OCTOBER;
import static org.saldo.job.statement.StatementWorld.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.job.ExportJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Books;
import org.saldo.store.Ledger;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.statement.StatementRow;

/** What was sent to a customer, beside what the ledger says later of the same day, by what was known then. */
class SentStatementTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theListInsideTheMailedPdfIsTheExportAsOfThenWhateverHappensLater(TestDatabase kind) {
        StatementWorld.with(kind, folder, "send-to-customers: true\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.of(new CustomerId("main", "C-1")), DAY, false);
            StatementRow row = rows(ledger, "C-1").get(0);
            List<String> sent = list(StatementWorld.attachment(SentMails.of(ledger).get(0), 1));
            assertThat(sent).hasSize(1 + 4);
            Books later = new Books(ledger);
            later.invoice("INV-LATE", "C-1", "2026-10-30", "2026-11-30", "3.00");
            later.receipt("P-L", "2026-10-31", "3.00", "");
            later.decide("P-L", "C-1", null, "2026-10-31");
            later.pay("A-L", "P-L", "INV-LATE", "C-1", null, "3.00", "2026-10-31");
            assertThat(exported(ledger, row)).isEqualTo(sent);
        });
    }

    /** What the export has of the statement's customer, by what was known when it was made. */
    private static List<String> exported(Ledger ledger, StatementRow row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExportJob(ledger, () -> AgingBuckets.USUAL).export(new ExportQuestion(ExportKind.OPEN_ITEMS, row.key().cutOff(),
                Optional.of(row.asKnownAt()), "main", ExportFormat.CSV), out);
        return out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("company,") || line.contains(",C-1,"))
                .toList();
    }

    private static List<String> list(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new String(document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("open-items.csv")
                    .getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
