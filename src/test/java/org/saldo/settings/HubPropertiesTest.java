package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubPropertiesTest {

    @TempDir
    Path config;

    @Test
    void theEnvironmentGoesBeforeTheFilesAndMinusDBeforeTheEnvironment() throws IOException {
        write("application.properties", "reminders.cron = in the file\nmail.host = in the file\nmail.port = 1\n");
        write("local.properties", "mail.port = 2\n");
        Properties system = new Properties();
        system.setProperty("mail.host", "by -D");
        HubProperties properties = HubProperties.read(config, HubProperties.overrides(
                Map.of("REMINDERS_CRON", "by the environment", "MAIL_HOST", "by the environment"), system));
        assertThat(properties.text("reminders.cron")).isEqualTo("by the environment");
        assertThat(properties.text("mail.host")).isEqualTo("by -D");
        assertThat(properties.whole("mail.port")).isEqualTo(2);
    }

    @Test
    void aKeyThatTheOwnersFileLacksHasTheShippedValue() {
        HubProperties properties = read();
        assertThat(properties.text("mail.customers")).isEqualTo("off");
        assertThat(properties.zone("hub.time-zone")).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void aMisspeltKeyIsToldWithItsLine() throws IOException {
        write("application.properties", "# mail\nmail.hosst = x\n");
        assertThatThrownBy(this::read).isInstanceOf(SettingsException.class)
                .hasMessageContaining("application.properties:2: mail.hosst: is not a key of this release; known are mail.");
    }

    @Test
    void aSecretInAFileIsRefused() throws IOException {
        write("application.properties", "mail.password = hunter2\n");
        assertThatThrownBy(this::read).hasMessageContaining("application.properties:1: mail.password:")
                .hasMessageContaining("MAIL_PASSWORD").hasMessageNotContaining("hunter2");
    }

    @Test
    void aWrongValueIsToldWithItsLineAndWhatIsRight() throws IOException {
        write("application.properties", "\nmail.port = smtp\n");
        assertThatThrownBy(() -> read().whole("mail.port"))
                .hasMessageEndingWith("application.properties:2: mail.port: 'smtp' is not a whole number");
    }

    @Test
    void everyShippedKeyHasACommentAbove() throws IOException {
        String previous = "";
        for (String line : Files.readAllLines(Path.of("config/application.properties"))) {
            if (line.matches("[a-z].*=.*")) {
                assertThat(previous).as(line).startsWith("#");
            }
            previous = line;
        }
    }

    private HubProperties read() {
        return HubProperties.read(config, key -> Optional.empty());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(config.resolve(name), text);
    }
}
