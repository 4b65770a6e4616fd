package org.saldo.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.worklist.Answer;
import org.saldo.delivery.worklist.WorklistKey;
import org.saldo.delivery.worklist.WorklistLine;
import org.saldo.intake.GivenInstruction;
import org.saldo.intake.ReadRow;
import org.saldo.job.People;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.settings.WorklistTemplates;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.people.InstructionStore;

/** The rows of a long file take a while: what somebody decides in between is not overruled by what was seen before. */
class InstructionRowsTest {

    @ParameterizedTest
    @EnumSource
    void aRowThatBecomesStaleWhileOthersAreCarriedOutIsRefused(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            WorklistStore worklist = new WorklistStore(people.fixture.ledger());
            InstructionDesk desk = new InstructionDesk(new InstructionIntake.Books(new InstructionStore(), worklist,
                    people.fixture.ledger(),
                    WorklistTemplates.read(Path.of("config/templates"))), people.jobs, "anna", OCT_20);
            List<WorklistLine> lines = new ArrayList<>();
            worklist.forEach("main", OCT_25, lines::add);
            InstructionRows rows = new InstructionRows("worklist.xlsx", desk);
            for (WorklistLine line : lines) {
                WorklistKey key = WorklistKey.of(line);
                rows.check(ReadRow.of(line.receipt(), new String[] {line.paymentId()}, new GivenInstruction("", key.text(),
                        Instruction.place(InstructionAction.ASSIGN, line.paymentId(), "C-1"), "seen", Optional.of(key))));
            }
            people.assign.assign(anna(OCT_20), "P-1", "C-2", false);
            rows.carryOut();
            assertThat(rows.answers()).extracting(Answer::state).containsExactly(Answer.State.REFUSED, Answer.State.DONE);
            assertThat(rows.answers().get(0).says()).contains("was decided on since the worklist was written");
            assertThat(people.open()).containsEntry("P-1", "C-2 120.0000").containsEntry("P-2", "C-1 60.0000");
        }
    }
}
