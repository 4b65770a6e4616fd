/**
 * Reminders: who is reminded of what, how firmly, and why somebody else is not. Pure Java: the day and the data are
 * arguments, and every decision is a value that can be read aloud.
 */
package org.saldo.dunning;
