package org.saldo.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who decides by hand, why, and on which day of the company. {@code company} narrows down where payments and documents
 * are looked for; it is empty when none was named.
 *
 * @param source   what was given in writing; empty for a command
 * @param approval the second person, when the decision had to wait for one
 */
public record Decider(String person, String reason, LocalDate day, String company, Optional<Source> source,
                      Optional<Approval> approval) {

    /** An instruction that can come in again, as it was given; it is known by its key. */
    public record Source(String key, Instruction instruction) {
    }

    /** A second person who lets what another has proposed be carried out. {@code instruction} is the proposal's id. */
    public record Approval(long instruction, String person, String reason) {
    }

    private static final String RULES = "rules";
    private static final int REASON_MAX = 500;
    private static final int PERSON_MAX = 100;
    private static final int KEY_MAX = 120;

    public Decider(String person, String reason, LocalDate day, String company) {
        this(person, reason, day, company, Optional.empty(), Optional.empty());
    }

    /** @throws Refused when the person or the reason is missing or too long */
    public Decider {
        person = checked(person);
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw new Refused("reason: is missing; say why, for those who read the books later (--reason TEXT)");
        }
        if (reason.length() > REASON_MAX) {
            throw new Refused("reason: has " + reason.length() + " characters; " + REASON_MAX + " is the most");
        }
        if (source.filter(given -> given.key().length() > KEY_MAX).isPresent()) {
            throw new Refused("instruction_id: has more than " + KEY_MAX + " characters; shorten it");
        }
        approval.ifPresent(second -> checked(second.person()));
    }

    /** @throws Refused when it is no name of a person */
    public static String checked(String person) {
        String name = person.strip();
        if (name.isEmpty() || name.length() > PERSON_MAX) {
            throw new Refused("person: '" + name + "' is no name of 1 to " + PERSON_MAX + " characters; log in as yourself");
        }
        if (name.equals(RULES)) {
            throw new Refused("person: '" + RULES + "' is how the books name decisions by rule; log in under another name");
        }
        return name;
    }

    /** The same decision, known by a key. */
    public Decider under(String key, Instruction given) {
        return new Decider(person, reason, day, company, Optional.of(new Source(key, given)), approval);
    }

    /** The same decision, about payments and documents of this company. */
    public Decider in(String only) {
        return new Decider(person, reason, day, only, source, approval);
    }

    /** By what the decision is known when it comes in again; empty when it cannot. */
    public String key() {
        return source.map(Source::key).orElse("");
    }

    /** The same decision, let through by a second person. */
    public Decider approvedBy(Approval second) {
        return new Decider(person, reason, day, company, source, Optional.of(second));
    }

    /** Who acts now: the second person where there is one. */
    public String actor() {
        return approval.map(Approval::person).orElse(person);
    }
}
