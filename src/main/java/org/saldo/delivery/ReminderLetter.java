package org.saldo.delivery;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.dunning.Cover;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.ledger.Company;

/**
 * A reminder as it goes to its customer: what it asks for, and what stands around it. Equal letters make equal mails.
 *
 * @param to        whom it is written to, usable addresses; none for a letter on paper
 * @param notDue    open items that are not yet due, by due date
 * @param here      credit notes and payments of the customer's that are here and not set against an invoice
 * @param payments  where to pay, by currency; a currency without an account that may be printed is missing
 * @param statement the last statement of account that the customer was sent
 * @param reply     how it is answered; its token as it stands in a subject
 * @param files     what is attached by policy
 */
public record ReminderLetter(Company company, Reminder reminder, InterestNotice notice, List<String> to, List<Debt> notDue,
        List<Cover> here, Map<Currency, PaymentPart> payments, Optional<LastStatement> statement, ReplyPart reply,
        Optional<Contact> contact, List<OutgoingMail.Attachment> files) {

    private static final Set<Cover.Kind> TOLD = EnumSet.of(Cover.Kind.CREDIT_NOTE, Cover.Kind.UNAPPLIED);

    /** What people call a statement, and its cut-off day. */
    public record LastStatement(String reference, LocalDate cutOff) {
    }

    public ReminderLetter {
        to = List.copyOf(to);
        notDue = List.copyOf(notDue);
        here = List.copyOf(here);
        payments = Map.copyOf(payments);
        files = List.copyOf(files);
    }

    /** To the customer's own address, answered at the company's, with nothing around it. */
    public static ReminderLetter of(Company company, Reminder reminder, InterestNotice notice) {
        return new ReminderLetter(company, reminder, notice, MailAddress.split(reminder.customer().addressForReminders()),
                List.of(), List.of(), Map.of(), Optional.empty(), new ReplyPart(company.replyTo(), ""), Optional.empty(),
                List.of());
    }

    /** With what is open and here beside what is asked for. A receipt that waits may be another's, and what
     * we owe is not acknowledged here: they are not told. */
    public ReminderLetter beside(DunningCase known) {
        Set<Long> said = reminder.sections().stream().flatMap(section -> section.lines().stream())
                .map(line -> line.debt().itemId()).collect(Collectors.toSet());
        List<Debt> later = known.debts().stream().filter(debt -> !debt.due().isBefore(reminder.day())
                        && debt.blocked().isEmpty() && !said.contains(debt.itemId()))
                .sorted(Comparator.comparing(Debt::due).thenComparing(Debt::document)).toList();
        List<Cover> own = known.covers().stream().filter(cover -> TOLD.contains(cover.kind()))
                .sorted(Comparator.comparing(Cover::since).thenComparing(Cover::label)).toList();
        return new ReminderLetter(company, reminder, notice, to, later, own, payments, statement, reply, contact, files);
    }

    public ReminderLetter writtenTo(List<String> addresses, Optional<Contact> talkTo) {
        return new ReminderLetter(company, reminder, notice, addresses, notDue, here, payments, statement, reply, talkTo,
                files);
    }

    public ReminderLetter paidTo(Map<Currency, PaymentPart> accounts) {
        return new ReminderLetter(company, reminder, notice, to, notDue, here, accounts, statement, reply, contact, files);
    }

    public ReminderLetter after(Optional<LastStatement> last, List<OutgoingMail.Attachment> attached) {
        return new ReminderLetter(company, reminder, notice, to, notDue, here, payments, last, reply, contact, attached);
    }

    public ReminderLetter answeredBy(ReplyPart answered) {
        return new ReminderLetter(company, reminder, notice, to, notDue, here, payments, statement, answered, contact, files);
    }
}
