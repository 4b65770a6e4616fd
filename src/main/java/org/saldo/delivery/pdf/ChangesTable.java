package org.saldo.delivery.pdf;

import java.util.List;
import org.saldo.delivery.ChangesPart;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;

/** What differs from the version whose place a statement takes: of the account, and of what is open. */
final class ChangesTable {

    private final Frame frame;
    private final StatementWording words;
    private final ChangesPart part;

    ChangesTable(Frame frame, ChangesPart part) {
        this.frame = frame;
        this.words = frame.words();
        this.part = part;
    }

    void draw() {
        frame.heading(words.of(StatementWord.CHANGES, "version", part.version()), 60);
        if (part.changes().isEmpty()) {
            frame.sentence(words.of(StatementWord.CHANGES_NONE, "version", part.version()), Palette.BODY);
        }
        if (part.changes().isMoved()) {
            table(StatementWord.DATE, StatementWord.ENTRY, part.account(words));
        }
        if (part.changes().isOpenOtherwise()) {
            if (part.changes().isMoved()) {
                frame.sheet().down(10);
                frame.sheet().need(60);
            }
            table(StatementWord.DUE, StatementWord.ITEMS, part.open(words));
        }
        if (part.otherAccount()) {
            frame.sheet().down(4);
            frame.sentence(words.of(StatementWord.CHANGES_ACCOUNT, "version", part.version()), Palette.STRONG);
        }
    }

    private void table(StatementWord day, StatementWord what, List<ChangesPart.Row> rows) {
        String version = words.of(StatementWord.VERSION) + " ";
        Grid grid = Grid.filling(frame.sheet(), List.of(new Grid.Column(words.of(day), 63, false),
                Grid.Column.whole(words.of(what), 154), new Grid.Column(words.of(StatementWord.CHANGES_HOW), 79, false),
                new Grid.Column(version + part.version(), 66, true),
                new Grid.Column(version + frame.letter().statement().key().version(), 66, true),
                new Grid.Column(frame.inCurrency(StatementWord.CHANGES_DIFFERENCE), 70, true)));
        grid.header();
        for (ChangesPart.Row row : rows) {
            grid.row(List.of(Cell.of(row.day()), new Cell(row.what(), row.more(), Palette.BODY),
                    Cell.of(row.change(), Palette.QUIET), Cell.of(row.before()), Cell.of(row.after()),
                    Cell.of(row.difference(), Palette.STRONG)));
        }
        ChangesPart.Row closing = part.closing(words);
        grid.total(List.of(Cell.EMPTY, Cell.of(closing.what(), Palette.STRONG), Cell.EMPTY, Cell.of(closing.before()),
                Cell.of(closing.after(), Palette.STRONG), Cell.of(closing.difference(), Palette.ALERT)));
    }
}
