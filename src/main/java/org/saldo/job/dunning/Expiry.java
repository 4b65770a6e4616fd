package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.interest.Law;
import org.saldo.dunning.interest.RateTable;
import org.saldo.ledger.BusinessCalendars;

/**
 * Dated data of a country with customers that is over, or will be soon by the policies: holidays, base rates and laws.
 *
 * @param fault whether it must be mended before the hub can be relied on; else it is a warning
 */
public record Expiry(boolean fault, String words) {

    /** @param countries in which there are customers */
    public static List<Expiry> of(BusinessCalendars calendars, InterestPolicy interest, Set<String> countries, LocalDate day) {
        List<Expiry> all = new ArrayList<>();
        countries.forEach(country -> calendars.gap(country, day).ifPresent(gap -> all.add(new Expiry(gap.over(), gap.words()))));
        List<Law> laws = interest.rules().stream().filter(rule -> rule.countries().isEmpty() ? !countries.isEmpty()
                        : rule.countries().stream().anyMatch(countries::contains))
                .flatMap(rule -> rule.law().stream()).toList();
        laws.stream().flatMap(law -> law.table().stream()).distinct()
                .filter(table -> table.endsWithin(day, interest.warnedBefore())).map(table -> new Expiry(false, words(table)))
                .forEach(all::add);
        laws.stream().filter(law -> law.inForce().endsWithin(day, interest.warnedBefore()))
                .map(law -> new Expiry(false, law.inForce().where() + ": the law " + law.id() + " is known until "
                        + law.inForce().until().orElseThrow() + "; of later days no interest is stated. Add the version that"
                        + " follows, with its source and its day (from)")).distinct().forEach(all::add);
        return all;
    }

    private static String words(RateTable table) {
        return table.where() + ": the rates of " + table.id() + " are known through " + table.knownThrough()
                + "; of later days no interest is stated. Add the next rate with its source and set known-through";
    }
}
