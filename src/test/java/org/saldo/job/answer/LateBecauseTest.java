package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.People;
import org.saldo.job.people.NoteJob;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.settings.LatenessFile;
import org.saldo.store.TestDatabase;

/** Why a customer is late, noted with its answer. */
class LateBecauseTest {

    @ParameterizedTest
    @EnumSource
    void theReasonOfAnAnswerIsNotedForOneDocumentOrAll(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String task = talk.take(talk.reply("C-1", "We will pay EUR 1,200.00 by 5 November 2026.")).id();
            String code = LatenessFile.read(Path.of("config/policies/lateness.yaml")).names().split(", ")[0];
            NoteJob notes = new NoteJob(talk.people, LatenessFile.read(Path.of("config/policies/lateness.yaml")));
            Decider anna = new Decider("anna", "as it says", ReminderTalk.REPLIED, "");
            assertThatThrownBy(() -> notes.requireLate(anna, task, new NoteJob.Late("WEATHER", "")))
                    .isInstanceOf(Refused.class).hasMessageContaining("'WEATHER': is not in lateness.yaml; give one of");
            assertThatThrownBy(() -> notes.requireLate(anna, "T-1", new NoteJob.Late(code, ""))).isInstanceOf(Refused.class);
            assertThat(notes.late(anna, task, new NoteJob.Late(code, "INV-1001")).text())
                    .isEqualTo(task + ": customer C-1 is late because " + code + " (INV-1001)");
            assertThatThrownBy(() -> notes.late(anna, task, new NoteJob.Late(code, "INV-2001"))).isInstanceOf(Refused.class)
                    .hasMessageContaining("is C-2's");
            assertThat(talk.books.rows("SELECT code, source FROM lateness")).singleElement().satisfies(row ->
                    assertThat(row).containsEntry("code", code).containsEntry("source", task));
            PersonJobs others = new PersonJobs(talk.ledger, ReminderTalk.COMPANIES, new Authority("authority.yaml", List.of(
                    new Authority.Grant("bernd", EnumSet.of(PersonAction.ANSWER), Optional.empty()))), People.DISPUTES);
            assertThatThrownBy(() -> new NoteJob(others, LatenessFile.read(Path.of("config/policies/lateness.yaml")))
                    .requireLate(new Decider("bernd", "as it says", ReminderTalk.REPLIED, ""), task, new NoteJob.Late(code, "")))
                    .isInstanceOf(Refused.class).hasMessageContaining("'bernd' may not note");
        }
    }
}
