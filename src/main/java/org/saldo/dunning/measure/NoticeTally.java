package org.saldo.dunning.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts notices one by one; their order does not matter. Holds a few numbers a customer and level, not the notices. */
public final class NoticeTally {

    private final MeasurePolicy policy;
    private final LocalDate asOf;
    private final TreeMap<Integer, NoticeGroup> told = new TreeMap<>();
    private final TreeMap<Integer, NoticeGroup> heldOut = new TreeMap<>();
    private final TreeMap<Integer, TimeToPay.Watched> watched = new TreeMap<>();

    /** @param asOf the day up to whose end payments are known */
    public NoticeTally(MeasurePolicy policy, LocalDate asOf) {
        this.policy = policy;
        this.asOf = asOf;
    }

    /** What was said so lately that its time to pay has not passed counts for the time to pay alone. */
    public void add(Notice notice) {
        int seen = (int) ChronoUnit.DAYS.between(notice.day(), asOf);
        if (seen < 0) {
            return;
        }
        int paidAfter = notice.daysToPay().orElse(Integer.MAX_VALUE);
        boolean isTold = notice.group() == Notice.Group.TOLD;
        if (seen >= policy.paidWithin()) {
            (isTold ? told : heldOut).computeIfAbsent(notice.level(), any -> new NoticeGroup())
                    .add(notice.customer(), paidAfter <= policy.paidWithin());
        }
        if (isTold) {
            watched.computeIfAbsent(notice.level(), any -> new TimeToPay.Watched())
                    .add(Math.min(seen, paidAfter), paidAfter <= seen);
        }
    }

    /** By level, those of which anybody was told. */
    public List<StepEffect> effects() {
        List<StepEffect> effects = new ArrayList<>();
        told.forEach((level, group) -> effects.add(StepEffect.of(level, group,
                heldOut.getOrDefault(level, new NoticeGroup()), policy.fewestCustomers())));
        return effects;
    }

    public List<TimeToPay> timesToPay() {
        List<TimeToPay> times = new ArrayList<>();
        watched.forEach((level, each) -> times.add(each.of(level)));
        return times;
    }
}
