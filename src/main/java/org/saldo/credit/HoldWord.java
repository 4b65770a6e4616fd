package org.saldo.credit;

import java.util.Locale;
import org.saldo.ledger.Word;

/** Why deliveries are to be held, or released. */
public enum HoldWord implements Word {
    OVERDUE("{0} is more than {1} days overdue"),
    LADDER("the ladder proposes it: {0}"),
    BROKEN_PROMISES("{0} promises in a row were broken"),
    BROKEN_PLAN("a plan of instalments is broken"),
    SIGNAL("signal of risk: {0}"),
    OVER_LIMIT("{0} is open, the credit limit is {1}"),
    STILL_OVERDUE("{0} is still overdue"),
    MAY_COME_BACK("{0} was paid in a way that may come back"),
    ALL_PAID("all that was overdue is paid by cleared funds");

    private final String english;

    HoldWord(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "hold-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return english;
    }
}
