package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDatabaseTest {

    @TempDir
    Path data;

    private FileDatabase file;

    @BeforeEach
    void inAFolderOfItsOwn() {
        file = new FileDatabase(data.resolve("db"));
    }

    @Test
    void aCommandBesideTheServiceUsesTheSameBooks() {
        try (Database service = file.open(); FileDatabaseServer server = file.serve(0)) {
            assertThat(service.holdsFile()).isTrue();
            service.jdbi().useHandle(handle -> handle.execute("INSERT INTO watermark VALUES ('erp', '7')"));
            try (Database command = new FileDatabase(data.resolve("db")).open()) {
                assertThat(command.holdsFile()).isFalse();
                assertThat(mark(command)).isEqualTo("7");
            }
            assertThat(mark(service)).isEqualTo("7");
            assertThat(server.url()).startsWith("jdbc:hsqldb:hsql://127.0.0.1:");
        }
    }

    @Test
    void theNextHolderFindsWhatTheLastOneWrote() {
        try (Database first = file.open()) {
            first.jdbi().useHandle(handle -> handle.execute("INSERT INTO watermark VALUES ('erp', '8')"));
        }
        try (Database second = file.open()) {
            assertThat(mark(second)).isEqualTo("8");
        }
    }

    @Test
    void aLeaseOfADeadProcessIsFreeWhenTheFileIsOpenedAgain() {
        try (Database first = file.open()) {
            first.jdbi().useHandle(handle -> handle.execute(
                    "INSERT INTO lease VALUES ('intake', 'the dead', TIMESTAMP '2999-01-01 00:00:00')"));
        }
        try (Database second = file.open();
             Leases leases = new Leases(second, InstantSource.system(), "me")) {
            assertThat(leases.whileHolding("intake", () -> "done")).hasValue("done");
        }
    }

    @Test
    void whatTellsTheWayInIsForTheOwnerOnly() throws IOException {
        try (Database service = file.open(); FileDatabaseServer server = file.serve(0)) {
            for (String secret : new String[] {"password", "server"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("db").resolve(secret))))
                        .isEqualTo("rw-------");
            }
            assertThatThrownBy(() -> Database.join(new DatabaseSettings(server.url(), "SALDO", "guess")))
                    .isInstanceOf(StoreException.class);
            assertThat(service.holdsFile()).isTrue();
        }
        assertThat(data.resolve("db/server")).doesNotExist();
    }

    private static String mark(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                "SELECT mark FROM watermark WHERE source_name = 'erp'").mapTo(String.class).one());
    }
}
