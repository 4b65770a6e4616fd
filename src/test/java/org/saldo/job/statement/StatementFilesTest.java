package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.StatementKey;

class StatementFilesTest {

    @TempDir
    private Path out;

    @Test
    void customersWhoseNumbersDifferInCaseHaveFilesOfTheirOwnAlsoWhereTheDiskSeesNone() throws IOException {
        StatementFiles files = new StatementFiles(out, file -> file.resolveSibling(
                file.getFileName().toString().replaceFirst("^c-1", "C-1")));
        files.write(key("C-1"), new byte[] {1});
        Files.copy(folder().resolve("C-1-EUR-2026-10.pdf"), folder().resolve("c-1-EUR-2026-10.pdf"));
        files.write(key("c-1"), new byte[] {2});
        files.write(key("C-1"), new byte[] {3});
        assertThat(Files.readAllBytes(folder().resolve("C-1-EUR-2026-10.pdf"))).containsExactly(3);
        try (Stream<Path> all = Files.list(folder())) {
            assertThat(all.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)).distinct())
                    .hasSize(2).anyMatch(name -> name.matches("c-1-eur-2026-10-[0-9a-f]{8}[.]pdf"));
        }
        files.remove(key("c-1"));
        assertThat(folder().resolve("C-1-EUR-2026-10.pdf")).exists();
    }

    private Path folder() {
        return out.resolve("main/statements/2026-10");
    }

    private static StatementKey key(String customer) {
        return new StatementKey(new CustomerId("main", customer), Currency.getInstance("EUR"), YearMonth.of(2026, 10), 1);
    }
}
