package org.saldo.statement.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.money.Money;
import org.saldo.statement.answer.Heard.Binding;
import org.saldo.statement.answer.Heard.Nature;
import org.saldo.statement.answer.Heard.Proof;
import org.saldo.statement.answer.Heard.Sender;

/** Only one of all combinations of what can be heard confirms by itself; every other one is a person's. */
class AnswerRulesTest {

    private static final Money LIMIT = Money.of("EUR", "1000.00");
    private static final AnswerPolicy POLICY = new AnswerPolicy(Map.of(
            Grade.EMAIL, new AnswerPolicy.Limit(Optional.of(Map.of(Currency.getInstance("EUR"), LIMIT))),
            Grade.AUTHORISED, AnswerPolicy.Limit.ANY), List.of(), ChasePolicy.OFF, false, false,
            AnswerPolicy.Lists.OFF);

    @Test
    void ofAllThatCanBeHeardOnlyAProvedClearYesConfirms() {
        List<Heard> confirming = new ArrayList<>();
        List<Ruling> kept = new ArrayList<>();
        for (Heard heard : all()) {
            Ruling ruling = AnswerRules.rule(POLICY, heard);
            switch (ruling.kind()) {
                case CONFIRMS -> confirming.add(heard);
                case KEPT -> kept.add(ruling);
                case TASK -> assertThat(ruling.reason()).isPresent();
            }
        }
        assertThat(confirming).hasSize(2 * 2).allSatisfy(heard -> {
            assertThat(heard.nature()).isEqualTo(Nature.PERSON);
            assertThat(heard.sender()).isNotEqualTo(Sender.STRANGER);
            assertThat(heard.proof()).isEqualTo(Proof.PASSED);
            assertThat(heard.binding()).isEqualTo(Binding.TOKEN);
            assertThat(heard.meaning()).isEqualTo(Meaning.AGREED);
            assertThat(heard.clear() && heard.latest() && heard.sameBytes() && !heard.otherAmount()).isTrue();
            assertThat(heard.attachments()).isZero();
            assertThat(heard.balance().orElseThrow().isNegative()).isFalse();
        });
        assertThat(kept).isNotEmpty();
    }

    @Test
    void anAmountOverTheLimitOfTheGradeWaitsForAPerson() {
        assertThat(ruled(Sender.ON_FILE, "1000.00").kind()).isEqualTo(Ruling.Kind.CONFIRMS);
        assertThat(ruled(Sender.ON_FILE, "1000.00").grade()).hasValue(Grade.EMAIL);
        assertThat(ruled(Sender.ON_FILE, "1000.01").reason()).hasValue(TaskReason.ABOVE_LIMIT);
        assertThat(ruled(Sender.AUTHORISED, "1000.01").grade()).hasValue(Grade.AUTHORISED);
        assertThat(AnswerRules.rule(POLICY, new Heard(Nature.PERSON, Sender.ON_FILE, Proof.PASSED, Binding.TOKEN,
                Meaning.AGREED, true, false, 0, Optional.of(Money.of("USD", "1.00")), true, true, Optional.empty())).reason())
                .hasValue(TaskReason.ABOVE_LIMIT);
    }

    @Test
    void aBalanceInTheCustomersFavourWaitsForAPersonWithTheSuggestion() {
        Ruling ruling = ruled(Sender.AUTHORISED, "-0.01");
        assertThat(ruling.reason()).hasValue(TaskReason.CREDIT_BALANCE);
        assertThat(ruling.suggestion()).hasValue(Outcome.CONFIRMED);
    }

    @Test
    void aSecondYesChangesNothingAndOneAfterANoIsAPersons() {
        assertThat(after(Outcome.CONFIRMED).kind()).isEqualTo(Ruling.Kind.KEPT);
        assertThat(after(Outcome.NO_REPLY).kind()).isEqualTo(Ruling.Kind.CONFIRMS);
        assertThat(after(Outcome.DISPUTED).reason()).hasValue(TaskReason.EARLIER_ANSWER);
        assertThat(after(Outcome.CONFIRMED_WITH_DIFFERENCES).reason()).hasValue(TaskReason.EARLIER_ANSWER);
    }

    @Test
    void aProgramNeverConfirmsAndIsReadWhenItSpeaksOfTheStatement() {
        for (Meaning meaning : Meaning.values()) {
            Ruling ruling = AnswerRules.rule(POLICY, new Heard(Nature.MACHINE, Sender.ON_FILE, Proof.PASSED, Binding.TOKEN,
                    meaning, true, false, 0, Optional.of(LIMIT), true, true, Optional.empty()));
            assertThat(ruling.kind()).isEqualTo(meaning.suggestion().isPresent() ? Ruling.Kind.TASK : Ruling.Kind.KEPT);
        }
    }

    @Test
    void whatAProgramSendsInAnothersNameIsToldAsForgedOrNotProved() {
        for (Proof proof : Proof.values()) {
            TaskReason expected = switch (proof) {
                case PASSED -> TaskReason.MACHINE;
                case NONE -> TaskReason.UNVERIFIED;
                case FAILED -> TaskReason.FORGED;
            };
            assertThat(heardFrom(Nature.MACHINE, proof, Meaning.NOT_AGREED).reason()).hasValue(expected);
            assertThat(heardFrom(Nature.MACHINE, proof, Meaning.OTHER).kind()).isEqualTo(Ruling.Kind.KEPT);
            assertThat(heardFrom(Nature.UNREADABLE, proof, Meaning.OTHER).reason())
                    .hasValue(proof == Proof.FAILED ? TaskReason.FORGED : TaskReason.UNREADABLE);
        }
    }

    private static Ruling heardFrom(Nature nature, Proof proof, Meaning meaning) {
        return AnswerRules.rule(POLICY, new Heard(nature, Sender.AUTHORISED, proof, Binding.TOKEN, meaning, true, false, 0,
                Optional.of(LIMIT), true, true, Optional.empty()));
    }

    private static Ruling after(Outcome before) {
        return AnswerRules.rule(POLICY, new Heard(Nature.PERSON, Sender.ON_FILE, Proof.PASSED, Binding.TOKEN, Meaning.AGREED,
                true, false, 0, Optional.of(LIMIT), true, true, Optional.of(before)));
    }

    @Test
    void aForgedYesIsToldAsForgedBeforeAnythingElse() {
        Ruling ruling = AnswerRules.rule(POLICY, new Heard(Nature.PERSON, Sender.ON_FILE, Proof.FAILED, Binding.TOKEN,
                Meaning.AGREED, true, false, 1, Optional.of(LIMIT), false, true, Optional.empty()));
        assertThat(ruling.reason()).hasValue(TaskReason.FORGED);
        assertThat(ruling.suggestion()).isEmpty();
    }

    private static Ruling ruled(Sender sender, String balance) {
        return AnswerRules.rule(POLICY, new Heard(Nature.PERSON, sender, Proof.PASSED, Binding.TOKEN, Meaning.AGREED, true,
                false, 0, Optional.of(Money.of("EUR", balance)), true, true, Optional.empty()));
    }

    private static List<Heard> all() {
        List<Heard> all = new ArrayList<>();
        boolean[] both = {true, false};
        for (Nature nature : Nature.values()) {
            for (Sender sender : Sender.values()) {
                for (Proof proof : Proof.values()) {
                    for (Binding binding : Binding.values()) {
                        for (Meaning meaning : Meaning.values()) {
                            for (int bits = 0; bits < 32; bits++) {
                                for (String balance : List.of("100.00", "0.00", "-1.00")) {
                                    all.add(new Heard(nature, sender, proof, binding, meaning, both[bits & 1],
                                            both[bits >> 1 & 1], bits >> 2 & 1, Optional.of(Money.of("EUR", balance)),
                                            both[bits >> 3 & 1], both[bits >> 4 & 1],
                                            Optional.empty()));
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }
}
