/**
 * Disputes, promises, plans and stops: what keeps a reminder away, from when and until when.
 */
package org.saldo.store.exclusion;
