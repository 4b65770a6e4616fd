package org.saldo.dunning;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Word;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * A step of a ladder, taken for an item once it is {@code days} past due (negative: before its due day).
 *
 * @param level of a reminder its number, from 1; of a notice before or on the due day a negative one, rising to -1; of a
 *              step inside the house the level of the reminder that must have been said before, 0 for none
 * @param fees  what the customer is asked for the cost of a reminder, one amount a currency, as far as law or contract let it
 */
public record Step(Kind kind, int level, int days, Pace pace, Least least, Manner manner, Map<Currency, Money> fees) {

    /** Without a fee. */
    public Step(Kind kind, int level, int days, Pace pace, Least least, Manner manner) {
        this(kind, level, days, pace, least, manner, Map.of());
    }

    /** What is done. All but the mails are steps inside the house: the customer hears nothing of them. */
    public enum Kind implements Word {
        UPCOMING("a notice of what falls due"),
        DUE("a notice of what is due today"),
        REMINDER("a reminder"),
        FINAL("the final notice"),
        PHONE("call the customer"),
        SALESPERSON("tell the salesperson"),
        MANAGER("tell the manager"),
        HOLD("propose to hold deliveries"),
        HANDOVER("prepare the handover");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it stands in policies, commands and files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String key() {
            return "step-" + word();
        }

        @Override
        public String english() {
            return words;
        }

        /** Before or on the due day: nothing is late, and nothing is asked for but what was agreed. */
        public boolean isNotice() {
            return this == UPCOMING || this == DUE;
        }

        public boolean isReminder() {
            return this == REMINDER || this == FINAL;
        }

        public boolean isInternal() {
            return !isNotice() && !isReminder();
        }
    }

    /**
     * When it may be taken at the soonest.
     *
     * @param daysBetween       days since the customer was last written to; of a step inside the house since it was last
     *                          taken for this customer
     * @param graceBusinessDays business days of the customer's country after {@link Step#days}, such as for a bank's transit
     */
    public record Pace(int daysBetween, int graceBusinessDays) {
    }

    /**
     * How much of an item must be left for the step: less, and the item stays on a lower one. A currency that is not there
     * has no least amount.
     *
     * @param percent       of the item's full amount, from 0 to 100
     * @param ofLevel       what all items at the step must add up to, else all of them stay on a lower one
     * @param percentOfOpen what they must add up to of all that is open of the customer in the currency, due or not
     */
    public record Least(Map<Currency, Money> amounts, int percent, Map<Currency, Money> ofLevel, int percentOfOpen) {

        public static final Least NONE = new Least(Map.of(), 0);

        /** Of each item alone. */
        public Least(Map<Currency, Money> amounts, int percent) {
            this(amounts, percent, Map.of(), 0);
        }

        public Least {
            amounts = Map.copyOf(amounts);
            ofLevel = Map.copyOf(ofLevel);
            for (int each : new int[] {percent, percentOfOpen}) {
                if (each < 0 || each > 100) {
                    throw new IllegalArgumentException("a percentage is from 0 to 100, not " + each);
                }
            }
        }

        /** Whether {@code sum} at the level is enough, of all that is open. */
        boolean allowsLevel(Money sum, Money open) {
            return isEnough(sum, ofLevel, percentOfOpen, open);
        }

        /** Whether {@code left} of an item of {@code amount} is enough. */
        boolean allows(Money left, Money amount) {
            return isEnough(left, amounts, percent, amount);
        }

        private static boolean isEnough(Money left, Map<Currency, Money> amounts, int percent, Money whole) {
            Money least = amounts.getOrDefault(left.currency(), Money.zero(left.currency()));
            return left.compareTo(least) >= 0 && left.toDecimal().movePointRight(2)
                    .compareTo(whole.toDecimal().multiply(BigDecimal.valueOf(percent))) >= 0;
        }
    }

    /**
     * How it is said.
     *
     * @param template  the name of the words, a file of each language; empty for a step inside the house
     * @param approval  whether a person must agree before it leaves the house
     * @param lastDays  of a final notice: it names the day that is so many days later as the last one, or the next business day
     * @param attach    what goes with the mail
     * @param people    who is told of a step inside the house: mail addresses, and {@link #SALESPERSON}
     */
    public record Manner(String template, Channel channel, List<Recipient> recipients, boolean approval,
            Optional<Integer> lastDays, List<Enclosed> attach, List<String> people) {

        public Manner {
            recipients = List.copyOf(recipients);
            attach = List.copyOf(attach);
            people = List.copyOf(people);
        }

        /** Stands for the salesperson of the customer's master data. */
        public static final String SALESPERSON = "salesperson";

        /** A step inside the house, of which these people are told beside finance. */
        public static Manner task(List<String> people) {
            return new Manner("", Channel.TASK, List.of(Recipient.FINANCE), false, Optional.empty(), List.of(), people);
        }

        /** Nothing goes with it. */
        public Manner(String template, Channel channel, List<Recipient> recipients, boolean approval,
                Optional<Integer> lastDays) {
            this(template, channel, recipients, approval, lastDays, List.of(), List.of());
        }

        /** By mail to the customer, at once. */
        public static Manner mail(String template) {
            return new Manner(template, Channel.MAIL, List.of(Recipient.CONTACT), false, Optional.empty());
        }
    }

    /** What goes with a mail, as far as it was kept: of its items the document and the proof of delivery, the last statement. */
    public enum Enclosed { DOCUMENT, DELIVERY, STATEMENT }

    /** How it leaves the house; a task does not. */
    public enum Channel { MAIL, LETTER, TASK }

    /** Who gets it. The contact is the customer's address for reminders. */
    public enum Recipient { CONTACT, SALESPERSON, FINANCE }

    /** @throws IllegalArgumentException when a number makes no sense */
    public Step {
        fees = Map.copyOf(fees);
        if (!fees.isEmpty() && !kind.isReminder()) {
            throw new IllegalArgumentException(kind.word() + ": only a reminder has a fee; take the line out");
        }
        if (pace.daysBetween() < 1 || pace.graceBusinessDays() < 0) {
            throw new IllegalArgumentException(kind.word() + ": there is at least a day between, and grace is not negative");
        }
        if (kind == Kind.FINAL && manner.lastDays().filter(last -> last > 0).isEmpty()) {
            throw new IllegalArgumentException("final: a final notice names a last day; add last-day-after");
        }
    }

    /** A reminder as it was always said: to the contact, by mail, of whatever is left. */
    public static Step reminder(int level, int days, int daysBetween) {
        return new Step(Kind.REMINDER, level, days, new Pace(daysBetween, 0), Least.NONE,
                Manner.mail("reminder-" + level));
    }

    Step withLevel(int number) {
        return new Step(kind, number, days, pace, least, manner, fees);
    }

    /** What was said at this level, in words: {@code level 2}, or that nothing was late yet. */
    public static String said(int level) {
        return level < 0 ? "a notice before it is late" : "level " + level;
    }

    /** What is done, with its level. */
    public Words told() {
        return kind == Kind.REMINDER ? Words.of(DunningWord.STEP_OF_LEVEL, Words.of(kind), level) : Words.of(kind);
    }

    /** As people name it: {@code reminder 2}, {@code upcoming}. */
    public String label() {
        return kind == Kind.REMINDER ? kind.word() + " " + level : kind.word();
    }
}
