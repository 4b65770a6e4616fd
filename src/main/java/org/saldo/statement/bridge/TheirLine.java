package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * A line of a customer's list: where it stands there, the document's number as the customer writes it, the customer's own
 * voucher number, what else the line says, and the amount with the sign that it has there. Texts may be empty.
 */
public record TheirLine(int row, String document, String voucher, String text, Optional<LocalDate> date,
                        Optional<LocalDate> due, TheirKind kind, Money amount) {

    /** By what the line says and not by where it stands, so that a sorted list is the same list. */
    static final Comparator<TheirLine> ORDER = Comparator.comparing(TheirLine::document)
            .thenComparing(TheirLine::dateOrEarliest).thenComparing(TheirLine::amount).thenComparing(TheirLine::voucher)
            .thenComparing(TheirLine::text).thenComparing(TheirLine::kind)
            .thenComparing(line -> line.due.orElse(LocalDate.MIN)).thenComparingInt(TheirLine::row);

    public TheirLine {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(voucher, "voucher");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amount, "amount");
    }

    private LocalDate dateOrEarliest() {
        return date.orElse(LocalDate.MIN);
    }

    /** What to call the line: its document, else its voucher, else where it stands. */
    public String label() {
        return !document.isEmpty() ? document : !voucher.isEmpty() ? voucher : "#" + row;
    }

    TheirLine read(Signs signs) {
        return switch (signs) {
            case AS_WRITTEN -> this;
            case REVERSED -> with(amount.negated());
            case BY_KIND -> with(kind.lowers() ? amount.abs().negated() : amount);
        };
    }

    private TheirLine with(Money other) {
        return new TheirLine(row, document, voucher, text, date, due, kind, other);
    }
}
