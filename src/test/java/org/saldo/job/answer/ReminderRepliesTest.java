package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.answer.ReminderTalk.DAY;
import static org.saldo.job.answer.ReminderTalk.REPLIED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.dunning.Withheld;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.answer.ReminderAnswerRow;

/** Answers to reminders on both databases: what they pause and for how long, what a person makes of them, what is told. */
class ReminderRepliesTest {

    private static final Decider ANNA = new Decider("anna", "telephoned with Ms Ruiz", REPLIED, "");
    private static final ReminderDesk.Given AS_READ = new ReminderDesk.Given("", Optional.empty(), Optional.empty(), "", "");

    @ParameterizedTest
    @EnumSource
    void aWordThatItWillPayPausesWhatItNamesForAFewDaysAndBecomesAPromiseByAPerson(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            ReplyReport report = talk.take(talk.reply("C-1", "We will pay EUR 1,200.00 for INV-1001 on 6 November 2026."));
            assertThat(report.outcome()).isEqualTo(ReplyReport.Outcome.TASK);
            AnswerTask task = talk.task(report.id());
            assertThat(task.reason()).isEqualTo(TaskReason.PROMISE);
            assertThat(task.line()).contains("suggested: a promise of EUR 1,200.00 by 2026-11-06 for INV-1001");
            assertThat(talk.paused()).containsExactly("INV-1001 1200.00 2026-11-10");
            assertThat(talk.look(REPLIED.plusDays(11)).reminded()).as("its day and two more are over").isNotEmpty();
            assertThat(talk.look(REPLIED.plusDays(10)).withheld()).extracting(Withheld::reason)
                    .contains(Withheld.Reason.PAUSED);
            assertThat(talk.books.count("payment_promise")).isZero();
            Decided done = talk.desk().accept(ANNA, report.id(), AS_READ).orElseThrow();
            assertThat(done.text()).contains("C-1 pays EUR 1200.00 by 2026-11-06, for INV-1001");
            assertThat(talk.books.count("answer_pause_end")).isEqualTo(1);
            assertThatThrownBy(() -> talk.desk().accept(ANNA, report.id(), AS_READ)).isInstanceOf(Refused.class)
                    .hasMessageContaining("was accepted by anna already");
            assertThat(talk.books.count("payment_promise")).isEqualTo(1);
            assertThat(talk.look(LocalDate.of(2026, 11, 5)).withheld()).extracting(Withheld::reason)
                    .contains(Withheld.Reason.PROMISED).doesNotContain(Withheld.Reason.PAUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPauseEndsByItselfAndWhatIsAnsweredAgainIsNotPausedAgain(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.take(talk.reply("C-1", "We will pay all of it on 30 November 2026."));
            assertThat(talk.paused()).hasSize(2);
            LocalDate next = DAY.plusDays(8);
            assertThat(talk.remind(next).reminded()).as("the pause ran out on Wednesday").hasSize(2);
            ReplyReport again = talk.take(talk.reply("C-1", "We will pay all of it on 15 December 2026."), next.plusDays(3));
            assertThat(talk.paused()).hasSize(2);
            assertThat(talk.statementDesk().show(again.id())).anyMatch(line ->
                    line.contains("paused nothing: an earlier answer has paused it already"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReminderThatWaitsIsWithdrawnWhenTheCustomerAnswers(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.take(talk.reply("C-2", "We dispute invoice INV-2001: the goods were damaged."));
            assertThat(talk.paused()).containsExactly("INV-2001 500.00 2026-11-13");
            assertThat(talk.remind(DAY.plusDays(8)).reminded()).extracting(each -> each.customer().number())
                    .containsExactly("C-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDisputeNeedsItsCodeAndTakesThePlaceOfThePause(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String task = talk.take(talk.reply("C-2", "We dispute invoice INV-2001: the price is wrong by EUR 120.00.")).id();
            assertThat(talk.task(task).reason()).isEqualTo(TaskReason.DISPUTED);
            assertThatThrownBy(() -> talk.desk().accept(ANNA, task, AS_READ)).isInstanceOf(Refused.class)
                    .hasMessageContaining("--code PRICE");
            assertThat(talk.desk().accept(ANNA, task, new ReminderDesk.Given("", Optional.of(new BigDecimal("120")),
                    Optional.empty(), "PRICE", "")).orElseThrow().text()).contains("EUR 120.00 of INV-2001 is disputed");
            assertThat(talk.look(REPLIED.plusDays(7)).reminded()).filteredOn(each -> each.customer().number().equals("C-2"))
                    .singleElement().satisfies(each -> assertThat(each.asked()).hasToString("[EUR 380.00]"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksToPayInPartsGetsAPlanOrANo(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String task = talk.take(talk.reply("C-2", "Can we pay INV-2001 in three instalments?")).id();
            assertThat(talk.task(task).reason()).isEqualTo(TaskReason.INSTALMENTS);
            assertThat(talk.desk().accept(ANNA, task, new ReminderDesk.Given("INV-2001", Optional.empty(), Optional.empty(), "",
                    "2026-11-10:250.00,2026-12-10:250.00")).orElseThrow().text()).contains("proposed");
            String other = talk.take(talk.reply("C-1", "Can we pay INV-1001 in three instalments?")).id();
            talk.statementDesk().refuse(ANNA, other);
            assertThat(talk.books.count("answer_pause_end")).isEqualTo(2);
            assertThat(talk.look(REPLIED.plusDays(7)).reminded()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidToBePaidIsLookedForAndFoundAlsoWhenItComesLater(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String task = talk.take(talk.reply("C-2", "Invoice INV-2001 was already paid on 27 October 2026, EUR 500.00.")).id();
            assertThat(talk.task(task).reason()).isEqualTo(TaskReason.PAID_ALREADY);
            assertThat(talk.task(task).line()).contains("look for EUR 500.00, paid on 2026-10-27",
                    "in the books: nothing of it has come yet");
            talk.books.receipt("P-77", REPLIED, "500.00", "");
            talk.books.receipt("P-78", REPLIED, "123.00", "");
            assertThat(talk.task(task).found()).containsExactly("P-77 of 2026-10-30, EUR 500.00: is nobody's yet;"
                    + " it has the amount that was named");
            talk.books.decide("P-78", "C-1", "APPLIED", "");
            assertThat(talk.task(task).found()).as("nothing of another customer's").hasSize(1);
            assertThat(talk.desk().accept(ANNA, task, AS_READ).orElseThrow().text()).contains("seen");
            assertThat(talk.books.count("answer_pause_end")).as("the money may still be on its way").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotProvedToBeTheCustomersPausesNothingAndIsATask(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String text = "We will pay EUR 1,200.00 for INV-1001 on 6 November 2026.";
            assertThat(talk.task(talk.take(talk.unproved("C-1", text)).id()).reason()).isEqualTo(TaskReason.UNVERIFIED);
            String stranger = talk.take(talk.mail("dmarc=pass", "x@evil.example", "Re: Reminder", text, "In-Reply-To: "
                    + talk.messageId("C-1") + "\r\n")).id();
            assertThat(talk.task(stranger).reason()).isEqualTo(TaskReason.STRANGER);
            assertThat(talk.task(talk.take(talk.mail("dmarc=fail", "c1@acme.example", "Re: Reminder", text + " Now.",
                    "In-Reply-To: " + talk.messageId("C-1") + "\r\n")).id()).reason()).isEqualTo(TaskReason.FORGED);
            String sued = talk.take(talk.unproved("C-1", "We have filed for insolvency. Our lawyer will call you.")).id();
            assertThat(talk.task(sued).reason()).isEqualTo(TaskReason.UNVERIFIED);
            assertThat(talk.paused()).isEmpty();
            assertThat(talk.books.count("risk_signal")).isZero();
            assertThat(talk.acknowledged()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAbsencePausesNoLongerThanItLastsAndAMachineIsNeverWrittenTo(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            assertThat(talk.take(talk.byMachine("C-1", "I am out of the office until 2 November 2026.")).outcome())
                    .isEqualTo(ReplyReport.Outcome.KEPT);
            assertThat(talk.paused()).containsExactly("INV-1001 1200.00 2026-11-03", "INV-1002 300.00 2026-11-03");
            assertThat(talk.take(talk.mail("dmarc=pass", "c2@beta.example", "Re: Reminder",
                    "We will pay EUR 500.00 on 6 November 2026.", "Auto-Submitted: auto-generated\r\n")).outcome())
                    .isEqualTo(ReplyReport.Outcome.KEPT);
            assertThat(talk.paused()).hasSize(2);
            assertThat(talk.acknowledged()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsAcknowledgedOnceForEachReminder(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            byte[] raw = talk.reply("C-1", "Which invoice is this about?");
            assertThat(talk.take(raw).outcome()).isEqualTo(ReplyReport.Outcome.TASK);
            assertThat(talk.take(raw).outcome()).isEqualTo(ReplyReport.Outcome.KNOWN);
            talk.take(talk.reply("C-1", "We will pay on 6 November 2026."));
            assertThat(talk.acknowledged()).containsExactly("c1@acme.example");
            assertThat(talk.books.texts("ACKNOWLEDGEMENT")).singleElement().asString()
                    .contains("Thank you for your answer to our reminder", "Until 4 Nov 2026 we do not remind you");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aComplaintIsASignalOfRiskAndTalkOfInsolvencyToo(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String task = talk.take(talk.reply("C-1", "We have filed for insolvency. Please address our lawyer.")).id();
            assertThat(talk.books.rows("SELECT kind, customer_id FROM risk_signal ORDER BY kind"))
                    .extracting(row -> row.get("kind")).contains("INSOLVENCY");
            assertThat(talk.task(task).customer()).isEqualTo("C-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCodeInTheSubjectBindsItToItsReminderAndAForgedOneDoesNot(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String text = "We will pay EUR 500.00 on 6 November 2026.";
            String task = talk.take(talk.mail("dmarc=pass", "c2@beta.example", "AW: " + talk.subject("C-2"), text, "")).id();
            assertThat(talk.statementDesk().show(task)).anyMatch(line -> line.contains("by token; reminders of it are paused"));
            String other = talk.take(talk.mail("dmarc=pass", "c2@beta.example", "AW: " + talk.subject("C-1"), text, "")).id();
            assertThat(talk.task(other).reason()).as("another customer's code").isEqualTo(TaskReason.STRANGER);
            String wrong = talk.subject("C-1").replaceAll("[0-9A-Z]{4}]", "0000]");
            String forged = talk.take(talk.mail("dmarc=pass", "x@evil.example", wrong, text, "")).id();
            assertThat(talk.task(forged).reading()).as("bound to nothing").isEmpty();
            assertThat(talk.paused()).containsExactly("INV-2001 500.00 2026-11-10");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatNamesNothingAnswersTheLastReminderOfItsSender(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            ReplyReport report = talk.take(talk.mail("dmarc=pass", "c2@beta.example", "your mail",
                    "We will pay EUR 500.00 on 6 November 2026.", ""));
            assertThat(talk.paused()).containsExactly("INV-2001 500.00 2026-11-10");
            assertThat(talk.statementDesk().show(report.id())).anyMatch(line -> line.contains("by address"));
            assertThat(talk.take(talk.mail("dmarc=pass", "c2@beta.example", "your mail", "We will pay it soon!", ""),
                    DAY.plusDays(31)).outcome()).isEqualTo(ReplyReport.Outcome.TASK);
            assertThat(talk.books.count("reminder_answer")).as("the reminder is too long ago").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasBrokenTwoPromisesInARowGetsNoPauseForAThird(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            for (LocalDate made : List.of(DAY.minusDays(16), DAY.minusDays(10))) {
                talk.people.promise().promise(new Decider("anna", "by phone", made, ""), org.saldo.ledger.Instruction.promise(
                        "C-2", "INV-2001", new BigDecimal("500"), made.plusDays(1), org.saldo.ledger.Instruction.Terms.NONE));
            }
            String task = talk.take(talk.reply("C-2", "We will pay EUR 500.00 on 6 November 2026.")).id();
            assertThat(talk.paused()).isEmpty();
            assertThat(talk.statementDesk().show(task)).anyMatch(line -> line.contains("2 promises in a row were broken"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyFindsAPauseOfWhatNoReminderHasListed(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.take(talk.reply("C-2", "We will pay EUR 500.00 on 6 November 2026."));
            assertThat(talk.verify().of(org.saldo.store.verify.Promise.I31).holds()).isTrue();
            org.saldo.store.SentMails.execute(talk.ledger, "UPDATE answer_pause SET item_id = (SELECT item_id FROM document"
                    + " WHERE document_number = 'INV-1003')");
            assertThat(talk.verify().of(org.saldo.store.verify.Promise.I31).breached()).isEqualTo(2);
            talk.isNoLongerWhole();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToABridgeBesideNoStatementAnswersNoReminder(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.bridge("C-1", "Invoice no,Invoice date,Open amount\nINV-1001,2026-09-09,-1200.00\n"
                    + "INV-1002,2026-09-19,-250.00\n");
            ReplyReport report = talk.take(talk.mail("dmarc=pass", "c1@acme.example", "Re: your bridge",
                    "INV-1002 is wrong, we do not agree.", "In-Reply-To: " + talk.messageIdOf("BRIDGE/") + "\r\n"));
            assertThat(talk.task(report.id()).reading()).isEmpty();
            assertThat(talk.paused()).isEmpty();
            talk.take(talk.mail("dmarc=pass", "c1@acme.example", "your mail", "INV-1002 is wrong, we do not agree.", ""));
            assertThat(talk.paused()).as("one that answers no mail of ours").hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToAnAcknowledgementIsOneToItsReminder(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.take(talk.reply("C-1", "Which invoice is this about?"));
            ReplyReport again = talk.take(talk.mail("dmarc=pass", "c1@acme.example", "Re: your answer",
                    "We will pay on 6 November 2026.", "In-Reply-To: " + talk.messageIdOf("ANSWER/") + "\r\n"));
            assertThat(talk.task(again.id()).reading()).hasValueSatisfying(row ->
                    assertThat(row.boundBy()).isEqualTo(ReminderAnswerRow.BoundBy.MESSAGE_ID));
        }
    }
}
