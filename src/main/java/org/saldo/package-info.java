/**
 * Saldo: the receivables ledger, from the files that come in to the statement and the reminder that go out.
 */
package org.saldo;
