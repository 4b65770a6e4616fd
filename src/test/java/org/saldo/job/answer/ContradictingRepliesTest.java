package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.intake.PageForm;
import org.saldo.ledger.Decider;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerRow;

/** Two people of a customer answer, and not the same: what speaks against a yes and still waits keeps it from confirming. */
class ContradictingRepliesTest {

    private static final String CLERK = "ap@beta.example";
    private static final String CFO = "cfo@beta.example";
    private static final Decider ANNA = new Decider("anna", "telephoned", LocalDate.of(2026, 11, 4), "");

    @ParameterizedTest
    @ValueSource(strings = {"Not agreed.", "INV-3 is wrong, the rest is right.", "We have paid INV-3 last week.",
        "This is the third time that you send us this nonsense, our lawyer will write to you.",
        "Zq lkj wrt.", "Agreed, EUR 71.00."})
    void aYesAfterWhatSpeaksAgainstItIsAPersons(String first) {
        try (Correspondence world = new Correspondence(TestDatabase.values()[0])) {
            String task = world.take(world.reply(CLERK, world.subject("C-2"), first)).id();
            assertThat(world.take(world.reply(CFO, world.subject("C-2"), "Agreed.")))
                    .isEqualTo(world.task(TaskReason.EARLIER_ANSWER));
            assertThat(world.answers("C-2")).isEmpty();
            assertThat(world.proof().breaches()).isEmpty();
            world.desk().refuse(ANNA, task);
            assertThat(world.take(world.reply(CFO, world.subject("C-2"), "Agreed!")).outcome())
                    .as("a person has seen the first one").isEqualTo(ReplyReport.Outcome.CONFIRMED);
            assertThat(world.proof().breaches()).isEmpty();
            world.tamper("DELETE FROM answer_task_end");
            assertThat(world.proof().breaches()).singleElement().asString().contains(task, "waited, which may speak against it");
            world.isNoLongerWhole();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is INV-3 for?", "We will pay INV-3 on 6 November.", "Please ask Carla, cfo@beta.example."})
    void whatOnlyAsksOrPromisesDoesNotKeepAYesBack(String first) {
        try (Correspondence world = new Correspondence(TestDatabase.values()[0])) {
            world.take(world.reply(CLERK, world.subject("C-2"), first));
            assertThat(world.take(world.reply(CFO, world.subject("C-2"), "Agreed.")).outcome())
                    .isEqualTo(ReplyReport.Outcome.CONFIRMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageAndTheMailAreWeighedTogether(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.take(world.reply("billing@acme.example", world.subject("C-1"), "Not agreed."));
            world.answerOnPage("C-1", form(true, ""), () -> { });
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.EARLIER_ANSWER);
            assertThat(world.answers("C-1")).isEmpty();
            world.answerOnPage("C-2", form(false, "we miss a credit note"), () -> { });
            assertThat(world.take(world.reply(CFO, world.subject("C-2"), "Agreed.")))
                    .isEqualTo(world.task(TaskReason.EARLIER_ANSWER));
            assertThat(world.answers("C-2")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForgedNoKeepsNoYesBackAndAForgedYesIsNotSuggested(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.take(world.forged(CLERK, world.subject("C-2"), "Not agreed."));
            assertThat(world.lastTask().suggestion()).isEmpty();
            assertThat(world.take(world.reply(CFO, world.subject("C-2"), "Agreed.")).outcome())
                    .isEqualTo(ReplyReport.Outcome.CONFIRMED);
            world.take(world.forged("billing@acme.example", world.subject("C-1"), "Agreed."));
            assertThat(world.lastTask().suggestion()).isEmpty();
            assertThat(world.desk().list("").get(1)).contains("telephone the customer").doesNotContain("suggested");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ourOwnStatementThatComesBackIsNoFileToLookAt(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            assertThat(world.take(world.withPdf("billing@acme.example", world.subject("C-1"), "Agreed.", world.pdf("C-1")))
                    .outcome()).isEqualTo(ReplyReport.Outcome.CONFIRMED);
            byte[] before = world.pdf("C-2");
            world.reissue("C-2");
            assertThat(world.take(world.withPdf(CLERK, world.subject("C-2"), "Agreed.", before)))
                    .as("another one is a file").isEqualTo(world.task(TaskReason.ATTACHMENT));
            assertThat(world.lastTask().words()).contains("it is our own statement ST-2026-10-C2");
            assertThat(world.answers("C-1")).extracting(AnswerRow::outcome).containsExactly(Outcome.CONFIRMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ourOwnStatementThatWasWrittenOnIsNoListOfTheCustomer(TestDatabase kind) throws IOException {
        try (Correspondence world = new Correspondence(kind)) {
            world.take(world.withPdf("billing@acme.example", world.subject("C-1"), "See what I wrote on it.",
                    writtenOn(world.pdf("C-1"), "INV-1 was never delivered")));
            assertThat(world.lastTask().reason()).isNotIn(TaskReason.LIST_AGREES, TaskReason.LIST_DIFFERS);
            assertThat(world.lastTask().suggestion()).isEmpty();
        }
    }

    private static byte[] writtenOn(byte[] pdf, String words) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (PDPageContentStream page = new PDPageContentStream(document, document.getPage(0),
                    PDPageContentStream.AppendMode.APPEND, true)) {
                page.beginText();
                page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
                page.newLineAtOffset(60, 30);
                page.showText(words);
                page.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static PageForm form(boolean agrees, String note) {
        return new PageForm(agrees, "Ana", "", true, List.of(), note, Optional.empty());
    }
}
