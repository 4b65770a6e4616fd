package org.saldo.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void whatWaitsInTheOutboxForCustomersStaysThereWhileAnAccountIsNotReleased() throws Exception {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            Shell shell = new Shell(folder, Instant.parse("2026-11-02T09:00:00Z")).with("MAIL_HOST", "127.0.0.1")
                    .with("MAIL_SECURITY", "none").with("MAIL_PORT", Integer.toString(server.getSmtp().getPort()))
                    .with("MAIL_CUSTOMERS", "on").with("MAIL_FROM", "ledger@example.com");
            edit("companies.yaml", "accounts: []", "accounts: [{iban: DE89370400440532013000, currency: EUR}]");
            edit("companies.yaml", "finance-mail: []", "finance-mail: [finance@example.com]");
            edit("statements.yaml", "send-to-customers: false", "send-to-customers: true");
            shell.type("import", file("customers.csv", """
                    customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
                    C-1,Acme GmbH,DE,de,EUR,ap@acme.example,,NET30,
                    """), file("invoices.csv", """
                    document_type,document_number,customer_id,issue_date,due_date,currency,amount
                    INVOICE,INV-1041,C-1,2026-10-01,2026-10-31,EUR,100.00
                    """));
            assertThat(shell.type("statements", "--month", "2026-10").out()).contains("1 made");
            edit("bank-accounts.yaml", "accounts: []", "accounts: [{id: eur, company: main, holder: Example, "
                    + "iban: DE89370400440532013000, bank: Example Bank, currency: EUR, from: 2026-10-01, kind: OWN}]");
            shell.type("once", "deliver");
            assertThat(recipients(server)).contains("finance@example.com").doesNotContain("ap@acme.example");
            edit("bank-accounts.yaml", "accounts: [{id: eur", "accounts: [] #");
            shell.type("once", "deliver");
            assertThat(recipients(server)).contains("ap@acme.example");
        } finally {
            server.stop();
        }
    }

    private static List<String> recipients(GreenMail server) throws MessagingException {
        List<String> addresses = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            addresses.add(message.getAllRecipients()[0].toString());
        }
        return addresses;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void edit(String name, String from, String to) throws IOException {
        Path file = folder.resolve("config/policies").resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
