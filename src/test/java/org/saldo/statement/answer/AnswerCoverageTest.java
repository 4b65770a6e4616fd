package org.saldo.statement.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.money.Money;
import org.saldo.statement.answer.AnswerPolicy.Chase;

/** Figures of answers, and the days on which silence is chased. */
class AnswerCoverageTest {

    private static final LocalDate SENT = LocalDate.of(2026, 11, 2);

    @Test
    void coverageCountsStatementsAndAmountsWithoutSigns() {
        AnswerCoverage coverage = AnswerCoverage.of(Currency.getInstance("EUR"), List.of(
                answered("100.00", Outcome.CONFIRMED, 1L), answered("-50.00", Outcome.CONFIRMED, 4L),
                answered("30.00", Outcome.DISPUTED, 2L), answered("20.00", Outcome.NO_REPLY, 30L),
                new AnswerCoverage.Answered(Money.of("EUR", "0.00"), Optional.empty(), Optional.empty())));
        assertThat(coverage.all()).isEqualTo(new AnswerCoverage.Part(5, Money.of("EUR", "200.00")));
        assertThat(coverage.part(Outcome.CONFIRMED)).isEqualTo(new AnswerCoverage.Part(2, Money.of("EUR", "150.00")));
        assertThat(coverage.shareByCount(Outcome.CONFIRMED)).isEqualByComparingTo("0.4");
        assertThat(coverage.shareByAmount(Outcome.CONFIRMED)).isEqualByComparingTo("0.75");
        assertThat(coverage).hasToString("EUR: 5 statements of EUR 200.00; confirmed 2 of EUR 150.00; "
                + "confirmed with differences 0 of EUR 0.00; "
                + "disputed 1 of EUR 30.00; not answered 2 of EUR 20.00; median days to the answer: 2.0");
        assertThat(coverage.unanswered()).isEqualTo(new AnswerCoverage.Part(2, Money.of("EUR", "20.00")));
        assertThat(coverage.medianDays()).hasValueSatisfying(days -> assertThat(days).isEqualByComparingTo("2"));
    }

    @Test
    void withoutStatementsThereIsNothingToShare() {
        AnswerCoverage none = AnswerCoverage.of(Currency.getInstance("EUR"), List.of());
        assertThat(none.shareByCount(Outcome.CONFIRMED)).isEqualByComparingTo("0");
        assertThat(none.shareByAmount(Outcome.CONFIRMED)).isEqualByComparingTo("0");
        assertThat(none.medianDays()).isEmpty();
    }

    @Test
    void anEvenNumberOfAnswersHasItsMedianInTheMiddle() {
        assertThat(AnswerCoverage.of(Currency.getInstance("EUR"), List.of(answered("1.00", Outcome.CONFIRMED, 1L),
                answered("1.00", Outcome.DISPUTED, 2L))).medianDays())
                .hasValueSatisfying(days -> assertThat(days).isEqualByComparingTo("1.5"));
    }

    @Test
    void silenceIsChasedOnTheDaysOfThePolicyAndNotBefore() {
        Chase chase = new Chase(true, 10, 7, 2, 5);
        assertThat(chase.next(SENT, List.of(), SENT.plusDays(9))).isEqualTo(Chase.Step.WAIT);
        assertThat(chase.next(SENT, List.of(), SENT.plusDays(10))).isEqualTo(Chase.Step.ASK);
        List<LocalDate> once = List.of(SENT.plusDays(12));
        assertThat(chase.next(SENT, once, SENT.plusDays(18))).isEqualTo(Chase.Step.WAIT);
        assertThat(chase.next(SENT, once, SENT.plusDays(19))).isEqualTo(Chase.Step.ASK);
        List<LocalDate> twice = List.of(SENT.plusDays(12), SENT.plusDays(19));
        assertThat(chase.next(SENT, twice, SENT.plusDays(23))).isEqualTo(Chase.Step.WAIT);
        assertThat(chase.next(SENT, twice, SENT.plusDays(24))).isEqualTo(Chase.Step.NO_REPLY);
        assertThat(Chase.OFF.next(SENT, List.of(), SENT.plusYears(1))).isEqualTo(Chase.Step.WAIT);
        assertThat(new Chase(true, 10, 7, 0, 5).next(SENT, List.of(), SENT.plusDays(5))).isEqualTo(Chase.Step.NO_REPLY);
    }

    private static AnswerCoverage.Answered answered(String closing, Outcome outcome, long days) {
        return new AnswerCoverage.Answered(Money.of("EUR", closing), Optional.of(outcome), Optional.of(days));
    }
}
