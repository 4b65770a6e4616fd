package org.saldo.store.mail;

/**
 * Where a mail is on its way. SENDING is committed before the first byte goes out, so that a mail whose sender died is
 * found again and becomes IN_DOUBT: it may have arrived, and only a person sends it again.
 */
public enum MailState { PENDING, SENDING, ACCEPTED, IN_DOUBT, FAILED, BOUNCED, CANCELLED }
