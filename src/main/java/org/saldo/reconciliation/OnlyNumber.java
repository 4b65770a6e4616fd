package org.saldo.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.saldo.ledger.ReferenceKey;

/**
 * Whether the payer, by his account, writes one number of his own and nothing else that may be a number: then it is meant,
 * short as it may be. One that is written like a day is, where that day means nothing to him: he neither paid nor owes
 * anything of it. One that looks like a part, such as 1/2, is not.
 */
final class OnlyNumber {

    /** A payer who writes on which day he pays is booked a few days later, or has given it a few days ahead. */
    private static final int DAYS_AROUND_PAYMENT = 10;
    private static final int YEAR = 4;
    private static final String AFTER_YEAR = "(?<=^....)|(?<=^......)";
    private static final String BEFORE_YEAR = "(?<=^..)|(?<=^....)";
    private static final int CENTURY = 2000;

    private final BankTags tags;
    private final Set<String> orders;

    OnlyNumber(OtherNumbers others) {
        this.tags = others.tags();
        this.orders = OtherNumbers.keys(others.orders());
    }

    boolean is(Question question, Quoted quoted) {
        if (!question.payer().isByAccount() || !question.payer().is(quoted.customer())
                || question.quotation().quotes().size() != 1) {
            return false;
        }
        Reference only = question.quotation().quotes().get(0).reference();
        if (quoted.weak() && mayBeElse(question, only)) {
            return false;
        }
        String id = ReferenceKey.of(question.receipt().endToEndId());
        return question.quotation().references().stream().allMatch(reference -> only.overlaps(reference)
                || id.endsWith(reference.key()) || question.isPayersOwn(reference.key()))
                && !OtherNumbers.isBehind(orders, new TextPieces(Matcher.textOf(question.receipt(), tags)), only.first());
    }

    private static boolean mayBeElse(Question question, Reference only) {
        if (only.written().isEmpty()) {
            return !only.key().matches("[0-9]{8}") || isInside(only, question.quotation().references())
                    || isKnown(question, days(only.key().split(only.key().matches("(19|20).*") ? AFTER_YEAR : BEFORE_YEAR)));
        }
        String[] groups = only.written().split("[./-]");
        return groups.length == 3 ? isKnown(question, days(groups)) : only.written().chars().noneMatch(Character::isLetter);
    }

    /** Whether it is a part of a longer token. */
    private static boolean isInside(Reference only, List<Reference> all) {
        return all.stream().anyMatch(longer -> longer.blanks() == 0 && longer.contains(only)
                && longer.key().length() > only.key().length());
    }

    private static boolean isKnown(Question question, List<LocalDate> days) {
        return days.stream().anyMatch(day -> isKnown(question, day));
    }

    private static boolean isKnown(Question question, LocalDate day) {
        LocalDate booked = question.receipt().bookingDate();
        boolean around = !day.isBefore(booked.minusDays(DAYS_AROUND_PAYMENT))
                && !day.isAfter(booked.plusDays(DAYS_AROUND_PAYMENT));
        return around || question.account().items().stream()
                .anyMatch(item -> item.issued().equals(day) || item.due().equals(day));
    }

    /** The days that three groups of digits may be. */
    private static List<LocalDate> days(String[] groups) {
        boolean yearFirst = groups[0].length() == YEAR;
        int year = Integer.parseInt(groups[yearFirst ? 0 : 2]);
        int one = Integer.parseInt(groups[1]);
        int other = Integer.parseInt(groups[yearFirst ? 2 : 0]);
        List<LocalDate> days = new ArrayList<>(2);
        for (int[] monthAndDay : new int[][] {{one, other}, {other, one}}) {
            if (monthAndDay[0] >= 1 && monthAndDay[0] <= 12) {
                YearMonth month = YearMonth.of(year < 100 ? year + CENTURY : year, monthAndDay[0]);
                if (month.isValidDay(monthAndDay[1])) {
                    days.add(month.atDay(monthAndDay[1]));
                }
            }
        }
        return days;
    }
}
