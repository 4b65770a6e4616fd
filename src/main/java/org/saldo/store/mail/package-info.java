/**
 * The outbox: mail with its final bytes from the transaction of its decision until a server took it, and what came
 * back.
 */
package org.saldo.store.mail;
