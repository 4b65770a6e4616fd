package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.dunning.Reminder.Line;
import org.saldo.dunning.Reminder.Section;
import org.saldo.money.Money;

/** What could be said to one customer on a day, currency by currency. */
final class Sections {

    private final DunningPolicy policy;
    private final Climb climb;
    private final Covering covering;
    private final DunningCase customer;
    private final LocalDate day;
    private final List<Withheld> withheld = new ArrayList<>();

    Sections(DunningPolicy policy, Climb climb, Covering covering, DunningCase customer, LocalDate day) {
        this.policy = policy;
        this.climb = climb;
        this.covering = covering;
        this.customer = customer;
        this.day = day;
    }

    /** Sections with what is overdue and what falls due beside it; with nothing but the latter when nothing is overdue. */
    DunningRun.Overdue overdue() {
        Map<String, List<Debt>> byCurrency = new TreeMap<>();
        customer.debts().stream().sorted(Debt.OLDEST_FIRST).forEach(debt ->
                byCurrency.computeIfAbsent(debt.open().currency().getCurrencyCode(), any -> new ArrayList<>()).add(debt));
        List<Section> sections = new ArrayList<>();
        byCurrency.forEach((code, debts) -> section(Currency.getInstance(code), debts).ifPresent(sections::add));
        boolean anyOverdue = sections.stream().anyMatch(section -> !section.lines().isEmpty());
        List<Section> said = sections.stream().filter(section -> !anyOverdue || !section.lines().isEmpty()).toList();
        return new DunningRun.Overdue(said, List.copyOf(withheld));
    }

    private Optional<Section> section(Currency currency, List<Debt> debts) {
        List<Debt> overdue = debts.stream().filter(climb::isOverdue).toList();
        overdue.forEach(debt -> debt.blocked().ifPresent(why -> withheld(Withheld.Reason.BLOCKED,
                debt.document() + " is blocked: " + why, debt.open())));
        List<Debt> free = overdue.stream().filter(debt -> debt.blocked().isEmpty()).toList();
        List<Exclusion> excluded = exclusions(free);
        excluded.forEach(each -> withheld(reason(each), each.words(), each.amount()));
        Money owed = free.stream().map(Debt::askable).reduce(Money.zero(currency), Money::plus);
        Money cover = covering.of(currency);
        List<Line> lines = new ArrayList<>();
        Money rest = cover;
        Money credited = Money.zero(currency);
        for (Debt debt : free) {
            Money used = rest.min(debt.askable());
            rest = rest.minus(used);
            if (used.compareTo(debt.askable()) < 0) {
                credited = credited.plus(used);
                lines.add(line(debt, climb.reminder(debt, debt.askable().minus(used))));
            }
        }
        Section section = new Section(currency, level(lines), lines, credited, cover.minus(rest), excluded, List.of());
        boolean kept = !lines.isEmpty() && isEnough(section);
        if (lines.isEmpty() && owed.isPositive()) {
            withheld(Withheld.Reason.COVERED, owed + " overdue is covered: " + covering.words(currency), owed);
        }
        List<Line> upcoming = upcoming(debts.stream().filter(debt -> !climb.isOverdue(debt)).toList(), rest);
        if (kept) {
            return Optional.of(new Section(currency, section.level(), lines, credited, section.covered(), excluded, upcoming));
        }
        return upcoming.isEmpty() ? Optional.empty() : Optional.of(new Section(currency, level(upcoming), List.of(),
                Money.zero(currency), Money.zero(currency), List.of(), upcoming));
    }

    private boolean isEnough(Section section) {
        Money minimum = policy.minimumIn(section.currency());
        boolean enough = section.asked().compareTo(minimum) >= 0;
        if (!enough) {
            withheld(Withheld.Reason.BELOW_MINIMUM, section.asked() + " is left uncovered, the minimum is " + minimum,
                    section.asked());
        }
        return enough;
    }

    /** What falls due and has reached a notice; what money that is here covers whole is not told of. */
    private List<Line> upcoming(List<Debt> notOverdue, Money cover) {
        Money rest = cover;
        List<Line> lines = new ArrayList<>();
        for (Debt debt : notOverdue.stream().filter(debt -> debt.blocked().isEmpty()).toList()) {
            Money used = rest.min(debt.askable());
            rest = rest.minus(used);
            int level = climb.notice(debt, debt.askable().minus(used));
            if (level < 0 && used.compareTo(debt.askable()) < 0) {
                lines.add(line(debt, level));
            }
        }
        return lines;
    }

    private Line line(Debt debt, int level) {
        return new Line(debt, level, debt.daysOverdue(day), debt.excluded());
    }

    private static int level(List<Line> lines) {
        return lines.stream().mapToInt(Line::level).max().orElse(0);
    }

    private static List<Exclusion> exclusions(List<Debt> debts) {
        return debts.stream().map(Debt::exclusions).flatMap(List::stream).toList();
    }

    private static Withheld.Reason reason(Exclusion exclusion) {
        return switch (exclusion.mark()) {
            case DISPUTED -> Withheld.Reason.DISPUTED;
            case PROMISED -> Withheld.Reason.PROMISED;
            case IN_PLAN -> Withheld.Reason.IN_PLAN;
            case ASSIGNED -> Withheld.Reason.BLOCKED;
        };
    }

    private void withheld(Withheld.Reason reason, String words, Money overdue) {
        withheld.add(new Withheld(customer.customer().id(), reason, words, Optional.of(overdue)));
    }
}
