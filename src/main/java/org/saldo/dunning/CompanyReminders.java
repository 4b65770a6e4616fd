package org.saldo.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * What a run decided for one company. {@code nobody} is why it reminded nobody at all, if so; {@code expired} are receipts
 * that have waited for a decision longer than they may cover; {@code notes} are what somebody must see to, in words.
 */
public record CompanyReminders(String company, LocalDate day, Optional<Words> nobody, List<Reminded> reminded,
        List<Withheld> withheld, List<Expired> expired, List<Words> notes) {

    /** A reminder that was written, with what it asks for, an amount a currency. */
    public record Reminded(CustomerId customer, String name, int level, List<Money> asked) {
    }

    /** A receipt that a person must decide on: until then its payer is reminded as if it had not come. */
    public record Expired(CustomerId customer, Cover receipt) {
    }

    public CompanyReminders {
        reminded = List.copyOf(reminded);
        withheld = List.copyOf(withheld);
        expired = List.copyOf(expired);
        notes = List.copyOf(notes);
    }

    public CompanyReminders(String company, LocalDate day, Optional<Words> nobody, List<Reminded> reminded,
            List<Withheld> withheld, List<Expired> expired) {
        this(company, day, nobody, reminded, withheld, expired, List.of());
    }

    public static CompanyReminders none(String company, LocalDate day, Words why) {
        return new CompanyReminders(company, day, Optional.of(why), List.of(), List.of(), List.of());
    }

    /** The same with these reminders, such as all of the day. */
    public CompanyReminders withReminded(List<Reminded> all) {
        return new CompanyReminders(company, day, nobody, all, withheld, expired, notes);
    }

    /** The same with more that somebody must see to. */
    public CompanyReminders withNotes(List<Words> more) {
        return new CompanyReminders(company, day, nobody, reminded, withheld, expired,
                Stream.concat(notes.stream(), more.stream()).toList());
    }

    /** What the reminders ask for in all, by currency code. */
    public Map<String, Money> asked() {
        Map<String, Money> sums = new TreeMap<>();
        reminded.stream().flatMap(each -> each.asked().stream())
                .forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
        return sums;
    }

    /** Those withheld for a reason that a person may want to know: not merely because nothing is due. */
    public List<Withheld> notable() {
        return withheld.stream().filter(each -> !each.reason().isOrdinary()).toList();
    }
}
