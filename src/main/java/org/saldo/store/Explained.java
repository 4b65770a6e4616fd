package org.saldo.store;

import java.util.List;

/**
 * The life of one thing: what it is, more lines about it, the steps of its life in any order, what holds now, and the
 * company in whose time zone instants are told.
 */
public record Explained(String company, String title, List<String> facts, List<ExplainedStep> steps, List<String> now) {

    public Explained {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        now = List.copyOf(now);
    }
}
