package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.money.Money;
import org.saldo.statement.Movement;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementLine;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnappliedReceipt;

/** What a statement says below its head: movements, open items, aging, unapplied payments, the proof and notes. */
final class StatementSections {

    private final Sheet sheet;
    private final StatementOfAccount statement;
    private final StatementWording words;
    private final String currency;

    StatementSections(Sheet sheet, StatementOfAccount statement, StatementWording words) {
        this.sheet = sheet;
        this.statement = statement;
        this.words = words;
        this.currency = statement.key().currency().getCurrencyCode();
    }

    void draw(String replyTo) {
        movements();
        items();
        new AgingStrip(sheet, statement, words).draw(() -> heading(StatementWord.AGING, 74));
        if (!statement.receipts().isEmpty()) {
            receipts();
        }
        proof();
        notes(replyTo);
    }

    /** A heading that stays together with at least {@code height} of what follows. */
    private void heading(StatementWord word, float height) {
        if (!sheet.need(30 + height)) {
            sheet.down(26);
        }
        sheet.tags().open(Tags.HEADING);
        sheet.text(Sheet.LEFT, sheet.y() + 9, words.of(word), Palette.HEADING);
        sheet.tags().close();
        sheet.down(14);
    }

    private void movements() {
        heading(StatementWord.MOVEMENTS, 60);
        Grid grid = new Grid(sheet, List.of(new Grid.Column(words.of(StatementWord.DATE), 62, false),
                new Grid.Column(words.of(StatementWord.ENTRY), 118, false),
                new Grid.Column(words.of(StatementWord.REFERENCE), 147, false),
                new Grid.Column(inCurrency(StatementWord.AMOUNT), 78, true),
                new Grid.Column(inCurrency(StatementWord.BALANCE), Sheet.WIDTH - 405, true)));
        grid.header();
        String from = statement.previous().map(previous ->
                words.of(StatementWord.OPENING_FROM, "number", previous.key().number())).orElse("");
        grid.row(List.of(Cell.of(words.day(statement.key().firstDay()), Palette.QUIET),
                new Cell(words.of(StatementWord.OPENING), from, Palette.STRONG), Cell.EMPTY, Cell.EMPTY,
                Cell.of(words.amount(statement.opening()), Palette.STRONG)));
        for (StatementLine line : statement.lines()) {
            grid.row(cells(line));
        }
        if (statement.lines().isEmpty()) {
            grid.note(62, words.of(StatementWord.NO_MOVEMENTS));
        }
        grid.total(List.of(Cell.of(words.day(statement.cutOff()), Palette.QUIET),
                Cell.of(words.of(StatementWord.CLOSING), Palette.STRONG), Cell.EMPTY, Cell.EMPTY,
                Cell.of(words.amount(statement.closing()), Palette.ALERT)));
    }

    private List<Cell> cells(StatementLine line) {
        Movement movement = line.movement();
        String below = line.correction() ? words.of(StatementWord.PRIOR_PERIOD) : "";
        return List.of(Cell.of(words.day(movement.effectiveOn())), new Cell(words.entry(movement), below, Palette.BODY),
                new Cell(movement.reference(), movement.text(), Palette.BODY), Cell.of(words.amount(movement.amount())),
                Cell.of(words.amount(line.balance()), Palette.QUIET));
    }

    private void items() {
        heading(StatementWord.ITEMS, 60);
        if (statement.items().isEmpty()) {
            sentence(words.of(StatementWord.NO_ITEMS));
            return;
        }
        Grid grid = new Grid(sheet, List.of(new Grid.Column(words.of(StatementWord.DOCUMENT), 116, false),
                new Grid.Column(words.of(StatementWord.ISSUED), 58, false),
                new Grid.Column(words.of(StatementWord.DUE), 58, false),
                new Grid.Column(inCurrency(StatementWord.ORIGINAL), 70, true),
                new Grid.Column(inCurrency(StatementWord.PAID), 66, true),
                new Grid.Column(inCurrency(StatementWord.OPEN), 70, true),
                new Grid.Column(words.of(StatementWord.DAYS_OVERDUE), Sheet.WIDTH - 438, true)));
        grid.header();
        for (StatementItem item : statement.items()) {
            grid.row(cells(item));
        }
        grid.total(List.of(Cell.of(words.of(StatementWord.TOTAL), Palette.STRONG), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY,
                Cell.EMPTY, Cell.of(words.amount(statement.proof().openItems()), Palette.STRONG), Cell.EMPTY));
    }

    private List<Cell> cells(StatementItem item) {
        boolean credit = item.type().isCredit();
        long overdue = item.daysOverdue(statement.cutOff());
        String below = item.type() == org.saldo.ledger.DocumentType.INVOICE ? ""
                : words.of(StatementWord.valueOf("KIND_" + item.type().name()));
        return List.of(new Cell(item.label(), below, Palette.BODY), Cell.of(words.day(item.issueDate())),
                Cell.of(words.day(item.dueDate())), amount(credit ? item.original().negated() : item.original()),
                amount(credit ? item.paid().negated() : item.paid()),
                Cell.of(words.amount(item.balance()), Palette.STRONG),
                overdue == 0 ? Cell.of("–", Palette.QUIET) : Cell.of(Long.toString(overdue), Palette.ALERT));
    }

    private Cell amount(Money money) {
        return Cell.of(words.amount(money), money.isZero() ? Palette.QUIET : Palette.BODY);
    }

    private void receipts() {
        heading(StatementWord.RECEIPTS, 60);
        Grid grid = new Grid(sheet, List.of(new Grid.Column(words.of(StatementWord.DATE), 62, false),
                new Grid.Column(words.of(StatementWord.REFERENCE), 265, false),
                new Grid.Column(inCurrency(StatementWord.RECEIVED), 78, true),
                new Grid.Column(inCurrency(StatementWord.UNAPPLIED), Sheet.WIDTH - 405, true)));
        grid.header();
        for (UnappliedReceipt receipt : statement.receipts()) {
            grid.row(List.of(Cell.of(words.day(receipt.bookedOn())),
                    new Cell(receipt.paymentId(), receipt.text(), Palette.BODY), amount(receipt.amount()),
                    Cell.of(words.amount(receipt.unapplied()), Palette.STRONG)));
        }
        grid.total(List.of(Cell.of(words.of(StatementWord.TOTAL), Palette.STRONG), Cell.EMPTY, Cell.EMPTY,
                Cell.of(words.amount(statement.proof().unapplied()), Palette.STRONG)));
    }

    private void proof() {
        List<String[]> left = new ArrayList<>();
        left.add(sum(words.of(StatementWord.OPENING), statement.opening()));
        if (statement.lines().stream().anyMatch(StatementLine::correction)) {
            left.add(sum(words.of(StatementWord.PROOF_CORRECTIONS), statement.proof().corrections()));
        }
        for (Map.Entry<MovementKind.Group, Money> group : statement.proof().movements().entrySet()) {
            if (!group.getValue().isZero()) {
                left.add(sum(words.of(group.getKey()), group.getValue()));
            }
        }
        List<String[]> right = List.of(sum(words.of(StatementWord.PROOF_ITEMS), statement.proof().openItems()),
                sum(words.of(StatementWord.PROOF_UNAPPLIED), statement.proof().unapplied().negated()));
        float height = (left.size() + 1) * 14 + 8;
        heading(StatementWord.PROOF, height);
        float top = sheet.y() + 2;
        addUp(Sheet.LEFT, left, top, left.size());
        addUp(Sheet.LEFT + Sheet.WIDTH / 2 + 14, right, top, left.size());
        sheet.moveTo(top + height);
    }

    private String[] sum(String label, Money amount) {
        return new String[] {label, words.amount(amount)};
    }

    private void addUp(float x, List<String[]> lines, float top, int rows) {
        float right = x + Sheet.WIDTH / 2 - 14;
        float y = top;
        sheet.tags().open(Tags.TABLE);
        for (String[] line : lines) {
            String label = sheet.typefaces().wrap(line[0], Palette.BODY, right - x - 80, 1).get(0);
            summand(x, right, y + 9, new String[] {label, line[1]}, Palette.BODY, Palette.BODY);
            y += 14;
        }
        y = top + rows * 14;
        sheet.line(x, right, y, 0.7f, Tone.RULE);
        summand(x, right, y + 12, sum(words.of(StatementWord.CLOSING) + " " + currency, statement.closing()), Palette.STRONG,
                Palette.ALERT);
        sheet.tags().close();
    }

    private void summand(float x, float right, float baseline, String[] line, Style label, Style amount) {
        Tags tags = sheet.tags();
        tags.open(Tags.ROW);
        tags.openHeader(false);
        sheet.text(x, baseline, line[0], label);
        tags.close();
        tags.openCell(1);
        sheet.textRight(right, baseline, line[1], amount);
        tags.close();
        tags.close();
    }

    private void notes(String replyTo) {
        heading(StatementWord.NOTES, 40);
        if (statement.key().version() > 1) {
            sentence(words.of(StatementWord.SUPERSEDES, "version", Integer.toString(statement.key().version() - 1)));
        }
        sentence(words.of(StatementWord.NOTE_LATER));
        sentence(replyTo.isEmpty() ? words.of(StatementWord.NOTE_DIFFERENCE_MAIL)
                : words.of(StatementWord.NOTE_DIFFERENCE, "reply-to", replyTo));
    }

    private void sentence(String text) {
        sheet.tags().open(Tags.PARAGRAPH);
        sheet.paragraph(Sheet.LEFT, Sheet.WIDTH, text, Palette.QUIET, 12, 4);
        sheet.tags().close();
        sheet.down(2);
    }

    private String inCurrency(StatementWord word) {
        return words.of(word, "currency", currency);
    }
}
