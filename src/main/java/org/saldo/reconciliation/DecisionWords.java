package org.saldo.reconciliation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Why a receipt was decided as it was, and what would settle it, in plain words: the same in explanations, worklists and
 * mails.
 *
 * @param reason the code that the decision keeps: a {@link Reason}, that of a person, or empty for none
 */
public record DecisionWords(String reason) {

    /** What people have done, by its code; without a code nothing was done yet. */
    public static final Map<String, String> OF_PEOPLE = Map.of(
            "ON_ACCOUNT_BY_PERSON", "a person has said that it stays on account",
            "NOT_OURS_BY_PERSON", "a person has said that it is not ours",
            "APPLIED_BY_PERSON", "a person has applied it, or a part of it",
            "UNAPPLIED_BY_PERSON", "a person has taken an allocation back",
            "ASSIGNED_BY_PERSON", "a person has said whose it is, but not what it settles",
            "BANK_CHARGE_BY_PERSON", "a person has linked it with the payment that it took back; the rest is a bank's charge",
            "REFUNDED_BY_PERSON", "a person has linked it with money that went back",
            "RETURN_TAKEN_BACK_BY_PERSON", "a person has said that it did not go back",
            "UNASSIGNED_BY_PERSON", "a person has said that it is not clear whose it is",
            "", "it was not looked at yet");

    /** Why it waits, or why it was applied. */
    public String why() {
        return known().map(Reason::sentence).orElseGet(() -> OF_PEOPLE.getOrDefault(reason,
                reason.toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    /** What would settle what waits. @param hasCustomer whether it is known whose it is */
    public String settledBy(boolean hasCustomer) {
        return known().map(Reason::settledBy).filter(words -> !words.isEmpty())
                .orElse(hasCustomer ? "apply what is left, or keep it on account" : "say whose it is");
    }

    private Optional<Reason> known() {
        return Arrays.stream(Reason.values()).filter(each -> each.name().equals(reason)).findFirst();
    }
}
