package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.Cases.DAY;
import static org.saldo.dunning.Cases.debt;
import static org.saldo.dunning.Cases.eur;
import static org.saldo.dunning.Cases.owes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.dunning.DunningPast.PaidItem;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;

class PaymentHabitTest {

    private static final HabitPolicy POLICY = new HabitPolicy(6, 14, 7, 10, 2);

    @Test
    void aHabitIsToldWithItsWeekdayAndItsCount() {
        List<PaidItem> paid = IntStream.range(0, 20).mapToObj(week -> LocalDate.of(2026, 1, 2).plusWeeks(week))
                .map(friday -> new PaidItem(friday.minusDays(6), friday)).toList();
        PaymentHabit habit = PaymentHabit.of(paid, POLICY).orElseThrow();
        assertThat(habit.words()).hasToString("usually pays 6 day(s) late, on a Friday, median of 14");
        assertThat(habit.expected(LocalDate.of(2026, 10, 7))).isEqualTo("2026-10-16").matches(day ->
                day.getDayOfWeek() == DayOfWeek.FRIDAY);
    }

    @Test
    void aPayRunByTheMonthIsToldToo() {
        List<PaidItem> paid = IntStream.range(1, 10).mapToObj(month -> LocalDate.of(2026, month, 15))
                .map(day -> new PaidItem(day.minusDays(1), day)).toList();
        PaymentHabit habit = PaymentHabit.of(paid, POLICY).orElseThrow();
        assertThat(habit.words()).hasToString("usually pays 1 day(s) late, on day 15 of the month, median of 9");
        assertThat(habit.expected(LocalDate.of(2026, 10, 16))).isEqualTo("2026-11-15");
    }

    @Test
    void ofFewItemsOrScatteredOnesNoHabitIsTold() {
        assertThat(PaymentHabit.of(late(5, 4), POLICY)).isEmpty();
        assertThat(PaymentHabit.of(late(6, 4), POLICY)).isPresent();
        List<PaidItem> scattered = new ArrayList<>(late(5, 1));
        scattered.addAll(late(5, 60));
        assertThat(PaymentHabit.of(scattered, POLICY)).isEmpty();
    }

    /** A ladder may begin months after the due day, and tell of what falls due months before. */
    @Test
    void whatWasPaidMattersAsFarAsTheLaddersNoticesAndFirstRemindersReach() {
        Ladder late = Ladder.counted("late", Ladder.Fit.ALL, 3, List.of(new Step(Step.Kind.UPCOMING, 0, -80, new Step.Pace(1, 0),
                Step.Least.NONE, Step.Manner.mail("reminder-upcoming")), Step.reminder(1, 90, 7)), Optional.empty());
        DunningPolicy policy = new DunningPolicy("1", List.of(late), Map.of(), 3, 5, 500, List.of(), SendTimes.ANY,
                Optional.of(POLICY));
        PaymentsLook look = policy.paymentsLook().orElseThrow();
        assertThat(look.lookBack()).isEqualTo(400);
        assertThat(look.matters(debt(1, 95, 0, eur("1.00")), DAY)).as("its first reminder is due").isTrue();
        assertThat(look.matters(debt(1, -80, 0, eur("1.00")), DAY)).as("its notice is due").isTrue();
        assertThat(look.matters(debt(1, -81, 0, eur("1.00")), DAY)).isFalse();
        assertThat(look.matters(debt(1, 150, 0, eur("1.00")), DAY)).as("no habit puts it off any more").isFalse();
        assertThat(look.matters(debt(1, 95, 1, eur("1.00")), DAY)).as("it was reminded of").isFalse();
        assertThat(new DunningPolicy("1", List.of(late), Map.of(), 3, 5, 500, List.of()).paymentsLook()).isEmpty();
    }

    @Test
    void theOrderOfTheItemsDoesNotMatter() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<PaidItem> paid = new ArrayList<>();
            for (int i = random.nextInt(25); i >= 0; i--) {
                LocalDate due = DAY.minusDays(random.nextInt(300) + 10L);
                paid.add(new PaidItem(due, due.plusDays(random.nextInt(20) - 5L)));
            }
            Optional<PaymentHabit> habit = PaymentHabit.of(paid, POLICY);
            Collections.shuffle(paid, random);
            assertThat(PaymentHabit.of(paid, POLICY)).isEqualTo(habit);
        }
    }

    /** The day is a Thursday; the step is at five days, transit takes two. */
    @ParameterizedTest
    @CsvSource({"0,5,1", "3,5,1", "4,5,-", "4,6,1", "7,8,-", "7,9,1", "8,5,1", "60,5,1"})
    void theFirstReminderWaitsForWhoUsuallyPaysALittleLateAndNotForTheWorst(int usual, long overdue, String level) {
        assertThat(level(with(owes(debt(1, overdue, 0, eur("100.00"))), late(10, usual)))).isEqualTo(level);
    }

    @Test
    void theDelayIsSaid() {
        Withheld withheld = run(DAY).decide(with(owes(debt(1, 6, 0, eur("100.00"))), late(10, 7))).withheld().get(0);
        assertThat(withheld.reason()).isEqualTo(Withheld.Reason.HABIT);
        assertThat(withheld.words().toString()).startsWith("usually pays 7 day(s) late")
                .endsWith("not reminded before 2026-11-01");
    }

    @Test
    void onlyTheFirstReminderWaitsAndNotForWhoHadToBeRemindedTwice() {
        assertThat(level(with(Cases.reminded(owes(debt(1, 14, 1, eur("100.00"))), 9), late(10, 7)))).isEqualTo("2");
        assertThat(level(with(Cases.reminded(owes(debt(1, 5, 0, eur("100.00")), debt(2, 20, 2, eur("1.00"))), 9),
                late(10, 7)))).as("the new item leads").isEqualTo("1");
    }

    @Test
    void overRandomPastsAReminderComesNeverBeforeItsStepNorBeyondTheMostAndAgeOnlyRaisesIt() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<PaidItem> paid = new ArrayList<>();
            int usual = random.nextInt(16) - 4;
            for (int i = 0; i < 12; i++) {
                LocalDate due = LocalDate.of(2028, 2, 1).minusDays(random.nextInt(200));
                paid.add(new PaidItem(due, random.nextBoolean() ? due.plusDays(usual) : due.plusDays(usual)
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY))));
            }
            LocalDate due = LocalDate.of(2028, 2, 20).plusDays(random.nextInt(20));
            int before = 0;
            for (LocalDate day = due.minusDays(2); day.isBefore(due.plusDays(30)); day = day.plusDays(1)) {
                Debt debt = new Debt(1, "INV-1", due.minusDays(30), due, eur("100.00"), eur("100.00"), 0, Optional.empty());
                int level = run(day).overdue(with(owes(debt), paid)).sections().stream().mapToInt(Reminder.Section::level)
                        .max().orElse(0);
                long age = ChronoUnit.DAYS.between(due, day);
                assertThat(level).isGreaterThanOrEqualTo(before);
                assertThat(level == 0 || age >= 5).isTrue();
                assertThat(level == 1 || age < 15).as("due " + due + ", " + age + " days").isTrue();
                before = level;
            }
        }
    }

    private static List<PaidItem> late(int count, int days) {
        return IntStream.range(0, count).mapToObj(i -> DAY.minusDays(30L + 9L * i))
                .map(due -> new PaidItem(due, due.plusDays(days))).toList();
    }

    private static DunningCase with(DunningCase customer, List<PaidItem> paid) {
        return new DunningCase(customer.customer(), customer.debts(), customer.covers(), customer.lastReminded(),
                customer.obstacle(), new DunningPast(List.of(), List.of(), paid));
    }

    private static String level(DunningCase customer) {
        return run(DAY).decide(customer).reminder().map(reminder -> String.valueOf(reminder.level())).orElse("-");
    }

    private static DunningRun run(LocalDate day) {
        DunningPolicy policy = new DunningPolicy("1", List.of(Cases.LADDER), Map.of(), 3, 5, 500, List.of(), SendTimes.ANY,
                Optional.of(POLICY));
        return new DunningRun(policy, new BusinessCalendars(Map.of()), BusinessCalendar.weekendsOnly("DE"), day);
    }
}
