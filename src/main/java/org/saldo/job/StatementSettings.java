package org.saldo.job;

import java.nio.file.Path;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;

/** What statements are made by: the policy, the words, the folder under which they lie, and the sender of their mail. */
public record StatementSettings(StatementPolicy policy, StatementTemplates templates, Path out, String from) {
}
