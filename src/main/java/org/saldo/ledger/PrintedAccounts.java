package org.saldo.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The register of the accounts that may be printed to customers, in the order of preference.
 *
 * @param coolingOffDays from the day of the second release until the account is printed
 */
public record PrintedAccounts(List<PrintedAccount> all, int coolingOffDays) {

    /** Nothing is printed, and nothing waits for a release. */
    public static final PrintedAccounts NONE = new PrintedAccounts(List.of(), 0);

    public PrintedAccounts {
        all = List.copyOf(all);
        if (coolingOffDays < 0) {
            throw new IllegalArgumentException("cooling-off-days must be zero or more, was " + coolingOffDays);
        }
        if (all.stream().map(account -> account.company() + "/" + account.id()).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two accounts of a company have the same id");
        }
    }

    public List<PrintedAccount> of(String company) {
        return all.stream().filter(account -> account.company().equals(company)).toList();
    }

    public Optional<PrintedAccount> find(String company, String id) {
        return of(company).stream().filter(account -> account.id().equals(id)).findFirst();
    }
}
