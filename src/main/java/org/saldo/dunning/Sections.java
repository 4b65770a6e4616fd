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
import org.saldo.ledger.Words;
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

    /** Sections of what is overdue; when nothing is, of what falls due and has reached a notice. */
    DunningRun.Overdue overdue() {
        Map<String, List<Debt>> byCurrency = new TreeMap<>();
        customer.debts().stream().sorted(Debt.OLDEST_FIRST).forEach(debt ->
                byCurrency.computeIfAbsent(debt.open().currency().getCurrencyCode(), any -> new ArrayList<>()).add(debt));
        List<Section> reminders = new ArrayList<>();
        List<Section> notices = new ArrayList<>();
        byCurrency.forEach((code, debts) -> {
            Currency currency = Currency.getInstance(code);
            Section overdue = section(currency, debts.stream().filter(climb::isOverdue).toList(), covering.of(currency), true);
            told(overdue).ifPresent(reminders::add);
            Money rest = covering.of(currency).minus(overdue.covered());
            Optional.of(section(currency, debts.stream().filter(debt -> !climb.isOverdue(debt)).toList(), rest, false))
                    .filter(notice -> !notice.lines().isEmpty()).ifPresent(notices::add);
        });
        return new DunningRun.Overdue(List.copyOf(reminders.isEmpty() ? notices : reminders), List.copyOf(withheld));
    }

    /** The section if there is anything in it to ask for; else the reason is kept. */
    private Optional<Section> told(Section section) {
        if (section.lines().isEmpty() && section.covered().isPositive()) {
            withheld(Withheld.Reason.COVERED, Words.of(DunningWord.COVERED, section.covered(),
                    covering.words(section.currency())), section.covered());
        }
        Money minimum = policy.minimumIn(section.currency());
        boolean enough = section.asked().compareTo(minimum) >= 0;
        if (!section.lines().isEmpty() && !enough) {
            withheld(Withheld.Reason.BELOW_MINIMUM, Words.of(DunningWord.BELOW_MINIMUM, section.asked(),
                    minimum), section.asked());
        }
        return section.lines().isEmpty() || !enough ? Optional.empty() : Optional.of(section);
    }

    /** What of these items money that is here does not cover whole, the oldest first; of what falls due only from a notice on. */
    private Section section(Currency currency, List<Debt> oldestFirst, Money cover, boolean overdue) {
        List<Debt> free = oldestFirst.stream().filter(debt -> debt.blocked().isEmpty()).toList();
        List<Exclusion> excluded = free.stream().map(Debt::exclusions).flatMap(List::stream).toList();
        if (overdue) {
            tell(oldestFirst, excluded);
        }
        Money rest = cover;
        List<Money> left = new ArrayList<>();
        for (Debt debt : free) {
            Money used = rest.min(debt.askable());
            rest = rest.minus(used);
            left.add(debt.askable().minus(used));
        }
        List<Integer> levels = overdue ? climb.reminders(free, left, open(currency)) : notices(free, left);
        Money credited = Money.zero(currency);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            if (left.get(i).isPositive() && (overdue || levels.get(i) < 0)) {
                Debt debt = free.get(i);
                credited = credited.plus(debt.askable().minus(left.get(i)));
                lines.add(new Line(debt, levels.get(i), debt.daysOverdue(day), debt.excluded(),
                        finalNotice(debt, levels.get(i))));
            }
        }
        return new Section(currency, level(lines), lines, credited, cover.minus(rest), excluded);
    }

    private Money open(Currency currency) {
        return customer.debts().stream().map(Debt::open).filter(open -> open.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    private List<Integer> notices(List<Debt> debts, List<Money> left) {
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < debts.size(); i++) {
            levels.add(climb.notice(debts.get(i), left.get(i)));
        }
        return levels;
    }

    private Optional<FinalNotice> finalNotice(Debt debt, int level) {
        return Optional.ofNullable(customer.past().finals().get(debt.itemId())).filter(any -> level > 0);
    }

    private void tell(List<Debt> overdue, List<Exclusion> excluded) {
        overdue.forEach(debt -> debt.blocked().ifPresent(why -> withheld(Withheld.Reason.BLOCKED,
                Words.of(DunningWord.ITEM_BLOCKED, debt.document(), why), debt.open())));
        excluded.forEach(each -> withheld(reason(each), each.words(), each.amount()));
    }

    private static int level(List<Line> lines) {
        return lines.stream().mapToInt(Line::level).max().orElse(0);
    }

    private static Withheld.Reason reason(Exclusion exclusion) {
        return switch (exclusion.mark()) {
            case DISPUTED -> Withheld.Reason.DISPUTED;
            case PROMISED -> Withheld.Reason.PROMISED;
            case IN_PLAN -> Withheld.Reason.IN_PLAN;
            case ASSIGNED, HELD -> Withheld.Reason.BLOCKED;
            case PAUSED -> Withheld.Reason.PAUSED;
        };
    }

    private void withheld(Withheld.Reason reason, Words words, Money overdue) {
        withheld.add(new Withheld(customer.customer().id(), reason, words, Optional.of(overdue)));
    }
}
