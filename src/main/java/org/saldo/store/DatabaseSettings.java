package org.saldo.store;

/** Where the ledger's database is. {@code url} begins with {@code jdbc:hsqldb:} or {@code jdbc:postgresql:}. */
public record DatabaseSettings(String url, String user, String password) {

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
