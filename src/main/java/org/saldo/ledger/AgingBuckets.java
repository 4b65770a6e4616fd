package org.saldo.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The classes of an aging schedule: not due, then ranges of days past the due date, the last one open-ended.
 * {@code [30, 60, 90]} makes not due, 1-30, 31-60, 61-90 and 91+. A document is not due on its due date.
 */
public record AgingBuckets(List<Integer> upTo) {

    public static final AgingBuckets USUAL = new AgingBuckets(List.of(30, 60, 90));

    public AgingBuckets {
        upTo = List.copyOf(upTo);
        int before = 0;
        for (int days : upTo) {
            if (days <= before) {
                throw new IllegalArgumentException("aging buckets must be ascending days from 1 on, were " + upTo);
            }
            before = days;
        }
        if (upTo.isEmpty()) {
            throw new IllegalArgumentException("aging buckets must name at least one limit such as 30");
        }
    }

    /** @param limits as {@link #limits()} writes them */
    public static AgingBuckets parse(String limits) {
        return new AgingBuckets(Arrays.stream(limits.split(",")).map(Integer::valueOf).toList());
    }

    /** The last days of all buckets but the first and the last: {@code 30,60,90}. */
    public String limits() {
        return upTo.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** How many there are, the one for what is not due included. */
    public int count() {
        return upTo.size() + 2;
    }

    /** The bucket of something {@code daysOverdue} past its due date: 0 is not due. */
    public int indexOf(long daysOverdue) {
        if (daysOverdue <= 0) {
            return 0;
        }
        int index = 0;
        while (index < upTo.size() && daysOverdue > upTo.get(index)) {
            index++;
        }
        return index + 1;
    }

    /** The days of an overdue bucket (1 or more), such as {@code 31-60} or {@code 91+}. */
    public String days(int index) {
        if (index < 1 || index >= count()) {
            throw new IllegalArgumentException("overdue buckets are 1 to " + (count() - 1) + ", asked for " + index);
        }
        int from = index == 1 ? 1 : upTo.get(index - 2) + 1;
        return index == count() - 1 ? from + "+" : from + "-" + upTo.get(index - 1);
    }
}
