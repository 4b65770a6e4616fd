package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.AccountRelease;
import org.saldo.ledger.AccountStanding;
import org.saldo.store.ExplainedStep;
import org.saldo.store.statement.AccountReleaseStore;

/** The life of a bank account that is printed to customers: who has released or withdrawn which content of it. */
final class ExplainAccounts {

    private final Handle handle;
    private final Function<String, WorklistWording> words;

    ExplainAccounts(Handle handle, Function<String, WorklistWording> words) {
        this.handle = handle;
        this.words = words;
    }

    List<Explained> explain(String id) {
        Map<String, List<AccountRelease>> companies = new LinkedHashMap<>();
        AccountReleaseStore.of(handle, "", id).forEach(release ->
                companies.computeIfAbsent(release.company(), any -> new ArrayList<>()).add(release));
        List<Explained> found = new ArrayList<>();
        companies.forEach((company, releases) -> found.add(explained(words.apply(company), company, id, releases)));
        return found;
    }

    private static Explained explained(WorklistWording own, String company, String id, List<AccountRelease> releases) {
        Map<String, List<AccountRelease>> contents = new LinkedHashMap<>();
        List<ExplainedStep> steps = new ArrayList<>();
        for (AccountRelease release : releases) {
            contents.computeIfAbsent(release.contentHash(), any -> new ArrayList<>()).add(release);
            steps.add(ExplainedStep.of(release.knownAt(), steps.size(),
                    own.of(release.withdrawn() ? LifeWord.ACCOUNT_WITHDRAWN : LifeWord.ACCOUNT_RELEASED),
                    own.by(release.person()), own.line(ExplainWord.REASON, release.reason()),
                    own.of(LifeWord.CONTENT, words(release)), own.of(LifeWord.HASH, release.contentHash())));
        }
        List<String> now = new ArrayList<>();
        contents.forEach((hash, those) -> now.add(hash.substring(0, 16) + ": " + stands(own, AccountStanding.of(those))));
        return new Explained(company, own.of(LifeWord.BANK_ACCOUNT, id, company), List.of(), steps, now);
    }

    private static String stands(WorklistWording own, AccountStanding standing) {
        String people = String.join(", ", standing.releasedBy());
        return people.isEmpty() ? own.of(LifeWord.STANDS_NOBODY) : standing.printedFrom()
                .map(from -> own.of(LifeWord.STANDS_RELEASED, people, from)).orElseGet(() -> own.of(LifeWord.STANDS_ONE, people));
    }

    private static String words(AccountRelease release) {
        return String.join(", ", release.content().lines().filter(line -> !line.isEmpty()).toList());
    }
}
