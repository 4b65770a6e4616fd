package org.saldo.ledger;

import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.saldo.money.Money;

/**
 * Who may decide what by hand, for which companies and up to which amount, and what needs a second person. Who is not
 * named may do nothing. {@code where} is the file, for messages.
 *
 * @param senders the person behind a mail address, in lower case
 * @param dropped in whose name a file of instructions counts that was dropped into the inbox; empty: none does
 */
public record Authority(String where, List<Grant> grants, List<FourEyes> fourEyes, Map<String, String> senders,
                        Optional<String> dropped) {

    /**
     * A right of one person. {@code upTo} holds the highest amount per currency, that amount included; a currency that is
     * not listed may not be touched. Empty: there is no limit. {@code companies} empty: all of them.
     */
    public record Grant(String person, Set<PersonAction> actions, Optional<Map<Currency, Money>> upTo, Set<String> companies) {

        public Grant(String person, Set<PersonAction> actions, Optional<Map<Currency, Money>> upTo) {
            this(person, actions, upTo, Set.of());
        }

        public Grant {
            actions = actions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(actions));
            upTo = upTo.map(Map::copyOf);
            companies = Set.copyOf(companies);
        }

        private boolean isFor(String company) {
            return companies.isEmpty() || companies.contains(company);
        }

        private boolean covers(Money amount) {
            if (upTo.isEmpty()) {
                return true;
            }
            Money limit = upTo.get().get(amount.currency());
            return limit != null && amount.compareTo(limit) <= 0;
        }
    }

    /**
     * Above {@code amounts} (per currency, the amount itself not yet) one person proposes and another one approves; a
     * currency that is not listed needs two persons for any amount. {@code companies} empty: all of them.
     */
    public record FourEyes(Set<PersonAction> actions, Map<Currency, Money> amounts, Set<String> companies) {

        public FourEyes {
            actions = Set.copyOf(actions);
            amounts = Map.copyOf(amounts);
            companies = Set.copyOf(companies);
        }

        private boolean concerns(PersonAction action, String company, Money amount) {
            Money limit = amounts.get(amount.currency());
            return actions.contains(action) && (companies.isEmpty() || companies.contains(company))
                    && (limit == null || amount.abs().compareTo(limit) > 0);
        }
    }

    public Authority(String where, List<Grant> grants) {
        this(where, grants, List.of(), Map.of(), Optional.empty());
    }

    public Authority {
        grants = List.copyOf(grants);
        fourEyes = List.copyOf(fourEyes);
        senders = Map.copyOf(senders);
    }

    /** The person who writes from this address, if one is named for it. */
    public Optional<String> sender(String address) {
        return Optional.ofNullable(senders.get(address.toLowerCase(Locale.ROOT)));
    }

    /** The companies that are named anywhere here. */
    public Set<String> companies() {
        Set<String> named = new TreeSet<>();
        grants.forEach(grant -> named.addAll(grant.companies()));
        fourEyes.forEach(rule -> named.addAll(rule.companies()));
        return named;
    }

    /** @throws Refused unless {@code person} has this right for some company and some amount */
    public void requireRight(String person, PersonAction action) {
        if (grantsOf(person, action).isEmpty()) {
            throw noRight(person, action, "");
        }
    }

    /** @throws Refused unless {@code person} may do {@code action} for this company, where it is about no amount */
    public void require(String person, PersonAction action, String company) {
        requireRight(person, action);
        if (grantsOf(person, action).stream().noneMatch(grant -> grant.isFor(company))) {
            throw noRight(person, action, " for company " + company);
        }
    }

    /** @throws Refused unless {@code person} may do {@code action} for this company with {@code amount}, whatever its sign */
    public void require(String person, PersonAction action, String company, Money amount) {
        require(person, action, company);
        List<Grant> own = grantsOf(person, action).stream().filter(grant -> grant.isFor(company)).toList();
        if (own.stream().noneMatch(grant -> grant.covers(amount.abs()))) {
            throw new Refused(where + ": '" + person + "' may " + action.word() + " up to "
                    + limits(own, amount.currency()) + ", this is " + amount.abs() + "; "
                    + others(able(action, company, amount, "")));
        }
    }

    /** Whether one person alone may not decide this. */
    public boolean needsSecondPerson(PersonAction action, String company, Money amount) {
        return fourEyes.stream().anyMatch(rule -> rule.concerns(action, company, amount));
    }

    /** Who may do it, beside {@code person}, in the order of their names. */
    public List<String> able(PersonAction action, String company, Money amount, String person) {
        return grants.stream().filter(grant -> grant.actions().contains(action) && grant.isFor(company)
                        && grant.covers(amount.abs()) && !grant.person().equals(person))
                .map(Grant::person).distinct().sorted().toList();
    }

    private List<Grant> grantsOf(String person, PersonAction action) {
        return grants.stream().filter(grant -> grant.person().equals(person) && grant.actions().contains(action)).toList();
    }

    private Refused noRight(String person, PersonAction action, String forWhat) {
        boolean named = grants.stream().anyMatch(grant -> grant.person().equals(person));
        return new Refused(where + ": '" + person + "' "
                + (named ? "may not " + action.word() + forWhat : "is not named there")
                + "; ask someone who may, or have the right added to that file");
    }

    private static String limits(List<Grant> own, Currency currency) {
        return own.stream().flatMap(grant -> grant.upTo().map(limits -> limits.get(currency)).stream())
                .max(Money::compareTo).map(Money::toString).orElse("nothing in " + currency);
    }

    private static String others(List<String> able) {
        return able.isEmpty() ? "nobody named there may do that"
                : "these may: " + able.stream().collect(Collectors.joining(", "));
    }
}
