package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.answer.ReminderTalk.DAY;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
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
}
