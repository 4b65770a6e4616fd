package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendLogTest {

    private static final Instant AT = Instant.parse("2026-10-31T09:00:00.123Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("data/sending.log");
        assumeTrue(Files.exists(Path.of("/proc/sys/kernel/random/boot_id")), "this system does not tell when it was started");
    }

    @Test
    void itTellsWhichMailsWereBegunAndWhichWereTaken() {
        write();
        Map<String, Map<Long, SendLog.Came>> left = left();
        assertThat(left).containsOnlyKeys("p1", "p2");
        assertThat(left.get("p1")).containsEntry(1L, new SendLog.Came(true, Optional.of("250 2.0.0 Ok: queued as 7F3"), AT))
                .containsEntry(2L, new SendLog.Came(true, Optional.empty(), Instant.EPOCH))
                .containsEntry(3L, new SendLog.Came(false, Optional.empty(), Instant.EPOCH));
        assertThat(left.get("p2")).containsOnlyKeys(4L);
    }

    @Test
    void aMailThatWaitsAgainIsOfItsLastPacket() {
        write(log -> {
            log.claims("p1", List.of(1L));
            log.begins(1);
            log.claims("p2", List.of(1L));
        });
        assertThat(left().get("p2").get(1L).begun()).isFalse();
        assertThat(left().get("p1").get(1L).begun()).isTrue();
    }

    @Test
    void aLineThatWasNotWrittenWholeSaysNothing() throws Exception {
        write();
        Files.writeString(file, "taken 2 2026-10-31T09:00:00Z 25", StandardOpenOption.APPEND);
        assertThat(left().get("p1").get(2L).reply()).isEmpty();
    }

    @Test
    void afterAnotherStartOfTheMachineNothingIsBelieved() throws Exception {
        write();
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.stream().map(line -> line.startsWith("start ") ? "start of another day" : line).toList());
        assertThat(left()).isEmpty();
    }

    @Test
    void aNewSenderBeginsAnew() {
        assertThat(left()).isEmpty();
        write();
        write(log -> { });
        assertThat(left()).isEmpty();
    }

    @Test
    void whoStillLivesKeepsItsLog() {
        try (SendLog living = SendLog.open(file).orElseThrow()) {
            living.begin();
            assertThat(SendLog.open(file)).isEmpty();
        }
        assertThat(SendLog.open(file)).hasValueSatisfying(SendLog::close);
    }

    @Test
    void aReplyOfTheServerCannotWriteALine() {
        write(log -> {
            log.claims("p1", List.of(1L, 2L));
            log.begins(1);
            log.taken(1, AT, "250 ok\r\ntaken 2 2026-10-31T09:00:00Z forged");
        });
        assertThat(left().get("p1").get(2L).begun()).isFalse();
    }

    private Map<String, Map<Long, SendLog.Came>> left() {
        try (SendLog log = SendLog.open(file).orElseThrow()) {
            return log.left();
        }
    }

    private void write() {
        write(log -> {
            log.claims("p1", List.of(1L, 2L, 3L));
            log.begins(1);
            log.taken(1, AT, "250 2.0.0 Ok: queued as 7F3");
            log.claims("p2", List.of(4L));
            log.begins(2);
        });
    }

    private void write(Consumer<SendLog> lines) {
        try (SendLog log = SendLog.open(file).orElseThrow()) {
            log.begin();
            lines.accept(log);
        }
    }
}
