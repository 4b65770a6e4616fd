package org.saldo.delivery.pdf;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.saldo.delivery.ItemColumn;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.ledger.DocumentType;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementOfAccount;

/** What is open at the cut-off, and what is agreed or contested about it. */
final class ItemsTable {

    private final Frame frame;
    private final StatementLetter letter;
    private final StatementOfAccount statement;
    private final StatementWording words;

    ItemsTable(Frame frame) {
        this.frame = frame;
        this.letter = frame.letter();
        this.statement = letter.statement();
        this.words = frame.words();
    }

    void draw() {
        frame.heading(StatementWord.ITEMS, 60);
        if (statement.items().isEmpty()) {
            frame.sentence(words.of(StatementWord.NO_ITEMS), Palette.QUIET);
            return;
        }
        boolean noted = statement.items().stream().anyMatch(item -> !letter.notesOf(item.itemId()).isEmpty());
        List<ItemColumn> columns = letter.look().itemColumns().stream()
                .filter(column -> noted || column != ItemColumn.STATUS).toList();
        Grid grid = Grid.filling(frame.sheet(), columns.stream().map(column -> column(column, noted)).toList());
        grid.header();
        for (StatementItem item : statement.items()) {
            grid.row(columns.stream().map(column -> cell(column, item)).toList());
        }
        Map<ItemColumn, Cell> total = Map.of(ItemColumn.DOCUMENT, Cell.of(words.of(StatementWord.TOTAL), Palette.STRONG),
                ItemColumn.OPEN, Cell.of(words.amount(statement.proof().openItems()), Palette.STRONG));
        grid.total(columns.stream().map(column -> total.getOrDefault(column, Cell.EMPTY)).toList());
    }

    private Grid.Column column(ItemColumn column, boolean noted) {
        return switch (column) {
            case DOCUMENT -> Grid.Column.whole(words.of(StatementWord.DOCUMENT), noted ? 67 : 108);
            case ISSUED -> new Grid.Column(words.of(StatementWord.ISSUED), 62, false);
            case DUE -> new Grid.Column(words.of(StatementWord.DUE), 62, false);
            case ORIGINAL -> new Grid.Column(frame.inCurrency(StatementWord.ORIGINAL), noted ? 60 : 70, true);
            case PAID -> new Grid.Column(frame.inCurrency(StatementWord.PAID), noted ? 51 : 66, true);
            case OPEN -> new Grid.Column(frame.inCurrency(StatementWord.OPEN), noted ? 60 : 70, true);
            case DAYS_OVERDUE -> new Grid.Column(words.of(StatementWord.DAYS_OVERDUE), noted ? 38 : 45.3f, true);
            case STATUS -> new Grid.Column(words.of(StatementWord.STATUS), 83.3f, true);
        };
    }

    private Cell cell(ItemColumn column, StatementItem item) {
        boolean credit = item.type().isCredit();
        return switch (column) {
            case DOCUMENT -> new Cell(item.label(), item.type() == DocumentType.INVOICE ? ""
                    : words.of(StatementWord.valueOf("KIND_" + item.type().name())), Palette.BODY);
            case ISSUED -> Cell.of(words.day(item.issueDate()));
            case DUE -> Cell.of(words.day(item.dueDate()));
            case ORIGINAL -> frame.amount(credit ? item.original().negated() : item.original());
            case PAID -> frame.amount(credit ? item.paid().negated() : item.paid());
            case OPEN -> Cell.of(words.amount(item.balance()), Palette.STRONG);
            case DAYS_OVERDUE -> overdue(item.daysOverdue(statement.cutOff()));
            case STATUS -> Cell.of(letter.notesOf(item.itemId()).stream().map(words::of).collect(Collectors.joining("; ")),
                    Palette.SMALL);
        };
    }

    private static Cell overdue(long days) {
        return days == 0 ? Cell.of("–", Palette.QUIET) : Cell.of(Long.toString(days), Palette.ALERT);
    }
}
