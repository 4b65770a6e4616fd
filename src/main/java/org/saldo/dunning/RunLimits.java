package org.saldo.dunning;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * What keeps a run that looks wrong from reaching many customers: it is written, and held until a person has looked.
 *
 * @param always      whether every run is held
 * @param perCustomer a reminder that asks for more than this is held; a currency that is missing has no limit
 * @param inAll       a run that asks for more than this in one currency is held whole
 */
public record RunLimits(boolean always, Map<Currency, Money> perCustomer, Map<Currency, Money> inAll, First first) {

    /** Nothing is held, and all mails go at once. */
    public static final RunLimits NONE = new RunLimits(false, Map.of(), Map.of(), new First(0, Duration.ZERO, 100));

    /**
     * The first {@code mails} of a run go alone; the others follow {@code pause} after the last of them was taken, unless
     * more than {@code mostFailures} percent of them failed or came back. No mails: all go at once.
     */
    public record First(int mails, Duration pause, int mostFailures) {

        public First {
            if (mails < 0 || pause.isNegative() || mostFailures < 0 || mostFailures > 100) {
                throw new IllegalArgumentException("the first mails, their wait and the percent of failures are not negative,"
                        + " and the percent is at most 100");
            }
        }

        /** Whether so many failures among so many that were tried are too many. */
        public boolean isBad(int failed, int tried) {
            return failed * 100L > (long) mostFailures * tried;
        }
    }

    public RunLimits {
        perCustomer = Map.copyOf(perCustomer);
        inAll = Map.copyOf(inAll);
    }

    /** Whether a run may have to wait for a person as a whole, so that none of it goes before it is summed up. */
    public boolean looksAtRuns() {
        return always || !inAll.isEmpty();
    }

    /** Why this reminder waits for a person; empty when it does not. */
    public Optional<Words> beyond(Reminder reminder) {
        return reminder.step().filter(step -> step.manner().approval()).map(step -> Words.of(DunningWord.PERSON_AGREES,
                step.told()))
                .or(() -> beyond(reminder.sections().stream().map(Reminder.Section::asked).toList(), perCustomer,
                        DunningWord.CUSTOMER_BEYOND));
    }

    /** Why the whole run waits for a person, by what it asks for in all, an amount a currency. */
    public Optional<Words> beyond(List<Money> asked) {
        return always ? Optional.of(Words.of(DunningWord.EVERY_RUN)) : beyond(asked, inAll, DunningWord.RUN_BEYOND);
    }

    private static Optional<Words> beyond(List<Money> amounts, Map<Currency, Money> limits, DunningWord word) {
        return amounts.stream().filter(amount -> limits.containsKey(amount.currency()))
                .filter(amount -> amount.compareTo(limits.get(amount.currency())) > 0)
                .map(amount -> Words.of(word, amount, limits.get(amount.currency()))).findFirst();
    }
}
