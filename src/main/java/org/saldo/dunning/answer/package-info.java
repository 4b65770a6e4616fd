/**
 * What customers answer to reminders: what an answer touches, for how long that is not asked for, and whom it is told to. An
 * answer never changes money or master data; it can only stop reminders for a few days.
 */
package org.saldo.dunning.answer;
