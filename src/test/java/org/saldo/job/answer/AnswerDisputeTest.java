package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportKind;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.TestDatabase;

/** What is contested because of an answer is recorded with it: both of them, or neither. */
class AnswerDisputeTest {

    private static final LocalDate DAY = Correspondence.DAY;
    private static final Decider ANNA = new Decider("anna", "they wrote it", DAY.plusDays(1), "");
    private static final Decider BERND = new Decider("bernd", "so it is", DAY.plusDays(1), "");
    private static final Optional<Outcome> SUGGESTED = Optional.empty();

    @ParameterizedTest
    @EnumSource
    void theAnswerAndItsDisputeAreRecordedTogether(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            String task = world.take(world.reply("billing@acme.example", world.subject("C-1"), "INV-2 is wrong.")).id();
            assertThat(world.desk().accept(ANNA, task, Optional.of(Outcome.DISPUTED), contested(world, "INV-2", "50.00")))
                    .extracting(Decided::text).satisfiesExactly(
                            dispute -> assertThat(dispute).contains("EUR 50.00 of INV-2 is disputed"),
                            answer -> assertThat(answer).contains("is disputed by billing@acme.example"));
            assertThat(world.export(ExportKind.DISPUTES)).singleElement().satisfies(row ->
                    assertThat(row).containsEntry("source", "answer " + task).containsEntry("amount", "50.00"));
            assertThat(world.answers("C-1")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatEndsLikeAnInstalmentIsWhole(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.invoiced("RE2026/104", "C-1", "60.00");
            String task = world.take(world.reply("billing@acme.example", world.subject("C-1"), "RE2026/104 is wrong. We have"
                    + " a credit note for INV-2.")).id();
            assertThat(world.desk().accept(ANNA, task, Optional.of(Outcome.DISPUTED), contested(world, "RE2026/104", "50.00"))
                    .get(0).text()).contains("EUR 50.00 of RE2026/104 is disputed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whenTheBooksRefuseOneNeitherIsRecorded(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            String task = world.take(world.reply("ap@beta.example", world.subject("C-2"), "INV-3 is wrong.")).id();
            Optional<Outcome> disputed = Optional.of(Outcome.DISPUTED);
            assertThatThrownBy(() -> world.desk().accept(ANNA, task, disputed, contested(world, "INV-1", "1.00")))
                    .isInstanceOf(Refused.class).hasMessageContaining("is no document of customer C-2");
            assertThatThrownBy(() -> world.desk().accept(ANNA, task, disputed, contested(world, "INV-3", "999.00")))
                    .isInstanceOf(Refused.class).hasMessageContaining("cannot be disputed");
            assertThat(world.answers("C-2")).isEmpty();
            world.reissue("C-2");
            assertThatThrownBy(() -> world.desk().accept(ANNA, task, disputed, contested(world, "INV-3", "1.00")))
                    .isInstanceOf(Refused.class).hasMessageContaining("a later version was issued");
            assertThat(world.export(ExportKind.DISPUTES)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTakesTwoPeopleIsDisputedOnceTheSecondHasSaidItToo(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            String task = world.take(world.reply("billing@acme.example", world.subject("C-1"), "INV-2 is wrong.")).id();
            AnswerDesk desk = world.desk(Correspondence.twoAbove("0.00"));
            Optional<Outcome> differences = Optional.of(Outcome.CONFIRMED_WITH_DIFFERENCES);
            assertThat(desk.accept(ANNA, task, differences, contested(world, "INV-2", "50.00"))).singleElement()
                    .satisfies(first -> assertThat(first.waits()).isTrue());
            assertThat(world.export(ExportKind.DISPUTES)).isEmpty();
            assertThat(desk.accept(BERND, task, differences, contested(world, "INV-2", "50.00"))).hasSize(2);
            assertThat(world.export(ExportKind.DISPUTES)).hasSize(1);
            assertThatThrownBy(() -> desk.accept(ANNA, task, SUGGESTED, contested(world, "INV-2", "50.00")))
                    .isInstanceOf(Refused.class).hasMessageContaining("accepted by bernd already");
        }
    }

    private static Optional<AnswerDesk.Contested> contested(Correspondence world, String document, String amount) {
        return Optional.of(new AnswerDesk.Contested(world.disputes(), document, Optional.of(new BigDecimal(amount)), "PRICE"));
    }
}
