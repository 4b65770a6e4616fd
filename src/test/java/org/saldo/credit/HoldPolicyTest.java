package org.saldo.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saldo.credit.HoldFacts.Owed;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.settings.HoldsFile;

/** When a hold is proposed, when its release is, and that nothing counts before the ERP has said so. */
class HoldPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final HoldPolicy SHIPPED = HoldsFile.read(Path.of("config/policies/holds.yaml")).policy();
    private static final HoldPolicy ON = new HoldPolicy("1", true, 30, SHIPPED.leastAmounts(), SHIPPED.overLimit(), true, 2, true,
            Set.of("INSOLVENCY"), 180, 14, Map.of("CHEQUE", 10));

    @Test
    void isOffAsShipped() {
        assertThat(SHIPPED.on()).isFalse();
        assertThat(new CreditHold(List.of()).proposal(SHIPPED, owing("9999.00", 90), DAY)).isEmpty();
    }

    @Test
    void isProposedBeyondTheDaysAndTheAmountAndNotAtThem() {
        assertThat(ON.reasons(owing("500.01", 31))).extracting(Words::toString)
                .containsExactly("EUR 500.01 is more than 30 days overdue");
        assertThat(ON.reasons(owing("500.00", 31))).isEmpty();
        assertThat(ON.reasons(owing("500.01", 30))).isEmpty();
    }

    @Test
    void whatIsHereAlreadyCounts() {
        HoldFacts facts = owing("600.00", 31);
        assertThat(ON.reasons(new HoldFacts(facts.owed(), facts.unpaid(), List.of(), List.of(eur("100.00")), Optional.empty(),
                0, false, Set.of(), Optional.empty()))).isEmpty();
    }

    @Test
    void theLimitBrokenPromisesAPlanAndInsolvencyAreReasons() {
        HoldFacts facts = new HoldFacts(List.of(new Owed(eur("1100.01"), 0)), List.of(), List.of(), List.of(),
                Optional.of(eur("1000.00")), 2, true, Set.of("INSOLVENCY", "COMPLAINT"), Optional.of("H-7"));
        assertThat(ON.reasons(facts)).extracting(Words::toString).containsExactly(
                "EUR 1,100.01 is open, the credit limit is EUR 1,000.00",
                "the ladder proposes it: H-7",
                "2 promises in a row were broken", "a plan of instalments is broken", "signal of risk: INSOLVENCY");
        assertThat(ON.reasons(new HoldFacts(List.of(new Owed(eur("1100.00"), 0)), List.of(), List.of(), List.of(),
                Optional.of(eur("1000.00")), 1, false, Set.of("COMPLAINT"), Optional.empty()))).isEmpty();
    }

    @Test
    void onlyClearedFundsRelease() {
        assertThat(ON.whyNoRelease(facts(List.of(new Owed(eur("10.00"), 1)), List.of()))).as("promised, but unpaid")
                .extracting(Words::toString).containsExactly("EUR 10.00 is still overdue");
        assertThat(ON.whyNoRelease(facts(List.of(new Owed(eur("10.00"), 0)), List.of(eur("600.00")))))
                .extracting(Words::toString).containsExactly(
                "EUR 600.00 was paid in a way that may come back");
        assertThat(ON.whyNoRelease(facts(List.of(new Owed(eur("10.00"), 0)), List.of()))).isEmpty();
    }

    @Test
    void aHoldCountsOnlyWhenTheErpHasSaidSoAndARefusalIsNotRepeatedAtOnce() {
        HoldFacts bad = owing("900.00", 60);
        CreditHold none = new CreditHold(List.of());
        assertThat(none.proposal(ON, bad, DAY)).hasValueSatisfying(each ->
                assertThat(each.step()).isEqualTo(HoldStep.HOLD_REQUESTED));
        CreditHold asked = steps(false, HoldStep.HOLD_REQUESTED);
        assertThat(asked.holds()).isFalse();
        assertThat(asked.proposal(ON, bad, DAY)).isEmpty();
        CreditHold refused = steps(false, HoldStep.HOLD_REQUESTED, HoldStep.HOLD_REFUSED);
        assertThat(refused.proposal(ON, bad, DAY.plusDays(13))).isEmpty();
        assertThat(refused.proposal(ON, bad, DAY.plusDays(14))).isPresent();
        assertThat(steps(false, HoldStep.HOLD_REQUESTED, HoldStep.HELD).holds()).isTrue();
    }

    @Test
    void aHoldByRuleIsReleasedByRuleAndAPersonsByAPerson() {
        HoldFacts good = facts(List.of(), List.of());
        assertThat(steps(false, HoldStep.HOLD_REQUESTED, HoldStep.HELD).proposal(ON, good, DAY)).hasValueSatisfying(each ->
                assertThat(each.step()).isEqualTo(HoldStep.RELEASE_REQUESTED));
        assertThat(steps(true, HoldStep.HOLD_REQUESTED, HoldStep.HELD).proposal(ON, good, DAY)).isEmpty();
        assertThat(steps(false, HoldStep.HOLD_REQUESTED, HoldStep.HELD, HoldStep.RELEASE_REQUESTED).holds()).isTrue();
        assertThat(steps(false, HoldStep.HOLD_REQUESTED, HoldStep.HELD, HoldStep.RELEASE_REQUESTED, HoldStep.RELEASED).holds())
                .isFalse();
    }

    @Test
    void aStepFollowsOnlyWhatItAnswers() {
        for (HoldStep step : HoldStep.values()) {
            assertThat(step.mayFollow(step)).as(step.name()).isFalse();
        }
        assertThat(HoldStep.HELD.mayFollow(null)).isFalse();
        assertThat(HoldStep.RELEASED.mayFollow(HoldStep.HELD)).isFalse();
    }

    private static CreditHold steps(boolean manual, HoldStep... steps) {
        List<CreditHold.Taken> taken = new ArrayList<>();
        for (HoldStep step : steps) {
            taken.add(new CreditHold.Taken(taken.size() + 1L, step, DAY, manual, "", "rules"));
        }
        return new CreditHold(taken);
    }

    private static HoldFacts owing(String amount, long days) {
        return facts(List.of(new Owed(eur(amount), days)), List.of());
    }

    private static HoldFacts facts(List<Owed> owed, List<Money> uncleared) {
        return new HoldFacts(owed, owed, uncleared, List.of(), Optional.empty(), 0, false, Set.of(), Optional.empty());
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
