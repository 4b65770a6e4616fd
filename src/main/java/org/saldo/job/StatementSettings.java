package org.saldo.job;

import java.nio.file.Path;
import java.util.Map;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;

/**
 * What statements are made by: the policy, the words, the folder under which they lie, the sender of their mail,
 * whether the reply address carries the token, and the days on which countries work.
 */
public record StatementSettings(StatementPolicy policy, StatementTemplates templates, Path out, String from,
                                boolean plusAddress, BusinessCalendars calendars) {

    /** The token stands in the subject alone, and no holiday is known. */
    public StatementSettings(StatementPolicy policy, StatementTemplates templates, Path out, String from) {
        this(policy, templates, out, from, false, new BusinessCalendars(Map.of()));
    }
}
