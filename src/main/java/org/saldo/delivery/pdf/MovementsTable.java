package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.saldo.delivery.MovementColumn;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.statement.Movement;
import org.saldo.statement.StatementLine;
import org.saldo.statement.StatementOfAccount;

/** What happened, with the balance after each movement; and what came in after the cut-off. */
final class MovementsTable {

    private static final float INDENT = 62;

    private final Frame frame;
    private final StatementOfAccount statement;
    private final StatementWording words;

    MovementsTable(Frame frame) {
        this.frame = frame;
        this.statement = frame.letter().statement();
        this.words = frame.words();
    }

    void draw() {
        frame.heading(StatementWord.MOVEMENTS, 60);
        List<MovementColumn> columns = frame.letter().look().movementColumns();
        Grid grid = Grid.filling(frame.sheet(), columns.stream().map(this::column).toList());
        grid.header();
        Cell from = statement.previous().map(previous -> Cell.of(
                words.of(StatementWord.OPENING_FROM, "number", previous.key().number()), Palette.SMALL)).orElse(Cell.EMPTY);
        grid.row(cells(columns, Map.of(MovementColumn.DATE, Cell.of(words.day(statement.key().firstDay()), Palette.QUIET),
                MovementColumn.ENTRY, Cell.of(words.of(StatementWord.OPENING), Palette.STRONG), MovementColumn.REFERENCE, from,
                MovementColumn.BALANCE, Cell.of(words.amount(statement.opening()), Palette.STRONG))));
        for (StatementLine line : statement.lines()) {
            Map<MovementColumn, Cell> cells = cells(line.movement(), line.correction());
            cells.put(MovementColumn.BALANCE, Cell.of(words.amount(line.balance()), Palette.QUIET));
            grid.row(cells(columns, cells));
        }
        if (statement.lines().isEmpty()) {
            grid.note(INDENT, words.of(StatementWord.NO_MOVEMENTS));
        }
        grid.total(cells(columns, Map.of(MovementColumn.DATE, Cell.of(words.day(statement.cutOff()), Palette.QUIET),
                MovementColumn.ENTRY, Cell.of(words.of(StatementWord.CLOSING), Palette.STRONG),
                MovementColumn.BALANCE, Cell.of(words.amount(statement.closing()), Palette.ALERT))));
    }

    /** What came in after the cut-off and was known when the statement was made. */
    void drawLater() {
        if (statement.later().isEmpty()) {
            return;
        }
        frame.heading(StatementWord.LATER, 60);
        List<MovementColumn> columns = new ArrayList<>(frame.letter().look().movementColumns());
        columns.remove(MovementColumn.BALANCE);
        Grid grid = Grid.filling(frame.sheet(), columns.stream().map(this::column).toList());
        grid.header();
        for (Movement movement : statement.later()) {
            grid.row(cells(columns, cells(movement, false)));
        }
        grid.close();
        frame.sheet().down(4);
        frame.sentence(words.of(StatementWord.LATER_NOTE, "day", words.longDay(
                statement.asKnownAt().atZone(frame.letter().company().timeZone()).toLocalDate())), Palette.SMALL);
    }

    private Grid.Column column(MovementColumn column) {
        return switch (column) {
            case DATE -> new Grid.Column(words.of(StatementWord.DATE), INDENT, false);
            case ENTRY -> new Grid.Column(words.of(StatementWord.ENTRY), 102, false);
            case REFERENCE -> Grid.Column.whole(words.of(StatementWord.REFERENCE), 163);
            case AMOUNT -> new Grid.Column(frame.inCurrency(StatementWord.AMOUNT), 78, true);
            case BALANCE -> new Grid.Column(frame.inCurrency(StatementWord.BALANCE), 78.3f, true);
        };
    }

    private Map<MovementColumn, Cell> cells(Movement movement, boolean correction) {
        String below = correction ? words.of(StatementWord.PRIOR_PERIOD) : "";
        Map<MovementColumn, Cell> cells = new EnumMap<>(MovementColumn.class);
        cells.put(MovementColumn.DATE, Cell.of(words.day(movement.effectiveOn())));
        cells.put(MovementColumn.ENTRY, new Cell(words.entry(movement), below, Palette.BODY));
        cells.put(MovementColumn.REFERENCE, new Cell(movement.reference(), movement.text(), Palette.BODY));
        cells.put(MovementColumn.AMOUNT, Cell.of(words.amount(movement.amount())));
        return cells;
    }

    private static List<Cell> cells(List<MovementColumn> columns, Map<MovementColumn, Cell> cells) {
        return columns.stream().map(column -> cells.getOrDefault(column, Cell.EMPTY)).toList();
    }
}
