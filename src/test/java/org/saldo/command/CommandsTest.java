package org.saldo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each command answers, typed into this process on a database of its own. */
class CommandsTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void freshInstallation() throws IOException {
        shell = new Shell(folder, Instant.parse("2026-11-02T09:00:00Z"));
    }

    @Test
    void theShippedSettingsPassTheCheck() {
        Shell.Said said = shell.type("check");
        assertThat(said.out()).isEqualToNormalizingNewlines("all is well\n");
        assertThat(said.exit()).isZero();
    }

    @Test
    void theCheckTellsEveryFaultWithFileAndLine() throws IOException {
        edit("config/application.properties", "mail.port = 587", "mail.port = smtp");
        edit("config/policies/companies.yaml", "country: DE", "county: DE");
        Files.writeString(folder.resolve("routes/20-mine.camel.yaml"), """
                - route:
                    id: mine
                    from:
                      uri: timer:mine
                      steps:
                        - lug: "a misspelt step"
                """);
        Shell.Said said = shell.type("check");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).containsPattern("application.properties:\\d+: mail.port: 'smtp' is not a whole number")
                .containsPattern("companies.yaml:\\d+: country: is missing")
                .contains("20-mine.camel.yaml:6: ").contains("3 fault(s)");
    }

    @Test
    void anEmptyLedgerVerifies() {
        Shell.Said said = shell.type("verify");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("I1 ").contains("all hold").doesNotContain("BREACHED");
    }

    @Test
    void aBackupComesBackInAnotherFolderAndNotOverEntries() throws IOException {
        String file = folder.resolve("books.zip").toString();
        Shell.Said copied = shell.type("backup", file);
        assertThat(copied.exit()).isZero();
        assertThat(shell.type("backup", file).exit()).as("a second backup into the same file").isEqualTo(1);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Shell.Said back = new Shell(elsewhere, Instant.parse("2026-11-03T09:00:00Z")).type("restore", file);
        assertThat(back.exit()).isZero();
        assertThat(back.out()).startsWith(copied.out().strip()).contains("all hold");
    }

    @Test
    void whatTheBooksRefuseEndsWithOne() {
        Shell.Said said = shell.type("apply", "P-1", "INV-1", "10.00", "--reason", "the customer phoned");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).startsWith("refused: ");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void wrongUseEndsWithTwoAndSaysWhatIsRight() {
        assertThat(shell.type("stats").err()).contains("saldo status");
        assertThat(shell.type("stats").exit()).isEqualTo(2);
        Shell.Said noReason = shell.type("ignore", "P-1");
        assertThat(noReason.exit()).isEqualTo(2);
        assertThat(noReason.err()).contains("--reason").contains("Usage: saldo ignore");
        assertThat(shell.type("mails", "show").err()).contains("say which mail");
    }

    @Test
    void brokenSettingsEndWithThreeAndOneLine() throws IOException {
        edit("config/application.properties", "hub.time-zone = Europe/Berlin", "hub.time-zone = Mars/North");
        Shell.Said said = shell.type("status");
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err().lines()).singleElement().asString()
                .contains("application.properties:").contains("'Mars/North' is not a time zone");
    }

    @Test
    void aDatabaseOutOfReachEndsWithThree() {
        shell.with("DB_URL", "jdbc:postgresql://127.0.0.1:1/saldo").with("DB_USER", "saldo").with("DB_PASSWORD", "hunter2");
        Shell.Said said = shell.type("status");
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("db.url").doesNotContain("hunter2").doesNotContain("\tat ");
    }

    @Test
    void mailsIsEmptyAtFirstAndKnowsNoOtherMail() {
        assertThat(shell.type("mails").out()).isEmpty();
        assertThat(shell.type("mails", "show", "7").err()).contains("refused: mail 7: is not known");
    }

    private void edit(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
