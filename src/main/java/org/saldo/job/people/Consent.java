package org.saldo.job.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.people.InstructionRow;
import org.saldo.store.people.InstructionStore;

/**
 * The one way by which a person's decision gets into the books: who may, whether it came in before, and whether a second
 * person is needed. All of it is asked in the transaction that writes.
 */
public final class Consent {

    private final Ledger ledger;
    private final Authority authority;
    private final InstructionStore store = new InstructionStore();

    public Consent(Ledger ledger, Authority authority) {
        this.ledger = ledger;
        this.authority = authority;
    }

    /**
     * Carries the decision out, or keeps it until a second person approves it.
     *
     * @param prepare asks whether the books allow it
     * @throws Refused when the person may not, or it came in before
     */
    public Decided decide(Decider who, Instruction given, Function<Batch, Prepared> prepare) {
        authority.requireRight(who.actor(), given.action().right());
        return ledger.record(BatchKind.PERSON, who.actor(), who.day(), batch -> decide(batch, who, given, prepare));
    }

    /** The same as a part of what a batch records. */
    public Decided decide(Batch batch, Decider who, Instruction given, Function<Batch, Prepared> prepare) {
        authority.requireRight(who.actor(), given.action().right());
        requireNew(batch, who);
        Prepared prepared = prepared(batch, who, prepare);
        requireCurrency(who.source().map(Decider.Source::instruction).orElse(given), prepared);
        requireAllowed(who, prepared);
        if (who.approval().isEmpty() && needsSecondPerson(prepared)) {
            return proposed(batch, who, given, prepared);
        }
        Decided done = prepared.write().get();
        keep(batch, who, given, prepared, done);
        return done;
    }

    /** What the books refuse may be because another one was quicker: then that is said. */
    private Prepared prepared(Batch batch, Decider who, Function<Batch, Prepared> prepare) {
        try {
            return prepare.apply(batch);
        } catch (Refused refused) {
            requireNew(batch, who);
            throw refused;
        }
    }

    private void requireNew(Batch batch, Decider who) {
        if (who.approval().isPresent()) {
            long id = who.approval().get().instruction();
            waiting(id, store.find(batch, id));
        } else if (!who.key().isEmpty()) {
            store.known(batch, who.key()).ifPresent(before -> {
                throw new Refused("instruction " + who.key() + ": came in before as " + before.label() + "; nothing to do");
            });
        }
    }

    /** @throws Refused unless this instruction waits for a second person */
    static InstructionRow waiting(long id, Optional<InstructionRow> found) {
        InstructionRow row = found.orElseThrow(() -> new Refused("instruction I-" + id
                + ": is not known; see `saldo export instructions`"));
        row.end().ifPresent(end -> {
            throw new Refused(row.label() + ": was " + end.outcome().toLowerCase(Locale.ROOT) + " already by "
                    + end.decidedBy() + "; nothing to do");
        });
        return row;
    }

    private void requireAllowed(Decider who, Prepared prepared) {
        if (who.approval().isPresent() && who.actor().equalsIgnoreCase(who.person())) {
            throw new Refused("I-" + who.approval().get().instruction() + ": who proposes never approves; ask another person"
                    + " who may");
        }
        authority.require(who.actor(), prepared.instruction().action().right(), prepared.company());
        prepared.charges().forEach(charge -> requireAllowed(who, prepared.company(), charge));
    }

    private void requireAllowed(Decider who, String company, Prepared.Charge charge) {
        try {
            authority.require(who.actor(), charge.right(), company, charge.amount());
        } catch (Refused tooMuch) {
            throw charge.before().isZero() ? tooMuch : new Refused(tooMuch.getMessage() + " (" + charge.before()
                    + " of it were decided before, by the same person of the same payment or document)");
        }
    }

    private static void requireCurrency(Instruction given, Prepared prepared) {
        List<String> books = prepared.charges().stream().map(charge -> charge.amount().currency().getCurrencyCode())
                .distinct().toList();
        if (!given.currency().isEmpty() && !books.isEmpty() && !books.contains(given.currency())) {
            throw new Refused("currency: the instruction is in " + given.currency() + ", what it touches is in "
                    + String.join(" and ", books) + "; currencies do not mix");
        }
    }

    private boolean needsSecondPerson(Prepared prepared) {
        return prepared.charges().stream().anyMatch(charge ->
                authority.needsSecondPerson(charge.right(), prepared.company(), charge.amount()));
    }

    private Decided proposed(Batch batch, Decider who, Instruction given, Prepared prepared) {
        long id = add(batch, who, given, prepared);
        List<String> able = able(who, prepared);
        return new Decided("I-" + id, "I-" + id + ": waits for a second person: " + prepared.instruction().words() + "; "
                + (able.isEmpty() ? "nobody else in authority.yaml may approve it" : "to approve: " + String.join(", ", able)),
                true);
    }

    private long add(Batch batch, Decider who, Instruction given, Prepared prepared) {
        String books = prepared.charges().stream().map(charge -> charge.amount().currency().getCurrencyCode()).findFirst()
                .orElse("");
        return store.add(batch, who, prepared.company(), who.source().map(Decider.Source::instruction).orElse(given),
                prepared.instruction().in(books));
    }

    private List<String> able(Decider who, Prepared prepared) {
        return authority.grants().stream().map(Authority.Grant::person).distinct().sorted()
                .filter(person -> prepared.charges().stream().allMatch(charge -> authority.able(charge.right(),
                        prepared.company(), charge.amount(), who.person()).contains(person))).toList();
    }

    private void keep(Batch batch, Decider who, Instruction given, Prepared prepared, Decided done) {
        if (who.approval().isPresent()) {
            Decider.Approval second = who.approval().get();
            store.end(batch, second.instruction(), InstructionStore.APPROVED, who, second.reason(), done.text());
        } else if (!who.key().isEmpty()) {
            long id = add(batch, who, given, prepared);
            store.end(batch, id, InstructionStore.DONE, who, "", done.text());
        }
    }
}
