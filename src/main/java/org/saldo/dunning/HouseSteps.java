package org.saldo.dunning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saldo.dunning.Reminder.Line;
import org.saldo.dunning.Reminder.Section;
import org.saldo.money.Money;

/** Which step inside the house a customer's items have reached: one a day, the one that was taken longest ago. */
final class HouseSteps {

    private final Ladder ladder;
    private final Climb climb;
    private final DunningCase customer;
    private final LocalDate day;

    HouseSteps(Ladder ladder, Climb climb, DunningCase customer, LocalDate day) {
        this.ladder = ladder;
        this.climb = climb;
        this.customer = customer;
        this.day = day;
    }

    Optional<HouseStep> next(List<Section> overdue) {
        if (customer.past().taken().stream().anyMatch(taken -> !taken.last().isBefore(day))) {
            return Optional.empty();
        }
        return ladder.internal().stream().filter(this::mayBeTaken).map(step -> new HouseStep(customer.customer().id(),
                        customer.customer().name(), ladder.name(), step, day, reached(step, overdue)))
                .filter(this::isNew).min(Comparator.comparing(found -> last(found.step())));
    }

    /** Not again so soon. */
    private boolean mayBeTaken(Step step) {
        return ChronoUnit.DAYS.between(last(step), day) >= step.pace().daysBetween();
    }

    private LocalDate last(Step step) {
        return taken(step).map(HouseStep.Taken::last).orElse(LocalDate.EPOCH);
    }

    /** After a final notice only when the day has passed that it named for this item, whatever else was said since. */
    private boolean isPastFinalNotice(Step step, Debt debt) {
        boolean afterFinal = step.level() > 0 && ladder.step(step.level()).manner().lastDays().isPresent();
        return !afterFinal || Optional.ofNullable(customer.past().finals().get(debt.itemId()))
                .filter(notice -> !day.isAfter(notice.lastDay())).isEmpty();
    }

    private boolean isNew(HouseStep found) {
        Set<Long> before = items(found.step());
        return found.sections().stream().flatMap(section -> section.lines().stream())
                .anyMatch(line -> !before.contains(line.debt().itemId()));
    }

    private List<Section> reached(Step step, List<Section> overdue) {
        return overdue.stream().map(section -> reached(step, section)).filter(section -> !section.lines().isEmpty()).toList();
    }

    /** What is credited is credited to the oldest line, as in a reminder. */
    private Section reached(Step step, Section section) {
        Money credit = section.credited();
        Money credited = Money.zero(section.currency());
        List<Line> lines = new ArrayList<>();
        for (Line line : section.lines()) {
            Money used = credit.min(line.debt().askable());
            credit = credit.minus(used);
            if (isReached(step, line.debt(), line.debt().askable().minus(used))) {
                lines.add(line);
                credited = credited.plus(used);
            }
        }
        return new Section(section.currency(), section.level(), lines, credited, credited, List.of());
    }

    private boolean isReached(Step step, Debt debt, Money left) {
        boolean after = ladder.internal().stream().takeWhile(before -> before != step)
                .filter(before -> before.least().allows(left, debt.amount()))
                .allMatch(before -> items(before).contains(debt.itemId()));
        return after && debt.level() >= step.level() && isPastFinalNotice(step, debt) && climb.isReached(step, debt)
                && step.least().allows(left, debt.amount());
    }

    private Optional<HouseStep.Taken> taken(Step step) {
        return customer.past().taken().stream().filter(taken -> taken.kind() == step.kind()).findFirst();
    }

    private Set<Long> items(Step step) {
        return taken(step).map(HouseStep.Taken::items).orElse(Set.of());
    }
}
