package org.saldo.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a reply was read as. A reading changes nothing by itself; only a clear CONFIRM or OUT_OF_OFFICE may be followed
 * without a person, and only by somebody who knows who has sent it.
 *
 * @param intent the main one
 * @param clear whether a careful clerk would not need to read the reply again; for {@link Intent#CONFIRM}: every word is
 *         known, none speaks against it, no other figure is named and nothing is attached
 * @param others what else he says, without the main intent
 * @param marks what a person should know in any case
 * @param ownWords what he wrote himself: no quotation, greeting, signature or disclaimer
 * @param amounts that he names, in the order of the text
 * @param days that he names and that have one meaning only, in the order of the text, without {@code until}
 * @param documents of those asked about that he names, as printed
 * @param references other numbers that he calls a document or a reference, as written
 * @param until the last day of an absence
 * @param evidence the words in his own text from which the intent follows; empty for {@link Intent#OTHER}
 * @param doubts why it is not clear, as clauses for a person; empty when it is
 */
public record Reading(Intent intent, boolean clear, Set<Intent> others, Set<Mark> marks, String ownWords,
        List<StatedAmount> amounts, List<LocalDate> days, List<String> documents, List<String> references,
        Optional<LocalDate> until, String evidence, List<String> doubts) {

    public Reading {
        others = Set.copyOf(others);
        marks = Set.copyOf(marks);
        amounts = List.copyOf(amounts);
        days = List.copyOf(days);
        documents = List.copyOf(documents);
        references = List.copyOf(references);
        doubts = List.copyOf(doubts);
        if (clear && !doubts.isEmpty()) {
            throw new IllegalArgumentException("clear in spite of " + doubts);
        }
    }
}
