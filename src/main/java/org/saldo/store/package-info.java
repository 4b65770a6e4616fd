/**
 * The only JDBC of Saldo. One SQL text for HSQLDB and PostgreSQL; what must differ is in {@link org.saldo.store.SqlDialect}.
 * Rows enter the ledger through a {@link org.saldo.store.Batch} and are never changed; projections of what is open are
 * written in the same transaction.
 */
package org.saldo.store;
