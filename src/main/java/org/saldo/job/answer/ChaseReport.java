package org.saldo.job.answer;

/** How many customers were asked again, for how many statements silence was recorded, and how many answers wait. */
public record ChaseReport(int asked, int noReply, int waiting, boolean financeTold) {

    static final ChaseReport NONE = new ChaseReport(0, 0, 0, false);

    ChaseReport plus(ChaseReport other) {
        return new ChaseReport(asked + other.asked, noReply + other.noReply, waiting + other.waiting,
                financeTold || other.financeTold);
    }

    public boolean isIdle() {
        return asked == 0 && noReply == 0 && !financeTold;
    }

    @Override
    public String toString() {
        return asked + " asked again, " + noReply + " without reply, " + waiting + " answers wait"
                + (financeTold ? ", finance was told" : "");
    }
}
