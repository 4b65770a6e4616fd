package org.saldo.dunning;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * One mail to one customer: everything that is overdue and not covered, a section a currency. The level is the highest that is
 * said of an item for the first time: it leads, while others that were told of before may be higher. When nothing is overdue it
 * may be a notice, of items that fall due: then all levels are negative.
 *
 * @param step       how it is said; empty when it is read back from the ledger
 * @param lastDay    the day that a final notice names as the last one, of the items that lead
 * @param incentives what a notice tells of beside
 */
public record Reminder(Customer customer, LocalDate day, int level, List<Section> sections, Optional<Step> step,
        Optional<LocalDate> lastDay, Incentives.Told incentives) {

    /**
     * What is overdue in one currency. {@code credited} is what money that is here already pays of the oldest line;
     * {@code covered} is all that such money covered in this currency, lines that it covered whole included.
     * {@code notAskedFor} is what of overdue items is disputed, promised or in a plan, also of items without a line.
     */
    public record Section(Currency currency, int level, List<Line> lines, Money credited, Money covered,
            List<Exclusion> notAskedFor) {

        public Section {
            lines = List.copyOf(lines);
            notAskedFor = List.copyOf(notAskedFor);
        }

        /** The sum of the lines' open amounts. */
        public Money open() {
            return lines.stream().map(line -> line.debt().open()).reduce(Money.zero(currency), Money::plus);
        }

        /** What of the lines is disputed, promised or in a plan. */
        public Money excluded() {
            return lines.stream().map(Line::excluded).reduce(Money.zero(currency), Money::plus);
        }

        /** What is asked for: the open amounts less what is excluded and credited. */
        public Money asked() {
            return open().minus(excluded()).minus(credited);
        }
    }

    /** An item with its level, what of it is not asked for, and its final notice when that was said before. */
    public record Line(Debt debt, int level, long daysOverdue, Money excluded, Optional<FinalNotice> finalNotice) {

        /** Without a final notice before. */
        public Line(Debt debt, int level, long daysOverdue, Money excluded) {
            this(debt, level, daysOverdue, excluded, Optional.empty());
        }

        /** Whether this level was not said of the item before; a notice is said before any reminder only. */
        boolean rises() {
            int said = debt.level();
            return level < 0 ? said == 0 || level > said : level > Math.max(0, said);
        }
    }

    public Reminder(Customer customer, LocalDate day, int level, List<Section> sections) {
        this(customer, day, level, sections, Optional.empty());
    }

    public Reminder(Customer customer, LocalDate day, int level, List<Section> sections, Optional<Step> step) {
        this(customer, day, level, sections, step, step.flatMap(how -> how.manner().lastDays()).map(day::plusDays),
                Incentives.Told.NOTHING);
    }

    public Reminder {
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException(customer.id() + ": a reminder of nothing");
        }
    }

    /** The last day of the line's final notice: what was said before stands, and what is said now is said once. */
    public Optional<LocalDate> lastDay(Line line) {
        return line.finalNotice().map(FinalNotice::lastDay)
                .or(() -> line.level() == level ? lastDay : Optional.empty());
    }

    /** Whether the reminder's step is what is said of the line now. */
    public boolean leads(Line line) {
        return line.level() == level && line.finalNotice().isEmpty();
    }

    /** Whether lines are told of at other levels than the one that leads. A notice is one whole. */
    public boolean isMixed() {
        return level > 0 && sections.stream().flatMap(section -> section.lines().stream()).anyMatch(line -> !leads(line));
    }

    /** The highest level of its items, whenever it was said. */
    public int highest() {
        return sections.stream().mapToInt(Section::level).max().orElseThrow();
    }

    /** The level that leads in a section: none is said of what was told of before. */
    public int level(Section section) {
        return section.lines().stream().filter(Line::rises).mapToInt(Line::level).max()
                .orElse(Math.min(section.level(), level));
    }

    /** What is asked for of the lines that lead, an amount a currency; money that is here pays the oldest line first. */
    public List<Money> askedOfLeading() {
        return sections.stream().map(this::askedOfLeading).filter(Money::isPositive).toList();
    }

    private Money askedOfLeading(Section section) {
        Money credit = section.credited();
        Money asked = Money.zero(section.currency());
        for (Line line : section.lines()) {
            Money askable = line.debt().open().minus(line.excluded());
            Money used = credit.min(askable);
            credit = credit.minus(used);
            asked = leads(line) ? asked.plus(askable.minus(used)) : asked;
        }
        return asked;
    }

    /** The items of which the customer is told at a level at which it was not told of them before. */
    public List<Line> rising() {
        return sections.stream().flatMap(section -> section.lines().stream()).filter(Line::rises).toList();
    }

    /**
     * Why this reminder would be wrong now, when {@code now} is what would be said today; empty when every line of it and
     * what it asks for still hold.
     */
    public Optional<Words> contradictedBy(List<Section> now) {
        for (Section said : sections) {
            Optional<Section> today = now.stream().filter(section -> section.currency().equals(said.currency())).findFirst();
            Optional<Words> fault = said.lines().stream().map(line -> contradiction(line, today, day))
                    .flatMap(Optional::stream).findFirst();
            if (fault.isPresent()) {
                return fault;
            }
            if (!today.orElseThrow().credited().equals(said.credited())) {
                return Optional.of(Words.of(DunningWord.COVERED_OTHERWISE, said.open(), today.get().credited(),
                        said.credited()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Words> contradiction(Line said, Optional<Section> today, LocalDate saidOn) {
        Debt debt = said.debt();
        Optional<Line> still = today.stream().flatMap(section -> section.lines().stream())
                .filter(other -> other.level() < 0 == said.level() < 0)
                .filter(other -> other.debt().itemId() == debt.itemId()).findFirst();
        if (still.isEmpty()) {
            return Optional.of(Words.of(DunningWord.NO_LONGER_OWED, debt.document()));
        }
        Money open = still.get().debt().open();
        if (!open.equals(debt.open())) {
            return Optional.of(Words.of(DunningWord.OPEN_OTHERWISE, debt.document(), open, debt.open()));
        }
        if (still.get().debt().daysOverdue(saidOn) != said.daysOverdue()) {
            return Optional.of(Words.of(DunningWord.DUE_OTHERWISE, debt.document(), still.get().debt().due()));
        }
        return still.get().excluded().equals(said.excluded()) ? Optional.empty() : Optional.of(Words.of(
                DunningWord.EXCLUDED_OTHERWISE, debt.document(), still.get().excluded(), said.excluded()));
    }
}
