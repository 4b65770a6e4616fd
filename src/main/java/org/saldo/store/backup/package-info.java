/**
 * The whole database as one file, and back, between both kinds of database.
 */
package org.saldo.store.backup;
