package org.saldo.ledger;

import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.money.Money;

/** Who may decide what by hand, up to which amount. Who is not named may do nothing. {@code where} is the file, for messages. */
public record Authority(String where, List<Grant> grants) {

    /**
     * A right of one person. {@code upTo} holds the highest amount per currency, that amount included; a currency that is
     * not listed may not be touched. Empty: there is no limit.
     */
    public record Grant(String person, Set<PersonAction> actions, Optional<Map<Currency, Money>> upTo) {

        public Grant {
            actions = actions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(actions));
            upTo = upTo.map(Map::copyOf);
        }

        private boolean covers(Money amount) {
            if (upTo.isEmpty()) {
                return true;
            }
            Money limit = upTo.get().get(amount.currency());
            return limit != null && amount.compareTo(limit) <= 0;
        }
    }

    public Authority {
        grants = List.copyOf(grants);
    }

    /** @throws Refused unless {@code person} may do {@code action}, which is about no amount */
    public void require(String person, PersonAction action) {
        if (grantsOf(person, action).isEmpty()) {
            throw noRight(person, action);
        }
    }

    /** @throws Refused unless {@code person} may do {@code action} with {@code amount}, whose sign does not matter */
    public void require(String person, PersonAction action, Money amount) {
        List<Grant> own = grantsOf(person, action);
        if (own.isEmpty()) {
            throw noRight(person, action);
        }
        if (own.stream().noneMatch(grant -> grant.covers(amount.abs()))) {
            throw new Refused(where + ": '" + person + "' may " + action.word() + " up to "
                    + limits(own, amount.currency()) + ", this is " + amount.abs() + "; " + whoElse(action, amount));
        }
    }

    private List<Grant> grantsOf(String person, PersonAction action) {
        return grants.stream().filter(grant -> grant.person().equals(person) && grant.actions().contains(action)).toList();
    }

    private Refused noRight(String person, PersonAction action) {
        boolean named = grants.stream().anyMatch(grant -> grant.person().equals(person));
        return new Refused(where + ": '" + person + "' " + (named ? "may not " + action.word() : "is not named there")
                + "; ask someone who may, or have the right added to that file");
    }

    private static String limits(List<Grant> own, Currency currency) {
        return own.stream().flatMap(grant -> grant.upTo().map(limits -> limits.get(currency)).stream())
                .max(Money::compareTo).map(Money::toString).orElse("nothing in " + currency);
    }

    private String whoElse(PersonAction action, Money amount) {
        String able = grants.stream()
                .filter(grant -> grant.actions().contains(action) && grant.covers(amount.abs()))
                .map(Grant::person).distinct().sorted().collect(Collectors.joining(", "));
        return able.isEmpty() ? "nobody named there may do that" : "these may: " + able;
    }
}
