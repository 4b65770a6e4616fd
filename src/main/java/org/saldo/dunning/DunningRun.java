package org.saldo.dunning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.Reminder.Line;
import org.saldo.dunning.Reminder.Section;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Words;

/**
 * Decides, customer by customer, who is reminded on a day, by the ladder that fits the customer. Paid and blocked items are
 * left out, and the parts of items that are disputed, promised or in a plan; money that is here covers the oldest overdue
 * items first, and what it covers whole is left out too. An item rises one level a run at most, and a mail is written only
 * when an item rises (or the last level is due to be repeated) and the days between have passed. Who owes nothing overdue
 * may be told of what falls due.
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
        List<Cover> expired = covering(customer).expired();
        if (sections.isEmpty()) {
            return new DunningDecision(Optional.empty(), overdue.withheld(), expired);
        }
        Optional<Withheld> reason = obstacle(customer).or(() -> quietDay(customer)).or(() -> statementDay(customer))
                .or(() -> timing(customer, sections));
        if (reason.isPresent()) {
            List<Withheld> withheld = new ArrayList<>(overdue.withheld());
            sections.forEach(section -> withheld.add(new Withheld(customer.customer().id(), reason.get().reason(),
                    reason.get().words(), Optional.of(section.asked()))));
            return new DunningDecision(Optional.empty(), withheld, expired);
        }
        int level = leading(sections);
        Step step = ladder(customer).step(level);
        Incentives.Told incentives = level < 0 ? policy.incentives().told(customer, sections, day) : Incentives.Told.NOTHING;
        return new DunningDecision(Optional.of(new Reminder(customer.customer(), day, level, sections, Optional.of(step),
                step.manner().lastDays().map(days -> lastDay(customer, days)), incentives)), overdue.withheld(), expired);
    }

    /** Nobody's last day is one on which no bank of its country pays. */
    private LocalDate lastDay(DunningCase customer, int days) {
        return calendars.of(customer.customer().country()).onOrAfter(day.plusDays(days));
    }

    /** What could be said on a day, a section a currency, and what could not. */
    public record Overdue(List<Section> sections, List<Withheld> withheld) {
    }

    /**
     * What could be said to the customer on this day, whenever it was last reminded. A mail that waits is held against it
     * just before it goes.
     */
    public Overdue overdue(DunningCase customer) {
        DunningCase standing = new Standstill(policy, calendars.of(customer.customer().country()), covering(customer), day)
                .of(customer);
        return new Sections(policy, climb(customer), covering(customer), standing, day).overdue();
    }

    /**
     * The step inside the house that is due for the customer on this day. Who cannot be written to may be called; whom nobody
     * is to remind is left alone.
     */
    public Optional<HouseStep> houseStep(DunningCase customer) {
        boolean left = obstacle(customer).filter(why -> why.reason() != Withheld.Reason.NO_ADDRESS).isPresent();
        return left || ladder(customer).internal().isEmpty() ? Optional.empty()
                : new HouseSteps(ladder(customer), climb(customer), customer, day).next(overdue(customer).sections());
    }

    private Ladder ladder(DunningCase customer) {
        return policy.ladderFor(customer.customer());
    }

    private Climb climb(DunningCase customer) {
        return new Climb(ladder(customer), calendars.of(customer.customer().country()), day,
                policy.habits().flatMap(habits -> HabitDelay.of(habits, customer, ladder(customer))));
    }

    /** What of the customer's money, and of what we owe it, still covers on this day: what has waited too long does not. */
    public List<Cover> stillCover(DunningCase customer) {
        return covering(customer).covers();
    }

    private Covering covering(DunningCase customer) {
        return new Covering(customer.covers(), cover -> switch (cover.kind()) {
            case WAITING, BILL -> isOlder(cover.since(), policy.waitingCover());
            case PAYABLE -> isOlder(cover.since(), policy.standstill().payablesAge());
            case CREDIT_NOTE, UNAPPLIED -> false;
        });
    }

    /** Counted as far as it matters: some wait for years. */
    private boolean isOlder(LocalDate since, int businessDays) {
        return !bankCalendar.plusBusinessDays(since, businessDays + 1).isAfter(day);
    }

    /** Why nobody is to remind the customer, whatever it owes. */
    public Optional<Withheld> obstacle(DunningCase customer) {
        return customer.obstacle().or(() -> intercompany(customer)).or(() -> unknownLadder(customer))
                .or(() -> naturalPerson(customer));
    }

    private Optional<Withheld> naturalPerson(DunningCase customer) {
        return ladder(customer).fit().allows(customer.customer()) ? Optional.empty() : Optional.of(withheld(customer,
                Withheld.Reason.NATURAL_PERSON, Words.of(DunningWord.NATURAL_PERSON, ladder(customer).name())));
    }

    /** Who is to be reminded in a way of its own is not reminded in another, because a name was misspelt. */
    private Optional<Withheld> unknownLadder(DunningCase customer) {
        String named = customer.customer().dunningPolicy();
        return named.isEmpty() || policy.ladders().stream().anyMatch(ladder -> ladder.name().equals(named)) ? Optional.empty()
                : Optional.of(withheld(customer, Withheld.Reason.UNKNOWN_LADDER, Words.of(
                        DunningWord.UNKNOWN_LADDER, named, policy.ladders().stream().map(Ladder::name).toList())));
    }

    private static Optional<Withheld> intercompany(DunningCase customer) {
        return customer.customer().intercompany() ? Optional.of(withheld(customer, Withheld.Reason.INTERCOMPANY,
                Words.of(DunningWord.INTERCOMPANY))) : Optional.empty();
    }

    /** Whether a reminder of an earlier day has waited so long that it is decided anew. */
    public boolean isOutdated(LocalDate remindedOn) {
        return bankCalendar.businessDaysBetween(remindedOn, day) > policy.times().waitMost();
    }

    /**
     * From when on a mail to the customer may go.
     *
     * @param elsewhere the time zone of customers whose own is not known
     */
    public Instant notBefore(Customer customer, Instant now, ZoneId elsewhere) {
        return policy.times().notBefore(now, zone(customer, elsewhere), date -> isClosed(customer, date),
                customer.id().toString());
    }

    private ZoneId zone(Customer customer, ZoneId elsewhere) {
        return customer.timeZone().isEmpty() ? calendars.zone(customer.country()).orElse(elsewhere)
                : ZoneId.of(customer.timeZone());
    }

    private boolean isClosed(Customer customer, LocalDate date) {
        return policy.isQuiet(date) || !calendars.of(customer.country()).isBusinessDay(date);
    }

    private Optional<Withheld> quietDay(DunningCase customer) {
        String country = customer.customer().country();
        Optional<Words> closed = policy.isQuiet(day) ? Optional.of(Words.of(DunningWord.QUIET_PERIOD))
                : calendars.of(country).whyClosed(day).map(DunningRun::closed);
        return closed.map(why -> withheld(customer, Withheld.Reason.QUIET_DAY,
                Words.of(DunningWord.QUIET_DAY, day, country, why)));
    }

    /** A weekend in words; a holiday by the name that the calendar has. */
    private static Words closed(String why) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().equalsIgnoreCase(why)).findFirst()
                .map(day -> Words.of(DunningWord.valueOf(day.name()))).orElseGet(() -> Words.said(why));
    }

    private Optional<Withheld> statementDay(DunningCase customer) {
        return policy.times().notOnStatementDay() && customer.past().statementToday() ? Optional.of(withheld(customer,
                Withheld.Reason.TOO_SOON, Words.of(DunningWord.STATEMENT_DAY, day))) : Optional.empty();
    }

    private Optional<Withheld> timing(DunningCase customer, List<Section> sections) {
        Ladder ladder = ladder(customer);
        long since = customer.lastReminded().map(last -> ChronoUnit.DAYS.between(last, day)).orElse(Long.MAX_VALUE);
        int level = leading(sections);
        if (sections.stream().flatMap(section -> section.lines().stream()).noneMatch(Line::rises)) {
            boolean repeat = level == ladder.highestLevel() && ladder.step(level).kind() != Step.Kind.FINAL
                    && ladder.repeatAfterDays().filter(days -> since >= days).isPresent();
            return repeat ? tooMany(customer) : delayed(customer, sections).or(() -> Optional.of(withheld(customer,
                    Withheld.Reason.NOTHING_NEW, Words.of(DunningWord.NOTHING_ROSE, level))));
        }
        int between = ladder.step(level).pace().daysBetween();
        return since >= between ? tooMany(customer) : Optional.of(withheld(customer, Withheld.Reason.TOO_SOON,
                Words.of(DunningWord.TOO_SOON, since, level, between)));
    }

    private Optional<Withheld> delayed(DunningCase customer, List<Section> sections) {
        Climb climb = climb(customer);
        return sections.stream().flatMap(section -> section.lines().stream()).map(line -> climb.delayed(line.debt()))
                .flatMap(Optional::stream).findFirst().map(why -> withheld(customer, Withheld.Reason.HABIT, why));
    }

    private Optional<Withheld> tooMany(DunningCase customer) {
        long week = customer.past().written().stream().filter(written -> written.isAfter(day.minusWeeks(1))).distinct().count();
        return policy.times().mostPerWeek().filter(most -> week >= most).map(most -> withheld(customer,
                Withheld.Reason.TOO_SOON, Words.of(DunningWord.TOO_OFTEN, week, most)));
    }

    /** The highest level that is said for the first time; of a reminder that is said again the highest of all. */
    private static int leading(List<Section> sections) {
        return sections.stream().flatMap(section -> section.lines().stream()).filter(Line::rises).mapToInt(Line::level).max()
                .orElseGet(() -> sections.stream().mapToInt(Section::level).max().orElseThrow());
    }

    private static Withheld withheld(DunningCase customer, Withheld.Reason reason, Words words) {
        return new Withheld(customer.customer().id(), reason, words, Optional.empty());
    }
}
