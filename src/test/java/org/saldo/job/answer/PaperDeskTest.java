package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.TestDatabase;

/** Signed paper has weight: what binds us is recorded only when two people have read it alike. */
class PaperDeskTest {

    private static final LocalDate DAY = Correspondence.DAY;
    private static final Decider ANNA = new Decider("anna", "it came by post", DAY.plusDays(1), "");

    @ParameterizedTest
    @EnumSource
    void paperThatBindsUsWaitsForASecondPersonWhoSaysTheSame(TestDatabase kind) {
        Decider bernd = new Decider("bernd", "read it as well", DAY.plusDays(1), "");
        try (Correspondence world = new Correspondence(kind)) {
            PaperDesk papers = world.papers(Correspondence.twoAbove("100.00"));
            PaperDesk.Paper paper = paper(Outcome.CONFIRMED_WITH_DIFFERENCES, Grade.SIGNED, "first page");
            Decided first = papers.file(ANNA, "ST-2026-10-C1", paper);
            assertThat(first.waits()).isTrue();
            assertThat(first.text()).contains("waits for a second person", "bernd");
            assertThat(world.answers("C-1")).isEmpty();
            assertThat(papers.list("")).singleElement().asString().contains(first.id(), "C-1", "signed by Ana Ruiz");
            world.chase(DAY.plusDays(1));
            assertThat(world.mailTo("finance@nordlicht.example")).as("told to finance").contains(first.id() + "  C-1");
            assertThat(papers.scan(first.id())).isEqualTo(paper.scan());
            assertThatThrownBy(() -> papers.accept(ANNA, first.id())).isInstanceOf(Refused.class)
                    .hasMessageContaining("you filed it");
            assertThatThrownBy(() -> papers.file(ANNA, "ST-2026-10-C1", paper)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> papers.file(bernd, "ST-2026-10-C1", paper(Outcome.DISPUTED, Grade.SIGNED, "first page")))
                    .isInstanceOf(Refused.class).hasMessageContaining("there it is confirmed-with-differences");
            assertThat(papers.file(bernd, "ST-2026-10-C1", paper).text()).contains("confirmed-with-differences, signed");
            assertThat(world.answers("C-1")).singleElement().satisfies(answer -> {
                assertThat(answer.authenticated()).isEqualTo("filed by anna and bernd");
                assertThat(answer.grade()).hasValue(Grade.SIGNED);
            });
            assertThat(papers.list("")).isEmpty();
            assertThatThrownBy(() -> papers.accept(bernd, first.id())).hasMessageContaining("was accepted by bernd already");
            assertThat(world.proof().holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyTheCustomerSaysTakesOnePersonAndAWaitingPaperCanBeRefused(TestDatabase kind) {
        Decider bernd = new Decider("bernd", "it is another company's seal", DAY.plusDays(1), "");
        try (Correspondence world = new Correspondence(kind)) {
            PaperDesk papers = world.papers(Correspondence.twoAbove("0.00"));
            assertThat(papers.file(ANNA, "ST-2026-10-C1", paper(Outcome.CONFIRMED, Grade.SEALED, "a yes")).waits()).isFalse();
            world.paidTooMuch("C-2");
            String statement = "S-" + world.statement("C-2").id();
            String id = papers.file(ANNA, statement, paper(Outcome.CONFIRMED, Grade.SEALED, "our debt")).id();
            assertThat(papers.show(id)).contains("waits", "signed by: Ana Ruiz, CFO");
            assertThat(papers.refuse(bernd, id).text()).contains("nothing was recorded");
            assertThat(world.answers("C-2")).noneMatch(answer -> answer.outcome() == Outcome.CONFIRMED);
            String again = papers.file(ANNA, statement, paper(Outcome.CONFIRMED, Grade.SEALED, "our debt")).id();
            world.reissue("C-2");
            assertThatThrownBy(() -> papers.accept(bernd, again)).isInstanceOf(Refused.class)
                    .hasMessageContaining("a later version was issued");
        }
    }

    private static PaperDesk.Paper paper(Outcome outcome, Grade grade, String text) {
        return new PaperDesk.Paper(outcome, grade, "Ana Ruiz", "CFO", DAY,
                ("%PDF-1.4 " + text).getBytes(StandardCharsets.ISO_8859_1));
    }
}
