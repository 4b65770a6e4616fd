package org.saldo.job.statement;

/**
 * How a customer may answer a statement, besides by a reply that carries the token in its subject.
 *
 * @param plusAddress whether the token stands in the reply address too
 * @param pageUrl     under which address customers reach the hub's pages, without a slash at its end; empty: not at all
 */
public record AnswerWays(boolean plusAddress, String pageUrl) {

    /** By the subject alone. */
    public static final AnswerWays SUBJECT = new AnswerWays(false, "");
}
