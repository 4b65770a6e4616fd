package org.saldo.dunning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** Short ways to say what a customer owes. The day of all tests is a Thursday. */
public final class Cases {

    public static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    public static final Ladder LADDER = new Ladder("standard", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 7),
            Step.reminder(2, 14, 7), Step.reminder(3, 28, 10)), Optional.of(30));
    public static final DunningPolicy POLICY = policy(LADDER);

    /** A notice a week before, a reminder, a call. */
    public static final Ladder NOTICE_THEN_CALL = Ladder.counted("main", Ladder.Fit.ALL, 3, List.of(
            new Step(Step.Kind.UPCOMING, 0, -7, new Step.Pace(1, 0), Step.Least.NONE,
                    Step.Manner.mail("reminder-upcoming")),
            Step.reminder(1, 5, 7), inside(Step.Kind.PHONE, 10)), Optional.empty());

    private Cases() {
    }

    /** The same policy, with mails from nine to half past four. */
    public static DunningPolicy inOfficeHours(DunningPolicy policy) {
        return new DunningPolicy(policy.version(), policy.ladders(), policy.minimums(), policy.bankDataAge(),
                policy.waitingCover(), policy.cap(), policy.quietPeriods(), new SendTimes(Optional.of(new SendTimes.Hours(
                        LocalTime.of(9, 0), LocalTime.of(16, 30))), 0, Optional.empty()), policy.habits());
    }

    /** A step inside the house, a week apart. */
    public static Step inside(Step.Kind kind, int days) {
        return new Step(kind, -1, days, new Step.Pace(7, 0), Step.Least.NONE, new Step.Manner("",
                Step.Channel.TASK, List.of(), false, Optional.empty()));
    }

    public static DunningPolicy policy(Ladder... ladders) {
        return new DunningPolicy("t1", List.of(ladders), Map.of(Currency.getInstance("EUR"), eur("10.00")), 3, 5, 500,
                List.of(new DunningPolicy.QuietPeriod(MonthDay.of(12, 24), MonthDay.of(1, 1))));
    }

    public static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    static Customer customer(String number) {
        return customer(number, "DE", "en");
    }

    public static Customer customer(String number, String country, String language) {
        return new Customer(new CustomerId("main", number), "ACME " + number, country, language, "EUR",
                "pay@acme.example", "", "", "", "", "", "", "", "", "", "", Optional.empty(), "", "", "", false, false);
    }

    /** An item that is so many days overdue on the day of the tests. */
    static Debt debt(long id, long daysOverdue, int level, Money open) {
        LocalDate due = DAY.minusDays(daysOverdue);
        return new Debt(id, "INV-" + id, due.minusDays(30), due, open, open, level, Optional.empty());
    }

    static Debt blocked(Debt debt) {
        return new Debt(debt.itemId(), debt.document(), debt.issued(), debt.due(), debt.amount(), debt.open(), debt.level(),
                Optional.of(Words.said("the delivery is disputed")));
    }

    static Cover cover(Cover.Kind kind, String amount, LocalDate since) {
        return new Cover(kind, "P-" + amount, eur(amount), since);
    }

    static DunningCase owes(Debt... debts) {
        return new DunningCase(customer("C-1"), List.of(debts), List.of(), Optional.empty(), Optional.empty());
    }

    static DunningCase reminded(DunningCase customer, long daysAgo) {
        return new DunningCase(customer.customer(), customer.debts(), customer.covers(), Optional.of(DAY.minusDays(daysAgo)),
                customer.obstacle(), customer.past());
    }

    static DunningCase covered(DunningCase customer, Cover... covers) {
        return new DunningCase(customer.customer(), customer.debts(), List.of(covers), customer.lastReminded(),
                customer.obstacle(), customer.past());
    }
}
