/** Exact amounts: a currency and a whole number of its minor units. Nothing here rounds unless the caller names the mode. */
package org.saldo.money;
