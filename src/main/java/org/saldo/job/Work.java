package org.saldo.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.saldo.intake.Incoming;
import org.saldo.intake.Sender;
import org.saldo.intake.SourceMapping;
import org.saldo.job.answer.ChaseReport;
import org.saldo.job.answer.ReplyReport;
import org.saldo.job.dunning.HoldJob;
import org.saldo.job.intake.IntakeReport;
import org.saldo.job.intake.MailIntake;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.store.JobRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a day, as schedules and {@code once} start them. Each run is kept, with its figures, and logged. */
public final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Jobs jobs;
    private final Consumer<ReconciliationReport> decided;

    /** @param decided is told what each run of cash application did */
    Work(Jobs jobs, Consumer<ReconciliationReport> decided) {
        this.jobs = jobs;
        this.decided = decided;
    }

    /** The steps, in the order in which a day does them. */
    public enum Step {
        INTAKE, RECONCILE, STATEMENTS, REMINDERS, WORKLIST, DELIVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Does a step with all that waits on the day, and says in one line what came of it. Before reminders what has come is taken
     * in and applied, so that nobody is reminded of what is paid and here.
     */
    public String run(Step step, LocalDate day) {
        if (step == Step.REMINDERS) {
            lookFirst(Step.INTAKE, day);
            lookFirst(Step.RECONCILE, day);
        }
        return kept(step, day, switch (step) {
            case INTAKE -> () -> Summaries.of(jobs.intake().takeInbox(jobs.inbox(), day));
            case RECONCILE -> () -> {
                ReconciliationReport report = jobs.reconciliation().run(day);
                decided.accept(report);
                return Summaries.of(report);
            };
            case STATEMENTS -> () -> Summaries.ofMonths(jobs.statements().runDue(company -> day.atTime(LocalTime.MAX)));
            case REMINDERS -> () -> reminders(day);
            case WORKLIST -> () -> Summaries.of(jobs.worklist().run(day));
            case DELIVER -> () -> deliver(day);
        });
    }

    /** Makes the statements of all months that are due now, each company by its own time. */
    public String statements(Instant now, LocalDate day) {
        return kept(Step.STATEMENTS, day, () -> Summaries.ofMonths(jobs.statements().runDue(company ->
                LocalDateTime.ofInstant(now, company.timeZone()))));
    }

    /**
     * Does what a schedule would have done while the hub did not run: takes in and applies what came meanwhile, then decides
     * reminders as of today, once.
     *
     * @param isMissed whether a run was due, given when the last one began that came to its end
     */
    public void missedReminders(Predicate<Instant> isMissed, LocalDate day) {
        if (jobs.runs().lastDone(Step.REMINDERS.toString()).filter(isMissed).isPresent()) {
            LOG.info("a run of reminders was missed; what came meanwhile is taken in first");
            run(Step.REMINDERS, day);
        }
    }

    /** What fails here is kept, and the reminders after it are refused. */
    private void lookFirst(Step step, LocalDate day) {
        try {
            run(step, day);
        } catch (RuntimeException failure) {
            LOG.error("{} failed, so nobody is reminded on {}; see `saldo status`", step, day, failure);
        }
    }

    /** Takes in one file that has stopped growing. */
    public String takeIn(Incoming file, LocalDate day) {
        return kept(Step.INTAKE, day, () -> Summaries.of(List.of(jobs.intake().takeIn(file, day))));
    }

    /**
     * Takes in one file that a person named.
     *
     * @param progress is told after every row how many have been read
     */
    public IntakeReport takeInByHand(Incoming file, LocalDate day, LongConsumer progress) {
        AtomicReference<IntakeReport> report = new AtomicReference<>();
        kept(Step.INTAKE, day, () -> {
            report.set(jobs.intake().takeIn(file, day, progress));
            return Summaries.of(List.of(report.get()));
        });
        return report.get();
    }

    /** Takes in the attachments of a mail; false when they were refused, since nobody vouches for who decides in them. */
    public boolean takeMail(Sender sender, List<MailIntake.Attached> attached, LocalDate day) {
        AtomicReference<MailIntake.Taken> taken = new AtomicReference<>();
        kept(Step.INTAKE, day, () -> {
            taken.set(jobs.incoming().mails(jobs::people).take(sender, attached, day));
            return Summaries.of(taken.get().reports());
        });
        return !taken.get().refused();
    }

    /** Takes in a mail that answers a statement. */
    public String takeReply(byte[] raw, Instant receivedAt, LocalDate day) {
        return kept("replies", day, () -> {
            ReplyReport report = jobs.answers().replies().takeIn(raw, receivedAt, day);
            return new JobRuns.Result(report.outcome() == ReplyReport.Outcome.KNOWN,
                    "1 mail: " + report.outcome().name().toLowerCase(Locale.ROOT) + " " + report.id());
        });
    }

    /** Chases silence, and tells finance what waits and who breaks promises in a row. */
    public String answers(LocalDate day) {
        return kept("answers", day, () -> {
            ChaseReport report = jobs.answers().chase().run(day);
            int escalated = jobs.answers().escalations().run(day);
            return new JobRuns.Result(report.isIdle() && escalated == 0, report + (escalated == 0 ? "" : ", " + escalated
                    + " told of for broken promises"));
        });
    }

    /** Tells finance what reminders have brought. */
    public String measures(LocalDate day) {
        return kept("measures", day, () -> {
            List<String> told = jobs.reminders().measures().run(day);
            return new JobRuns.Result(told.isEmpty(), told.isEmpty() ? "nobody was told" : "told " + String.join(", ", told));
        });
    }

    /** Asks the ERP to hold and release deliveries, as holds.yaml says. */
    public String holds(LocalDate day) {
        return kept("holds", day, () -> {
            HoldJob.Report report = jobs.answers().holds().run(day);
            return new JobRuns.Result(report.isIdle(), report.toString());
        });
    }

    /** Takes in the answer of a source database to the question of a mapping. */
    public String takeRows(SourceMapping mapping, Iterator<Map<String, Object>> rows, LocalDate day) {
        return kept("source " + mapping.id(), day,
                () -> Summaries.ofSource(jobs.intake().takeRows(mapping, rows, day)));
    }

    private JobRuns.Result reminders(LocalDate day) {
        JobRuns.Result result = Summaries.of(jobs.dunning().run(day, false));
        jobs.reminders().houseStepPost((company, customer, on, out) -> jobs.answers().handover().pack(company, customer, on, out))
                .run(day);
        return result;
    }

    private JobRuns.Result deliver(LocalDate day) {
        jobs.bankAccountDesk().tellFinance(day);
        jobs.reminders().letterDesk().ifPresent(desk -> desk.run("", day).forEach(note -> LOG.info("{}", note)));
        int again = jobs.reminders().nextContact().run(day);
        if (again > 0) {
            LOG.info("{} customer(s) are written to again, at their next contact", again);
        }
        return jobs.hasMailServer() ? Summaries.of(jobs.delivery().run())
                : new JobRuns.Result(true, "no mail server is set (mail.host); mail stays in the outbox");
    }

    private String kept(Step step, LocalDate day, Supplier<JobRuns.Result> work) {
        return kept(step.toString(), day, work);
    }

    private String kept(String step, LocalDate day, Supplier<JobRuns.Result> work) {
        JobRuns.Result result = jobs.runs().record(step, day, work);
        if (!result.idle()) {
            LOG.info("{} for {}: {}", step, day, result.summary());
        }
        return result.summary();
    }
}
