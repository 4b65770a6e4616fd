package org.saldo.dunning.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.Debt;
import org.saldo.dunning.Pause;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.DocumentKey;
import org.saldo.money.Money;

/**
 * What an answer stops by itself: only what it touches, for a bounded number of business days, and each item only once in a
 * while. {@code whyNone} says why it stops nothing; then there are no pauses.
 */
public record Pauses(List<Pause> pauses, Optional<String> whyNone) {

    /**
     * What is known beside the answer.
     *
     * @param asked  the items of the reminder that are still open, the oldest first
     * @param paused by item the last day on which an answer began to pause it
     * @param broken how many promises the customer has broken in a row
     */
    public record Touched(long reply, List<Debt> asked, Map<Long, LocalDate> paused, int broken) {

        public Touched {
            asked = List.copyOf(asked);
            paused = Map.copyOf(paused);
        }
    }

    public Pauses {
        pauses = List.copyOf(pauses);
    }

    static Pauses none(String why) {
        return new Pauses(List.of(), Optional.of(why));
    }

    /** @param calendar the company's, by which the days are counted */
    public static Pauses of(ReminderAnswerPolicy policy, ReminderAnswer answer, Touched touched, BusinessCalendar calendar,
            LocalDate day) {
        if (days(policy, answer) == 0) {
            return none("by policy such an answer pauses nothing");
        }
        if (answer.kind() == AnswerKind.PROMISE && touched.broken() >= policy.brokenMost()) {
            return none(touched.broken() + " promises in a row were broken");
        }
        List<Debt> about = touched.asked().stream().filter(debt -> names(answer.documents(), debt.document())).toList();
        if (about.isEmpty()) {
            return none("what it is about is not open");
        }
        List<Debt> free = about.stream().filter(debt -> Optional.ofNullable(touched.paused().get(debt.itemId()))
                .filter(last -> last.plusDays(policy.againAfterDays()).isAfter(day)).isEmpty()).toList();
        if (free.isEmpty()) {
            return none("an earlier answer has paused it already, within " + policy.againAfterDays() + " days");
        }
        return new Pauses(parts(touched.reply(), answer, free, day, until(policy, answer, calendar, day)), Optional.empty());
    }

    /** None named means all; a document's number means all its instalments. */
    private static boolean names(List<String> documents, String label) {
        return documents.isEmpty() || DocumentKey.numbersOf(label).stream().anyMatch(documents::contains);
    }

    /** The day that is named, as far as the policy follows it; an absence of which one is not sure can only be shorter. */
    private static LocalDate until(ReminderAnswerPolicy policy, ReminderAnswer answer, BusinessCalendar calendar, LocalDate day) {
        LocalDate usual = calendar.plusBusinessDays(day, days(policy, answer));
        ReminderAnswerPolicy.NamedDay named = policy.named();
        return switch (answer.kind()) {
            case PROMISE -> answer.day().filter(any -> answer.clear()).filter(paid -> !paid.isBefore(day)
                            && !paid.isAfter(day.plusDays(named.promiseWithin())))
                    .map(paid -> calendar.plusBusinessDays(paid, named.promiseGrace())).orElse(usual);
            case AWAY -> answer.until().filter(back -> !back.isBefore(day)).map(back -> calendar.plusBusinessDays(back, 1))
                    .map(back -> earlier(back, answer.clear() ? later(usual, day.plusDays(named.awayWithin())) : usual))
                    .orElse(usual);
            default -> usual;
        };
    }

    private static int days(ReminderAnswerPolicy policy, ReminderAnswer answer) {
        int days = policy.rule(answer.kind()).pauseDays();
        return answer.clear() ? days : Math.min(policy.unclear(), days);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Pause> parts(long reply, ReminderAnswer answer, List<Debt> oldestFirst, LocalDate day,
            LocalDate until) {
        List<Pause> pauses = new ArrayList<>();
        Optional<Money> left = answer.amount().filter(any -> answer.kind().isAboutAnAmount());
        for (Debt debt : oldestFirst) {
            boolean counted = left.filter(amount -> amount.currency().equals(debt.open().currency())).isPresent();
            Money part = counted ? left.get().min(debt.open()) : left.isPresent() ? Money.zero(debt.open().currency())
                    : debt.open();
            if (counted) {
                left = Optional.of(left.get().minus(part));
            }
            if (part.isPositive()) {
                pauses.add(new Pause(reply, debt.itemId(), debt.document(), part, day, until, answer.kind().english()));
            }
        }
        return pauses;
    }
}
