package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is up to date is known by its mark, and one that is not is looked at. */
class SchemaTest {

    @Test
    void everyMigrationIsInTheList() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/saldo/store"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("V")).sorted())
                    .containsExactlyElementsOf(Schema.MIGRATIONS);
        }
    }

    @Test
    void aMarkedSchemaIsNotLookedAtAndAnotherOneIs(@TempDir Path folder) {
        DatabaseSettings settings = new DatabaseSettings("jdbc:hsqldb:file:" + folder.resolve("ledger"), "SA", "");
        try (Database fresh = Database.open(settings)) {
            fresh.jdbi().useHandle(handle -> handle.execute("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1"));
        }
        try (Database again = Database.open(settings)) {
            again.jdbi().useHandle(handle -> handle.execute("UPDATE schema_mark SET content_hash = 'older'"));
        }
        assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(StoreException.class).hasMessageContaining("checksum");
    }
}
