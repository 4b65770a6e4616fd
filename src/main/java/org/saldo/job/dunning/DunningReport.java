package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.List;
import org.saldo.dunning.CompanyReminders;

/** What a run of reminders did, or with {@code dryRun} would do; {@code elsewhere}: another process is doing it. */
public record DunningReport(LocalDate day, boolean dryRun, boolean elsewhere, List<CompanyReminders> companies) {

    public DunningReport {
        companies = List.copyOf(companies);
    }

    /** How many reminders were written. */
    public int reminded() {
        return companies.stream().mapToInt(company -> company.reminded().size()).sum();
    }
}
