package org.saldo.camel;

import java.util.Date;
import org.quartz.CronExpression;
import org.saldo.job.Work;

/** What a schedule may start: the bean {@code work}. */
public final class Schedule {

    private final Work work;
    private final Today today;
    private final CronExpression reminders;

    Schedule(Work work, Today today, CronExpression reminders) {
        this.work = work;
        this.today = today;
        this.reminders = reminders;
    }

    /** When the service starts: a run of reminders that fell into the time when it did not run is caught up, once. */
    public void missedReminders() {
        work.missedReminders(last -> {
            Date due = reminders.getNextValidTimeAfter(Date.from(last));
            return due != null && !due.toInstant().isAfter(today.clock().instant());
        }, today.day());
    }

    public void reconcile() {
        work.run(Work.Step.RECONCILE, today.day());
    }

    /** The statements of all months that are due and not done. */
    public void statements() {
        work.statements(today.clock().instant(), today.day());
    }

    public void reminders() {
        work.run(Work.Step.REMINDERS, today.day());
    }

    /** Asks again who has not answered a statement, and tells finance which answers wait. */
    public void answers() {
        work.answers(today.day());
    }

    /** Tells finance once a month what reminders have brought. */
    public void measures() {
        work.measures(today.day());
    }

    /** Asks the ERP to hold and release deliveries. */
    public void holds() {
        work.holds(today.day());
    }

    public void worklist() {
        work.run(Work.Step.WORKLIST, today.day());
    }

    public void deliver() {
        work.run(Work.Step.DELIVER, today.day());
    }
}
