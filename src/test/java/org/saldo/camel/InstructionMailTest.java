package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.store.mail.MailState;

/** Decisions by mail, through the shipped mailbox route: they count as the person whose address sent them, or as nobody's. */
class InstructionMailTest {

    private static final String FILE = """
            instruction_id,action,reason,date
            %s,BLOCK,everybody is on holiday,2026-12-31
            """;

    private static final String PROVED = "mx.nordlicht.example; dmarc=pass header.from=nordlicht.example";

    @TempDir
    private Path folder;

    @Test
    void aMailCountsAsThePersonOfItsAddress() throws Exception {
        Path config = configured();
        try (World world = new World("instructions");
                Installation hub = started(world, config)) {
            world.deliver("Anna <Anna@nordlicht.example>", "decisions.csv", FILE.formatted("1"), List.of(PROVED));
            world.deliver("boss@nordlicht.example", "decisions.csv", FILE.formatted("2"), List.of(PROVED));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(answers(hub)).containsExactlyInAnyOrder(
                    "anna@nordlicht.example: Answer to decisions.csv: 1 done",
                    "boss@nordlicht.example: Answer to decisions.csv: 1 refused"));
        }
    }

    @ParameterizedTest
    @MethodSource("forged")
    void whoeverWritesAFromLineDecidesNothing(List<String> results) throws Exception {
        Path config = configured();
        try (World world = new World("forged"); Installation hub = started(world, config)) {
            world.deliver("Anna <anna@nordlicht.example>", "decisions.csv", FILE.formatted("1"), results);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(world.mailsIn("Failed")).isEqualTo(1));
            assertThat(answers(hub)).containsExactly(
                    "finance@nordlicht.example: Instructions of a sender who is not proved: decisions.csv");
            assertThat(hub.jobs().rejects().list()).hasSize(1);
            assertThat(hub.jobs().export().rows(new ExportQuestion(ExportKind.BLOCKS, LocalDate.of(2026, 11, 2),
                    Optional.empty(), "", ExportFormat.CSV))).isEmpty();
        }
    }

    static List<List<String>> forged() {
        return List.of(List.of(),
                List.of("mx.attacker.example; dmarc=pass header.from=nordlicht.example"),
                List.of("mx.nordlicht.example; dmarc=fail header.from=nordlicht.example", PROVED),
                List.of("mx.nordlicht.example; none", PROVED),
                List.of("mx.nordlicht.example; dkim=pass header.d=attacker.example; spf=pass smtp.mailfrom=x@attacker.example"),
                List.of("mx.nordlicht.example (x); spf=none smtp.mailfrom=\"; dmarc=pass header.from=nordlicht.example\""));
    }

    private Installation started(World world, Path config) {
        return world.around(new Installation(config, Path.of("routes"), folder.resolve("data")))
                .with("intake.mail.authserv-id", "mx.nordlicht.example").start();
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
        Path companies = config.resolve("policies/companies.yaml");
        Files.writeString(companies, Files.readString(companies).replace("finance-mail: []",
                "finance-mail: [finance@nordlicht.example]"));
        return config;
    }
}
