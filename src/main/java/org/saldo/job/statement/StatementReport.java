package org.saldo.job.statement;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.saldo.statement.HeldBack;
import org.saldo.statement.MonthSummary;

/**
 * What one run of the statements did. {@code elsewhere}: another process is making them, so nothing was done here. In a
 * dry run {@code made} counts what would have been made.
 */
public record StatementReport(YearMonth month, boolean dryRun, boolean elsewhere, List<CompanyStatements> companies) {

    /**
     * One company's part. {@code summary} is of the whole month, what was made before included; {@code blocked} says why
     * nothing may leave the house yet, and {@code remarks} why nothing was made that a person asked for.
     */
    public record CompanyStatements(String company, Optional<String> blocked, int made, int alreadyMade,
                                    MonthSummary summary, CustomerMails mails, boolean financeMailed, List<String> remarks) {

        public CompanyStatements {
            remarks = List.copyOf(remarks);
        }
    }

    /** The mails to customers of this run; {@code switchedOff} counts those that may not leave, see mail.customers. */
    public record CustomerMails(int written, int switchedOff, int withoutAddress) {

        static final CustomerMails NONE = new CustomerMails(0, 0, 0);

        CustomerMails plus(CustomerMails other) {
            return new CustomerMails(written + other.written, switchedOff + other.switchedOff,
                    withoutAddress + other.withoutAddress);
        }
    }

    public StatementReport {
        companies = List.copyOf(companies);
    }

    public int made() {
        return companies.stream().mapToInt(CompanyStatements::made).sum();
    }

    public int notMade() {
        return companies.stream().mapToInt(each -> each.summary().notMade().size()).sum();
    }

    /** Whether a person should look: a statement could not be made, a company may not send any, or an account waits. */
    public boolean needsAttention() {
        return notMade() > 0 || companies.stream().anyMatch(each -> each.blocked().isPresent()
                || each.summary().notMailed().stream().anyMatch(held -> held.reason() == HeldBack.Reason.BANK_ACCOUNT));
    }
}
