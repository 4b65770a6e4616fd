package org.saldo.statement.answer;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.StatementRule;

/**
 * Which answer counts for what, and what is done about silence.
 *
 * @param limits      the highest closing balance that an answer of a grade confirms, that amount included; a grade that
 *                    is not listed confirms nothing
 * @param contacts    whom customers have authorised to answer
 * @param chase       what is done about silence
 * @param plusAddress whether the code stands in the reply address too
 * @param acknowledge whether the customer is told what was recorded
 * @param lists       what becomes of a list of its own that a customer sends with an answer
 */
public record AnswerPolicy(Map<Grade, Limit> limits, List<Contact> contacts, ChasePolicy chase, boolean plusAddress,
                           boolean acknowledge, Lists lists) {

    /** Nothing confirms by itself, nobody is chased. */
    public static final AnswerPolicy NONE = new AnswerPolicy(Map.of(), List.of(), ChasePolicy.OFF, false, false, Lists.OFF);

    /** Who gets the bridge to a customer's own list: nobody, finance, and the customer with the task or at once. */
    public enum Lists { OFF, FINANCE, WITH_TASK, AT_ONCE }

    /** Up to an amount in each currency, and nothing in others; {@code amounts} empty: without limit. */
    public record Limit(Optional<Map<Currency, Money>> amounts) {

        public static final Limit ANY = new Limit(Optional.empty());

        public Limit {
            amounts = amounts.map(Map::copyOf);
        }

        boolean covers(Money balance) {
            return amounts.isEmpty() || Optional.ofNullable(amounts.get().get(balance.currency()))
                    .filter(limit -> balance.abs().compareTo(limit) <= 0).isPresent();
        }
    }

    /** A person at a customer whom it has authorised, for these days, to answer; {@code address} in lower case. */
    public record Contact(CustomerId customer, String address, String name, String role, StatementRule.Days days) {

        /** @throws IllegalArgumentException when the days end before they begin */
        public Contact {
            address = address.toLowerCase(Locale.ROOT);
            days.requireInOrder();
        }

        /** For ever. */
        public Contact(CustomerId customer, String address, String name, String role) {
            this(customer, address, name, role, StatementRule.Days.ALL);
        }
    }

    /**
     * How silence is chased: the first mail {@code afterDays} after the statement's, the next ones {@code everyDays}
     * after the last, {@code most} in all, and NO_REPLY {@code thenDays} after the last of them.
     */
    public record Chase(boolean on, int afterDays, int everyDays, int most, int thenDays) {

        public static final Chase OFF = new Chase(false, 10, 7, 2, 7);

        public Chase {
            if (afterDays < 1 || everyDays < 1 || thenDays < 1 || most < 0) {
                throw new IllegalArgumentException("a chase needs days of at least 1 and a number of mails of at least 0");
            }
        }

        /** What is to be done about a statement without an answer. */
        public enum Step { WAIT, ASK, NO_REPLY }

        /**
         * @param sentOn the day on which the statement's mail left
         * @param asked  the days of the reminders so far, the first one first
         */
        public Step next(LocalDate sentOn, List<LocalDate> asked, LocalDate day) {
            if (!on) {
                return Step.WAIT;
            }
            LocalDate last = asked.isEmpty() ? sentOn : asked.get(asked.size() - 1);
            boolean enough = asked.size() >= most;
            int days = enough ? thenDays : asked.isEmpty() ? afterDays : everyDays;
            if (day.isBefore(last.plusDays(days))) {
                return Step.WAIT;
            }
            return enough ? Step.NO_REPLY : Step.ASK;
        }
    }

    public AnswerPolicy {
        limits = limits.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(limits));
        contacts = List.copyOf(contacts);
    }

    /** Whether an answer of this grade may confirm this balance without a person. */
    public boolean confirms(Grade grade, Money balance) {
        return limits.containsKey(grade) && limits.get(grade).covers(balance);
    }

    /** The contact of this customer with this address, who is authorised on this day. */
    public Optional<Contact> contact(CustomerId customer, String address, LocalDate day) {
        String plain = address.toLowerCase(Locale.ROOT);
        return contacts.stream().filter(each -> each.customer().equals(customer) && each.address().equals(plain)
                && each.days().contain(day)).findFirst();
    }
}
