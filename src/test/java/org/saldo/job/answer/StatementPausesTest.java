package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.dunning.Withheld;
import org.saldo.intake.PageForm;
import org.saldo.ledger.Decider;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.verify.Promise;

/** What an answer to a statement stops: reminders of what it names, as an answer to a reminder does. */
class StatementPausesTest {

    private static final LocalDate NEXT_RUN = LocalDate.of(2026, 11, 6);

    @ParameterizedTest
    @EnumSource
    void whatIsContestedOfAStatementIsNotRemindedOf(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            ReplyReport report = world.reply("C-1", "We dispute invoice INV-1001: the goods were damaged.");
            assertThat(world.talk.task(report.id()).reason()).isEqualTo(TaskReason.DISPUTED);
            assertThat(world.talk.paused()).containsExactly("INV-1001 1200.00 2026-11-17");
            assertThat(world.talk.look(NEXT_RUN).reminded()).filteredOn(each -> each.customer().number().equals("C-1"))
                    .singleElement().satisfies(each -> assertThat(each.asked()).hasToString("[EUR 300.00]"));
            assertThat(world.talk.statementDesk().show(report.id())).anyMatch(line -> line.startsWith("answers the statement")
                    && line.contains("by token; reminders of it are paused"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonAcceptsAsAYesIsNoLongerContested(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            ReplyReport report = world.reply("C-1", "We dispute invoice INV-1001: the goods were damaged.");
            assertThat(world.talk.paused()).hasSize(1);
            world.talk.statementDesk().accept(new Decider("anna", "they took it back on the phone", NEXT_RUN.minusDays(1), ""),
                    report.id(), Optional.of(Outcome.CONFIRMED));
            assertThat(world.talk.look(NEXT_RUN).reminded()).filteredOn(each -> each.customer().number().equals("C-1"))
                    .singleElement().satisfies(each -> assertThat(each.asked()).hasToString("[EUR 1500.00]"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidToBePaidPromisedOrAskedAboutStopsThemTooAndAYesDoesNot(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            world.reply("C-2", "Invoice INV-2001 was already paid on 27 October 2026, EUR 500.00.");
            assertThat(world.talk.paused()).containsExactly("INV-2001 500.00 2026-11-10");
            assertThat(world.talk.look(NEXT_RUN).withheld()).filteredOn(each -> each.customer().number().equals("C-2"))
                    .extracting(Withheld::reason).containsExactly(Withheld.Reason.PAUSED);
            world.reply("C-1", "Agreed.");
            assertThat(world.talk.paused()).hasSize(1);
            world.reply("C-1", "We will pay EUR 1,200.00 for INV-1001 on 16 November 2026.");
            world.reply("C-1", "Could you please send us a copy of invoice INV-1002?");
            assertThat(world.talk.paused()).containsExactly("INV-2001 500.00 2026-11-10", "INV-1001 1200.00 2026-11-18",
                    "INV-1002 300.00 2026-11-06");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatNamesNothingStopsAllThatTheStatementShowsAndNothingYounger(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            world.talk.books.invoice("INV-2099", "C-2", LocalDate.of(2027, 1, 5), "9.00");
            world.reply("C-2", "We do not agree with the balance.");
            assertThat(world.talk.paused()).containsExactly("INV-2001 500.00 2026-11-17");
            world.reply("C-1", "We do not agree. According to our ledger we owe you EUR 1,300.00.");
            assertThat(world.talk.paused()).as("the amount that it has itself is not the part that it contests")
                    .contains("INV-1001 1200.00 2026-11-17", "INV-1002 300.00 2026-11-17");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotProvedOrWasPausedLatelyStopsNothing(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            String text = "We dispute invoice INV-2001: the goods were damaged.";
            ReplyReport unproved = world.mail("dmarc=none", "C-2", text);
            assertThat(world.talk.task(unproved.id()).reason()).isEqualTo(TaskReason.UNVERIFIED);
            world.mail("dmarc=fail", "C-2", text);
            assertThat(world.talk.paused()).isEmpty();
            world.talk.take(world.talk.reply("C-2", "We will pay EUR 500.00 on 6 November 2026."));
            assertThat(world.talk.paused()).hasSize(1);
            ReplyReport again = world.reply("C-2", text);
            assertThat(world.talk.paused()).hasSize(1);
            assertThat(world.talk.statementDesk().show(again.id())).anyMatch(line ->
                    line.contains("paused nothing: an earlier answer has paused it already"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineOfThePageStopsItsPartAndALinkThatWentElsewhereNothing(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            world.onPage("C-1", new PageForm(false, "Ana", "", true, List.of(new PageForm.Line(world.line("INV-1001"), "AMOUNT",
                    "1.000,00"), new PageForm.Line(world.line("INV-1002"), "PAID", "")), "", Optional.empty()));
            assertThat(world.talk.paused()).containsExactly("INV-1001 200.00 2026-11-17", "INV-1002 300.00 2026-11-10");
            SentMails.execute(world.talk.ledger, "UPDATE mail SET recipients = 'tester@seller.example'"
                    + " WHERE customer_id = 'C-2'");
            world.onPage("C-2", new PageForm(false, "Bo", "", true, List.of(), "all of it is wrong", Optional.empty()));
            assertThat(world.talk.paused()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyFindsAPauseOfWhatStandsOnNoStatement(TestDatabase kind) {
        try (StatementTalk world = new StatementTalk(kind)) {
            world.talk.books.invoice("INV-2099", "C-2", LocalDate.of(2027, 1, 5), "900.00");
            world.reply("C-2", "We dispute invoice INV-2001: the goods were damaged.");
            assertThat(world.talk.verify().of(Promise.I31).holds()).isTrue();
            SentMails.execute(world.talk.ledger, "UPDATE answer_pause SET item_id = (SELECT item_id FROM document"
                    + " WHERE document_number = 'INV-2099')");
            assertThat(world.talk.verify().of(Promise.I31).breached()).isEqualTo(1);
            world.talk.isNoLongerWhole();
        }
    }
}
