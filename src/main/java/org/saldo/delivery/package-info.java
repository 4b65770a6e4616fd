/**
 * What leaves the house: templates in the reader's language, mails as final bytes, and the SMTP connection over which
 * the outbox is drained. Nothing here decides whether a mail is written; that is a job's work.
 */
package org.saldo.delivery;
