package org.saldo.store.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.saldo.store.verify.VerifyReport.Breach;
import org.saldo.store.verify.VerifyReport.Result;

/** What the checks have found so far, promise by promise. */
final class Findings {

    private static final String RESTORE = "compare with a backup; restore it, or ask who changed the database";

    private final Map<Promise, Tally> tallies = new EnumMap<>(Promise.class);
    private final List<String> remarks = new ArrayList<>();

    Findings() {
        for (Promise promise : Promise.values()) {
            tallies.put(promise, new Tally());
        }
    }

    /** Counts one thing as checked. */
    void checked(Promise promise) {
        tallies.get(promise).checked++;
    }

    /** Counts one thing as checked, and as breached unless {@code holds}. The remedy is to look at a backup. */
    void check(Promise promise, boolean holds, Object where, String what, Object... details) {
        checked(promise);
        if (!holds) {
            breach(promise, where.toString(), what.formatted(details), RESTORE);
        }
    }

    void breach(Promise promise, String where, String what, String remedy) {
        Tally tally = tallies.get(promise);
        tally.breached++;
        if (tally.breaches.size() < VerifyReport.BREACHES_TOLD) {
            tally.breaches.add(new Breach(where, what, remedy));
        }
    }

    void remark(String remark) {
        remarks.add(remark);
    }

    List<Result> results() {
        return tallies.entrySet().stream().map(entry -> new Result(entry.getKey(), entry.getValue().checked,
                entry.getValue().breached, entry.getValue().breaches)).toList();
    }

    List<String> remarks() {
        return remarks;
    }

    private static final class Tally {
        private long checked;
        private long breached;
        private final List<Breach> breaches = new ArrayList<>();
    }
}
