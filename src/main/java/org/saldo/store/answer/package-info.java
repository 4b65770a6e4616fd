/**
 * What customers answer to statements and reminders: codes that bind an answer, the mails that came, tasks for people.
 */
package org.saldo.store.answer;
