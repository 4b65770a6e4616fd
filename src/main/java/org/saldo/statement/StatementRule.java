package org.saldo.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

/**
 * What is other for some customers than for the rest. Of the conditions those that are given must all fit; of the terms
 * those that are given take the place of what held before.
 *
 * @param days the cut-off days for which the rule is there
 */
public record StatementRule(Who who, Days days, Change change) {

    /** The conditions; at least one must be given. */
    public record Who(Optional<String> company, Optional<String> customer, Optional<String> country,
                      Optional<String> segment, Optional<Boolean> intercompany, Optional<Boolean> naturalPerson) {

        /** Whether all conditions that are given fit. */
        public boolean fits(Customer each) {
            return company.filter(id -> !id.equals(each.id().company())).isEmpty()
                    && customer.filter(number -> !number.equals(each.id().number())).isEmpty()
                    && country.filter(code -> !code.equals(each.country())).isEmpty()
                    && segment.filter(name -> !name.equals(each.segment())).isEmpty()
                    && intercompany.filter(is -> is != each.intercompany()).isEmpty()
                    && naturalPerson.filter(is -> is != each.naturalPerson()).isEmpty();
        }

        boolean isAnybody() {
            return company.isEmpty() && customer.isEmpty() && country.isEmpty() && segment.isEmpty()
                    && intercompany.isEmpty() && naturalPerson.isEmpty();
        }
    }

    /** From one day to another, both included; without them for ever. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {

        public static final Days ALL = new Days(Optional.empty(), Optional.empty());

        /** @throws IllegalArgumentException when they end before they begin */
        public void requireInOrder() {
            if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
                throw new IllegalArgumentException("is there until " + until.get() + " but only from " + from.get());
            }
        }

        /** Whether {@code day} is one of them. */
        public boolean contain(LocalDate day) {
            return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
        }
    }

    /** The terms that are other. */
    public record Change(Optional<Boolean> send, Optional<Set<StatementTerms.Address>> to, Optional<String> language,
                         Optional<Boolean> zeroBalances, Optional<List<Money>> minimums,
                         Optional<StatementTerms.CreditBalances> creditBalances, Optional<Boolean> workbook,
                         Optional<StatementTerms.Frequency> frequency, String reason) {

        StatementTerms of(StatementTerms before) {
            return new StatementTerms(send.orElse(before.send()), to.orElse(before.to()), language.or(before::language),
                    zeroBalances.orElse(before.zeroBalances()), minimums.orElse(before.minimums()),
                    creditBalances.orElse(before.creditBalances()), workbook.orElse(before.workbook()),
                    frequency.orElse(before.frequency()), reason.isEmpty() ? before.reason() : reason);
        }
    }

    /** @throws IllegalArgumentException when no condition is given, or the days end before they begin */
    public StatementRule {
        Objects.requireNonNull(change, "change");
        requireSome(who, days);
    }

    /** @throws IllegalArgumentException when no condition is given, or the days end before they begin */
    public static void requireSome(Who who, Days days) {
        if (who.isAnybody()) {
            throw new IllegalArgumentException("says of no customer for whom it is; what holds for all stands above");
        }
        days.requireInOrder();
    }

    StatementTerms apply(StatementTerms terms, Customer customer, LocalDate cutOff) {
        return days.contain(cutOff) && who.fits(customer) ? change.of(terms) : terms;
    }
}
