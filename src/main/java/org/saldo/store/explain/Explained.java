package org.saldo.store.explain;

import java.util.List;
import org.saldo.store.ExplainedStep;

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
