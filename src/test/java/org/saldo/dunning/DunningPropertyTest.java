package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.Cases.DAY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.money.Money;

/** What no reminder may ever do, tried on thousands of customers and over months of runs. Seeds make each replayable. */
class DunningPropertyTest {

    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.weekendsOnly("DE");
    private static final String[] CURRENCIES = {"EUR", "USD"};

    @Test
    void nothingBlockedOrCoveredIsEverAskedForAndAmountsAreTrue() {
        int reminders = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            DunningCase customer = randomCase(new Random(seed));
            Optional<Reminder> reminder = run(DAY).decide(customer).reminder();
            reminder.ifPresent(said -> assertHolds(customer, said));
            reminders += reminder.isPresent() ? 1 : 0;
        }
        assertThat(reminders).isBetween(1_000, 4_900);
    }

    private static void assertHolds(DunningCase customer, Reminder said) {
        for (Reminder.Section section : said.sections()) {
            Currency currency = section.currency();
            Money owed = sum(currency, customer.debts().stream().filter(debt -> debt.blocked().isEmpty())
                    .filter(debt -> debt.daysOverdue(DAY) > Cases.LADDER.graceDays()).map(Debt::open).toList());
            Money cover = sum(currency, customer.covers().stream().filter(DunningPropertyTest::counts)
                    .map(Cover::amount).toList());
            assertThat(section.asked()).isEqualTo(owed.minus(cover));
            assertThat(section.asked()).isGreaterThanOrEqualTo(Cases.POLICY.minimumIn(currency));
            for (Reminder.Line line : section.lines()) {
                assertThat(line.debt().blocked()).isEmpty();
                assertThat(line.daysOverdue()).isGreaterThan(Cases.LADDER.graceDays());
                assertThat(line.level()).isBetween(line.debt().level(), line.debt().level() + 1);
                assertThat(customer.debts()).contains(line.debt());
                assertThat(coveredWhole(customer, line.debt(), cover)).isFalse();
            }
        }
        assertThat(said.level()).isGreaterThanOrEqualTo(1);
    }

    /** Counted anew: what all older items take of the cover leaves enough for this one. */
    private static boolean coveredWhole(DunningCase customer, Debt debt, Money cover) {
        Money older = sum(debt.open().currency(), customer.debts().stream().filter(other -> other.blocked().isEmpty())
                .filter(other -> other.daysOverdue(DAY) > Cases.LADDER.graceDays())
                .filter(other -> Debt.OLDEST_FIRST.compare(other, debt) < 0).map(Debt::open).toList());
        return older.plus(debt.open()).compareTo(cover) <= 0;
    }

    private static boolean counts(Cover cover) {
        return cover.kind() != Cover.Kind.WAITING
                || WEEKDAYS.businessDaysBetween(cover.since(), DAY) <= Cases.POLICY.waitingCover();
    }

    @Test
    void overMonthsOfDailyRunsNobodyIsRemindedTooOftenAndNoLevelIsSkipped() {
        for (int seed = 0; seed < 1_000; seed++) {
            simulate(new Random(seed));
        }
    }

    private static void simulate(Random random) {
        List<Debt> debts = new ArrayList<>();
        Map<Long, Integer> levels = new HashMap<>();
        LocalDate last = null;
        for (int i = 0; i < 120; i++) {
            LocalDate day = DAY.plusDays(i);
            if (random.nextInt(10) == 0) {
                debts.add(new Debt(i, "INV-" + i, day, day, Cases.eur("100.00"), Cases.eur("100.00"), 0, Optional.empty()));
            }
            if (!debts.isEmpty() && random.nextInt(15) == 0) {
                debts.remove(random.nextInt(debts.size()));
            }
            if (random.nextInt(4) == 0) {
                continue; // a day on which nothing ran
            }
            List<Debt> now = debts.stream().map(debt -> new Debt(debt.itemId(), debt.document(), debt.issued(), debt.due(),
                    debt.amount(), debt.open(), levels.getOrDefault(debt.itemId(), 0), Optional.empty())).toList();
            DunningCase customer = new DunningCase(Cases.customer("C-1"), now, List.of(), Optional.ofNullable(last),
                    Optional.empty());
            Optional<Reminder> said = run(day).decide(customer).reminder();
            if (said.isPresent()) {
                assertThat(last == null ? 99 : ChronoUnit.DAYS.between(last, day)).isGreaterThanOrEqualTo(7);
                said.get().sections().get(0).lines().forEach(line -> {
                    assertThat(debts).extracting(Debt::itemId).contains(line.debt().itemId());
                    assertThat(line.level() - levels.getOrDefault(line.debt().itemId(), 0)).isBetween(0, 1);
                    levels.put(line.debt().itemId(), line.level());
                });
                last = day;
                assertThat(run(day).decide(new DunningCase(customer.customer(), now, List.of(), Optional.of(day),
                        Optional.empty())).reminder()).as("the same day again").isEmpty();
            }
        }
    }

    private static DunningCase randomCase(Random random) {
        List<Debt> debts = new ArrayList<>();
        for (int i = random.nextInt(6) + 1; i > 0; i--) {
            Money open = Money.ofMinor(Currency.getInstance(CURRENCIES[random.nextInt(2)]), random.nextInt(20_000) + 1);
            Debt debt = Cases.debt(i, random.nextInt(60), random.nextInt(4), open);
            debts.add(random.nextInt(5) == 0 ? Cases.blocked(debt) : debt);
        }
        List<Cover> covers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Money amount = Money.ofMinor(Currency.getInstance(CURRENCIES[random.nextInt(2)]), random.nextInt(10_000) + 1);
            covers.add(new Cover(Cover.Kind.values()[random.nextInt(3)], "P-" + i, amount, DAY.minusDays(random.nextInt(14))));
        }
        Optional<LocalDate> last = random.nextBoolean() ? Optional.empty() : Optional.of(DAY.minusDays(random.nextInt(40)));
        return new DunningCase(Cases.customer("C-1"), debts, covers, last, Optional.empty());
    }

    private static DunningRun run(LocalDate day) {
        return new DunningRun(Cases.POLICY, new BusinessCalendars(Map.of()), WEEKDAYS, day);
    }

    private static Money sum(Currency currency, List<Money> amounts) {
        return amounts.stream().filter(amount -> amount.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
