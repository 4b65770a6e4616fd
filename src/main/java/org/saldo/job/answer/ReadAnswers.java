package org.saldo.job.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Pause;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.dunning.answer.Pauses;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.dunning.answer.ReminderAnswerPolicy;
import org.saldo.intake.mail.InboundMail;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.answer.Heard;
import org.saldo.store.Batch;
import org.saldo.store.answer.ReminderAnswerRow;
import org.saldo.store.answer.ReminderAnswerStore;
import org.saldo.store.answer.ReminderFinder;

/**
 * Keeps how an answer to a reminder or to a statement was read, and stops reminders of what it touches for a few days, by the
 * same policy for both. Where nothing proves that it comes from the customer, it is kept and stops nothing.
 */
final class ReadAnswers {

    private final ReminderAnswerPolicy policy;
    private final BusinessCalendars calendars;
    private final ReminderAnswerStore store = new ReminderAnswerStore();

    ReadAnswers(ReminderAnswerPolicy policy, BusinessCalendars calendars) {
        this.policy = policy;
        this.calendars = calendars;
    }

    /**
     * An answer to what was sent to a customer.
     *
     * @param parts   the same part by part, where it says how much of each document it is about; else the answer alone
     * @param asked   what it was asked for and is still open, the oldest first
     * @param whyNone why it may stop nothing, whatever it says
     */
    record Read(ReminderAnswerRow row, List<ReminderAnswer> parts, List<Debt> asked, Optional<String> whyNone) {
    }

    /** What was stopped, or why nothing was. */
    Pauses keep(Batch batch, Company company, Read read) {
        CustomerId customer = read.row().customer();
        Pauses pauses = read.whyNone().map(why -> new Pauses(List.of(), Optional.of(why)))
                .orElseGet(() -> pauses(batch, company, read));
        store.add(batch, read.row().because(pauses.whyNone().orElse("")));
        pauses.pauses().forEach(pause -> store.pause(batch, customer, pause));
        return pauses;
    }

    private Pauses pauses(Batch batch, Company company, Read read) {
        CustomerId customer = read.row().customer();
        ReminderFinder finder = new ReminderFinder(batch);
        Map<Long, LocalDate> paused = finder.paused(customer, read.row().answer().kind());
        int broken = finder.brokenInARow(customer, batch.day());
        List<Pause> all = new ArrayList<>();
        Optional<String> why = Optional.empty();
        for (ReminderAnswer part : read.parts()) {
            Pauses of = Pauses.of(policy, part, new Pauses.Touched(read.row().reply(), read.asked(), paused, broken),
                    calendars.of(company.country()), batch.day());
            all.addAll(of.pauses());
            why = why.or(of::whyNone);
        }
        return new Pauses(all, all.isEmpty() ? why : Optional.empty());
    }

    /** What it says of the customer's risk; {@code words} are how it was read. */
    void signal(Batch batch, CustomerId customer, Set<String> signals, long reply, String words) {
        signals.forEach(signal -> store.signal(batch, customer, signal, reply, words));
    }

    /** Why a mail may stop nothing though its sender is proved: what a machine writes counts only where it tells of absence. */
    static Optional<String> whyNone(InboundMail mail, AnswerKind kind) {
        return mail.heard() == Heard.Nature.MACHINE && kind != AnswerKind.AWAY ? Optional.of("a program wrote it")
                : Optional.empty();
    }

    /** What is owed, as if nothing of it were paused. */
    static List<Debt> oldestFirst(DunningCase now) {
        return now.debts().stream().map(Debt::withoutPauses).sorted(Comparator.comparing(Debt::due)
                .thenComparing(Debt::document).thenComparing(Debt::itemId)).toList();
    }
}
