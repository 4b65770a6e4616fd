package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Decider;
import org.saldo.statement.StatementRule;
import org.saldo.statement.StatementTerms;
import org.saldo.statement.answer.ChasePolicy;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerRow;

/** Who was asked and has not answered, and who only seems so: mails cross, do not arrive, or have not left. */
class SilenceTest {

    private static final LocalDate DAY = Correspondence.DAY;
    private static final Decider ANNA = new Decider("anna", "has another address now", DAY.plusDays(1), "");

    @ParameterizedTest
    @EnumSource
    void anAnswerThatComesWhileSilenceIsRecordedIsNotOverwritten(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            askTwice(world);
            ChaseReport report = world.chase(DAY.plusDays(24), () -> {
                world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed."));
                world.take(world.unproved("ap@beta.example", world.subject("C-2"), "We do not agree."));
            });
            assertThat(report.noReply()).isZero();
            assertThat(world.answers("C-1")).extracting(AnswerRow::outcome).containsExactly(Outcome.CONFIRMED);
            assertThat(world.answers("C-2")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVersionThatIsIssuedWhileItIsAskedForAnswersIsNotAskedFor(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            assertThat(world.chase(DAY.plusDays(10), () -> world.reissue("C-1")).asked()).isEqualTo(1);
            assertThat(world.mailSubjects()).filteredOn(subject -> subject.startsWith("Please answer")).singleElement()
                    .asString().endsWith(world.token("C-2"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotHaveReadAQuestionHasNotKeptSilent(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            world.take(world.bounce(world.messageId("STATEMENT/main/C-1/")));
            world.desk().refuse(ANNA, world.lastTask().label());
            assertThat(world.chase(DAY.plusDays(10)).asked()).isEqualTo(1);
            assertThat(world.chase(DAY.plusDays(17))).isEqualTo(ChaseReport.NONE);
            assertThat(world.chase(DAY.plusDays(24))).isEqualTo(ChaseReport.NONE);
            world.sent(DAY.plusDays(25));
            assertThat(world.chase(DAY.plusDays(31))).isEqualTo(ChaseReport.NONE);
            assertThat(world.chase(DAY.plusDays(32)).asked()).isEqualTo(1);
            world.sent(DAY.plusDays(33));
            assertThat(world.chase(DAY.plusDays(39))).isEqualTo(ChaseReport.NONE);
            assertThat(world.chase(DAY.plusDays(40)).noReply()).isEqualTo(1);
            assertThat(world.answers("C-1")).isEmpty();
            assertThat(world.answers("C-2")).singleElement().extracting(AnswerRow::words).asString()
                    .contains("sent on 2026-11-02", "2026-11-27", "2026-12-05");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionThatDidNotArriveIsATaskOfItsStatementAndIsAskedAgain(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            world.chase(DAY.plusDays(10));
            world.sent(DAY.plusDays(10));
            world.take(world.bounce(world.messageId("ASK/main/C-2/")));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.UNDELIVERED);
            assertThat(world.lastTask().statement()).hasValue(world.statement("C-2"));
            assertThat(world.chase(DAY.plusDays(17)).asked()).isEqualTo(1);
            world.desk().refuse(ANNA, world.lastTask().label());
            assertThat(world.chase(DAY.plusDays(17)).asked()).isEqualTo(1);
            assertThat(world.mailStates("C-2")).containsExactly("ACCEPTED", "BOUNCED", "PENDING");
            world.sent(DAY.plusDays(17));
            assertThat(world.chase(DAY.plusDays(24)).noReply()).isEqualTo(1);
            assertThat(world.answers("C-2")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoAddressIsFinancesTaskAndHasNotRepliedAfterTheClock(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            world.moved("C-2", "", "");
            assertThat(world.unreached(DAY.plusDays(9))).isEmpty();
            assertThat(world.chase(DAY.plusDays(10)).asked()).as("C-1 alone").isEqualTo(1);
            assertThat(world.unreached(DAY.plusDays(11))).singleElement().asString().contains("C-2 EUR 2026-10",
                    "nobody can be asked", "correct the customer's master data");
            assertThat(world.mailTo("finance@nordlicht.example")).contains("C-2 EUR 2026-10").contains("nobody can be asked");
            world.sent(DAY.plusDays(10));
            assertThat(world.chase(DAY.plusDays(10))).isEqualTo(ChaseReport.NONE);
            world.chase(DAY.plusDays(17));
            world.sent(DAY.plusDays(17));
            assertThat(world.chase(DAY.plusDays(23)).noReply()).isZero();
            world.chase(DAY.plusDays(24));
            assertThat(world.answers("C-2")).singleElement().satisfies(answer -> {
                assertThat(answer.outcome()).isEqualTo(Outcome.NO_REPLY);
                assertThat(answer.words()).contains("asked again 0 times",
                        "nobody could be written to on [2026-11-12, 2026-11-19]");
            });
            assertThat(world.unreached(DAY.plusDays(25))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionAndTheBridgeGoToWhomTheStatementGoesAndInItsLanguage(TestDatabase kind) {
        StatementTerms general = new StatementTerms(true, Set.of(StatementTerms.Address.GENERAL), Optional.of("de"), false,
                List.of(), StatementTerms.CreditBalances.HOLD, false, StatementTerms.Frequency.MONTHLY, "");
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            world.moved("C-1", "office@acme.example", "dead@acme.example");
            world.chase(DAY.plusDays(10), general);
            assertThat(world.mailTo("office@acme.example")).contains("Sehr geehrte");
            world.bridge("C-1", "Invoice no,Invoice date,Open amount\nINV-1,2026-10-01,-100.00\nINV-2,2026-09-01,-200.00\n",
                    general);
            assertThat(world.mailTo("office@acme.example")).contains("Saldo in den B");
            assertThat(world.mailTo("dead@acme.example")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsMailedNothingAnyMoreByTheTermsIsNotAsked(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            assertThat(world.chase(DAY.plusDays(10), StatementTerms.usual(false, false, List.of())).asked()).isZero();
            assertThat(world.mailSubjects()).noneMatch(subject -> subject.startsWith("Please answer"));
            assertThat(world.unreached(DAY.plusDays(10))).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneCustomerIsAskedLaterThanTheOthersAndAnotherNever(TestDatabase kind) {
        ChasePolicy.Rule later = rule("C-1", new ChasePolicy.Change(Optional.empty(), Optional.of(15), Optional.empty(),
                Optional.of(1), Optional.empty()));
        ChasePolicy.Rule never = rule("C-2", new ChasePolicy.Change(Optional.of(false), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty()));
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            assertThat(world.chase(DAY.plusDays(14), later, never).asked()).isZero();
            assertThat(world.chase(DAY.plusDays(15), later, never).asked()).isEqualTo(1);
            assertThat(world.mailSubjects()).filteredOn(subject -> subject.startsWith("Please answer")).singleElement()
                    .asString().endsWith(world.token("C-1"));
            world.sent(DAY.plusDays(15));
            assertThat(world.chase(DAY.plusDays(22), later, never).noReply()).isEqualTo(1);
            assertThat(world.answers("C-1")).extracting(AnswerRow::outcome).containsExactly(Outcome.NO_REPLY);
            assertThat(world.answers("C-2")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionHasTheLegalLinesOfTheCustomersCountry(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            world.chase(DAY.plusDays(10));
            assertThat(world.mailTo("billing@acme.example")).contains("This statement compares our books with yours.");
        }
    }

    private static ChasePolicy.Rule rule(String customer, ChasePolicy.Change change) {
        return new ChasePolicy.Rule(new StatementRule.Who(Optional.of("main"), Optional.of(customer), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty()), StatementRule.Days.ALL, change);
    }

    @Test
    void financeIsToldHowManyWaitAndNotHowManyAreListed() {
        try (Correspondence world = new Correspondence(TestDatabase.values()[0])) {
            for (int i = 0; i < 203; i++) {
                world.take(world.unproved("ap@beta.example", world.subject("C-2"), "Agreed. Number " + i));
            }
            assertThat(world.chase(DAY.plusDays(1), () -> { }).waiting()).isEqualTo(203);
            List<String> told = world.mailSubjects();
            assertThat(told.get(told.size() - 1)).endsWith("answers to statements that wait: 203");
        }
    }

    private static void askTwice(Correspondence world) {
        world.sent(DAY);
        for (int day : List.of(10, 17)) {
            assertThat(world.chase(DAY.plusDays(day)).asked()).isEqualTo(2);
            world.sent(DAY.plusDays(day));
        }
    }
}
