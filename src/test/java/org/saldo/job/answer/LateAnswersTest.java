package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.answer.ReminderTalk.DAY;
import static org.saldo.job.answer.ReminderTalk.REPLIED;

import java.math.BigDecimal;
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

    private static ReminderDesk.Given given(Optional<BigDecimal> amount) {
        return new ReminderDesk.Given("", amount, Optional.empty(), "PRICE", "");
    }
}
