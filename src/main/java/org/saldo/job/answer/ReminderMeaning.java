package org.saldo.job.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.saldo.correspondence.Asked;
import org.saldo.correspondence.Intent;
import org.saldo.correspondence.Mark;
import org.saldo.correspondence.Reading;
import org.saldo.correspondence.ReplyReader;
import org.saldo.correspondence.StatedAmount;
import org.saldo.correspondence.WrittenReply;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.intake.mail.InboundMail;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;
import org.saldo.statement.answer.Heard;
import org.saldo.store.answer.ReminderAnswerRow;
import org.saldo.store.answer.ReminderFinder;

/**
 * What a mail says in answer to a reminder, or to a statement beyond yes and no.
 *
 * @param signals what it says of the customer's risk: COMPLAINT, LAWYER, INSOLVENCY
 * @param words   in words, how it was read
 */
record ReminderMeaning(Intent intent, ReminderAnswer answer, Set<String> signals, String words) {

    /** What was asked, and of whom. */
    record Question(Company company, Customer customer, ReminderFinder.Asked asked, Set<String> documents, Set<Currency> owed) {
    }

    /** @param written the day on which the mail came, from which "tomorrow" counts; {@code day} is the one on which it is read */
    static ReminderMeaning of(InboundMail mail, Question question, ReplyReader reader, LocalDate written, LocalDate day) {
        Set<String> names = new LinkedHashSet<>(List.of(question.customer().name(), question.company().name()));
        Optional.of(question.customer().contactName()).filter(name -> !name.isEmpty()).ifPresent(names::add);
        Asked asked = new Asked(question.asked().sum().filter(Money::isPositive), Optional.of(question.asked().day()),
                question.documents(), names);
        Reading reading = reader.read(new WrittenReply(mail.subject(), mail.text(), "", written, question.customer().language(),
                !mail.attachments().isEmpty(), asked));
        return of(reading, question.owed(), day);
    }

    /** @param owed the currencies in which an amount is taken for one that is owed */
    static ReminderMeaning of(Reading reading, Set<Currency> owed, LocalDate day) {
        AnswerKind kind = kind(reading.intent());
        ReminderAnswer answer = new ReminderAnswer(kind, reading.clear(), reading.documents(), reading.references(),
                amount(reading, owed), day(kind, reading, day), reading.until());
        return new ReminderMeaning(reading.intent(), answer, signals(reading), ReplyMeaning.words(reading));
    }

    /**
     * Why the customer is not to be reminded until a person has decided: whoever answers one of its reminders by the code or the
     * mail itself has read it, be it an administrator whose address nobody knows. What programs write stops nothing.
     */
    Optional<BlockKind> stop(InboundMail mail, ReminderAnswerRow.BoundBy by) {
        boolean heard = mail.heard() == Heard.Nature.PERSON && (by != ReminderAnswerRow.BoundBy.ADDRESS
                || mail.proof().proof() == Heard.Proof.PASSED);
        return !heard ? Optional.empty() : signals.contains(Mark.INSOLVENCY.name()) ? Optional.of(BlockKind.INSOLVENT)
                : Optional.of(BlockKind.WITH_LAWYER).filter(any -> signals.contains(Mark.LAWYER.name()));
    }

    private static AnswerKind kind(Intent intent) {
        return switch (intent) {
            case PROMISE -> AnswerKind.PROMISE;
            case PAID_ALREADY -> AnswerKind.PAID;
            case DISPUTE, PARTLY -> AnswerKind.DISPUTE;
            case INSTALMENTS -> AnswerKind.INSTALMENTS;
            case OUT_OF_OFFICE -> AnswerKind.AWAY;
            case WRONG_CONTACT -> AnswerKind.WRONG_CONTACT;
            case QUESTION -> AnswerKind.QUESTION;
            case COMPLAINT -> AnswerKind.COMPLAINT;
            case BANK_CHANGE -> AnswerKind.BANK_CHANGE;
            case CONFIRM, UNSUBSCRIBE, OTHER -> AnswerKind.OTHER;
        };
    }

    /** The only amount that it names, in a currency in which the customer owes; none when there are several. */
    private static Optional<Money> amount(Reading reading, Set<Currency> owed) {
        List<Money> amounts = new ArrayList<>();
        for (StatedAmount stated : reading.amounts()) {
            Optional<Currency> currency = stated.currency().or(() -> owed.stream().findFirst().filter(any -> owed.size() == 1));
            currency.filter(owed::contains).flatMap(code -> exact(code, stated)).ifPresent(amounts::add);
        }
        List<Money> different = amounts.stream().distinct().toList();
        return different.size() == 1 ? Optional.of(different.get(0)) : Optional.empty();
    }

    private static Optional<Money> exact(Currency currency, StatedAmount stated) {
        try {
            return Optional.of(Money.of(currency, stated.amount())).filter(Money::isPositive);
        } catch (ArithmeticException tooFineOrTooLarge) {
            return Optional.empty();
        }
    }

    /** The day on which a mail came, by the company's clock; it may have waited in the mailbox. */
    static LocalDate written(Instant receivedAt, Company company, LocalDate today) {
        LocalDate came = LocalDate.ofInstant(receivedAt, company.timeZone());
        return came.isAfter(today) ? today : came;
    }

    /** By when it pays: the only day to come. When it has paid: the only day that has come. */
    private static Optional<LocalDate> day(AnswerKind kind, Reading reading, LocalDate today) {
        boolean ahead = kind == AnswerKind.PROMISE;
        if (!ahead && kind != AnswerKind.PAID) {
            return Optional.empty();
        }
        List<LocalDate> days = reading.days().stream().filter(day -> ahead ? !day.isBefore(today) : !day.isAfter(today))
                .distinct().toList();
        return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    private static Set<String> signals(Reading reading) {
        Set<String> signals = new TreeSet<>();
        if (reading.intent() == Intent.COMPLAINT || reading.others().contains(Intent.COMPLAINT)) {
            signals.add(Mark.COMPLAINT.name());
        }
        reading.marks().stream().filter(mark -> mark != Mark.SUSPECTED_FRAUD).map(Mark::name).forEach(signals::add);
        return signals;
    }
}
