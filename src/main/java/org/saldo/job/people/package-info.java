/**
 * What people decide, by command or in a file: each asks who may, and whether a second person is needed.
 */
package org.saldo.job.people;
