package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.saldo.camel.RealServers.SOON;
import static org.saldo.camel.RealServers.answer;
import static org.saldo.camel.RealServers.mailsIn;
import static org.saldo.camel.RealServers.newest;
import static org.saldo.camel.RealServers.states;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.intake.FileKind;

/**
 * A month's statements and their answers over a real Postfix and a real Dovecot, with a mailbox that is not there, one that
 * refuses and one that is full. {@code src/test/mail/servers start FOLDER} starts them; SALDO_MAIL_SERVERS says that they run.
 * Without them it is skipped, and fails where saldo.ci says that they have to be there.
 */
class RealMailIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final String CUSTOMERS = """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
            C-1,Acme GmbH,DE,de,EUR,acme@customer.test,,NET30,
            C-2,Lumen S.L.,ES,es,EUR,lumen@customer.test,,NET30,
            C-3,Gone B.V.,NL,en,EUR,gone@customer.test,,NET30,
            C-4,Closed Ltd,GB,en,EUR,refused@customer.test,,NET30,
            C-5,Full SARL,FR,fr,EUR,full@customer.test,,NET30,
            """;
    private static final String INVOICES = """
            document_type,document_number,customer_id,issue_date,due_date,currency,amount
            INVOICE,INV-1,C-1,2026-09-01,2026-10-01,EUR,1000.00
            INVOICE,INV-2,C-2,2026-09-01,2026-10-01,EUR,400.00
            INVOICE,INV-3,C-3,2026-10-10,2026-11-09,EUR,300.00
            INVOICE,INV-4,C-4,2026-10-10,2026-11-09,EUR,200.00
            INVOICE,INV-5,C-5,2026-10-10,2026-11-09,EUR,100.00
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void serversRun() {
        RealServers.required();
    }

    @Test
    void statementsGoOutAnswersAndFailuresComeBackAndEachIsWhatItIs() throws Exception {
        RealServers servers = new RealServers(folder, "hub@seller.test", "[]");
        long before = mailsIn("hub@seller.test", "Processed");
        long acmeBefore = mailsIn("acme@customer.test", "INBOX");
        long lumenBefore = mailsIn("lumen@customer.test", "INBOX");
        try (Installation hub = servers.installed().start()) {
            servers.take(hub, FileKind.CUSTOMERS, CUSTOMERS, TODAY);
            servers.take(hub, FileKind.INVOICES, INVOICES, TODAY);
            assertThat(hub.jobs().statements().run(YearMonth.of(2026, 10), Optional.empty(), TODAY, false).made()).isEqualTo(5);
            hub.jobs().delivery().run();
            assertThat(states(hub, TODAY)).containsEntry("C-1", "ACCEPTED").containsEntry("C-3", "ACCEPTED")
                    .containsEntry("C-4", "FAILED").containsEntry("C-5", "PENDING");

            MimeMessage acme = newest("acme@customer.test", acmeBefore);
            assertThat(files(acme)).anyMatch(name -> name.endsWith(".pdf"));
            answer(acme, "acme@customer.test", "Einverstanden.\n\nMit freundlichen Grüßen\nJo");
            answer(acme, "forged@customer.test", "Einverstanden.");
            answer(newest("lumen@customer.test", lumenBefore), "lumen@customer.test",
                    "No estamos conformes con la factura INV-2.");
            await().atMost(SOON).untilAsserted(() -> assertThat(mailsIn("hub@seller.test", "Processed")).isEqualTo(before + 4));

            assertThat(hub.jobs().explain().explain("C-1")).contains("confirmed, by acme@customer.test");
            assertThat(hub.jobs().explain().explain("C-2")).doesNotContain("confirmed, by");
            assertThat(states(hub, TODAY)).containsEntry("C-3", "BOUNCED");
            assertThat(hub.jobs().answers().desk().list("")).hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains("C-2", "suggested: disputed"))
                    .anySatisfy(line -> assertThat(line).contains("C-3", "could not be delivered"))
                    .anySatisfy(line -> assertThat(line).contains("not its own"));
            assertThat(hub.jobs().verify().run().results()).allMatch(promise -> promise.holds());
        }
    }

    private static List<String> files(MimeMessage mail) throws MessagingException, IOException {
        List<String> names = new ArrayList<>();
        Multipart parts = (Multipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            names.add(String.valueOf(parts.getBodyPart(i).getFileName()));
        }
        return names;
    }
}
