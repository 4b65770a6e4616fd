package org.saldo.job;

import java.nio.file.Path;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;

/**
 * What statements are made by: the policy, the words, the folder under which they lie, the sender of their mail, and
 * whether the reply address carries the token.
 */
public record StatementSettings(StatementPolicy policy, StatementTemplates templates, Path out, String from,
                                boolean plusAddress) {

    /** The token stands in the subject alone. */
    public StatementSettings(StatementPolicy policy, StatementTemplates templates, Path out, String from) {
        this(policy, templates, out, from, false);
    }
}
