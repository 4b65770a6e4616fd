package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** Whose account it is by master data. */
final class OnFile {

    static final OnFile NOBODY = new OnFile("", null);

    /** Who it was the last time, when the directory was of this size. */
    private record Last(int size, String name, String iban, Payer payer) {
    }

    private final String account;
    private final OnFile next;
    private final List<String> customers = new ArrayList<>(1);
    private Last last = new Last(0, "", "", null);

    /** @param next another account of the same hash; null when there is none */
    OnFile(String account, OnFile next) {
        this.account = account;
        this.next = next;
    }

    /** That of an account, among this and those of the same hash; null when it is not there. */
    OnFile of(String other) {
        OnFile found = this;
        while (found != null && !found.account.equals(other)) {
            found = found.next;
        }
        return found;
    }

    void add(String customer) {
        if (!customers.contains(customer)) {
            customers.add(customer);
            customers.sort(null);
        }
    }

    /** In order; empty when nobody has it. */
    List<String> customers() {
        return customers;
    }

    /** Who it was, if the last payment came with the same name, as mostly it does; null when it has to be found out. */
    Payer before(int size, String name, String iban) {
        Last known = last;
        return known.size == size && known.name.equals(name) && known.iban.equals(iban) ? known.payer : null;
    }

    /** Remembers who it is by account and name alone. */
    void keep(int size, String name, String iban, Payer payer) {
        last = new Last(size, name, iban, payer);
    }
}
