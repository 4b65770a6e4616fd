package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.answer.ReminderTalk.DAY;
import static org.saldo.job.answer.ReminderTalk.REPLIED;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.store.TestDatabase;

/** Answers to reminders, and what was agreed on, of which something is another since: on both databases. */
class LateAnswersTest {

    @ParameterizedTest
    @EnumSource
    void anInstalmentThatCameAndSettlesNothingYetKeepsThePlan(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            Decider anna = new Decider("anna", "agreed by phone", DAY, "");
            talk.people.plan().accept(anna, talk.people.plan().propose(anna, Instruction.plan("C-2", "INV-2001",
                    new Instruction.Terms("", "", "2026-11-10:250.00,2026-12-10:250.00", ""))).id());
            talk.books.receipt("P-77", LocalDate.of(2026, 11, 9), "250.00", "");
            LocalDate day = LocalDate.of(2026, 11, 18);
            assertThat(talk.look(day).reminded()).as("nobody knows whose it is").extracting(each -> each.customer().number())
                    .contains("C-2");
            talk.books.decide("P-77", "C-2", "APPLIED", "");
            assertThat(talk.look(day).reminded()).extracting(each -> each.customer().number()).doesNotContain("C-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAmountThatWouldBeRightIsNotThePartThatIsContested(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String task = talk.take(talk.reply("C-2", "We dispute invoice INV-2001. Only EUR 480.00 are correct.")).id();
            assertThat(talk.paused()).containsExactly("INV-2001 500.00 2026-11-13");
            assertThat(talk.task(task).line()).contains("suggested: a dispute (it names EUR 480.00) for INV-2001");
            Decider anna = new Decider("anna", "telephoned", REPLIED, "");
            assertThatThrownBy(() -> talk.desk().accept(anna, task, given(Optional.empty()))).isInstanceOf(Refused.class)
                    .hasMessageContaining("EUR 480.00, which may be what is contested or what would be right")
                    .hasMessageContaining("--amount 480.00");
            assertThat(talk.desk().accept(anna, task, given(Optional.of(new BigDecimal("20")))).orElseThrow().text())
                    .contains("EUR 20.00 of INV-2001 is disputed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerPausesTheNextVersionOfWhatItsReminderAskedForAndOnlyOnce(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.books.newVersion("INV-2001", "450.00", REPLIED);
            talk.take(talk.reply("C-2", "We dispute invoice INV-2001: the goods were damaged."));
            assertThat(talk.paused()).containsExactly("INV-2001 450.00 2026-11-13");
            talk.take(talk.reply("C-1", "Could you please send us a copy?"));
            assertThat(talk.paused()).hasSize(3);
            talk.books.newVersion("INV-1002", "290.00", REPLIED);
            talk.take(talk.reply("C-1", "We will pay EUR 290.00 for INV-1002 on 6 November 2026."));
            assertThat(talk.paused()).as("it was paused before it was replaced").hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnAnswerNamesIsPausedAlsoWhereALaterReminderHasAskedForIt(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String first = talk.messageId("C-2");
            talk.books.invoice("INV-2002", "C-2", DAY.plusDays(1), "70.00");
            talk.books.invoice("INV-2003", "C-2", DAY.plusDays(40), "30.00");
            assertThat(talk.remind(DAY.plusDays(15)).reminded()).hasSize(2);
            talk.take(talk.mail("dmarc=pass", "c2@beta.example", "Re: Reminder", "We dispute invoices INV-2002 and INV-2003.",
                    "In-Reply-To: " + first + "\r\n"), DAY.plusDays(18));
            assertThat(talk.paused()).containsExactly("INV-2002 70.00 2026-11-30");
            talk.take(talk.mail("dmarc=pass", "c2@beta.example", "Re: Reminder", "Could you please send us a copy?",
                    "In-Reply-To: " + first + "\r\n"), DAY.plusDays(18));
            assertThat(talk.paused()).as("what names nothing is about its own reminder").contains("INV-2001 500.00 2026-11-19")
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondCopyOfAMailIsNoneUnlessItAloneIsProved(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            byte[] raw = sent(talk, "dmarc=pass", "We have filed for insolvency.");
            String task = talk.take(raw).id();
            long signals = talk.books.count("risk_signal");
            byte[] copy = ("Received: from relay.example by mx.saldo.example\r\nDelivered-To: other@seller.example\r\n"
                    + new String(raw, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            assertThat(talk.take(copy)).isEqualTo(new ReplyReport(ReplyReport.Outcome.KNOWN, "R-" + talk.task(task).reply()));
            assertThat(talk.books.count("risk_signal")).isEqualTo(signals);
            assertThat(talk.take(sent(talk, "dmarc=pass", "We have filed for insolvency, and you are on the list.")).outcome())
                    .as("the same number, other words").isEqualTo(ReplyReport.Outcome.TASK);
        }
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String text = "We will pay EUR 500.00 for INV-2001 on 6 November 2026.";
            assertThat(talk.take(sent(talk, "dmarc=fail", text)).outcome()).isEqualTo(ReplyReport.Outcome.TASK);
            assertThat(talk.take(sent(talk, "dmarc=pass", text)).outcome()).isEqualTo(ReplyReport.Outcome.TASK);
            assertThat(talk.paused()).containsExactly("INV-2001 500.00 2026-11-10");
            assertThat(talk.take(sent(talk, "dmarc=none", text)).outcome()).isEqualTo(ReplyReport.Outcome.KNOWN);
        }
    }

    private static byte[] sent(ReminderTalk talk, String result, String text) {
        return talk.mail(result, "c2@beta.example", "Re: Reminder", text,
                "Message-ID: <one@beta.example>\r\nIn-Reply-To: " + talk.messageId("C-2") + "\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void aDayIsCountedFromWhenTheMailCameByTheClockOfTheCompany(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            byte[] raw = talk.reply("C-2", "We will pay EUR 500.00 for INV-2001 in ten days.");
            String task = talk.take(raw, Instant.parse("2026-10-29T23:30:00Z"), REPLIED.plusDays(4)).id();
            assertThat(talk.task(task).line()).contains("a promise of EUR 500.00 by 2026-11-09 for INV-2001");
            assertThat(talk.paused()).containsExactly("INV-2001 500.00 2026-11-11");
            assertThat(talk.take(talk.reply("C-1", "We will pay EUR 300.00 for INV-1002 tomorrow."),
                    Instant.parse("2026-10-29T09:00:00Z"), REPLIED.plusDays(4)).outcome()).isEqualTo(ReplyReport.Outcome.TASK);
            assertThat(talk.lastTask().line()).as("that day has passed").contains("by a day to be asked for");
        }
    }

    private static ReminderDesk.Given given(Optional<BigDecimal> amount) {
        return new ReminderDesk.Given("", amount, Optional.empty(), "PRICE", "");
    }
}
