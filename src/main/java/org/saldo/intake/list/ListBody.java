package org.saldo.intake.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.intake.Rejection;
import org.saldo.intake.list.ListWords.RowWord;
import org.saldo.money.Money;
import org.saldo.statement.bridge.TheirKind;
import org.saldo.statement.bridge.TheirLine;
import org.saldo.statement.bridge.TheirList;

/** The rows below the titles: lines of the account, the balance brought forward, totals, and what is none of these. */
final class ListBody {

    private static final BigDecimal NOISE = new BigDecimal("0.000001");

    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "RMB", "CNY", "¥", "CNY", "$", "USD", "£", "GBP",
            "人民币", "CNY");

    private final String name;
    private final ListWords words;
    private final ListHeader header;
    private final Currency currency;
    private final List<String> remarks = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final List<TheirLine> lines = new ArrayList<>();
    private final RunningBalance balances = new RunningBalance();
    private DayFormat days;
    private AmountFormat amounts;
    private Optional<Money> total = Optional.empty();
    private Optional<ListRow> openingRow = Optional.empty();
    private int otherCurrency;

    ListBody(String name, ListWords words, ListHeader header, Currency currency) {
        this.name = name;
        this.words = words;
        this.header = header;
        this.currency = currency;
    }

    ReadList read(List<ListRow> preamble, List<ListRow> body, Set<String> statements) {
        List<ListRow.Cell> dayCells = cells(body, ListColumn.DATE, ListColumn.DUE);
        days = DayFormat.of(dayCells);
        if (days.isUnclear(dayCells)) {
            remarks.add("its days could be day/month or month/day; they were left out");
        }
        amounts = AmountFormat.of(cells(body, ListColumn.OPEN, ListColumn.AMOUNT, ListColumn.DEBIT, ListColumn.CREDIT,
                ListColumn.BALANCE)).orElseThrow(() -> ListLimits.refused(name,
                "its amounts do not say whether a point or a comma begins the decimals",
                "write amounts with two decimals, such as 1234.50"));
        body.forEach(this::row);
        if (otherCurrency > 0) {
            remarks.add(otherCurrency + " rows are in another currency than " + currency + "; they were left out");
        }
        if (lines.isEmpty() && otherCurrency > 0) {
            throw ListLimits.refused(name, "no row is in " + currency, "send the list of the account in " + currency);
        }
        if (lines.isEmpty()) {
            throw ListLimits.refused(name, "no row with an amount was found", "send the lines of the account");
        }
        balances.find().ifPresent(found -> {
            total = total.or(() -> Optional.of(found.last()));
            found.before().ifPresent(this::addOpening);
        });
        boolean opened = lines.stream().anyMatch(line -> line.kind() == TheirKind.OPENING);
        openingRow.filter(row -> !opened).flatMap(this::balance).ifPresent(this::addOpening);
        TheirList list = new TheirList(currency, lines, asOf(preamble), total, rejected.size());
        return new ReadList(list, remarks, rejected, statements);
    }

    /** The balance before the first line, which no line says or only the column of balances. */
    private void addOpening(Money before) {
        lines.add(new TheirLine(openingRow.map(ListRow::line).orElse(0), "", "", "",
                openingRow.flatMap(row -> day(row, ListColumn.DATE)), Optional.empty(), TheirKind.OPENING, before));
    }

    private List<ListRow.Cell> cells(List<ListRow> body, ListColumn... columns) {
        List<ListRow.Cell> cells = new ArrayList<>();
        for (ListColumn column : columns) {
            Integer at = header.columns().get(column);
            body.stream().filter(row -> at != null).map(row -> row.cell(at)).filter(cell -> !cell.text().isEmpty())
                    .forEach(cells::add);
        }
        return cells;
    }

    private Optional<LocalDate> asOf(List<ListRow> preamble) {
        DayFormat anyDay = DayFormat.of(preamble.stream().map(row -> ListRow.Cell.text(row.joined())).toList());
        return preamble.stream().filter(row -> words.mentions(RowWord.AS_OF, row.joined()))
                .flatMap(row -> anyDay.in(row.joined()).stream()).reduce((first, last) -> last);
    }

    private void row(ListRow row) {
        if (row.isBlank() || isTitles(row)) {
            return;
        }
        boolean named = !text(row, ListColumn.DOCUMENT).isEmpty() && day(row, ListColumn.DATE).isPresent();
        if (!named && says(row, RowWord.SUBTOTAL)) {
            return;
        }
        Optional<String> problem = Optional.empty();
        Optional<Money> amount = Optional.empty();
        try {
            amount = amount(row);
        } catch (NumberFormatException unreadable) {
            problem = Optional.of(unreadable.getMessage());
        }
        if (!named && says(row, RowWord.TOTAL)) {
            amount.or(() -> balance(row)).ifPresent(stated -> total = Optional.of(stated));
        } else if (says(row, RowWord.OPENING)) {
            openingRow = Optional.of(row);
            amount.filter(stated -> !stated.isZero()).ifPresent(stated -> add(row, TheirKind.OPENING, stated));
        } else if (problem.isPresent()) {
            rejected.add(new Rejection(name, row.line(), "amount", problem.get(), "write the amount itself, as a number"));
        } else if (isOtherCurrency(row)) {
            otherCurrency++;
        } else {
            amount.filter(each -> !each.isZero()).ifPresent(each -> add(row, kind(row), each));
        }
    }

    private void add(ListRow row, TheirKind kind, Money amount) {
        lines.add(new TheirLine(row.line(), text(row, ListColumn.DOCUMENT), text(row, ListColumn.VOUCHER),
                text(row, ListColumn.TEXT), day(row, ListColumn.DATE), day(row, ListColumn.DUE), kind, amount));
        balances.add(amount, balance(row), kind == TheirKind.OPENING);
    }

    private TheirKind kind(ListRow row) {
        return words.kind(text(row, ListColumn.KIND), text(row, ListColumn.TEXT) + " " + text(row, ListColumn.DOCUMENT));
    }

    private boolean isTitles(ListRow row) {
        return ListHeader.isEnough(ListHeader.columns(row, words));
    }

    private boolean says(ListRow row, RowWord word) {
        return row.cells().stream().anyMatch(cell -> !cell.number() && !cell.text().isEmpty() && words.says(word, cell.text()));
    }

    private boolean isOtherCurrency(ListRow row) {
        String code = text(row, ListColumn.CURRENCY).toUpperCase(java.util.Locale.ROOT);
        String plain = SIGNS.getOrDefault(code, code);
        return !plain.isEmpty() && !plain.equals(currency.getCurrencyCode());
    }

    private String text(ListRow row, ListColumn column) {
        Integer at = header.columns().get(column);
        return at == null ? "" : row.cell(at).text();
    }

    private Optional<LocalDate> day(ListRow row, ListColumn column) {
        Integer at = header.columns().get(column);
        return at == null || row.cell(at).text().isEmpty() ? Optional.empty() : days.read(row.cell(at));
    }

    /** What the row adds to what the customer owes, in the signs of the list. */
    private Optional<Money> amount(ListRow row) {
        if (header.columns().containsKey(ListColumn.OPEN)) {
            return sided(row, ListColumn.OPEN);
        }
        if (header.columns().containsKey(ListColumn.DEBIT) && header.columns().containsKey(ListColumn.CREDIT)) {
            Optional<Money> credit = money(row, ListColumn.CREDIT);
            Optional<Money> debit = money(row, ListColumn.DEBIT);
            return credit.isEmpty() && debit.isEmpty() ? Optional.empty()
                    : Optional.of(credit.orElse(Money.zero(currency)).minus(debit.orElse(Money.zero(currency))));
        }
        return sided(row, ListColumn.AMOUNT);
    }

    private Optional<Money> sided(ListRow row, ListColumn column) {
        String side = text(row, ListColumn.SIDE);
        boolean lowers = !side.isEmpty() && words.says(RowWord.LOWERS, side);
        return money(row, column).map(amount -> lowers ? amount.negated() : amount);
    }

    private Optional<Money> balance(ListRow row) {
        try {
            return money(row, ListColumn.BALANCE);
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Money> money(ListRow row, ListColumn column) {
        Integer at = header.columns().get(column);
        ListRow.Cell cell = at == null ? ListRow.Cell.EMPTY : row.cell(at);
        if (cell.formula()) {
            throw new NumberFormatException("it is a formula");
        }
        if (cell.text().isEmpty() || cell.text().matches("[-–—.]+")) {
            return Optional.empty();
        }
        AmountFormat.Amount read = amounts.read(cell).orElseThrow(() -> new NumberFormatException("'" + cell.text()
                + "' is no amount"));
        return Optional.of(money(read.side() < 0 ? read.value().negate() : read.value()));
    }

    /** A sheet's number may have noise far behind the point; anything more than that is no amount of the currency. */
    private Money money(BigDecimal value) {
        BigDecimal rounded = value.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
        if (rounded.subtract(value).abs().compareTo(NOISE) > 0) {
            throw new NumberFormatException(value.toPlainString() + " has more decimals than " + currency);
        }
        try {
            return Money.of(currency, rounded);
        } catch (ArithmeticException tooLarge) {
            throw new NumberFormatException(value.toPlainString() + " is too large");
        }
    }
}
