package org.saldo.store.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.AccountRelease;
import org.saldo.ledger.AccountStanding;
import org.saldo.store.RowDigest;
import org.saldo.store.statement.AccountReleaseStore;
import org.saldo.store.statement.IssuedRow;
import org.saldo.store.statement.StatementRegister;

/** Whether the register of issued statements is whole, and every bank account on them had been released by two people. */
final class RegisterChecks {

    private final Handle handle;
    private final Findings findings;
    private final Map<String, List<AccountRelease>> releases = new HashMap<>();

    RegisterChecks(Handle handle, Findings findings) {
        this.handle = handle;
        this.findings = findings;
    }

    void check() {
        readReleases();
        Map<String, IssuedRow> last = new HashMap<>();
        IssuedRow.forEach(handle, row -> {
            IssuedRow before = last.put(row.company(), row);
            checkLink(row, before == null ? 0 : before.entry().number(),
                    before == null ? StatementRegister.GENESIS : before.entryHash());
            if (!row.entry().accountHash().isEmpty()) {
                checkAccount(row);
            }
        });
        checkEnds(last);
        handle.createQuery("""
                        SELECT s.company, s.customer_id, s.statement_number FROM statement s
                        JOIN batch b ON b.batch_id = s.batch_id AND b.known_at IS NOT NULL
                        WHERE NOT EXISTS (SELECT 1 FROM issued_statement i JOIN batch ib ON ib.batch_id = i.batch_id
                            WHERE i.statement_id = s.statement_id AND ib.known_at IS NOT NULL)
                        ORDER BY s.statement_id LIMIT 1000""")
                .map((row, context) -> row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3))
                .forEach(key -> findings.check(Promise.I26, false, "statement " + key, "is not in the register"));
    }

    private void checkLink(IssuedRow row, long before, String hashBefore) {
        String where = row.label() + " of company " + row.company();
        findings.check(Promise.I26, row.entry().number() == before + 1, where,
                "follows after S-%d: entries were removed or added", before);
        findings.check(Promise.I26, row.previousHash().equals(hashBefore), where,
                "does not name the entry before it: %s, not %s", row.previousHash(), hashBefore);
        String hash = row.entry().hash(row.previousHash());
        findings.check(Promise.I26, row.entryHash().equals(hash), where,
                "its hash is %s, but what it stands for has %s: the statement or the entry was changed", row.entryHash(), hash);
    }

    private void checkEnds(Map<String, IssuedRow> last) {
        handle.createQuery("SELECT company, last_number, last_hash FROM statement_register")
                .map((row, context) -> {
                    IssuedRow end = last.remove(row.getString(1));
                    findings.check(Promise.I26, end != null && end.entry().number() == row.getLong(2)
                            && end.entryHash().equals(row.getString(3)), "register of company " + row.getString(1),
                            "should end with S-%d %s: the last entries were removed or changed", row.getLong(2),
                            row.getString(3));
                    return true;
                }).list();
        last.values().forEach(row -> findings.check(Promise.I26, false, "register of company " + row.company(),
                "has entries, but nothing says where it ends"));
    }

    private void checkAccount(IssuedRow row) {
        AccountStanding standing = AccountStanding.of(releases.getOrDefault(row.entry().accountHash(), List.of()).stream()
                .filter(release -> release.company().equals(row.company()))
                .filter(release -> !release.knownAt().isAfter(row.entry().asKnownAt())).toList());
        findings.check(Promise.I27, standing.isPrintedOn(row.day()), row.label() + " of company " + row.company(),
                "shows a bank account (hash %s) that was %s when it was made on %s", row.entry().accountHash(),
                standing.words(), row.day());
    }

    private void readReleases() {
        List<AccountRelease> all = new ArrayList<>(AccountReleaseStore.all(handle));
        for (AccountRelease release : all) {
            findings.check(Promise.I27, RowDigest.sha256Hex(release.content()).equals(release.contentHash()),
                    "a release of bank account " + release.account() + " by " + release.person(),
                    "its hash is not that of the content that it names");
            releases.computeIfAbsent(release.contentHash(), any -> new ArrayList<>()).add(release);
        }
    }
}
