package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.Cases.eur;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.HashMap;
import java.util.EnumMap;
import java.util.stream.Collectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saldo.dunning.Reminder.Line;
import org.saldo.dunning.Step.Kind;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** What holds whatever the ladder: random ladders, customers and days, among them leap days and the ends of half-years. */
class LadderPropertyTest {

    private static final List<LocalDate> BORDERS = List.of(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 1),
            LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1),
            LocalDate.of(2026, 3, 30), LocalDate.of(2026, 10, 26));
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void noItemRisesMoreThanALevelOrBeforeItsStepAndNothingBeyondWhatMayBeAskedIsAsked() {
        int said = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            LocalDate day = BORDERS.get(random.nextInt(BORDERS.size())).plusDays(random.nextInt(3));
            DunningCase customer = customer(random, day);
            for (Reminder.Section section : run(ladder, day).overdue(customer).sections()) {
                said++;
                Money askable = section.lines().stream().map(line -> line.debt().askable()).reduce(eur("0.00"), Money::plus);
                assertThat(section.asked()).isGreaterThan(eur("0.00")).isLessThanOrEqualTo(askable);
                section.lines().forEach(line -> assertStep(ladder, line, day));
            }
        }
        assertThat(said).isGreaterThan(2_000);
    }

    private static void assertStep(Ladder ladder, Line line, LocalDate day) {
        long age = ChronoUnit.DAYS.between(line.debt().due(), day);
        assertThat(line.level()).isLessThanOrEqualTo(Math.max(0, line.debt().level()) + 1);
        if (line.level() > Math.max(0, line.debt().level()) || line.level() < 0) {
            assertThat(age).isGreaterThanOrEqualTo(ladder.step(line.level()).days());
        }
        assertThat(line.level() < 0).isEqualTo(age <= ladder.graceDays());
        assertThat(line.debt().blocked()).isEmpty();
    }

    @Test
    void theOrderInWhichItemsAndCoversComeDoesNotMatter() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            LocalDate day = BORDERS.get(random.nextInt(BORDERS.size()));
            DunningCase customer = customer(random, day);
            List<Debt> debts = new ArrayList<>(customer.debts());
            List<Cover> covers = new ArrayList<>(customer.covers());
            Collections.shuffle(debts, random);
            Collections.shuffle(covers, random);
            DunningCase other = new DunningCase(customer.customer(), debts, covers, customer.lastReminded(), Optional.empty());
            assertThat(run(ladder, day).decide(other).reminder()).isEqualTo(run(ladder, day).decide(customer).reminder());
            assertThat(run(ladder, day).houseStep(other)).isEqualTo(run(ladder, day).houseStep(customer));
        }
    }

    @Test
    void withAgeALevelOnlyRisesAndOverYearsOfRunsEveryStepIsTakenOnceInItsOrder() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            LocalDate due = LocalDate.of(2027, 12, 1).plusDays(random.nextInt(90));
            int said = 0;
            LocalDate last = null;
            List<Kind> taken = new ArrayList<>();
            List<HouseStep.Taken> kept = new ArrayList<>();
            for (LocalDate day = due.minusDays(20); day.isBefore(due.plusDays(150)); day = day.plusDays(1)) {
                Debt debt = new Debt(1, "INV-1", due.minusDays(30), due, eur("500.00"), eur("500.00"), said, Optional.empty());
                DunningCase customer = new DunningCase(Cases.customer("C-1"), List.of(debt), List.of(),
                        Optional.ofNullable(last), Optional.empty(), new DunningPast(kept, List.of(), List.of()));
                Optional<HouseStep> step = run(ladder, day).houseStep(customer);
                if (step.isPresent()) {
                    taken.add(step.get().step().kind());
                    kept.add(new HouseStep.Taken(step.get().step().kind(), day, Set.of(1L)));
                    assertThat(said).isGreaterThanOrEqualTo(step.get().step().level());
                }
                Optional<Reminder> reminder = run(ladder, day).decide(customer).reminder();
                if (reminder.isPresent()) {
                    assertThat(reminder.get().level()).isNotZero();
                    assertThat(said == 0 || reminder.get().level() > said || reminder.get().level() == ladder.highestLevel())
                            .isTrue();
                    said = reminder.get().level();
                    last = day;
                }
            }
            assertThat(said).isEqualTo(ladder.highestLevel());
            assertThat(taken).isEqualTo(ladder.internal().stream().map(Step::kind).toList());
            assertThat(new HashSet<>(taken)).hasSameSizeAs(taken);
        }
    }

    /** One item in a hundred days is never paid; the others are paid after weeks, and each of them brings mails of its own. */
    @Test
    void whoGoesOnBuyingReachesEveryStepOfTheItemThatItDoesNotPay() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int every = random.nextInt(7) + 1;
            Ladder ladder = Ladder.counted("buying", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 7), Step.reminder(2, 12, 7),
                    step(random, Kind.FINAL, 20), inside(Kind.PHONE, 30, random), inside(Kind.MANAGER, 32, random),
                    inside(Kind.HANDOVER, 40, random)), Optional.empty());
            LocalDate first = LocalDate.of(2026, 3, 2);
            Map<Long, Integer> said = new HashMap<>();
            Map<Long, FinalNotice> finals = new HashMap<>();
            Map<Kind, HouseStep.Taken> taken = new EnumMap<>(Kind.class);
            Optional<LocalDate> last = Optional.empty();
            LocalDate day = first;
            for (; day.isBefore(first.plusDays(200)) && !isTaken(taken, Kind.HANDOVER); day = day.plusDays(1)) {
                List<Debt> debts = new ArrayList<>();
                for (long id = 1; !first.plusDays((id - 1) * every).isAfter(day); id++) {
                    LocalDate due = first.plusDays((id - 1) * every);
                    if (id == 1 || due.plusDays(25).isAfter(day)) {
                        debts.add(new Debt(id, "INV-" + id, due.minusDays(30), due, eur("500.00"), eur("500.00"),
                                said.getOrDefault(id, 0), Optional.empty()));
                    }
                }
                DunningCase customer = new DunningCase(Cases.customer("C-1"), debts, List.of(), last, Optional.empty(),
                        new DunningPast(List.copyOf(taken.values()), List.of(), List.of()).withFinals(finals));
                LocalDate today = day;
                run(ladder, day).houseStep(customer).ifPresent(step -> taken.merge(step.step().kind(), new HouseStep.Taken(
                        step.step().kind(), today, ids(step.sections())), LadderPropertyTest::together));
                Optional<Reminder> reminder = run(ladder, day).decide(customer).reminder();
                reminder.ifPresent(mail -> mail.sections().get(0).lines().forEach(line -> {
                    said.put(line.debt().itemId(), line.level());
                    mail.lastDay(line).ifPresent(named -> {
                        FinalNotice before = finals.putIfAbsent(line.debt().itemId(), new FinalNotice(today, named));
                        assertThat(before == null || before.lastDay().equals(named)).as("the last day never moves").isTrue();
                    });
                }));
                last = reminder.isPresent() ? Optional.of(day) : last;
            }
            assertThat(day).as("seed " + seed).isBefore(first.plusDays(100));
        }
    }

    private static boolean isTaken(Map<Kind, HouseStep.Taken> taken, Kind kind) {
        return taken.containsKey(kind) && taken.get(kind).items().contains(1L);
    }

    private static Set<Long> ids(List<Reminder.Section> sections) {
        return sections.stream().flatMap(section -> section.lines().stream()).map(line -> line.debt().itemId())
                .collect(Collectors.toSet());
    }

    private static HouseStep.Taken together(HouseStep.Taken one, HouseStep.Taken other) {
        Set<Long> items = new HashSet<>(one.items());
        items.addAll(other.items());
        return new HouseStep.Taken(other.kind(), other.last(), items);
    }

    private static Step inside(Kind kind, int days, Random random) {
        Step week = Cases.inside(kind, days);
        return new Step(kind, -1, days, new Step.Pace(random.nextInt(7) + 1, 0), week.least(), week.manner());
    }

    private static Ladder ladder(Random random) {
        List<Step> steps = new ArrayList<>();
        if (random.nextBoolean()) {
            steps.add(step(random, Kind.UPCOMING, -random.nextInt(7) - 1));
        }
        if (random.nextBoolean()) {
            steps.add(step(random, Kind.DUE, random.nextInt(3)));
        }
        int days = 3;
        for (int i = random.nextInt(4); i >= 0; i--) {
            days += random.nextInt(10) + 1;
            steps.add(step(random, Kind.REMINDER, days));
        }
        days += random.nextInt(10) + 1;
        steps.add(random.nextBoolean() ? step(random, Kind.FINAL, days) : Cases.inside(Kind.PHONE, days));
        steps.add(Cases.inside(Kind.MANAGER, days + 5));
        return Ladder.counted("random", Ladder.Fit.ALL, 3, steps, random.nextBoolean() ? Optional.of(30) : Optional.empty());
    }

    private static Step step(Random random, Kind kind, int days) {
        Step.Least least = random.nextInt(4) == 0 ? new Step.Least(Map.of(EUR, eur("20.00")), random.nextInt(30))
                : Step.Least.NONE;
        return new Step(kind, 0, days, new Step.Pace(random.nextInt(10) + 1, kind.isReminder() ? random.nextInt(3) : 0), least,
                new Step.Manner("words", Step.Channel.MAIL, List.of(Step.Recipient.CONTACT), false,
                        kind == Kind.FINAL ? Optional.of(random.nextInt(10) + 1) : Optional.empty()));
    }

    private static DunningCase customer(Random random, LocalDate day) {
        List<Debt> debts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            LocalDate due = day.minusDays(random.nextInt(70) - 10L);
            Money amount = Money.ofMinor(EUR, random.nextInt(50_000) + 100);
            Money open = Money.ofMinor(EUR, random.nextInt((int) amount.minorUnits()) + 1);
            debts.add(new Debt(i, "INV-" + i, due.minusDays(30), due, amount, open, random.nextInt(4),
                    random.nextInt(6) == 0 ? Optional.of(Words.said("blocked")) : Optional.empty()));
        }
        List<Cover> covers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            covers.add(new Cover(Cover.Kind.UNAPPLIED, "P-" + i, Money.ofMinor(EUR, random.nextInt(20_000) + 1), day));
        }
        return new DunningCase(Cases.customer("C-1"), debts, covers,
                random.nextBoolean() ? Optional.of(day.minusDays(random.nextInt(40) + 1L)) : Optional.empty(), Optional.empty());
    }

    private static DunningRun run(Ladder ladder, LocalDate day) {
        return new DunningRun(Cases.policy(ladder), new BusinessCalendars(Map.of()), BusinessCalendar.weekendsOnly("DE"), day);
    }
}
