package org.saldo.store.verify;

import java.time.Instant;
import java.util.List;

/**
 * What a check of the ledger's promises found. It is about all that was published until {@code knownAt}; {@code rows}
 * of the ledger were read. Keep {@code chainHead} outside the database: whoever can rewrite the whole chain cannot
 * rewrite that. {@code remarks} are no breaches: differences to control balances, and work that is not published yet.
 */
public record VerifyReport(Instant knownAt, long rows, String chainHead, String stateHash, List<Result> results,
                           List<String> remarks) {

    /** How many breaches of one promise are told in full; all are counted. */
    public static final int BREACHES_TOLD = 20;

    public VerifyReport {
        results = List.copyOf(results);
        remarks = List.copyOf(remarks);
    }

    /** How one promise stands: how many things it was checked on, and where it does not hold. */
    public record Result(Promise promise, long checked, long breached, List<Breach> breaches) {

        public Result {
            breaches = List.copyOf(breaches);
        }

        public boolean holds() {
            return breached == 0;
        }
    }

    /** One place where a promise does not hold. */
    public record Breach(String where, String what, String remedy) {

        @Override
        public String toString() {
            return where + ": " + what + "; " + remedy;
        }
    }

    public boolean holds() {
        return results.stream().allMatch(Result::holds);
    }

    public Result of(Promise promise) {
        return results.stream().filter(result -> result.promise() == promise).findFirst().orElseThrow();
    }
}
