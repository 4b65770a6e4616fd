package org.saldo.job.statement;

import java.nio.file.Path;
import java.util.Map;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;

/**
 * What statements are made by: the policy, the words, the folder under which they lie, the sender of their mail,
 * the ways in which it is answered, the days on which countries work, and what statements get on their way out.
 */
public record StatementSettings(StatementPolicy policy, StatementTemplates templates, Path out, String from,
                                AnswerWays answers, BusinessCalendars calendars, StatementIssue issue) {

    /** The token stands in the subject alone, no holiday is known, and no bank account is printed. */
    public StatementSettings(StatementPolicy policy, StatementTemplates templates, Path out, String from) {
        this(policy, templates, out, from, AnswerWays.SUBJECT, new BusinessCalendars(Map.of()), StatementIssue.PLAIN);
    }
}
