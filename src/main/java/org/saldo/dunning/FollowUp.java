package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.saldo.dunning.PaymentPromise.State;

/** What a person has to look after, in words that can be read aloud. */
public record FollowUp(String customer, String words) {

    /**
     * Of one customer: disputes whose day of answer has passed, and what came of promises and plans since a day.
     *
     * @param since        the day of the last look; a promise or instalment whose last day was before it was told then
     * @param day          of this look
     * @param escalateAfter after how many promises broken in a row that is said
     */
    public static List<FollowUp> of(String customer, Standing standing, LocalDate since, LocalDate day, int escalateAfter) {
        List<FollowUp> found = new ArrayList<>();
        standing.disputes().stream().filter(dispute -> dispute.isLate(day)).sorted(Standing.BY_CLOCK)
                .forEach(dispute -> found.add(new FollowUp(customer, dispute.label() + ": " + dispute.amount() + " of "
                        + dispute.document() + " is disputed (" + dispute.code() + "); " + dispute.owner()
                        + " was to answer by " + dispute.respondBy())));
        standing.promises().stream().filter(each -> each.state() == State.BROKEN || each.state() == State.PARTLY_KEPT)
                .filter(each -> isBetween(each.promise().until(), since, day))
                .forEach(each -> found.add(new FollowUp(customer, broken(each, standing.promiseRecord(), escalateAfter))));
        standing.plans().stream().filter(each -> each.state() == InstalmentPlan.State.LATE
                        || each.state() == InstalmentPlan.State.BROKEN)
                .filter(each -> each.missed().stream().anyMatch(due -> isBetween(due.missedAfter(), since, day)))
                .forEach(each -> found.add(new FollowUp(customer, each.plan().label() + ": an instalment was missed, "
                        + each.settled() + " of " + each.plan().amount() + " is settled"
                        + (each.state() == InstalmentPlan.State.BROKEN ? "; the whole rest is due" : ""))));
        return found;
    }

    private static String broken(Standing.PromiseState promise, PromiseRecord record, int escalateAfter) {
        return promise.promise().label() + ": " + promise.promise().amount() + " was promised by "
                + promise.promise().promisedDay() + ", " + promise.paid() + " came"
                + (promise.state() == State.BROKEN && record.brokenInARow() >= escalateAfter
                ? "; " + record.brokenInARow() + " promises are broken in a row" : "");
    }

    private static boolean isBetween(LocalDate last, LocalDate since, LocalDate day) {
        return !last.isBefore(since) && last.isBefore(day);
    }
}
