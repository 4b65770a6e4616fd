package org.saldo.statement.answer;

/**
 * By what way an answer came: a reply by mail, the page of the statement, a scan that a person filed, or no way at all:
 * the policy or a re-issue.
 */
public enum Channel { REPLY, LINK, SCAN, POLICY, REISSUE }
