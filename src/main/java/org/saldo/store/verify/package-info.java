/**
 * The promises that stored rows can prove, each recomputed from the rows.
 */
package org.saldo.store.verify;
