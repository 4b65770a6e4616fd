package org.saldo.dunning.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * What a customer says in answer to a reminder, as it was read.
 *
 * @param clear      whether a careful clerk would not need to read it again
 * @param documents  which of its documents it names, as printed; empty when it names none
 * @param references what else it calls a reference, such as that of its payment
 * @param amount     the only amount that it names
 * @param day        by when it will pay, or when it has paid
 * @param until      the last day of an absence
 */
public record ReminderAnswer(AnswerKind kind, boolean clear, List<String> documents, List<String> references,
        Optional<Money> amount, Optional<LocalDate> day, Optional<LocalDate> until) {

    public ReminderAnswer {
        documents = List.copyOf(documents);
        references = List.copyOf(references);
    }

    /**
     * What a text touches: an amount beside what it contests may be the part that is wrong ("20.00 too much") or what would be
     * right ("only 80.00"), so that it limits nothing.
     */
    public ReminderAnswer ofText() {
        return kind != AnswerKind.DISPUTE ? this
                : new ReminderAnswer(kind, clear, documents, references, Optional.empty(), day, until);
    }
}
