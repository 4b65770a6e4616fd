package org.saldo.dunning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.dunning.Reminder.Line;
import org.saldo.dunning.Reminder.Section;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.money.Money;

/**
 * Decides, customer by customer, who is reminded on a day. Paid and blocked items are left out, and the
 * parts of items that are disputed, promised or in a plan; money that is here covers
 * the oldest overdue items first, and what it covers whole is left out too. An item rises one level a run at most, and a
 * mail is written only when an item rises (or the last level is due to be repeated) and the days between have passed.
 */
public final class DunningRun {

    private final DunningPolicy policy;
    private final BusinessCalendars calendars;
    private final BusinessCalendar bankCalendar;
    private final LocalDate day;

    /** @param bankCalendar the company's, in which waiting receipts age */
    public DunningRun(DunningPolicy policy, BusinessCalendars calendars, BusinessCalendar bankCalendar, LocalDate day) {
        this.policy = policy;
        this.calendars = calendars;
        this.bankCalendar = bankCalendar;
        this.day = day;
    }

    public DunningDecision decide(DunningCase customer) {
        Overdue overdue = overdue(customer);
        List<Section> sections = overdue.sections();
        if (sections.isEmpty()) {
            return new DunningDecision(Optional.empty(), overdue.withheld(), expired(customer));
        }
        Optional<Withheld> reason = customer.obstacle().or(() -> quietDay(customer)).or(() -> timing(customer, sections));
        if (reason.isPresent()) {
            List<Withheld> withheld = new ArrayList<>(overdue.withheld());
            sections.forEach(section -> withheld.add(new Withheld(customer.customer().id(), reason.get().reason(),
                    reason.get().words(), Optional.of(section.asked()))));
            return new DunningDecision(Optional.empty(), withheld, expired(customer));
        }
        int level = sections.stream().mapToInt(Section::level).max().orElseThrow();
        return new DunningDecision(Optional.of(new Reminder(customer.customer(), day, level, sections)),
                overdue.withheld(), expired(customer));
    }

    /** What could be said on a day, a section a currency, and what could not. */
    public record Overdue(List<Section> sections, List<Withheld> withheld) {
    }

    /**
     * What could be said to the customer on this day, whenever it was last reminded. A mail that waits is held against it
     * just before it goes.
     */
    public Overdue overdue(DunningCase customer) {
        Map<String, List<Debt>> byCurrency = new TreeMap<>();
        customer.debts().stream().filter(this::isOverdue).sorted(Debt.OLDEST_FIRST).forEach(debt ->
                byCurrency.computeIfAbsent(debt.open().currency().getCurrencyCode(), any -> new ArrayList<>()).add(debt));
        List<Section> sections = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        byCurrency.forEach((code, debts) -> section(customer, Currency.getInstance(code), debts, withheld)
                .ifPresent(sections::add));
        return new Overdue(List.copyOf(sections), List.copyOf(withheld));
    }

    private Optional<Section> section(DunningCase customer, Currency currency, List<Debt> overdue, List<Withheld> withheld) {
        overdue.forEach(debt -> debt.blocked().ifPresent(why -> withheld.add(withheld(customer, Withheld.Reason.BLOCKED,
                debt.document() + " is blocked: " + why, debt.open()))));
        List<Debt> free = overdue.stream().filter(debt -> debt.blocked().isEmpty()).toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        List<Exclusion> excluded = free.stream().flatMap(debt -> debt.exclusions().stream()).toList();
        excluded.forEach(each -> withheld.add(withheld(customer, reason(each), each.words(), each.amount())));
        Money owed = free.stream().map(Debt::askable).reduce(Money.zero(currency), Money::plus);
        if (owed.isZero()) {
            return Optional.empty();
        }
        Money cover = covering(customer, currency);
        Section section = uncovered(currency, free, cover);
        if (section.lines().isEmpty()) {
            withheld.add(withheld(customer, Withheld.Reason.COVERED, owed + " overdue is covered: "
                    + coverWords(customer, currency), owed));
            return Optional.empty();
        }
        if (section.asked().compareTo(policy.minimumIn(currency)) < 0) {
            withheld.add(withheld(customer, Withheld.Reason.BELOW_MINIMUM, section.asked()
                    + " is left uncovered, the minimum is " + policy.minimumIn(currency), section.asked()));
            return Optional.empty();
        }
        return Optional.of(section);
    }

    private static Withheld.Reason reason(Exclusion exclusion) {
        return switch (exclusion.mark()) {
            case DISPUTED -> Withheld.Reason.DISPUTED;
            case PROMISED -> Withheld.Reason.PROMISED;
            case IN_PLAN -> Withheld.Reason.IN_PLAN;
            case ASSIGNED -> Withheld.Reason.BLOCKED;
        };
    }

    private Section uncovered(Currency currency, List<Debt> oldestFirst, Money cover) {
        Money rest = cover;
        Money credited = Money.zero(currency);
        List<Line> lines = new ArrayList<>();
        for (Debt debt : oldestFirst) {
            Money used = rest.min(debt.askable());
            rest = rest.minus(used);
            if (used.compareTo(debt.askable()) < 0) {
                credited = credited.plus(used);
                lines.add(new Line(debt, nextLevel(debt), debt.daysOverdue(day), debt.excluded()));
            }
        }
        int level = lines.stream().mapToInt(Line::level).max().orElse(0);
        return new Section(currency, level, lines, credited, cover.minus(rest),
                oldestFirst.stream().flatMap(debt -> debt.exclusions().stream()).toList());
    }

    /** One level up at most, no higher than the item's age allows, and never down. */
    private int nextLevel(Debt debt) {
        return Math.max(Math.min(debt.level(), policy.highestLevel()),
                Math.min(debt.level() + 1, policy.levelAt(debt.daysOverdue(day))));
    }

    private Money covering(DunningCase customer, Currency currency) {
        return customer.covers().stream().filter(cover -> cover.amount().currency().equals(currency) && !isExpired(cover))
                .map(Cover::amount).reduce(Money.zero(currency), Money::plus);
    }

    private String coverWords(DunningCase customer, Currency currency) {
        List<String> words = customer.covers().stream()
                .filter(cover -> cover.amount().currency().equals(currency) && !isExpired(cover))
                .sorted(Comparator.comparing(Cover::since).thenComparing(Cover::label))
                .map(cover -> switch (cover.kind()) {
                    case CREDIT_NOTE -> "credit note " + cover.label() + " " + cover.amount();
                    case UNAPPLIED -> cover.label() + " " + cover.amount() + " without an invoice";
                    case WAITING -> cover.label() + " " + cover.amount() + " waits for a decision";
                }).toList();
        return String.join(", ", words.subList(0, Math.min(3, words.size())))
                + (words.size() > 3 ? " and " + (words.size() - 3) + " more" : "");
    }

    private List<Cover> expired(DunningCase customer) {
        return customer.covers().stream().filter(this::isExpired).toList();
    }

    private boolean isExpired(Cover cover) {
        return cover.kind() == Cover.Kind.WAITING
                && bankCalendar.businessDaysBetween(cover.since(), day) > policy.waitingCover();
    }

    private boolean isOverdue(Debt debt) {
        return debt.daysOverdue(day) > policy.graceDays();
    }

    private Optional<Withheld> quietDay(DunningCase customer) {
        String country = customer.customer().country();
        Optional<String> closed = policy.isQuiet(day) ? Optional.of("a quiet period of the policy")
                : calendars.of(country).whyClosed(day);
        return closed.map(why -> withheld(customer, Withheld.Reason.QUIET_DAY, day + " is no day for reminders in " + country
                + ": " + why));
    }

    private Optional<Withheld> timing(DunningCase customer, List<Section> sections) {
        boolean rises = sections.stream().flatMap(section -> section.lines().stream())
                .anyMatch(line -> line.level() > line.debt().level());
        long since = customer.lastReminded().map(last -> ChronoUnit.DAYS.between(last, day)).orElse(Long.MAX_VALUE);
        int level = sections.stream().mapToInt(Section::level).max().orElseThrow();
        if (!rises) {
            boolean repeat = level == policy.highestLevel()
                    && policy.repeatAfterDays().filter(days -> since >= days).isPresent();
            return repeat ? Optional.empty() : Optional.of(withheld(customer, Withheld.Reason.NOTHING_NEW,
                    "nothing has risen above level " + level + " since the last reminder"));
        }
        int between = policy.level(level).daysBetween();
        return since >= between ? Optional.empty() : Optional.of(withheld(customer, Withheld.Reason.TOO_SOON,
                "reminded " + since + " days ago; level " + level + " follows after " + between));
    }

    private static Withheld withheld(DunningCase customer, Withheld.Reason reason, String words) {
        return new Withheld(customer.customer().id(), reason, words, Optional.empty());
    }

    private static Withheld withheld(DunningCase customer, Withheld.Reason reason, String words, Money overdue) {
        return new Withheld(customer.customer().id(), reason, words, Optional.of(overdue));
    }
}
