package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.intake.PageForm;
import org.saldo.ledger.Decider;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerRow;
import org.saldo.store.statement.StatementRow;

/** What an answer on a statement's page counts for: whose link it was, which version it is about, what is kept of it. */
class PageAnswersTest {

    private static final LocalDate DAY = Correspondence.DAY;
    private static final Decider ANNA = new Decider("anna", "telephoned", DAY.plusDays(1), "");

    @ParameterizedTest
    @ValueSource(strings = {"tester@nordlicht.example", "billing@acme.example, tester@nordlicht.example", ""})
    void aLinkThatWentToSomebodyElseDoesNotConfirmForTheCustomer(String sentTo) {
        try (Correspondence world = new Correspondence(TestDatabase.values()[0])) {
            world.tamper("UPDATE mail SET recipients = '" + sentTo + "' WHERE customer_id = 'C-1'");
            world.answerOnPage("C-1", agreed(""), () -> { });
            assertThat(world.answers("C-1")).isEmpty();
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.STRANGER);
            world.answerOnPage("C-2", agreed(""), () -> { });
            assertThat(world.answers("C-2")).extracting(AnswerRow::outcome).containsExactly(Outcome.CONFIRMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVersionThatIsIssuedMeanwhileIsNotConfirmedByAnAnswerToTheOneBefore(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.answerOnPage("C-1", agreed(""), () -> world.reissue("C-1"));
            assertThat(world.answers("C-1")).extracting(AnswerRow::outcome).containsExactly(Outcome.SUPERSEDED);
            world.answerOnPage("C-1", agreed(""), () -> { });
            assertThat(world.answers("C-1")).extracting(AnswerRow::outcome)
                    .containsExactly(Outcome.SUPERSEDED, Outcome.CONFIRMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageStaysWhatItWasWhenAnEarlierMonthIsIssuedLater(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            StatementRow october = world.statement("C-1");
            world.makeSeptemberLate();
            assertThat(world.isPageShown(october)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u2028", "\u0085", "\u000b"})
    void whatIsWrittenInTheNoteIsNoFactOfItsOwn(String lineBreak) {
        try (Correspondence world = new Correspondence(TestDatabase.values()[0])) {
            world.answerOnPage("C-1", agreed("see" + lineBreak + "balance: EUR 0.00"), () -> { });
            String kept = new String(world.content(world.lastTask().rawSha256()), StandardCharsets.UTF_8);
            assertThat(kept.split("\\R")).filteredOn(line -> line.startsWith("balance:"))
                    .containsExactly("balance: EUR 319.00");
            assertThat(kept).contains("see balance: EUR 0.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPostedToAClosedPageIsNotRead(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.answerOnPage("C-1", agreed(""), () -> { });
            world.answerOnPage("C-1", () -> {
                throw new IllegalStateException("was read");
            }, () -> { });
            assertThat(world.answers("C-1")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListOfVeryShortLinesIsHandedOverAsItCame(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            byte[] list = "1\n".repeat(5000).getBytes(StandardCharsets.US_ASCII);
            world.answerOnPage("C-1", new PageForm(false, "Ana", "", true, List.of(), "",
                    Optional.of(new PageForm.Upload("list.csv", list))), () -> { });
            assertThat(world.desk().files(world.lastTask().label()).get("list.csv")).isEqualTo(list);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonAcceptsOfAPageIsOfTheGradeOfAMail(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.tamper("UPDATE mail SET recipients = 'cfo@beta.example' WHERE customer_id = 'C-2'");
            world.answerOnPage("C-2", agreed("but see my note"), () -> { });
            world.desk().accept(ANNA, world.lastTask().label(), Optional.of(Outcome.CONFIRMED));
            assertThat(world.answers("C-2")).singleElement().extracting(AnswerRow::grade).isEqualTo(Optional.of(Grade.EMAIL));
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageClosesSoManyDaysAfterItsMailHasLeft(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            StatementRow row = world.statement("C-1");
            String open = world.page(row, Instant.parse("2027-02-01T09:00:00Z"));
            assertThat(open).as("its mail has not left").contains("<form");
            world.sent(DAY.plusDays(63));
            Instant left = DAY.plusDays(63).atTime(9, 0).toInstant(ZoneOffset.UTC);
            assertThat(world.page(row, left.plus(Duration.ofDays(60)))).contains("<form");
            assertThat(world.page(row, left.plus(Duration.ofDays(60)).plusMillis(1))).doesNotContain("<form").isNotEmpty();
        }
    }

    private static PageForm agreed(String note) {
        return new PageForm(true, "Ana", "", true, List.of(), note, Optional.empty());
    }
}
