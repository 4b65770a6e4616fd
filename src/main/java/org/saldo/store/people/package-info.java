/**
 * What people decide about receipts, documents and reminders, and the instructions that wait for a second person.
 */
package org.saldo.store.people;
