package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.AccountRelease;
import org.saldo.ledger.AccountStanding;
import org.saldo.store.ExplainedStep;
import org.saldo.store.statement.AccountReleaseStore;

/** The life of a bank account that is printed to customers: who has released or withdrawn which content of it. */
final class ExplainAccounts {

    private final Handle handle;

    ExplainAccounts(Handle handle) {
        this.handle = handle;
    }

    List<Explained> explain(String id) {
        Map<String, List<AccountRelease>> companies = new LinkedHashMap<>();
        AccountReleaseStore.of(handle, "", id).forEach(release ->
                companies.computeIfAbsent(release.company(), any -> new ArrayList<>()).add(release));
        List<Explained> found = new ArrayList<>();
        companies.forEach((company, releases) -> found.add(explained(company, id, releases)));
        return found;
    }

    private static Explained explained(String company, String id, List<AccountRelease> releases) {
        Map<String, List<AccountRelease>> contents = new LinkedHashMap<>();
        List<ExplainedStep> steps = new ArrayList<>();
        for (AccountRelease release : releases) {
            contents.computeIfAbsent(release.contentHash(), any -> new ArrayList<>()).add(release);
            steps.add(ExplainedStep.of(release.knownAt(), steps.size(), release.withdrawn() ? "withdrawn" : "released",
                    ExplainedStep.why("by", release.person()), ExplainedStep.why("reason", release.reason()),
                    ExplainedStep.why("content", words(release)), ExplainedStep.why("hash", release.contentHash())));
        }
        List<String> now = new ArrayList<>();
        contents.forEach((hash, those) -> now.add(hash.substring(0, 16) + ": " + AccountStanding.of(those).words()));
        return new Explained(company, "Bank account " + id + " (company " + company + "), as it is printed to customers",
                List.of(), steps, now);
    }

    private static String words(AccountRelease release) {
        return String.join(", ", release.content().lines().filter(line -> !line.isEmpty()).toList());
    }
}
