package org.saldo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
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
    void theCheckWarnsWhenPeopleDecideByMailAndNobodyProvesWhoSentIt() throws IOException {
        edit("config/policies/authority.yaml", "people: []", "people: [{person: anna, mail: anna@example.com, roles: [clerk]}]");
        edit("config/application.properties", "intake.mail.url =", "intake.mail.url = imap:127.0.0.1:1");
        edit("config/application.properties", "intake.mail.user =", "intake.mail.user = hub");
        edit("config/application.properties", "intake.mail.senders =", "intake.mail.senders = anna@example.com");
        shell.with("INTAKE_MAIL_PASSWORD", "secret");
        assertThat(shell.type("check").out()).containsPattern("warning: .*application.properties:\\d+: intake.mail.authserv-id"
                + ": is empty, while .*authority.yaml lets people decide by mail");
        edit("config/application.properties", "intake.mail.authserv-id =", "intake.mail.authserv-id = mx.example.com");
        assertThat(shell.type("check").out()).doesNotContain("warning");
    }

    @Test
    void theCheckWarnsOfAFeeThatNobodyIsEverAskedFor() throws IOException {
        edit("config/policies/dunning.yaml", "template: reminder-2", "template: reminder-2, fee: [EUR 2.50]");
        assertThat(shell.type("check").out()).contains("warning: dunning.yaml: ladder 'standard': the fee of EUR 2.50 of"
                + " reminder 2 is never asked for");
        edit("config/policies/interest.yaml", "law: DE}", "law: DE, reminder-fees-most: [EUR 0.80]}");
        assertThat(shell.type("check").out()).as("beside the lump sum").contains("is never asked for");
        edit("config/policies/interest.yaml", "[EUR 0.80]}", "[EUR 0.80], lump-sums: false}");
        assertThat(shell.type("check").out()).doesNotContain("warning");
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
    void whatCannotBeReadSaysHowToWriteIt() {
        assertThat(shell.type("reminders", "--day", "2026-02-30").err())
                .contains("'2026-02-30' is no day; write one that exists").doesNotContain("java");
        assertThat(shell.type("statements", "--month", "2026-13").err())
                .contains("'2026-13' is no month; write it as").doesNotContain("java");
        assertThat(shell.type("export", "aging", "--known-at", "yesterday").err())
                .contains("'yesterday' is no instant; write it as").doesNotContain("java");
        for (String amount : new String[] {"12,50", "1,000.00", "1e3", "ten", "0.00001"}) {
            assertThat(shell.type("apply", "P-1", "INV-1", amount, "--reason", "phoned").err())
                    .contains("'" + amount + "' is no amount; write it as").doesNotContain("java");
        }
        Shell.Said mail = shell.type("mails", "show", "first");
        assertThat(mail.exit()).isEqualTo(2);
        assertThat(mail.err()).contains("'first' is no id").contains("Usage: saldo mails")
                .contains("`saldo mails --help` says more");
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

    @Test
    void aDayOfWorkByHand() throws IOException {
        write("customers.csv", """
                customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
                C-1,Acme GmbH,DE,de,EUR,ap@acme.example,DE89370400440532013000,NET30,
                """);
        write("invoices.csv", """
                document_type,document_number,customer_id,issue_date,due_date,currency,amount
                INVOICE,INV-1041,C-1,2026-09-01,2026-10-01,EUR,100.00
                INVOICE,INV-1042,C-1,2026-09-01,2026-13-01,EUR,7.00
                """);
        write("payments.csv", """
                payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,\
                end_to_end_id,remittance_text
                P-1,DE02120300000000202051,2026-10-05,2026-10-05,EUR,100.00,ACME,DE89370400440532013000,,INV-1041
                """);
        Shell.Said imported = shell.type("import", path("customers.csv"), path("invoices.csv"), path("payments.csv"));
        assertThat(imported.exit()).isEqualTo(1);
        assertThat(imported.out()).contains("invoices.csv: 2 read = 1 accepted + 0 already known + 1 rejected")
                .contains("invoices.csv:3: due_date: ").contains("saldo rejects retry");
        assertThat(imported.err()).isEmpty();
        assertThat(shell.type("rejects").out()).contains("invoices.csv");
        assertThat(shell.type("once", "reconcile").out()).contains("reconcile").contains("1 applied");
        assertThat(shell.type("export", "allocations").out()).startsWith("company,allocation_id,payment_id")
                .contains("P-1,INV-1041");
        assertThat(shell.type("export", "postings", "--company", "main", "--as-of", "2026-10-04").out())
                .startsWith("company,event_id,posting_date,effective_on,account,customer_id,currency,debit,credit,tax_code,text")
                .contains("2026-09-01,2026-09-01,RECEIVABLE,C-1,EUR,100.00,0.00,").doesNotContain("CASH");
        assertThat(shell.type("export", "postings").out()).contains("2026-10-05,2026-10-05,CASH,");
        assertThat(shell.type("explain", "P-1").out()).contains("INV-1041");
        assertThat(shell.type("statements", "--month", "2026-10", "--dry-run").out()).contains("would be made");
        assertThat(shell.type("statements", "--month", "2026-11").err()).contains("the month is not over");
        assertThat(shell.type("reminders", "--dry-run").out()).contains("0 reminded");
        assertThat(shell.type("verify").out()).contains("all hold");
        assertThat(shell.type("once").exit()).isZero();
        assertThat(shell.type("status").out()).contains("reconcile").contains("bank data");
        assertThat(shell.type("export", "everything").err()).contains("is no export; use one of ").contains("open-items");
    }

    @Test
    void whatOtherRulesWouldDecideGoesIntoAFileOfAnyFormat() throws IOException {
        Path story = Path.of("src/test/scenarios/replayed-rules");
        shell.type("import", story.resolve("customers.csv").toString(), story.resolve("invoices.csv").toString(),
                story.resolve("payments.csv").toString());
        shell.type("once", "reconcile", "--day", "2026-10-07");
        for (String name : new String[] {"differences.csv", "differences.xlsx", "differences.pdf"}) {
            Shell.Said said = shell.type("replay", "--policy", story.resolve("strict.yaml").toString(), "--from", "2026-10-01",
                    "--to", "2026-10-31", "--out", folder.resolve(name).toString());
            assertThat(said.exit()).as(said.err()).isEqualTo(name.endsWith(".pdf") ? 2 : 0);
        }
        assertThat(Files.readAllLines(folder.resolve("differences.csv"))).hasSize(3)
                .first().isEqualTo("company,payment_id,account_iban,booking_date,currency,amount,before_decision,before_rule,"
                        + "before_reason,before_customer,before_documents,after_decision,after_rule,after_reason,after_customer,"
                        + "after_documents,by_person");
        assertThat(Files.readString(folder.resolve("differences.csv"))).contains("main,P-2,DE89370400440532013000,2026-10-02,"
                + "EUR,200.00,APPLIED,only-item-of-amount,ONLY_ITEM_OF_AMOUNT,C-2,INV-1002 200.00,PROPOSED,none,RULE_IS_OFF,C-2,"
                + "INV-1002 200.00,");
        assertThat(folder.resolve("differences.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("differences.pdf")).doesNotExist();
    }

    @Test
    void aMappingIsTriedWithoutTakingAnythingIn() throws IOException {
        Files.write(folder.resolve("rechnungen-1.csv"), """
                Belegart;Belegnummer;Kundennummer;Belegdatum;Fälligkeit;Währung;Bruttobetrag;Status
                RE;R-1;C-1;01.10.2026;31.10.2026;EUR;1.234,50;offen
                """.getBytes(Charset.forName("windows-1252")));
        Shell.Said said = shell.type("mapping", "try", path("rechnungen-1.csv"));
        assertThat(said.out()).contains("R-1").contains("EUR 1234.50").contains("1 read = 1 records + 0 refused");
        assertThat(said.exit()).isZero();
        assertThat(shell.type("export", "open-items").out().lines()).hasSize(1);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void edit(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
