package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;

/**
 * What account, text and name say about who paid: one customer, one of several, or nobody.
 *
 * @param customer     the customer, when exactly one has the best proof
 * @param contradicted the text or the name is that of another customer than the better proof
 * @param others       those that share the best proof, or whose name the payer's name may be a part of
 * @param evidence     the same in words
 * @param asks         a relation says that a person confirms what this payer pays for
 * @param otherwise    who it would be without what was learned; empty when nothing learned speaks here
 */
public record Payer(Proof proof, Optional<String> customer, boolean contradicted, List<String> others, Words evidence,
                    boolean asks, Optional<Payer> otherwise) {

    /** What the identification rests on, the best first. */
    public enum Proof {
        /** The money came in on an account of ours that only this customer is given. */
        VIRTUAL_ACCOUNT,
        /** The payer's account is on file, or stands in a payer relation. */
        ACCOUNT,
        /** The payer's account, which is not on file, was confirmed often enough for one customer alone. */
        LEARNED,
        /** The text has the tax id or the number of one customer alone. */
        TEXT,
        /** The payer's name is that of one customer alone, or stands in a payer relation. */
        NAME,
        /** The payer's name, which is not on file, was confirmed often enough for one customer alone. */
        LEARNED_NAME,
        NONE
    }

    public Payer {
        others = List.copyOf(others);
    }

    static Payer known(Proof proof, String customer, boolean contradicted, Words evidence) {
        return new Payer(proof, Optional.of(customer), contradicted, List.of(), evidence, false, Optional.empty());
    }

    static Payer oneOf(Proof proof, List<String> customers, Words evidence) {
        return new Payer(proof, Optional.empty(), false, customers, evidence, false, Optional.empty());
    }

    static Payer unknown(List<String> hints, Words evidence) {
        return new Payer(Proof.NONE, Optional.empty(), false, hints, evidence, false, Optional.empty());
    }

    /** One of these customers, or the only one of them. */
    static Payer among(Proof proof, List<String> customers, Words evidence) {
        return customers.size() == 1 ? known(proof, customers.get(0), false, evidence) : oneOf(proof, customers, evidence);
    }

    /** The same, known to rest on what was learned; {@code other} is who it would be without. */
    Payer insteadOf(Payer other) {
        return new Payer(proof, customer, contradicted, others, evidence, asks, Optional.of(other));
    }

    /** The same, with what contradicts it. */
    Payer but(Words contradiction) {
        return new Payer(proof, customer, true, others, evidence.and(contradiction), asks, otherwise);
    }

    /** The same, whose payments a person confirms. */
    Payer asking(Words why) {
        return new Payer(proof, customer, contradicted, others, evidence.and(why), true, otherwise);
    }

    /** The only customer of whose name the payer's may be a part, when nothing better is known. */
    public Optional<String> onlyHint() {
        return proof == Proof.NONE && others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    /** Whether master data or a relation tell by the account alone who it is: no better proof can come. */
    boolean isByAccount() {
        return customer.isPresent() && (proof == Proof.ACCOUNT || proof == Proof.VIRTUAL_ACCOUNT);
    }
    /** Whether more than one customer has the account or the name. */
    public boolean isAmbiguous() {
        return customer.isEmpty() && proof != Proof.NONE;
    }

    public boolean is(String number) {
        return customer.isPresent() && customer.get().equals(number);
    }

    /** Whether account, text or name speak for {@code number}, alone or among others. */
    public boolean mayBe(String number) {
        return is(number) || others.contains(number);
    }

    /** Whether account, text or name speak for somebody else than {@code number}. */
    public boolean isSomebodyElseThan(String number) {
        return !mayBe(number) && (customer.isPresent() || !others.isEmpty());
    }
}
