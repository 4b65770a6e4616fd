package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.saldo.dunning.PaymentPromise.State;
import org.saldo.ledger.Words;

/** What a person has to look after. */
public record FollowUp(String customer, Words words) {

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
                .forEach(dispute -> found.add(new FollowUp(customer, Words.of(DunningWord.LATE_DISPUTE, dispute.label(),
                        dispute.amount(), dispute.document(), dispute.code(), dispute.owner(), dispute.respondBy()))));
        standing.promises().stream().filter(each -> each.state() == State.BROKEN || each.state() == State.PARTLY_KEPT)
                .filter(each -> isBetween(each.promise().until(), since, day))
                .forEach(each -> found.add(new FollowUp(customer, broken(each, standing.promiseRecord(), escalateAfter))));
        standing.plans().stream().filter(each -> each.state() == InstalmentPlan.State.LATE
                        || each.state() == InstalmentPlan.State.BROKEN)
                .filter(each -> each.missed().stream().anyMatch(due -> isBetween(due.missedAfter(), since, day)))
                .forEach(each -> found.add(new FollowUp(customer, missed(each))));
        return found;
    }

    private static Words missed(InstalmentPlan.Judged plan) {
        Words missed = Words.of(DunningWord.MISSED, plan.plan().label(), plan.settled(), plan.plan().amount());
        return plan.state() == InstalmentPlan.State.BROKEN ? missed.and(DunningWord.REST_IS_DUE) : missed;
    }

    private static Words broken(Standing.PromiseState promise, PromiseRecord record, int escalateAfter) {
        Words broken = Words.of(DunningWord.BROKEN_PROMISE, promise.promise().label(), promise.promise().amount(),
                promise.promise().promisedDay(), promise.paid());
        return promise.state() == State.BROKEN && record.brokenInARow() >= escalateAfter
                ? broken.and(DunningWord.BROKEN_IN_A_ROW, record.brokenInARow()) : broken;
    }

    private static boolean isBetween(LocalDate last, LocalDate since, LocalDate day) {
        return !last.isBefore(since) && last.isBefore(day);
    }
}
