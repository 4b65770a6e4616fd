package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.dunning.Withheld;
import org.saldo.intake.PageForm;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerTask;

/** What is contested of a statement line by line, and what a person makes of it at once: disputes, a promise, a plan. */
class ContestedLinesTest {

    private static final Decider ANNA = new Decider("anna", "as it says", StatementTalk.ANSWERED, "");
    private static final ReminderDesk.Given AS_READ = new ReminderDesk.Given("", Optional.empty(), Optional.empty(), "", "");

    @ParameterizedTest
    @EnumSource
    void everyContestedLineOfAPageBecomesADisputeWithItsPartAndCode(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            AnswerTask task = contested(world);
            assertThat(world.talk.statementDesk().show(task.label())).contains(
                    "contests INV-1001: EUR 200.00, PRICE: INV-1001 AMOUNT 1.000,00",
                    "contests INV-1002: all that is open, QUALITY_RETURN: INV-1002 GOODS");
            assertThat(accept(world, task, "")).extracting(Decided::text).satisfiesExactly(
                    first -> assertThat(first).contains("EUR 200.00 of INV-1001 is disputed"),
                    second -> assertThat(second).contains("EUR 300.00 of INV-1002 is disputed"),
                    answer -> assertThat(answer).contains("confirmed-with-differences"));
            assertThat(world.talk.books.rows("SELECT code, source FROM dispute ORDER BY dispute_id"))
                    .extracting(row -> row.get("code") + " " + row.get("source"))
                    .containsExactly("PRICE answer " + task.label(), "QUALITY_RETURN answer " + task.label());
            assertThat(world.talk.books.count("answer_pause_end")).isEqualTo(1);
            assertThat(world.talk.look(StatementTalk.ANSWERED.plusDays(3)).reminded()).filteredOn(each ->
                    each.customer().number().equals("C-1")).singleElement().satisfies(each ->
                    assertThat(each.asked()).hasToString("[EUR 1000.00]"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatTheBooksRefuseStopsAllAndCanBeLeftOut(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            AnswerTask task = contested(world);
            world.talk.books.pay("INV-1002", "300.00");
            assertThatThrownBy(() -> accept(world, task, "")).isInstanceOf(Refused.class)
                    .hasMessageContaining("nothing was recorded. Leave it out by --without INV-1002");
            assertThat(world.talk.books.count("dispute")).isZero();
            assertThat(world.talk.books.count("answer")).isZero();
            assertThatThrownBy(() -> accept(world, task, "INV-77")).isInstanceOf(Refused.class)
                    .hasMessageContaining("does not contest INV-77");
            assertThat(accept(world, task, "INV-1002")).hasSize(2);
            assertThat(world.talk.books.count("dispute")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneIsOpenedWhenAllAreLeftOutOrThePersonSaysThatItConfirms(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            AnswerTask task = contested(world);
            assertThat(accept(world, task, AnswerDesk.Contested.ALL)).hasSize(1);
            String other = world.reply("C-2", "We dispute invoice INV-2001.").id();
            assertThat(world.talk.statementDesk().accept(ANNA, other, Optional.of(Outcome.CONFIRMED),
                    Optional.of(lines(world, ""))).get(0).text()).contains("is confirmed");
            assertThat(world.talk.books.count("dispute")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAMailContestsIsKeptWithTheCodeOfItsOwnWords(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            String task = world.reply("C-1", "We do not agree with INV-1001, the price is wrong. "
                    + "We do not agree with INV-1002, it was billed twice.").id();
            assertThat(world.talk.statementDesk().show(task))
                    .anyMatch(line -> line.startsWith("contests INV-1001: all that is open, PRICE"))
                    .anyMatch(line -> line.startsWith("contests INV-1002: all that is open, DUPLICATE_INVOICE"));
            assertThat(world.talk.statementDesk().accept(ANNA, task, Optional.empty(), Optional.of(lines(world, ""))))
                    .hasSize(3);
            String right = world.reply("C-2", "We do not agree with INV-2001, only EUR 480.00 are correct.").id();
            assertThat(world.talk.statementDesk().show(right)).anyMatch(line ->
                    line.startsWith("contests INV-2001: all that is open"));
            assertThat(world.talk.paused()).contains("INV-2001 500.00 2026-11-17");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCustomersOwnListHasLessOfIsContested(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            String task = world.withList("C-1", "Please find our list attached.",
                    "Document,Date,Amount\r\nINV-1001,2026-09-09,1150.00\r\nINV-1003,2026-10-28,77.00\r\n").id();
            assertThat(world.talk.task(task).reason()).isEqualTo(TaskReason.LIST_DIFFERS);
            assertThat(world.talk.statementDesk().show(task)).contains(
                    "contests INV-1001: EUR 50.00, UNKNOWN: its list: amount differs",
                    "contests INV-1002: all that is open, UNKNOWN: its list: only ours");
            assertThat(world.talk.paused()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPromisedOfAStatementBecomesAPromiseAPlanOrIsSeen(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            String promise = world.reply("C-1", "We will pay EUR 1,200.00 for INV-1001 on 16 November 2026.").id();
            assertThat(world.talk.task(promise).line()).contains("suggested: a promise of EUR 1,200.00 by 2026-11-16");
            assertThat(world.talk.desk().accept(ANNA, promise, AS_READ).orElseThrow().text())
                    .contains("C-1 pays EUR 1200.00 by 2026-11-16, for INV-1001");
            assertThat(world.talk.books.count("answer_pause_end")).isEqualTo(1);
            String paid = world.reply("C-1", "Invoice INV-1002 was already paid on 27 October 2026, EUR 300.00.").id();
            assertThat(world.talk.task(paid).line()).contains("look for EUR 300.00, paid on 2026-10-27",
                    "in the books: nothing of it has come yet");
            assertThat(world.talk.desk().accept(ANNA, paid, AS_READ).orElseThrow().text()).contains("seen");
            String parts = world.reply("C-2", "Can we pay INV-2001 in two instalments?").id();
            assertThat(world.talk.desk().accept(ANNA, parts, new ReminderDesk.Given("INV-2001", Optional.empty(),
                    Optional.empty(), "", "2026-11-10:250.00,2026-12-10:250.00")).orElseThrow().text()).contains("proposed");
            assertThat(world.talk.look(StatementTalk.ANSWERED.plusDays(3)).withheld()).extracting(Withheld::reason)
                    .isNotEmpty();
            String no = world.reply("C-2", "We do not agree with the balance of INV-2001.").id();
            assertThat(world.talk.desk().accept(ANNA, no, AS_READ)).as("an answer to the statement").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatIsSaidToBePaidIsLookedForAndBecomesNoDispute(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            AnswerTask task = page(world, line(world, "INV-1001", "PAID", "1.000,00"), line(world, "INV-1002", "PAID", ""));
            assertThat(task.reason()).isEqualTo(TaskReason.PAID_ALREADY);
            assertThat(task.suggestion()).isEmpty();
            assertThat(world.talk.statementDesk().show(task.label())).contains(
                    "says that it has paid INV-1001: EUR 200.00: INV-1001 PAID 1.000,00",
                    "says that it has paid INV-1002: EUR 300.00: INV-1002 PAID");
            assertThat(task.line()).contains("in the books: nothing of it has come yet");
            world.talk.books.receipt("P-PAID", StatementTalk.ANSWERED, "300.00", "");
            assertThat(world.talk.task(task.label()).line()).contains("P-PAID of 2026-11-03, EUR 300.00: is nobody's yet; "
                    + "it has the amount that was named");
            assertThat(world.talk.paused()).containsExactly("INV-1001 200.00 2026-11-10", "INV-1002 300.00 2026-11-10");
            assertThat(world.talk.desk().accept(ANNA, task.label(), AS_READ).orElseThrow().text()).contains("seen");
            assertThat(world.talk.books.count("dispute")).isZero();
            assertThat(world.talk.paused()).as("until the payment is due to have come").hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onAPageOnlyWhatIsContestedBesideWhatIsPaidBecomesADispute(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            AnswerTask task = page(world, line(world, "INV-1001", "GOODS", ""), line(world, "INV-1002", "PAID", ""));
            assertThat(task.reason()).isEqualTo(TaskReason.DIFFERENCES);
            assertThat(task.line()).contains("in the books: nothing of it has come yet");
            assertThat(accept(world, task, "")).extracting(Decided::text).satisfiesExactly(
                    first -> assertThat(first).contains("of INV-1001 is disputed"),
                    answer -> assertThat(answer).contains("confirmed-with-differences"));
            assertThat(world.talk.books.count("dispute")).isEqualTo(1);
            assertThat(world.talk.paused()).anyMatch(line -> line.startsWith("INV-1002"));
        }
    }

    private static PageForm.Line line(StatementTalk world, String document, String reason, String amount) {
        return new PageForm.Line(world.line(document), reason, amount);
    }

    private static AnswerTask page(StatementTalk world, PageForm.Line... lines) {
        return world.onPage("C-1", new PageForm(false, "Ana", "", true, List.of(lines), "", Optional.empty()));
    }

    private static AnswerTask contested(StatementTalk world) {
        return world.onPage("C-1", new PageForm(false, "Ana", "", true, List.of(
                new PageForm.Line(world.line("INV-1001"), "AMOUNT", "1.000,00"),
                new PageForm.Line(world.line("INV-1002"), "GOODS", "")), "", Optional.empty()));
    }

    private static List<Decided> accept(StatementTalk world, AnswerTask task, String without) {
        return world.talk.statementDesk().accept(ANNA, task.label(), Optional.empty(), Optional.of(lines(world, without)));
    }

    private static AnswerDesk.Contested lines(StatementTalk world, String without) {
        return new AnswerDesk.Contested(world.talk.people.dispute(), "", Optional.empty(), "",
                without.isEmpty() ? Set.of() : Set.of(without));
    }
}
