package org.saldo.delivery.worklist;

import java.util.Arrays;
import java.util.List;

/** What a person can choose for a row of the worklist. */
public enum Choice {
    ACCEPT_1("accept proposal 1"),
    ACCEPT_2("accept proposal 2"),
    ACCEPT_3("accept proposal 3"),
    APPLY("apply to the documents named"),
    REFUND("went back with the payment named"),
    ASSIGN("assign to the customer named"),
    ON_ACCOUNT("keep on account"),
    NOT_OURS("not ours"),
    LEAVE("leave it for now");

    /** How many proposals can be chosen from. */
    public static final int PROPOSALS = 3;

    private final String words;

    Choice(String words) {
        this.words = words;
    }

    /** As it stands in the drop-down of an English worklist. */
    public String words() {
        return words;
    }

    /** Which proposal is accepted, from 1; 0 when none is. */
    public int proposal() {
        return ordinal() < PROPOSALS ? ordinal() + 1 : 0;
    }

    /** What can be chosen for a receipt with so many proposals. */
    public static List<Choice> with(int proposals) {
        return Arrays.stream(values()).filter(choice -> choice.proposal() <= proposals).toList();
    }
}
