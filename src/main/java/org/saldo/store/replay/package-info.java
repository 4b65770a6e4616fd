/**
 * Past runs of cash application played again by other rules, from what was known then. Nothing is written.
 */
package org.saldo.store.replay;
