package org.saldo.statement;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

/**
 * What holds for one customer's statements: how often one is made and when it says enough, whether it is mailed, to which
 * of the customer's own addresses, in which language and shape. {@code minimums} holds at most one amount a currency: an
 * account on which less is open, on either side, gets none.
 *
 * @param language the language of page and mail; empty: the customer's own
 * @param reason   why it is so, for finance; may be empty
 */
public record StatementTerms(boolean send, Set<Address> to, Optional<String> language, boolean zeroBalances,
                             List<Money> minimums, CreditBalances creditBalances, boolean workbook, Frequency frequency,
                             String reason) {

    /** What becomes of a statement by which we owe the customer: mailing it may acknowledge the debt. */
    public enum CreditBalances { HOLD, SEND }

    /** Which address of the customer's record is written to. */
    public enum Address {
        /** The address for statements, or the general one where there is none. */
        STATEMENTS,
        GENERAL,
        REMINDERS;

        String of(Customer customer) {
            return switch (this) {
                case STATEMENTS -> customer.addressForStatements();
                case GENERAL -> customer.email();
                case REMINDERS -> customer.addressForReminders();
            };
        }
    }

    /** How often; a quarter and a year end with the calendar's. */
    public enum Frequency {
        MONTHLY(1), QUARTERLY(3), YEARLY(12), NEVER(0);

        private final int months;

        Frequency(int months) {
            this.months = months;
        }

        /** Months of a period that continues no statement. */
        public int months() {
            return Math.max(1, months);
        }

        boolean endsIn(YearMonth month) {
            return months > 0 && month.getMonthValue() % months == 0;
        }
    }

    /** @throws IllegalArgumentException when two minimums are of one currency, or one is negative */
    public StatementTerms {
        to = Set.copyOf(to);
        minimums = List.copyOf(minimums);
        if (minimums.stream().map(Money::currency).distinct().count() != minimums.size()) {
            throw new IllegalArgumentException("two minimums for one currency: " + minimums);
        }
        if (minimums.stream().anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("a minimum must not be negative: " + minimums);
        }
    }

    /** Monthly, as a PDF, to the address for statements; a credit balance is held for a person. */
    public static StatementTerms usual(boolean send, boolean zeroBalances, List<Money> minimums) {
        return new StatementTerms(send, Set.of(Address.STATEMENTS), Optional.empty(), zeroBalances, minimums,
                CreditBalances.HOLD, false, Frequency.MONTHLY, "");
    }

    /** The addresses of the customer's record, as they stand there. */
    public List<String> addressesOf(Customer customer) {
        return to.stream().sorted().map(address -> address.of(customer)).filter(field -> !field.isEmpty()).distinct().toList();
    }

    /** Why no statement is made of the month, whatever is on the account. */
    public Optional<HeldBack.Reason> whyNot(YearMonth month) {
        if (frequency == Frequency.NEVER) {
            return Optional.of(HeldBack.Reason.NO_STATEMENTS);
        }
        return frequency.endsIn(month) ? Optional.empty() : Optional.of(HeldBack.Reason.NOT_ITS_MONTH);
    }

    /** Why the statement says too little to be made. */
    public Optional<HeldBack.Reason> whyNot(StatementOfAccount statement) {
        if (statement.isSettled() && !zeroBalances) {
            return Optional.of(HeldBack.Reason.SETTLED);
        }
        Money debits = statement.aging().notDue().plus(statement.aging().overdue());
        Money open = debits.max(statement.aging().credits());
        return minimums.stream().filter(minimum -> minimum.currency().equals(open.currency()))
                .anyMatch(minimum -> open.compareTo(minimum) < 0) ? Optional.of(HeldBack.Reason.BELOW_MINIMUM)
                : Optional.empty();
    }

    /** Why a person must look before this leaves. */
    public Optional<HeldBack.Reason> whyNotMailed(Money closing) {
        if (!send) {
            return Optional.of(HeldBack.Reason.NOT_MAILED);
        }
        return closing.isNegative() && creditBalances == CreditBalances.HOLD
                ? Optional.of(HeldBack.Reason.CREDIT_BALANCE) : Optional.empty();
    }
}
