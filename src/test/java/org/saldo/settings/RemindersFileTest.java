package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.delivery.Contact;
import org.saldo.delivery.ReminderTerms;
import org.saldo.money.Money;

class RemindersFileTest {

    private static final String FIRST = "first-mails: {mails: 5, wait-minutes: 30, most-failures-percent: 10}\n";

    @TempDir
    private Path folder;

    @Test
    void theShippedFileHoldsNothingButTheRestBehindTheFirstMails() {
        ReminderTerms terms = RemindersFile.read(Path.of("config/policies/reminders.yaml"));
        assertThat(terms.limits().looksAtRuns()).isFalse();
        assertThat(terms.limits().first().mails()).isEqualTo(50);
        assertThat(terms.limits().first().pause()).isEqualTo(Duration.ofHours(1));
        assertThat(terms.letters()).isTrue();
        assertThat(terms.attachStatement()).isFalse();
        assertThat(terms.contacts()).isEmpty();
        assertThat(terms.notDueMost()).isEqualTo(20);
    }

    @Test
    void limitsAndContactsAreRead() throws IOException {
        ReminderTerms terms = read(FIRST + "look-above-per-customer: [EUR 5.00]\nlook-above-in-all: [EUR 9.00]\n"
                + "contacts: [{salesperson: S-7, name: Ana, phone: '+49'}]\nnot-due-listed: 3\n");
        assertThat(terms.notDueMost()).isEqualTo(3);
        Currency euro = Currency.getInstance("EUR");
        assertThat(terms.limits().perCustomer()).isEqualTo(Map.of(euro, Money.of("EUR", "5.00")));
        assertThat(terms.limits().inAll()).isEqualTo(Map.of(euro, Money.of("EUR", "9.00")));
        assertThat(terms.contacts()).containsExactly(new Contact.Rule("", "S-7", new Contact("Ana", "+49", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "look-above-in-all: [EUR 1.00, EUR 2.00]|one positive amount a currency",
        "look-above-in-all: [EUR 0.00]|one positive amount a currency",
        "contacts: [{name: Ana}]|a phone number or a mail address",
        "contacts: [{name: Ana, mail: 'no address'}]|no address",
        "atach-statement: true|is not known here"})
    void aFaultIsNamedWithFileAndLine(String text, String fault) {
        assertThatThrownBy(() -> read(FIRST + text + "\n")).isInstanceOf(SettingsException.class)
                .hasMessageContaining("reminders.yaml:2").hasMessageContaining(fault);
    }

    @Test
    void moreThanAHundredPercentMayNotFail() {
        assertThatThrownBy(() -> read(FIRST.replace("10}", "101}"))).isInstanceOf(SettingsException.class)
                .hasMessageContaining("the percent is at most 100");
    }

    private ReminderTerms read(String text) throws IOException {
        Path file = folder.resolve("reminders.yaml");
        Files.writeString(file, text);
        return RemindersFile.read(file);
    }
}
