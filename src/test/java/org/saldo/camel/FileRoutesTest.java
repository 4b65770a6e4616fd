package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.store.JobRuns;

/** The shipped file routes on real folders and a real file database. */
class FileRoutesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void aFileThatIsDroppedIsTakenInOnceAndThenInTheArchive() throws IOException {
        try (Installation hub = new Installation(data).start()) {
            drop("customers", "customers.csv", """
                    customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
                    C-1,Acme GmbH,DE,de,EUR,ap@acme.example,,NET30,
                    """);
            await().atMost(SOON).untilAsserted(() -> assertThat(intake(hub)).isPresent().get()
                    .extracting(JobRuns.Run::summary).asString().contains("1 read = 1 accepted"));
            drop("invoices", "invoices.csv", """
                    document_type,document_number,customer_id,issue_date,due_date,currency,amount
                    INVOICE,INV-1,C-1,2026-10-01,2026-10-31,EUR,100.00
                    INVOICE,INV-2,C-1,2026-10-01,2026-02-31,EUR,100.00
                    """);
            await().atMost(SOON).untilAsserted(() -> assertThat(intake(hub)).isPresent().get().extracting(JobRuns.Run::summary)
                    .asString().contains("2 read = 1 accepted + 0 already known + 1 rejected"));
            await().atMost(SOON).untilAsserted(() -> assertThat(files("inbox")).isZero());
        }
        assertThat(files("archive")).isEqualTo(2);
        assertThat(files("rejected")).isEqualTo(2);
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
        try (Installation hub = new Installation(data).start()) {
            drop("customers", "customers.csv.part", "half a");
            drop("customers", "other.csv", """
                    customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
                    C-2,Beta GmbH,DE,de,EUR,,,NET30,
                    """);
            await().atMost(SOON).untilAsserted(() -> assertThat(intake(hub)).isPresent());
            assertThat(data.resolve("inbox/customers/customers.csv.part")).exists();
        }
    }

    private static Optional<JobRuns.Run> intake(Installation hub) {
        return hub.jobs().runs().latest().stream()
                .filter(run -> run.job().equals("intake") && run.outcome() == JobRuns.Outcome.DONE).findFirst();
    }

    private void drop(String kind, String name, String text) throws IOException {
        Path folder = Files.createDirectories(data.resolve("inbox").resolve(kind));
        Files.writeString(folder.resolve(name), text);
    }

    private long files(String folder) throws IOException {
        if (!Files.exists(data.resolve(folder))) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(data.resolve(folder))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
