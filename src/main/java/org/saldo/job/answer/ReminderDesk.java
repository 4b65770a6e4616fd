package org.saldo.job.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.job.people.Amounts;
import org.saldo.job.people.Decided;
import org.saldo.job.people.PersonJobs;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.answer.ReminderAnswerRow;
import org.saldo.store.answer.ReminderAnswerStore;

/**
 * What people make of answers to reminders, and to statements beyond yes and no: a promise, a dispute, a plan of instalments, or
 * nothing.
 */
public final class ReminderDesk {

    private final Ledger ledger;
    private final PersonJobs people;
    private final AnswerStore answers;
    private final AnswerReader reader;
    private final ReminderAnswerStore store = new ReminderAnswerStore();

    public ReminderDesk(Ledger ledger, PersonJobs people) {
        this.ledger = ledger;
        this.people = people;
        this.answers = new AnswerStore(ledger);
        this.reader = new AnswerReader(ledger);
    }

    /**
     * What the person says instead of what was read; empty where the mail says it.
     *
     * @param documents {@code INV-1 + INV-2}
     * @param code      why it is contested
     * @param schedule  the instalments, as {@code saldo plan} takes them
     */
    public record Given(String documents, Optional<BigDecimal> amount, Optional<LocalDate> by, String code, String schedule) {
    }

    /**
     * Records what the mail says, or what the person says it means. What was paused is then left out for that instead.
     *
     * @param name of the task, {@code T-17}
     * @return empty when the task is about no reminder, or about what a statement shows
     * @throws Refused when the person may not, the task was ended, something is missing, or the books do not allow it
     */
    public Optional<Decided> accept(Decider who, String name, Given given) {
        Optional<AnswerTask> task = reader.task(Amounts.id("task", "T-", name));
        if (task.filter(each -> isMine(each, given)).isEmpty()) {
            return Optional.empty();
        }
        Decider there = who.in(task.get().company());
        requireWaiting(there, task.get());
        ReminderAnswerRow row = task.get().reading().orElseThrow();
        Optional<Decided> recorded = instruction(task.get(), row, given, there.day())
                .map(what -> record(there, task.get(), what));
        return Optional.of(ledger.record(BatchKind.ANSWER, there.actor(), there.day(), batch -> {
            AnswerTask now = reader.task(batch, task.get().id()).orElseThrow();
            requireWaiting(there, now);
            answers.endTask(batch, now, true, 0, there.reason());
            if (recorded.filter(done -> !done.waits()).isPresent()) {
                store.endPauses(batch, row, now.label() + ": " + recorded.get().id() + " takes its place");
            }
            return recorded.orElseGet(() -> new Decided(now.label(), now.label()
                    + ": seen; nothing was recorded of it but that"));
        }));
    }

    /** What is contested of a statement is recorded as the answer to it; all else as for a reminder. */
    private static boolean isMine(AnswerTask task, Given given) {
        boolean agreedOn = given.by().isPresent() || !given.schedule().isEmpty();
        return task.reading().filter(row -> task.statement().isEmpty() || agreedOn
                || row.answer().kind() != AnswerKind.DISPUTE && given.code().isEmpty()).isPresent();
    }

    private void requireWaiting(Decider who, AnswerTask task) {
        people.authority().require(who.actor(), PersonAction.ANSWER, task.company());
        task.ended().ifPresent(ended -> {
            throw new Refused(task.label() + ": was " + ended + " already; nothing to do");
        });
    }

    /** Known by the task, so that who has to say it again after a crash does not record it twice. */
    private Decided record(Decider who, AnswerTask task, Instruction what) {
        String key = "answer " + task.label();
        return people.instructions().known(key).map(before -> new Decided(before.label(), before.label() + ": came in before: "
                + before.instruction().words(), before.end().isEmpty()))
                .orElseGet(() -> people.instructions().carryOut(who.under(key, what), what));
    }

    private Optional<Instruction> instruction(AnswerTask task, ReminderAnswerRow row, Given given, LocalDate day) {
        ReminderAnswer answer = row.answer();
        if (!given.schedule().isEmpty()) {
            return Optional.of(Instruction.plan(task.customer(), documents(given, answer),
                    new Instruction.Terms("", "", given.schedule(), source(task))));
        }
        if (!given.code().isEmpty()) {
            return Optional.of(dispute(task, answer, given));
        }
        if (row.stop().isPresent() && given.by().isEmpty()) {
            return Optional.of(Instruction.block("", task.customer(), day, Optional.empty(), row.stop().get()));
        }
        return switch (given.by().isPresent() ? AnswerKind.PROMISE : answer.kind()) {
            case PROMISE -> Optional.of(promise(task, answer, given));
            case DISPUTE -> throw new Refused(task.label() + ": say why it is contested: --code PRICE"
                    + (answer.documents().size() == 1 ? "" : ", and what: --document INV-1"));
            case INSTALMENTS -> throw new Refused(task.label()
                    + ": say what is paid and when: --document \"INV-1 + INV-2\" --schedule 2026-11-15:100.00,2026-12-15:50.00;"
                    + " or refuse it");
            default -> Optional.empty();
        };
    }

    private static Instruction promise(AnswerTask task, ReminderAnswer answer, Given given) {
        Optional<BigDecimal> amount = given.amount().or(() -> answer.amount().map(Money::toDecimal));
        Optional<LocalDate> day = given.by().or(answer::day);
        if (amount.isEmpty() || day.isEmpty()) {
            throw new Refused(task.label() + ": does not say " + (amount.isEmpty() ? "how much" : "by when")
                    + " it pays; give --amount 500.00 --by 2026-11-15, or refuse it");
        }
        return Instruction.promise(task.customer(), documents(given, answer), amount.get(), day.get(),
                new Instruction.Terms("", task.sender().substring(0, Math.min(100, task.sender().length())), "",
                        source(task)))
                .in(answer.amount().map(money -> money.currency().getCurrencyCode()).orElse(""));
    }

    private Instruction dispute(AnswerTask task, ReminderAnswer answer, Given given) {
        String document = documents(given, answer);
        if (document.isEmpty() || document.contains("+")) {
            throw new Refused(task.label() + ": say which document is contested: --document INV-1");
        }
        CustomerId customer = new CustomerId(task.company(), task.customer());
        if (!reader.isDocumentOf(customer, document)) {
            throw new Refused(task.label() + ": " + document + " is no document of customer " + customer.number());
        }
        answer.amount().filter(any -> given.amount().isEmpty()).ifPresent(named -> {
            throw new Refused(task.label() + ": names " + named + ", which may be what is contested or what would be right; say"
                    + " how much is contested: --amount " + named.toDecimal());
        });
        return Instruction.dispute(document, given.amount(),
                new Instruction.Terms(given.code(), "", "", source(task)));
    }

    private static String documents(Given given, ReminderAnswer answer) {
        return given.documents().isEmpty() ? String.join(" + ", answer.documents()) : given.documents();
    }

    private static String source(AnswerTask task) {
        return "answer " + task.label();
    }
}
