package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.delivery.ScriptedServer.HANG_UP;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.delivery.ScriptedServer.Step;
import org.saldo.delivery.SendResult.Outcome;

class SmtpSenderTest {

    private static final List<String> TO = List.of("pay@acme.example");
    private static final byte[] MAIL = ("From: Seller <hub@seller.example>\r\nTo: pay@acme.example\r\nSubject: s\r\n\r\n"
            + ".a line that begins with a dot\r\nlast\r\n").getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"MAIL,TRY_AGAIN", "RCPT,TRY_AGAIN", "DATA,TRY_AGAIN", "BODY,TRY_AGAIN", "DOT,IN_DOUBT"})
    void aServerThatDiesLeavesDoubtOnlyAfterTheFinalDot(Step step, Outcome outcome) {
        try (ScriptedServer server = new ScriptedServer().at(step, HANG_UP); SmtpSender sender = connected(server)) {
            byte[] large = largeMail();
            assertThat(sender.send(large, TO).outcome()).isEqualTo(outcome);
            assertThat(sender.isClosed()).isTrue();
            assertThat(server.taken()).isEmpty();
            sender.connect();
            assertThat(sender.send(MAIL, TO).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL,421 busy", "MAIL,451 later", "RCPT,450 greylisted", "RCPT,452 full", "DATA,451 later", "DOT,452 full",
        "MAIL,530 log in first", "MAIL,535 wrong password"})
    void whatMayPassIsTriedAgain(Step step, String reply) {
        try (ScriptedServer server = new ScriptedServer().at(step, reply); SmtpSender sender = connected(server)) {
            SendResult result = sender.send(MAIL, TO);
            assertThat(result.outcome()).isEqualTo(Outcome.TRY_AGAIN);
            assertThat(result.reply()).contains(reply.substring(0, 3));
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL,550 no such sender", "RCPT,550 5.1.1 unknown", "DATA,554 no", "DOT,554 spam"})
    void whatWillNotPassIsRefused(Step step, String reply) {
        try (ScriptedServer server = new ScriptedServer().at(step, reply); SmtpSender sender = connected(server)) {
            SendResult result = sender.send(MAIL, TO);
            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(result.reply()).contains(reply);
        }
    }

    @Test
    void aRefusedMailDoesNotCostTheSession() {
        try (ScriptedServer server = new ScriptedServer().at(Step.RCPT, "550 unknown"); SmtpSender sender = connected(server)) {
            assertThat(sender.send(MAIL, TO).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(sender.send(MAIL, TO).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(server.sessions()).isEqualTo(1);
        }
    }

    @Test
    void aMailGoesToAllItsReadersOrToNone() {
        try (ScriptedServer server = new ScriptedServer().at(Step.RCPT, "250 ok").at(Step.RCPT, "550 unknown");
             SmtpSender sender = connected(server)) {
            assertThat(sender.send(MAIL, List.of("a@acme.example", "b@acme.example")).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void aReaderWhoMayBeAcceptedLaterOutweighsOneWhoNeverWill() {
        try (ScriptedServer server = new ScriptedServer().at(Step.RCPT, "550 unknown").at(Step.RCPT, "450 later");
             SmtpSender sender = connected(server)) {
            assertThat(sender.send(MAIL, List.of("a@acme.example", "b@acme.example")).outcome())
                    .isEqualTo(Outcome.TRY_AGAIN);
        }
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 no such user", "452 mailbox full"})
    void aCopyThatIsRefusedIsLeftOutAndTheMailGoes(String reply) {
        try (ScriptedServer server = new ScriptedServer().at(Step.RCPT, "250 ok").at(Step.RCPT, reply)
                .at(Step.RCPT, "250 ok").at(Step.RCPT, "250 ok"); SmtpSender sender = connected(server)) {
            SendResult result = sender.send(MAIL, TO, List.of("ana@seller.example", "boss@seller.example"));
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.reply()).contains("250 queued", "without the copy for ana@seller.example", reply);
            assertThat(result.refused()).isEmpty();
            assertThat(result.dropped()).extracting(RefusedAddress::address).containsExactly("ana@seller.example");
            assertThat(server.plain().stream().filter(line -> line.startsWith("RCPT"))).as("all of them, then the others")
                    .map(line -> line.replaceAll(".*<(.*)>.*", "$1")).containsExactly("pay@acme.example", "ana@seller.example",
                            "boss@seller.example", "pay@acme.example", "boss@seller.example");
            assertThat(server.taken()).hasSize(1);
            assertThat(server.sessions()).isEqualTo(1);
        }
    }

    @Test
    void aRecipientThatIsRefusedIsNotOutweighedByItsCopy() {
        try (ScriptedServer server = new ScriptedServer().at(Step.RCPT, "550 5.1.1 unknown").at(Step.RCPT, "450 later");
             SmtpSender sender = connected(server)) {
            SendResult result = sender.send(MAIL, TO, List.of("ana@seller.example"));
            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(result.refused()).extracting(RefusedAddress::address).containsExactlyElementsOf(TO);
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void theBytesArriveAsTheyAreStored() {
        try (ScriptedServer server = new ScriptedServer(); SmtpSender sender = connected(server)) {
            assertThat(sender.send(MAIL, TO)).isEqualTo(new SendResult(Outcome.ACCEPTED, "250 queued as 1"));
            assertThat(server.taken()).containsExactly(new String(MAIL, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void manyMailsShareOneSessionOnARealServer() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (SmtpSender sender = new SmtpSender(settings(server.getSmtp().getPort()))) {
            sender.connect();
            for (int i = 0; i < 20; i++) {
                assertThat(sender.send(MAIL, TO).outcome()).isEqualTo(Outcome.ACCEPTED);
            }
            assertThat(server.getReceivedMessages()).hasSize(20);
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() {
        try (ScriptedServer gone = new ScriptedServer().leave(); SmtpSender sender = new SmtpSender(settings(gone.port()))) {
            assertThatThrownBy(sender::connect).isInstanceOf(ServerUnreachable.class)
                    .hasMessageContaining("127.0.0.1:" + gone.port());
        }
    }

    @Test
    void thePasswordStandsInNoMessage() {
        SmtpSettings settings = new SmtpSettings("mail.example", 465, SmtpSettings.Security.SMTPS, "hub", "s3cret",
                Duration.ofSeconds(5), "");
        assertThat(settings.toString()).contains("hub").doesNotContain("s3cret");
    }

    private static SmtpSender connected(ScriptedServer server) {
        SmtpSender sender = new SmtpSender(settings(server.port()));
        sender.connect();
        return sender;
    }

    static SmtpSettings settings(int port) {
        return new SmtpSettings("127.0.0.1", port, SmtpSettings.Security.NONE, "", "", Duration.ofSeconds(5), "");
    }

    private static byte[] largeMail() {
        return (new String(MAIL, StandardCharsets.US_ASCII) + "0123456789\r\n".repeat(1_000_000))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
