/**
 * Measures the hub against a plain insert of the same rows, with made-up data of any size. Run by the Maven profile
 * {@code bench}; what was measured is in {@code src/docs/performance.md}.
 */
package org.saldo.bench;
