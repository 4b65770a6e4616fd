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
 * @param points for each item of the last days that was paid by its due day; none are told of when 0
 * @param pointsDays items that were due in so many days before count for points
 * @param offer  the discount that is offered where an item's own terms give none
 */
public record Incentives(boolean early, int points, int pointsDays, Optional<EarlyOffer> offer) {

    /** For how many days points are counted where nothing is said. */
    public static final int POINTS_DAYS_USUAL = 365;

    public static final Incentives NONE = new Incentives(false, 0);

    /** Nothing beyond the terms of items is offered. */
    public Incentives(boolean early, int points) {
        this(early, points, POINTS_DAYS_USUAL, Optional.empty());
    }

    /** A discount: in percent of an item's amount, when paid by that day; by its own terms, or offered by a notice. */
    public record Terms(BigDecimal percent, LocalDate until, boolean offered) {

        /** Of the item's own terms. */
        public Terms(BigDecimal percent, LocalDate until) {
            this(percent, until, false);
        }
    }

    /** A discount that this notice offers, what is to be paid then, and whether no earlier notice has offered it. */
    public record Offer(long item, String document, Money amount, Terms terms, boolean isNew) {
    }

    /** What is to be paid of an item by that day, with the discount taken off. */
    public record Early(String document, Money amount, LocalDate until) {
    }

    /** What one notice tells of. */
    public record Told(List<Early> early, Optional<Integer> points, List<Offer> offers) {

        public static final Told NOTHING = new Told(List.of(), Optional.empty(), List.of());

        public Told {
            early = List.copyOf(early);
            offers = List.copyOf(offers);
        }
    }

    /** @throws IllegalArgumentException when points are negative, or counted for no day */
    public Incentives {
        if (points < 0 || pointsDays < 1) {
            throw new IllegalArgumentException("points are not negative, and count for a day at least");
        }
    }

    /** Of items of which nothing is paid, excluded or covered; points when there are any. */
    Told told(DunningCase customer, List<Section> sections, LocalDate day) {
        List<Early> own = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        sections.stream().filter(section -> section.credited().isZero()).flatMap(section -> section.lines().stream())
                .map(Line::debt).filter(debt -> debt.askable().equals(debt.amount())).forEach(debt -> {
                    Optional<Terms> known = Optional.ofNullable(customer.past().terms().get(debt.itemId()));
                    known.filter(terms -> early && !terms.offered() && !terms.until().isBefore(day)).ifPresent(terms ->
                            own.add(new Early(debt.document(), less(debt, terms), terms.until())));
                    known.filter(Terms::offered).ifPresent(terms -> offers.add(offer(debt, terms, false)));
                    offer.filter(any -> known.isEmpty()).flatMap(each -> each.on(customer.customer(), debt, day))
                            .ifPresent(terms -> offers.add(offer(debt, terms, true)));
                });
        long onTime = customer.past().paid().stream().filter(item -> item.due().isAfter(day.minusDays(pointsDays)))
                .filter(item -> !item.paidOn().isAfter(item.due())).count();
        return new Told(own, Optional.of(Math.toIntExact(onTime * points)).filter(all -> all > 0), offers);
    }

    private static Offer offer(Debt debt, Terms terms, boolean isNew) {
        return new Offer(debt.itemId(), debt.document(), less(debt, terms), terms, isNew);
    }

    private static Money less(Debt debt, Terms terms) {
        return debt.amount().minus(debt.amount().percent(terms.percent(), RoundingMode.HALF_UP));
    }
}
