package org.saldo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry in bank-accounts.yaml that nobody has released: every command that should know of it does. */
class BankAccountCommandTest {

    @TempDir
    Path folder;

    @Test
    void anAccountThatIsNotReleasedIsToldEverywhereAndStopsMailToCustomers() throws IOException {
        Shell shell = new Shell(folder, Instant.parse("2026-11-02T09:00:00Z"));
        edit("companies.yaml", "accounts: []", "accounts: [{iban: DE89370400440532013000, currency: EUR}]");
        edit("companies.yaml", "finance-mail: []", "finance-mail: [finance@example.com]");
        edit("authority.yaml", "people: []",
                "people: [{person: " + System.getProperty("user.name") + ", roles: [controller]}]");
        edit("bank-accounts.yaml", "accounts: []", "accounts: [{id: eur, company: main, holder: Example, "
                + "iban: DE89370400440532013000, bank: Example Bank, currency: EUR, from: 2026-10-01, kind: OWN}]");
        assertThat(shell.type("check").out()).contains("eur of company main is released by nobody", "1 fault(s)");
        assertThat(shell.type("bank-account").out()).contains("main  eur  Example, DE89 3704 0044 0532 0130 00, Example Bank");
        assertThat(shell.type("statements", "--month", "2026-10").out() + shell.type("reminders").out())
                .contains("company main sends no mail to customers: bank-accounts.yaml: account eur");
        Shell.Said said = shell.type("bank-account", "release", "eur", "--reason", "compared with the bank's letter");
        assertThat(said.out()).contains("a second person must release it");
        assertThat(said.exit()).isZero();
        assertThat(shell.type("bank-account", "release", "eur", "--reason", "once more").exit()).isEqualTo(1);
        assertThat(shell.type("once", "deliver").exit()).isZero();
        assertThat(shell.type("export", "mails").out()).contains("ALERT").containsOnlyOnce("/changed/");
        Shell.Said status = shell.type("status");
        assertThat(status.out()).contains("mail is stopped bank-accounts.yaml: account eur of company main is released by "
                + System.getProperty("user.name") + " alone");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(shell.type("explain", "eur").out()).contains("Bank account eur (company main)");
        assertThat(shell.type("verify").out()).contains("all hold");
        assertThat(shell.type("bank-account", "release").exit()).isEqualTo(2);
    }

    private void edit(String name, String from, String to) throws IOException {
        Path file = folder.resolve("config/policies").resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
