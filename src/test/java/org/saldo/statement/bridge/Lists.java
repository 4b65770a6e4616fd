package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/** A customer's list for tests, in EUR. */
final class Lists {

    private final List<TheirLine> lines = new ArrayList<>();
    private Optional<LocalDate> asOf = Optional.empty();
    private Optional<Money> total = Optional.empty();
    private int unread;

    Lists invoice(String document, String date, String amount) {
        return line(TheirKind.INVOICE, document, date, amount, "");
    }

    Lists payment(String document, String date, String amount) {
        return line(TheirKind.PAYMENT, document, date, amount, "");
    }

    Lists opening(String date, String amount) {
        return line(TheirKind.OPENING, "", date, amount, "");
    }

    Lists line(TheirKind kind, String document, String date, String amount, String text) {
        lines.add(new TheirLine(lines.size() + 2, document, "", text, date.isEmpty() ? Optional.empty()
                : Optional.of(LocalDate.parse(date)), Optional.empty(), kind, Account.eur(amount)));
        return this;
    }

    Lists asOf(String day) {
        asOf = Optional.of(LocalDate.parse(day));
        return this;
    }

    Lists total(String amount) {
        total = Optional.of(Account.eur(amount));
        return this;
    }

    Lists unread(int rows) {
        unread = rows;
        return this;
    }

    TheirList list() {
        return new TheirList(Currency.getInstance("EUR"), lines, asOf, total, unread);
    }
}
