package org.saldo.dunning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.Customer;
import org.saldo.ledger.DifferenceCode;
import org.saldo.money.Money;

/**
 * The clocks of disputes, promises and plans. They are applied when one is recorded, and the days that follow are kept with
 * it: a later change of the policy changes nothing that was said. All days are business days of the company.
 *
 * @param openedByItself   the codes of deductions that open a dispute without a person
 * @param respondWithin    how long the owner of a dispute has
 * @param respondByCode    the same where the code has a time of its own
 * @param salespersonOwns  whether a customer's salesperson answers its disputes, where it has one and no rule fits
 * @param owner            who answers them otherwise
 * @param escalateAfter    after how many promises broken in a row finance is told
 */
public record DisputePolicy(String version, Set<DifferenceCode> openedByItself, int respondWithin,
        Map<DifferenceCode, Integer> respondByCode,
        List<OwnerRule> owners, boolean salespersonOwns, String owner, Promises promises, Plans plans) {

    /** Who answers for customers of a segment, or of a salesperson; an empty text fits any. */
    public record OwnerRule(String segment, String salesperson, String owner) {

        private boolean fits(Customer customer) {
            return (segment.isEmpty() || segment.equals(customer.segment()))
                    && (salesperson.isEmpty() || salesperson.equals(customer.salesperson()));
        }
    }

    /**
     * @param enoughPercent from how much of the amount on a promise is kept
     * @param horizonDays   how many calendar days ahead one may be made
     * @param mostOpen      how many of a customer's may be open at once
     * @param escalateTo    the addresses in the house that are told beside finance when so many are broken in a row
     */
    public record Promises(int grace, int enoughPercent, int horizonDays, int mostOpen, int escalateAfter,
            List<String> escalateTo) {

        public Promises {
            escalateTo = List.copyOf(escalateTo);
        }
    }

    /** @param brokenAfter after how many missed instalments the whole rest is due */
    public record Plans(int grace, int brokenAfter) {
    }

    public DisputePolicy {
        openedByItself = Set.copyOf(openedByItself);
        respondByCode = Map.copyOf(respondByCode);
        owners = List.copyOf(owners);
        if (respondWithin < 0 || promises.grace() < 0 || plans.grace() < 0 || promises.horizonDays() < 1
                || promises.mostOpen() < 1 || promises.escalateAfter() < 1 || plans.brokenAfter() < 1
                || respondByCode.values().stream().anyMatch(days -> days < 0)) {
            throw new IllegalArgumentException("days must not be negative, and counts at least 1");
        }
        if (promises.enoughPercent() < 1 || promises.enoughPercent() > 100) {
            throw new IllegalArgumentException("kept-from-percent must be from 1 to 100");
        }
    }

    public LocalDate respondBy(DifferenceCode code, LocalDate openedOn, BusinessCalendar calendar) {
        return calendar.plusBusinessDays(openedOn, respondByCode.getOrDefault(code, respondWithin));
    }

    public String ownerOf(Customer customer) {
        Optional<String> byRule = owners.stream().filter(rule -> rule.fits(customer)).map(OwnerRule::owner).findFirst();
        return byRule.orElse(salespersonOwns && !customer.salesperson().isEmpty() ? customer.salesperson() : owner);
    }

    /** The last day on which the cash of a promise may be booked. */
    public LocalDate promiseUntil(LocalDate promisedDay, BusinessCalendar calendar) {
        return calendar.plusBusinessDays(promisedDay, promises.grace());
    }

    /** From how much on a promise is kept. */
    public Money enough(Money promised) {
        return promised.percent(BigDecimal.valueOf(promises.enoughPercent()), RoundingMode.UP);
    }

    /** The last day on which an instalment may be booked. */
    public LocalDate missedAfter(LocalDate dueOn, BusinessCalendar calendar) {
        return calendar.plusBusinessDays(dueOn, plans.grace());
    }
}
