package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.saldo.money.Money;

/**
 * A line of our account. {@code reference} is a document's number with its instalment, or a payment's id;
 * {@code otherNames} are further numbers by which people may call it: aliases, a payment reference, and for a payment the
 * documents that it settled. The amount is signed: positive is owed to the company.
 */
public record OurLine(long id, OurKind kind, String reference, List<String> otherNames, LocalDate date, Money amount) {

    static final Comparator<OurLine> ORDER = Comparator.comparing(OurLine::date).thenComparing(OurLine::kind)
            .thenComparing(OurLine::reference).thenComparing(OurLine::amount).thenComparingLong(OurLine::id);

    public OurLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
        otherNames = List.copyOf(otherNames);
    }

    /** The reference without the instalment. */
    String number() {
        int slash = reference.lastIndexOf('/');
        return kind.isDocument() && slash > 0 && reference.substring(slash + 1).matches("[0-9]{1,3}")
                ? reference.substring(0, slash) : reference;
    }
}
