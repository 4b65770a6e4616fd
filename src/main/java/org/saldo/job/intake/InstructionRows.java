package org.saldo.job.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.saldo.delivery.worklist.Answer;
import org.saldo.intake.GivenInstruction;
import org.saldo.intake.ReadRow;
import org.saldo.intake.Rejection;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Refused;
import org.saldo.ledger.Words;
import org.saldo.store.intake.IntakeCounts;

/** The rows of one file of instructions on their way: looked at first, all of them, then carried out, then answered. */
public final class InstructionRows {

    private final String file;
    private final InstructionDesk desk;
    private final List<Ready> ready = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<ReadRow<GivenInstruction>> refused = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private record Ready(ReadRow<GivenInstruction> row, GivenInstruction given) {
    }

    public InstructionRows(String file, InstructionDesk desk) {
        this.file = file;
        this.desk = desk;
    }

    /** Looks at a row; nothing is carried out. */
    public void check(ReadRow<GivenInstruction> row) {
        if (row.rejection().isPresent()) {
            refused.add(row);
            Rejection why = row.rejection().get();
            Words given = Words.said(row.raw().length == 1 ? row.raw()[0] : "");
            answers.add(new Answer(row.line(), "", "", "", given, Answer.State.REFUSED, why.field() + ": "
                    + why.reason() + "; " + why.remedy()));
            return;
        }
        GivenInstruction read = row.record().orElseThrow();
        try {
            GivenInstruction given = desk.keyed(read);
            if (!keys.add(given.key())) {
                throw new Refused("its id stands in the file twice; keep one row of it");
            }
            desk.before(given).ifPresentOrElse(before -> answer(row, given, Answer.State.KNOWN, before.says()),
                    () -> ready.add(new Ready(row, desk.allowed(given))));
        } catch (Refused fault) {
            refuse(row, read, fault);
        }
    }

    /** Carries out what was found to be right, in the order of the file. */
    public void carryOut() {
        for (Ready each : ready) {
            try {
                Decided decided = desk.carryOut(each.given());
                answer(each.row(), each.given(), decided.waits() ? Answer.State.WAITS : Answer.State.DONE, decided.text());
            } catch (Refused fault) {
                refuse(each.row(), each.given(), fault);
            }
        }
        ready.clear();
    }

    private void answer(ReadRow<GivenInstruction> row, GivenInstruction given, Answer.State state, String says) {
        answers.add(new Answer(row.line(), given.company(), given.key(), given.instruction().payment(),
                row.record().orElse(given).instruction().told(), state, says));
    }

    private void refuse(ReadRow<GivenInstruction> row, GivenInstruction given, Refused fault) {
        String message = fault.getMessage();
        int remedy = message.lastIndexOf("; ");
        refused.add(ReadRow.refused(row.raw(), new Rejection(file, row.line(), "row",
                remedy < 0 ? message : message.substring(0, remedy), remedy < 0 ? "" : message.substring(remedy + 2))));
        answer(row, given, Answer.State.REFUSED, message);
    }

    /** One for each row, in the order of the file. */
    public List<Answer> answers() {
        return answers.stream().sorted(Comparator.comparing(Answer::line)).toList();
    }

    /** The refused rows, in the order of the file. */
    public List<ReadRow<GivenInstruction>> refused() {
        return refused.stream().sorted(Comparator.comparing(ReadRow::line)).toList();
    }

    public IntakeCounts counts() {
        return new IntakeCounts(count(Answer.State.DONE) + count(Answer.State.WAITS), count(Answer.State.KNOWN),
                count(Answer.State.REFUSED));
    }

    private long count(Answer.State state) {
        return answers.stream().filter(answer -> answer.state() == state).count();
    }
}
