package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Decider;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerTask;

/** A reply that brings the customer's own list: the bridge lies before the task, and the customer gets it as the policy says. */
class ReplyListsTest {

    private static final String HEAD = "Invoice no,Invoice date,Open amount\n";
    private static final String SAME = HEAD + "INV-1,2026-10-01,-119.00\nINV-2,2026-09-01,-200.00\n";
    private static final String OTHER = HEAD + "INV-1,2026-10-01,-100.00\nINV-2,2026-09-01,-200.00\n";
    private static final Decider ANNA = new Decider("anna", "looked at it", Correspondence.DAY.plusDays(2), "");

    @ParameterizedTest
    @EnumSource
    void theBridgeLiesBeforeTheTaskAndTheCustomerGetsItWhenItIsAccepted(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            int before = world.mailSubjects().size();
            world.take(world.withFile("billing@acme.example", world.subject("C-1"), "Please see our list.", "list.csv", OTHER));
            AnswerTask task = world.lastTask();
            assertThat(task.reason()).isEqualTo(TaskReason.LIST_DIFFERS);
            assertThat(task.suggestion()).hasValue(Outcome.CONFIRMED_WITH_DIFFERENCES);
            assertThat(task.words()).startsWith("list list.csv beside 2026-10 EUR: ours EUR 319.00; 1 agreed, 1 amount differs "
                    + "EUR -19.00; theirs EUR 300.00");
            List<String> finance = world.mailSubjects();
            assertThat(finance.subList(before, finance.size())).hasSize(1);
            assertThat(world.mailTo("finance@nordlicht.example")).contains("saldo answers accept " + task.label());
            assertThat(world.mailTo("billing@acme.example")).doesNotContain("Seller");
            assertThat(world.desk().show(task.label())).contains("  our balance on 2026-10-31: EUR 319.00")
                    .anySatisfy(line -> assertThat(line).contains("amount differs: INV-1 | INV-1: EUR -19.00"));
            assertThat(world.desk().accept(ANNA, task.label(), Optional.empty()).text())
                    .contains("confirmed-with-differences").endsWith("; list.csv: The customer's mail was written.");
            assertThat(world.mailTo("billing@acme.example")).contains("INV-1", "119.00", "100.00", "-19.00");
            assertThat(world.mailTo("ap@beta.example")).doesNotContain("INV-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListThatAgreesIsSuggestedAsAYesWhichAPersonStillGives(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind, false, AnswerPolicy.Lists.AT_ONCE)) {
            world.take(world.withFile("billing@acme.example", world.subject("C-1"), "Agreed.", "list.csv", SAME));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.LIST_AGREES);
            assertThat(world.lastTask().suggestion()).hasValue(Outcome.CONFIRMED);
            assertThat(world.lastTask().words()).startsWith("list list.csv beside 2026-10 EUR: agrees line by line, EUR 319.00");
            assertThat(world.answers("C-1")).isEmpty();
            assertThat(world.mailTo("billing@acme.example")).contains("list.csv");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoStaysANoAndAListThatCannotBeReadSaysWhy(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.take(world.withFile("billing@acme.example", world.subject("C-1"), "We do not agree.", "list.csv", OTHER));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.DISPUTED);
            assertThat(world.lastTask().words()).startsWith("list list.csv beside");
            int mails = world.mailSubjects().size();
            world.take(world.withFile("billing@acme.example", world.subject("C-1"), "Agreed.", "list.xlsx", "no workbook"));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.ATTACHMENT);
            assertThat(world.lastTask().words()).startsWith("list list.xlsx was not compared: list.xlsx:1: ")
                    .contains("send it as CSV");
            assertThat(world.mailSubjects()).hasSize(mails);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyLearnsOfAnAccountByAListWhoIsNotProvedToBeItsCustomer(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind, false, AnswerPolicy.Lists.AT_ONCE)) {
            int mails = world.mailSubjects().size();
            String subject = world.subject("C-1");
            world.take(world.withFile("ap@beta.example", subject, "Our list.", "list.csv", OTHER));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.STRANGER);
            world.take(new String(world.withFile("billing@acme.example", subject, "Our list.", "list.csv", OTHER),
                    java.nio.charset.StandardCharsets.UTF_8).replace("dmarc=pass", "dmarc=fail")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.FORGED);
            world.take(world.withFile("billing@acme.example", "Our list", "Our list.", "list.csv", OTHER));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.NO_TOKEN);
            world.take(world.withFile("billing@acme.example", world.subject("C-2"), "Our list.", "list.csv", OTHER));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.STRANGER);
            assertThat(world.lastTask().words()).doesNotContain("list.csv beside");
            assertThat(world.desk().show(world.lastTask().label())).noneMatch(line -> line.contains("our balance"));
            assertThat(world.desk().accept(ANNA, world.lastTask().label(), Optional.of(Outcome.DISPUTED)).text())
                    .doesNotContain("list.csv");
            assertThat(world.mailSubjects()).hasSize(mails);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePolicySaysWhetherListsAreComparedAndWhoGetsTheBridge(TestDatabase kind) {
        for (AnswerPolicy.Lists lists : List.of(AnswerPolicy.Lists.OFF, AnswerPolicy.Lists.FINANCE)) {
            try (Correspondence world = new Correspondence(kind, false, lists)) {
                int mails = world.mailSubjects().size();
                world.take(world.withFile("billing@acme.example", world.subject("C-1"), "Our list.", "list.csv", OTHER));
                assertThat(world.mailSubjects().size() - mails).isEqualTo(lists == AnswerPolicy.Lists.OFF ? 0 : 1);
                world.desk().accept(ANNA, world.lastTask().label(), Optional.of(Outcome.DISPUTED));
                assertThat(world.mailSubjects().size() - mails).isEqualTo(lists == AnswerPolicy.Lists.OFF ? 0 : 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToTheBridgeIsOneToItsStatementAndItsSecondListIsComparedAgain(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            String first = world.take(world.withFile("billing@acme.example", world.subject("C-1"), "Our list is attached.",
                    "list.csv", OTHER)).id();
            world.desk().accept(ANNA, first, Optional.empty());
            assertThat(world.mailSubjects()).anyMatch(subject -> !subject.startsWith("Statement of account")
                    && subject.endsWith(world.token("C-1")));
            ReplyReport second = world.take(world.withFile("billing@acme.example", "Re: " + world.lastSubject("BRIDGE/"),
                    "Please see our list.", "list.csv", SAME));
            assertThat(world.task(TaskReason.LIST_AGREES)).isEqualTo(second);
            assertThat(world.lastTask().statement()).hasValueSatisfying(row ->
                    assertThat(row.id()).isEqualTo(world.statement("C-1").id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aYesAfterABridgeMayBeToTheBridgeAndConfirmsNothingByItself(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind, false, AnswerPolicy.Lists.AT_ONCE)) {
            world.take(world.withFile("billing@acme.example", world.subject("C-1"), "Our list is attached.",
                    "list.csv", OTHER));
            world.take(world.reply("billing@acme.example", "Re: " + world.lastSubject("BRIDGE/"), "Agreed."));
            assertThat(world.answers("C-1")).isEmpty();
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.AFTER_BRIDGE);
            assertThat(world.lastTask().suggestion()).hasValue(Outcome.CONFIRMED_WITH_DIFFERENCES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToABridgeOrAnAcknowledgementWithoutTheTokenFindsItsStatementAndNoReminder(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind, true, AnswerPolicy.Lists.AT_ONCE)) {
            world.take(world.withFile("billing@acme.example", world.subject("C-1"), "Our list is attached.",
                    "list.csv", OTHER));
            world.take(world.answering(world.messageId("BRIDGE/"), "billing@acme.example", "We see INV-2 otherwise."));
            assertThat(world.lastTask().statement()).hasValueSatisfying(row ->
                    assertThat(row.id()).isEqualTo(world.statement("C-1").id()));
            world.take(world.reply("ap@beta.example", world.subject("C-2"), "Agreed."));
            world.take(world.answering(world.messageId("ANSWER/"), "ap@beta.example", "INV-3 is wrong after all."));
            assertThat(world.lastTask().statement()).hasValueSatisfying(row ->
                    assertThat(row.id()).isEqualTo(world.statement("C-2").id()));
        }
    }
}
