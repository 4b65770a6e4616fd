package org.saldo.dunning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.Reminder.Line;
import org.saldo.dunning.Reminder.Section;
import org.saldo.money.Money;

/**
 * What a notice tells of to who pays early or on the agreed day.
 *
 * @param early  whether it tells of the discount that the terms of an item give, while that can still be earned
 * @param points for each item of the last year that was paid by its due day; none are told of when 0
 */
public record Incentives(boolean early, int points) {

    public static final Incentives NONE = new Incentives(false, 0);

    /** The discount of an item's terms: in percent of its amount, when paid by that day. */
    public record Terms(BigDecimal percent, LocalDate until) {
    }

    /** What is to be paid of an item by that day, with the discount taken off. */
    public record Early(String document, Money amount, LocalDate until) {
    }

    /** What one notice tells of. */
    public record Told(List<Early> early, Optional<Integer> points) {

        public static final Told NOTHING = new Told(List.of(), Optional.empty());

        public Told {
            early = List.copyOf(early);
        }
    }

    /** @throws IllegalArgumentException when points are negative */
    public Incentives {
        if (points < 0) {
            throw new IllegalArgumentException("points are not negative");
        }
    }

    /** Of items of which nothing is paid, excluded or covered; points when there are any. */
    Told told(DunningPast past, List<Section> sections, LocalDate day) {
        List<Early> offers = new ArrayList<>();
        if (early) {
            sections.stream().filter(section -> section.credited().isZero()).flatMap(section -> section.lines().stream())
                    .forEach(line -> early(past, line, day).ifPresent(offers::add));
        }
        long onTime = past.paid().stream().filter(item -> !item.paidOn().isAfter(item.due())).count();
        return new Told(offers, Optional.of(Math.toIntExact(onTime * points)).filter(all -> all > 0));
    }

    private static Optional<Early> early(DunningPast past, Line line, LocalDate day) {
        Debt debt = line.debt();
        return Optional.ofNullable(past.terms().get(debt.itemId()))
                .filter(terms -> !terms.until().isBefore(day) && debt.askable().equals(debt.amount()))
                .map(terms -> new Early(debt.document(), debt.amount().minus(debt.amount().percent(terms.percent(),
                        RoundingMode.HALF_UP)), terms.until()));
    }
}
