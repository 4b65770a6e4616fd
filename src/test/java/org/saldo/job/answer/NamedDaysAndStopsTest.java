package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.answer.ReminderTalk.DAY;
import static org.saldo.job.answer.ReminderTalk.REPLIED;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.Withheld;
import org.saldo.ledger.Decider;
import org.saldo.store.TestDatabase;

/** An answer stops reminders for as long as it says, within limits; talk of insolvency or a lawyer until a person decides. */
class NamedDaysAndStopsTest {

    private static final Decider ANNA = new Decider("anna", "read the court's notice", REPLIED, "");
    private static final ReminderDesk.Given AS_READ = new ReminderDesk.Given("", Optional.empty(), Optional.empty(), "", "");

    @ParameterizedTest
    @EnumSource
    void aPromiseOfADayFarAwayPausesNoLongerThanOtherAnswers(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.take(talk.reply("C-2", "We will pay EUR 500.00 on 20 November 2026."));
            talk.take(talk.reply("C-1", "We will pay INV-1001, EUR 1,200.00, on 21 November 2026."));
            assertThat(talk.paused()).as("21 days are the most").containsExactlyInAnyOrder(
                    "INV-1001 1200.00 2026-11-04", "INV-2001 500.00 2026-11-24");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAbsencePausesUntilItsDayAndDoesNotUseUpTheWordOfWhoComesBack(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            talk.take(talk.byMachine("C-2", "I am out of the office until 13 November 2026."));
            assertThat(talk.paused()).containsExactly("INV-2001 500.00 2026-11-16");
            talk.take(talk.byMachine("C-1", "I am out of the office until 31 December 2026."));
            assertThat(talk.paused()).as("no longer than 21 days").contains("INV-1001 1200.00 2026-11-20");
            talk.take(talk.reply("C-2", "We will pay EUR 500.00 on 20 November 2026."), DAY.plusDays(18));
            assertThat(talk.paused()).contains("INV-2001 500.00 2026-11-24");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "We have filed for insolvency.",
        "The company is in liquidation. I have been appointed as its insolvency administrator. Please file your claim with me."})
    void whoeverAnswersTheReminderThatTheCustomerIsInsolventStopsItUntilAPersonDecides(String text) {
        try (ReminderTalk talk = new ReminderTalk(TestDatabase.HSQLDB)) {
            String task = talk.take(talk.mail("dmarc=pass", "office@administrator.example", "AW: " + talk.subject("C-2"), text,
                    "")).id();
            assertThat(talk.task(task).line()).contains("suggested: a block, insolvent");
            CompanyReminders later = talk.look(REPLIED.plusDays(20));
            assertThat(later.withheld()).filteredOn(each -> each.customer().number().equals("C-2")).singleElement()
                    .satisfies(each -> {
                        assertThat(each.reason()).isEqualTo(Withheld.Reason.BLOCKED);
                        assertThat(each.reason().isOrdinary()).as("finance is told").isFalse();
                        assertThat(each.words().toString()).contains("insolvent", "saldo answers accept " + task);
                    });
            assertThat(later.reminded()).extracting(each -> each.customer().number()).containsExactly("C-1");
            assertThat(talk.desk().accept(ANNA, task, AS_READ).orElseThrow().text()).contains("C-2");
            assertThat(talk.look(REPLIED.plusDays(20)).withheld()).filteredOn(each -> each.customer().number().equals("C-2"))
                    .singleElement().asString().contains("insolvent", "anna");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLawyerStopsItTooAndARefusalLetsRemindersGoOn(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String task = talk.take(talk.unproved("C-2", "Our lawyer will write to you about this.")).id();
            assertThat(talk.look(REPLIED.plusDays(7)).withheld()).extracting(Withheld::reason)
                    .contains(Withheld.Reason.BLOCKED);
            talk.statementDesk().refuse(ANNA, task);
            assertThat(talk.look(REPLIED.plusDays(7)).reminded()).extracting(each -> each.customer().number())
                    .contains("C-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoOnlyWritesFromSomewhereOrIsAProgramStopsNobody(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String text = "We have filed for insolvency.";
            talk.take(talk.mail("dmarc=fail", "c2@beta.example", "your mail", text, ""));
            talk.take(talk.mail("dmarc=pass", "x@elsewhere.example", "C-2", text + " ", ""));
            talk.take(talk.byMachine("C-2", text + "  "));
            CompanyReminders later = talk.look(REPLIED.plusDays(10));
            assertThat(later.reminded()).as("withheld: " + later.withheld()).extracting(each -> each.customer().number())
                    .contains("C-2");
        }
    }
}
