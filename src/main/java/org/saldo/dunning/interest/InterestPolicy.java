package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

/**
 * From whom interest is claimed, by which law, and how. The first rule that fits a customer counts; without one nothing is
 * claimed. A currency without a minimum has none.
 *
 * @param fromLevel reminders below this level say nothing of interest
 * @param charging  present when some rule charges
 * @param warnedBefore so many days before the base rates of a law end it is said
 */
public record InterestPolicy(String version, int fromLevel, Map<Currency, Money> minimums, Optional<Charging> charging,
        List<Rule> rules, int warnedBefore) {

    /** How many days before their end rates are spoken of where nothing is said. */
    public static final int WARNED_USUAL = 30;

    /** Of rates that are spoken of as long before their end as usual. */
    public InterestPolicy(String version, int fromLevel, Map<Currency, Money> minimums, Optional<Charging> charging,
            List<Rule> rules) {
        this(version, fromLevel, minimums, charging, rules, WARNED_USUAL);
    }

    /** Nothing is claimed from anybody. */
    public static final InterestPolicy NONE = new InterestPolicy("none", 1, Map.of(), Optional.empty(), List.of());

    /**
     * How interest is charged. The interest of days before {@code from} never is, nor the lump sum of a delay that had begun
     * before; the documents are due {@code dueDays} days after their issue.
     */
    public record Charging(LocalDate from, int dueDays) {
    }

    /** How far the company goes. */
    public enum Use {
        /** Nothing is said and nothing claimed. */
        NONE,
        /** A reminder says, without a figure, that the terms and the liability for paying late stay as they are. */
        RESERVE,
        /** A reminder says how much has accrued; nothing is booked. */
        ANNOUNCE,
        /** Announced, and by `saldo charge` booked as documents. */
        CHARGE
    }

    /**
     * For whom a law is used. An empty set fits everybody; a natural person is only meant where the rule says so.
     *
     * @param law  present exactly when figures are announced or charged
     * @param fees how far the fees of reminders are asked for
     */
    public record Rule(Set<String> companies, Set<String> countries, Set<String> segments, Set<String> customers, Use use,
            Optional<Law> law, boolean naturalPersons, ReminderFee.Terms fees) {

        /** With the fees that the law lets. */
        public Rule(Set<String> companies, Set<String> countries, Set<String> segments, Set<String> customers, Use use,
                Optional<Law> law, boolean naturalPersons) {
            this(companies, countries, segments, customers, use, law, naturalPersons, ReminderFee.Terms.BY_LAW);
        }

        public Rule {
            companies = Set.copyOf(companies);
            countries = Set.copyOf(countries);
            segments = Set.copyOf(segments);
            customers = Set.copyOf(customers);
            boolean figures = use == Use.ANNOUNCE || use == Use.CHARGE;
            if (figures != law.isPresent()) {
                throw new IllegalArgumentException(figures ? "a law must say how much is announced or charged"
                        : "no law is needed where nothing is announced or charged");
            }
            if (law.filter(Law::rateIsOpen).isPresent()) {
                throw new IllegalArgumentException("the law " + law.get().id() + " leaves the rate to the contract");
            }
            if (naturalPersons && law.filter(Law::businessOnly).isPresent()) {
                throw new IllegalArgumentException("the law " + law.get().id() + " is not for natural persons");
            }
            if (naturalPersons && fees.claim() == ReminderFee.Claim.CONTRACT) {
                throw new IllegalArgumentException("no contract lets a natural person pay more for reminders than the law");
            }
        }

        boolean fits(Customer customer) {
            return holds(companies, customer.id().company()) && holds(countries, customer.country())
                    && holds(segments, customer.segment()) && holds(customers, customer.id().number())
                    && (!customer.naturalPerson() || naturalPersons);
        }

        private static boolean holds(Set<String> wanted, String is) {
            return wanted.isEmpty() || wanted.contains(is);
        }
    }

    /** @throws IllegalArgumentException when the level makes no sense */
    public InterestPolicy {
        minimums = Map.copyOf(minimums);
        rules = List.copyOf(rules);
        if (fromLevel < 1) {
            throw new IllegalArgumentException("levels are numbered from 1");
        }
        if (charging.isEmpty() && rules.stream().anyMatch(rule -> rule.use() == Use.CHARGE)) {
            throw new IllegalArgumentException("a rule charges; say from which day on (charging)");
        }
    }

    /** The rule for this customer; empty when nothing is claimed. */
    public Optional<Rule> ruleFor(Customer customer) {
        return rules.stream().filter(rule -> rule.fits(customer)).findFirst().filter(rule -> rule.use() != Use.NONE);
    }

    /** Whether anybody may ever be asked for this fee of a reminder of this level. @param countries empty for all */
    public boolean mayAskFor(Money fee, int level, Set<String> countries) {
        return rules.stream().filter(rule -> rule.countries().isEmpty() || countries.isEmpty()
                || rule.countries().stream().anyMatch(countries::contains)).anyMatch(rule ->
                ReminderFee.mayBeAsked(rule, fee, level));
    }

    Money minimumIn(Currency currency) {
        return minimums.getOrDefault(currency, Money.zero(currency));
    }
}
