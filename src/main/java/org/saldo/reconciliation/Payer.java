package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;

/**
 * What account and name say about who paid: one customer, one of several, or nobody.
 *
 * @param customer      the customer, when exactly one has the best proof
 * @param contradicted  the name is that of another customer than the account
 * @param others        those that share the best proof, or whose name the payer's name may be a part of
 * @param evidence      the same in words
 */
public record Payer(Proof proof, Optional<String> customer, boolean contradicted, List<String> others, Words evidence) {

    /** What the identification rests on, the best first. */
    public enum Proof { ACCOUNT, NAME, NONE }

    public Payer {
        others = List.copyOf(others);
    }

    static Payer known(Proof proof, String customer, boolean contradicted, Words evidence) {
        return new Payer(proof, Optional.of(customer), contradicted, List.of(), evidence);
    }

    static Payer oneOf(Proof proof, List<String> customers, Words evidence) {
        return new Payer(proof, Optional.empty(), false, customers, evidence);
    }

    static Payer unknown(List<String> hints, Words evidence) {
        return new Payer(Proof.NONE, Optional.empty(), false, hints, evidence);
    }

    /** The only customer of whose name the payer's may be a part, when nothing better is known. */
    Optional<String> onlyHint() {
        return proof == Proof.NONE && others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    /** Whether more than one customer has the account or the name. */
    public boolean isAmbiguous() {
        return customer.isEmpty() && proof != Proof.NONE;
    }

    public boolean is(String number) {
        return customer.isPresent() && customer.get().equals(number);
    }

    /** Whether account or name speak for {@code number}, alone or among others. */
    public boolean mayBe(String number) {
        return is(number) || others.contains(number);
    }

    /** Whether account or name speak for somebody else than {@code number}. */
    public boolean isSomebodyElseThan(String number) {
        return !mayBe(number) && (customer.isPresent() || !others.isEmpty());
    }
}
