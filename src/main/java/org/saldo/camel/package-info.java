/**
 * The service: Camel moves bytes and fires the schedules of {@code routes/}. A route calls one bean of this package and
 * holds no rule about money, dates or texts; nothing that a mail says steers an exchange.
 */
package org.saldo.camel;
