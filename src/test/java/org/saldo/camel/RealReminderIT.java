package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.saldo.camel.RealServers.SOON;
import static org.saldo.camel.RealServers.answer;
import static org.saldo.camel.RealServers.mailsIn;
import static org.saldo.camel.RealServers.newest;
import static org.saldo.camel.RealServers.states;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.intake.FileKind;

/**
 * Reminders over the real mail servers of {@link RealMailIT}: one is taken and answered, one comes back as a DSN and goes to
 * the customer's other address a week later, one is refused, one is put off by a greylist and taken the second time, and of
 * one the connection breaks after the server has taken it: nobody knows, and nobody sends it again.
 */
class RealReminderIT {

    private static final String US = "reminders@seller.test";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);
    private static final String CUSTOMERS = """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson,reminder_email
            C-1,Alto GmbH,DE,de,EUR,alto@customer.test,,NET30,,
            C-2,Bruno GmbH,DE,de,EUR,bruno@customer.test,,NET30,,nobody@customer.test
            C-3,Closed GmbH,DE,de,EUR,refused@customer.test,,NET30,,
            C-4,Grey GmbH,DE,de,EUR,grey@customer.test,,NET30,,
            C-5,Cut GmbH,DE,de,EUR,cut@customer.test,,NET30,,
            """;
    private static final String INVOICES = """
            document_type,document_number,customer_id,issue_date,due_date,currency,amount
            INVOICE,INV-1,C-1,2026-09-01,2026-10-20,EUR,1000.00
            INVOICE,INV-2,C-2,2026-09-01,2026-10-20,EUR,400.00
            INVOICE,INV-3,C-3,2026-09-01,2026-10-20,EUR,300.00
            INVOICE,INV-4,C-4,2026-09-01,2026-10-20,EUR,200.00
            INVOICE,INV-5,C-5,2026-09-01,2026-10-20,EUR,100.00
            """;
    private static final String PAYMENTS = """
            payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,end_to_end_id,remittance_text
            P-%1$s,DE02120300000000202051,%1$s,%1$s,EUR,1.00,Somebody,,,nothing of ours
            """;

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T09:00:00Z"));

    @BeforeEach
    void serversRun() {
        RealServers.required();
    }

    @Test
    void eachReminderEndsAsItsServerSaysAndNoneGoesTwice() throws Exception {
        RealServers servers = new RealServers(folder, US, "[{iban: DE02120300000000202051, currency: EUR}]");
        long before = mailsIn(US, "Processed");
        long altoBefore = mailsIn("alto@customer.test", "INBOX");
        long brunoBefore = mailsIn("bruno@customer.test", "INBOX");
        long cutBefore = mailsIn("cut@customer.test", "INBOX");
        try (Greylist greylist = new Greylist(); CuttingProxy proxy = new CuttingProxy(RealServers.SMTP, "cut@customer.test");
             Installation hub = servers.installed().with("mail.port", Integer.toString(proxy.port())).at(now::get).start()) {
            servers.take(hub, FileKind.CUSTOMERS, CUSTOMERS, MONDAY);
            remind(servers, hub, MONDAY);
            assertThat(states(hub, MONDAY)).containsEntry("C-1", "ACCEPTED").containsEntry("C-2", "ACCEPTED")
                    .containsEntry("C-3", "FAILED").containsEntry("C-4", "PENDING").containsEntry("C-5", "IN_DOUBT");

            answer(newest("alto@customer.test", altoBefore), "alto@customer.test", "Wir zahlen am 12.11.2026.");
            await().atMost(SOON).untilAsserted(() -> assertThat(mailsIn(US, "Processed")).isEqualTo(before + 2));
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
            hub.jobs().delivery().run();
            assertThat(states(hub, MONDAY)).containsEntry("C-2", "BOUNCED").containsEntry("C-4", "ACCEPTED")
                    .containsEntry("C-5", "IN_DOUBT");
            assertThat(greylist.putOff()).isEqualTo(1);
            assertThat(mailsIn("cut@customer.test", "INBOX")).isEqualTo(cutBefore + 1);

            now.set(Instant.parse("2026-11-09T09:00:00Z"));
            remind(servers, hub, NEXT_MONDAY);
            assertThat(newest("bruno@customer.test", brunoBefore).getSubject()).as("at its other address, as its first")
                    .startsWith("Zahlungserinnerung: 400,00 EUR");
            assertThat(newest("alto@customer.test", altoBefore + 1).getSubject()).as("who has said when it pays waits")
                    .startsWith("Ihre Antwort");
            assertThat(mailsIn("alto@customer.test", "INBOX")).isEqualTo(altoBefore + 2);
            assertThat(hub.jobs().verify().run().results()).allMatch(promise -> promise.holds());
        }
    }

    /** What the bank and the invoices say up to this day, a run, and its mails on their way. */
    private static void remind(RealServers servers, Installation hub, LocalDate day) throws Exception {
        servers.take(hub, FileKind.INVOICES, INVOICES, day);
        servers.take(hub, FileKind.PAYMENTS, PAYMENTS.formatted(day.minusDays(3)), day);
        hub.jobs().reconciliation().run(day);
        assertThat(hub.jobs().dunning().run(day, false).companies().get(0).reminded()).isNotEmpty();
        hub.jobs().delivery().run();
    }
}
