package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.store.mail.MailState;

/** Decisions by mail, through the shipped mailbox route: they count as the person whose address sent them, or as nobody's. */
class InstructionMailTest {

    private static final String FILE = """
            instruction_id,action,reason,date
            %s,BLOCK,everybody is on holiday,2026-12-31
            """;

    @TempDir
    private Path folder;

    @Test
    void aMailCountsAsThePersonOfItsAddress() throws Exception {
        Path config = configured();
        try (World world = new World("instructions");
                Installation hub = world.around(new Installation(config, Path.of("routes"), folder.resolve("data"))).start()) {
            world.deliver("Anna <Anna@nordlicht.example>", "decisions.csv", FILE.formatted("1"));
            world.deliver("boss@nordlicht.example", "decisions.csv", FILE.formatted("2"));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(answers(hub)).containsExactlyInAnyOrder(
                    "anna@nordlicht.example: Answer to decisions.csv: 1 done",
                    "boss@nordlicht.example: Answer to decisions.csv: 1 refused"));
        }
    }

    private static List<String> answers(Installation hub) {
        return hub.jobs().mails().list(List.of(MailState.values()), 0, 10).stream()
                .map(mail -> mail.recipients() + ": " + mail.subject()).toList();
    }

    private Path configured() throws IOException {
        Path config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(Path.of("config").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.writeString(config.resolve("policies/authority.yaml"), """
                people:
                  - person: anna
                    mail: anna@nordlicht.example
                    may:
                      - actions: [block]
                """);
        return config;
    }
}
