package org.saldo.reconciliation;

import org.saldo.ledger.ReferenceKey;

/** Whose accounts of payers are by master data. */
final class PayerAccounts {

    /** By the hash of the account. */
    private final LongMap<OnFile> byHash = new LongMap<>();

    /** Nothing is added where the account is empty. */
    void add(String iban, String customer) {
        String account = ReferenceKey.of(iban);
        if (account.isEmpty()) {
            return;
        }
        OnFile known = of(account);
        if (known == OnFile.NOBODY) {
            long hash = KeyHash.of(account);
            known = new OnFile(account, byHash.get(hash));
            byHash.put(hash, known);
        }
        known.add(customer);
    }

    /** Nobody's when the account is not on file. */
    OnFile of(String iban) {
        String account = ReferenceKey.of(iban);
        OnFile same = byHash.get(KeyHash.of(account));
        OnFile known = same == null ? null : same.of(account);
        return known == null ? OnFile.NOBODY : known;
    }
}
