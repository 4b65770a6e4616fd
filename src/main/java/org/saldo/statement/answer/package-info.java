/**
 * What a customer answers to a statement of account: how an answer is bound to its statement, what it counts for, and when
 * both sides hold the same document as agreed. Silence is never consent.
 */
package org.saldo.statement.answer;
