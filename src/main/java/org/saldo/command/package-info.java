/**
 * What a person or a script types: one small class a command. Figures go to standard output, the log to standard error
 * and a file. Exit 0: done; 1: a check failed or something was refused; 2: wrong use; 3: broken.
 */
package org.saldo.command;
