package org.saldo.reconciliation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of some numbers documents have.
 *
 * @param issued by number, the first day on which a document of that number was issued
 */
record KnownNumbers(Map<String, LocalDate> issued) {

    /** @param elsewhere what is known of documents that the book does not hold */
    static KnownNumbers of(ItemBook book, List<String> numbers, Map<String, LocalDate> elsewhere) {
        Map<String, LocalDate> issued = new HashMap<>(elsewhere);
        for (String number : numbers) {
            book.named(number).forEach(item -> issued.merge(number, item.issued(),
                    (one, other) -> one.isBefore(other) ? one : other));
        }
        return new KnownNumbers(issued);
    }

    boolean hasAll(Collection<String> numbers) {
        return issued.keySet().containsAll(numbers);
    }

    /** Whether a document of one of these numbers was issued by that day. */
    boolean hasOneOf(Collection<String> numbers, LocalDate day) {
        return numbers.stream().anyMatch(number -> issued.containsKey(number) && !issued.get(number).isAfter(day));
    }
}
