package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.answer.ReminderTalk.DAY;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.Templates;
import org.saldo.dunning.PaymentPromise.State;
import org.saldo.dunning.Standing;
import org.saldo.job.People;
import org.saldo.job.answer.ReminderTalk;
import org.saldo.job.dunning.Escalations;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.store.Standings;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStore;

/** A word given again was not kept; two that were broken in a row are told of once each. */
class BrokenPromisesTest {

    private static final CustomerId C_2 = new CustomerId("main", "C-2");
    private static final LocalDate SECOND = DAY.plusDays(4);
    private static final LocalDate THIRD = DAY.plusDays(14);

    @ParameterizedTest
    @EnumSource
    void aPromiseThatTakesThePlaceOfAnotherBreaksItAndCountsForTheSameDocuments(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String first = promise(talk, DAY, SECOND, "");
            assertThatThrownBy(() -> promise(talk, DAY, THIRD, "")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> promise(talk, DAY, THIRD, "PR-1")).isInstanceOf(Refused.class)
                    .hasMessageContaining("is none of C-2's");
            promise(talk, DAY.plusDays(1), THIRD, first);
            Standing standing = Standings.of(talk.database, C_2, DAY.plusDays(1));
            assertThat(standing.promises()).extracting(Standing.PromiseState::state).containsExactly(State.BROKEN, State.OPEN);
            assertThat(Standings.of(talk.database, C_2, DAY).promises()).as("a day before").extracting(
                    Standing.PromiseState::state).containsExactly(State.OPEN);
            assertThatThrownBy(() -> promise(talk, DAY.plusDays(1), THIRD, first)).isInstanceOf(Refused.class)
                    .hasMessageContaining("was replaced already by anna");
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoBrokenInARowAreToldOfOnceAndAThirdAgain(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            Escalations escalations = new Escalations(talk.ledger, ReminderTalk.COMPANIES, People.DISPUTES.get().policy(),
                    new OutboxStore(talk.ledger, CustomerMail.ON),
                    new HouseMail(new Templates(Path.of("config/templates"), "en"), "hub@seller.example"));
            promise(talk, DAY, DAY.plusDays(1), "");
            assertThat(escalations.run(DAY.plusDays(7))).as("one is a slip").isZero();
            promise(talk, DAY.plusDays(7), DAY.plusDays(8), "");
            assertThat(escalations.run(DAY.plusDays(8))).as("its day has not passed").isZero();
            assertThat(escalations.run(DAY.plusDays(20))).isEqualTo(1);
            assertThat(escalations.run(DAY.plusDays(21))).isZero();
            assertThat(talk.books.texts("ALERT")).singleElement().asString()
                    .contains("Customer C-2 has broken 2 promises in a row", "EUR 500.00 by 30 Oct 2026, EUR 0.00 came");
            promise(talk, DAY.plusDays(21), DAY.plusDays(22), "");
            assertThat(escalations.run(DAY.plusDays(40))).isEqualTo(1);
            assertThat(List.copyOf(talk.books.texts("ALERT"))).hasSize(2);
        }
    }

    private static String promise(ReminderTalk talk, LocalDate made, LocalDate by, String insteadOf) {
        return talk.people.promise().promise(new Decider("anna", "by phone", made, ""), Instruction.promise("C-2", "INV-2001",
                new BigDecimal("500"), by, new Instruction.Terms(insteadOf, "", "", ""))).id();
    }
}
