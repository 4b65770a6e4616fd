package org.saldo.job.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.saldo.job.people.Decided;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.answer.ContestedLine;
import org.saldo.store.answer.ContestedLines;
import org.saldo.store.answer.ReminderAnswerStore;
import org.saldo.store.answer.StatementFinder;

/**
 * Opens the disputes that follow of an accepted answer: of the one document that the person names, else of every line that is
 * contested. What a line says to be paid is no dispute.
 */
final class AnswerDisputes {

    /** @throws Refused when the books do not allow one of them; then none is opened */
    List<Decided> of(Batch batch, Decider who, AnswerTask task, AnswerDesk.Contested what) {
        List<Decided> done = what.document().isEmpty() ? ofLines(batch, who, task, what)
                : List.of(open(batch, who, task, what, new Wanted(what.document(), what.amount(), what.code())));
        boolean saidPaid = ContestedLines.of(batch, task.reply()).stream().anyMatch(ContestedLine::paid);
        if (!done.isEmpty() && !saidPaid && done.stream().noneMatch(Decided::waits)) {
            task.reading().ifPresent(row -> new ReminderAnswerStore().endPauses(batch, row, task.label() + ": "
                    + String.join(", ", done.stream().map(Decided::id).toList()) + " takes its place"));
        }
        return done;
    }

    private record Wanted(String document, Optional<BigDecimal> amount, String code) {
    }

    private static List<Decided> ofLines(Batch batch, Decider who, AnswerTask task, AnswerDesk.Contested what) {
        List<ContestedLine> lines = ContestedLines.of(batch, task.reply());
        Set<String> unknown = new TreeSet<>(what.without());
        lines.forEach(line -> unknown.remove(line.document()));
        boolean none = unknown.remove(AnswerDesk.Contested.ALL);
        if (!unknown.isEmpty()) {
            throw new Refused(task.label() + ": does not contest " + String.join(", ", unknown) + "; see `saldo answers show "
                    + task.label() + "`");
        }
        List<Decided> done = new ArrayList<>();
        for (ContestedLine line : lines) {
            if (none || line.paid() || what.without().contains(line.document())) {
                continue;
            }
            String code = line.code() == DifferenceCode.UNKNOWN && !what.code().isEmpty() ? what.code() : line.code().name();
            try {
                done.add(open(batch, who, task, what, new Wanted(line.document(), line.amount().map(Money::toDecimal), code)));
            } catch (Refused refused) {
                throw new Refused(refused.getMessage() + "; nothing was recorded. Leave it out by --without "
                        + line.document());
            }
        }
        return done;
    }

    private static Decided open(Batch batch, Decider who, AnswerTask task, AnswerDesk.Contested what, Wanted wanted) {
        CustomerId customer = new CustomerId(task.company(), task.customer().isEmpty() ? "?" : task.customer());
        if (!new StatementFinder(batch).isDocumentOf(customer, wanted.document())) {
            throw new Refused(task.label() + ": " + wanted.document() + " is no document of customer " + customer.number()
                    + "; see `saldo answers show " + task.label() + "`");
        }
        return what.disputes().open(batch, who.in(customer.company()), Instruction.dispute(wanted.document(), wanted.amount(),
                new Instruction.Terms(wanted.code(), "", "", "answer " + task.label())));
    }
}
