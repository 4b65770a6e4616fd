package org.saldo.store.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.AccountRelease;
import org.saldo.ledger.AccountStanding;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PrintedAccount;
import org.saldo.store.Batch;
import org.saldo.store.Columns;
import org.saldo.store.Ledger;
import org.saldo.store.RowDigest;
import org.saldo.store.Table;

/** Who has released which content of an account that is printed to customers. */
public final class AccountReleaseStore {

    private final Ledger ledger;

    public AccountReleaseStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The SHA-256 of the account's content, by which a release and a statement name it. */
    public static String hash(PrintedAccount account) {
        return RowDigest.sha256Hex(account.content());
    }

    /** How far exactly this content has come, by all that is known. */
    public AccountStanding standing(PrintedAccount account) {
        return ledger.database().jdbi().withHandle(handle -> standing(handle, account, Optional.empty()));
    }

    /** How far it had come by what was known at an instant. */
    public AccountStanding standing(PrintedAccount account, Instant knownAt) {
        return ledger.database().jdbi().withHandle(handle -> standing(handle, account, Optional.of(knownAt)));
    }

    /** The same, within the transaction of a decision. */
    public AccountStanding standing(Batch batch, PrintedAccount account) {
        return standing(batch.handle(), account, Optional.empty());
    }

    /**
     * A person's release, or withdrawal.
     *
     * @param printedFrom the first day on which the account may be printed by it
     */
    public void add(Batch batch, Decider who, PrintedAccount account, boolean withdrawn, LocalDate printedFrom) {
        batch.add(Table.ACCOUNT_RELEASE, account.company(), account.id(), hash(account), account.content(), withdrawn,
                printedFrom, who.reason(), who.person());
    }

    /**
     * The hash of the account that a statement shows; none where it shows none.
     *
     * @param businessKey of its mail: {@code STATEMENT/} and the statement's key
     */
    public Optional<String> shown(String company, String customer, String businessKey) {
        return ledger.database().jdbi().withHandle(handle -> shown(handle, company, customer, businessKey));
    }

    private static Optional<String> shown(Handle handle, String company, String customer, String businessKey) {
        return handle.createQuery("""
                        SELECT i.account_hash FROM issued_statement i
                        JOIN batch b ON b.batch_id = i.batch_id AND b.known_at IS NOT NULL
                        JOIN statement s ON s.statement_id = i.statement_id
                        WHERE s.company = :company AND s.customer_id = :customer AND i.account_hash <> ''
                        AND 'STATEMENT/' || s.company || '/' || s.customer_id || '/' || s.currency || '/' || s.statement_month
                            || '/' || CAST(s.version AS VARCHAR(10)) = :key""")
                .bind("company", company).bind("customer", customer).bind("key", businessKey).mapTo(String.class).findOne();
    }

    /** The hashes of the accounts that the reminder with this business key names. */
    public List<String> named(String company, String businessKey) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT a.account_hash FROM reminder_account a
                        JOIN batch b ON b.batch_id = a.batch_id AND b.known_at IS NOT NULL
                        WHERE a.business_key = :key AND a.company = :company""")
                .bind("key", businessKey).bind("company", company).mapTo(String.class).list());
    }

    /** Whether the account with this hash is released and was not withdrawn. */
    public boolean isReleased(String company, String hash) {
        return ledger.database().jdbi().withHandle(handle -> AccountStanding.of(all(handle).stream().filter(release ->
                release.company().equals(company) && release.contentHash().equals(hash)).toList()).isReleased());
    }

    private static AccountStanding standing(Handle handle, PrintedAccount account, Optional<Instant> knownAt) {
        List<AccountRelease> releases = of(handle, account.company(), account.id());
        return AccountStanding.of(releases.stream()
                .filter(release -> release.content().equals(account.content()))
                .filter(release -> knownAt.filter(release.knownAt()::isAfter).isEmpty())
                .toList());
    }

    /** Every release of every account, in the order in which they became known. */
    public static List<AccountRelease> all(Handle handle) {
        return of(handle, "", "");
    }

    /** Every release of an account, of whatever content, as they became known; company and account empty for all. */
    public static List<AccountRelease> of(Handle handle, String company, String account) {
        return handle.createQuery("""
                        SELECT r.company, r.account_id, r.content, r.content_hash, r.withdrawn, r.printed_from, r.decided_by,
                            r.reason, b.known_at
                        FROM account_release r JOIN batch b ON b.batch_id = r.batch_id AND b.known_at IS NOT NULL
                        WHERE (:company = '' OR r.company = :company) AND (:account = '' OR r.account_id = :account)
                        ORDER BY b.known_at, r.release_id""")
                .bind("company", company).bind("account", account)
                .map((row, context) -> new AccountRelease(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4), row.getBoolean(5), row.getObject(6, LocalDate.class), row.getString(7),
                        row.getString(8), Columns.instant(row, "known_at"))).list();
    }
}
