package org.saldo.job.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.delivery.worklist.WorklistKey;
import org.saldo.delivery.worklist.WorklistLine;
import org.saldo.intake.GivenInstruction;
import org.saldo.job.people.Decided;
import org.saldo.job.people.InstructionJob;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.store.people.InstructionRow;
import org.saldo.store.people.InstructionStore;

/** One person's instructions of one file: whether each may be carried out, and how. */
public final class InstructionDesk {

    private static final String WORKLIST = "worklist/";

    private final InstructionIntake.Books books;
    private final Authority authority;
    private final InstructionJob job;
    private final String person;
    private final LocalDate day;

    /** An instruction that came in before: what became of it. */
    record Before(String says) {
    }

    public InstructionDesk(InstructionIntake.Books books, PersonJobs people, String person, LocalDate day) {
        this.books = books;
        this.authority = people.authority();
        this.job = people.instructions();
        this.person = person;
        this.day = day;
    }

    /** The instruction under the key by which it is kept. */
    GivenInstruction keyed(GivenInstruction given) {
        if (given.row().isEmpty()) {
            return given;
        }
        String first = WORKLIST + given.key();
        String key = first;
        for (int again = 2; isRefusedOtherwise(key, given); again++) {
            key = first + "/" + again;
        }
        return new GivenInstruction(given.company(), key, given.instruction(), given.reason(), given.row());
    }

    /** A second person has refused what the row said; it now says something else. */
    private boolean isRefusedOtherwise(String key, GivenInstruction given) {
        return job.known(key).filter(row -> !isSame(row, given) && row.end().filter(end ->
                end.outcome().equals(InstructionStore.REFUSED)).isPresent()).isPresent();
    }

    /**
     * What became of the same instruction before, if it came in before.
     *
     * @throws Refused when another one came in under its key
     */
    Optional<Before> before(GivenInstruction given) {
        if (given.instruction().action().endsAnother()) {
            return job.saidBefore(person, given.instruction()).map(Before::new);
        }
        Optional<InstructionRow> known = job.known(given.key());
        known.filter(row -> !isSame(row, given)).ifPresent(row -> {
            throw new Refused("under this key " + row.label() + " came in before: " + row.instruction().words()
                    + (row.end().isEmpty() ? ", which waits for a second person" : "")
                    + "; " + (given.row().isPresent() ? "see the next worklist" : "give it an id of its own"));
        });
        return known.map(row -> new Before(row.label() + " came in before by " + row.proposedBy() + ": "
                + row.end().map(InstructionDesk::ended).orElse("waits for a second person")));
    }

    private static String ended(InstructionRow.End end) {
        return end.outcome().equals(InstructionStore.REFUSED) ? "refused by " + end.decidedBy() + ": " + end.reason()
                : end.says();
    }

    /** The key of a worklist's row fixes the payment, however it is named, and which proposals were seen. */
    private static boolean isSame(InstructionRow row, GivenInstruction given) {
        Instruction instruction = given.row().isEmpty() ? given.instruction()
                : given.instruction().about(row.instruction().payment()).seenIn(row.instruction().allocation());
        return row.contentHash().equals(InstructionStore.hash(instruction));
    }

    /**
     * The instruction as it can be carried out: a row of the worklist names its payment and company.
     *
     * @throws Refused when the person may not do such a thing, or the row is stale
     */
    GivenInstruction allowed(GivenInstruction given) {
        if (given.instruction().action().endsAnother()) {
            return given;
        }
        authority.requireRight(person, given.instruction().action().right());
        if (given.row().isEmpty()) {
            return given;
        }
        WorklistLine line = line(given.row().get());
        return new GivenInstruction(line.company(), given.key(), given.instruction().about(line.handle())
                .seenIn("D-" + line.decision()), given.reason(), given.row());
    }

    private WorklistLine line(WorklistKey key) {
        return books.worklist().line(key.receipt()).filter(now -> WorklistKey.of(now).equals(key))
                .orElseThrow(() -> new Refused("its payment was decided on since the worklist was written;"
                        + " see `saldo explain`, or the next worklist"));
    }

    /**
     * @throws Refused when the books do not allow it, the person may not for this company and amount, or the row has become
     *                 stale while those before it were carried out
     */
    Decided carryOut(GivenInstruction given) {
        given.row().ifPresent(this::line);
        return job.carryOut(new Decider(person, given.reason(), day, given.company())
                .under(given.key(), given.instruction()), given.instruction());
    }
}
