package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.money.Money;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementLine;
import org.saldo.statement.StatementOfAccount;

/** The proof: opening and movements at the left, what is open at the right, and the same balance below both. */
final class ProofTables {

    private static final float GUTTER = 14;

    private record Line(String label, String amount) {
    }

    private final Frame frame;
    private final Sheet sheet;
    private final StatementOfAccount statement;
    private final StatementWording words;
    private final float row;

    ProofTables(Frame frame) {
        this.frame = frame;
        this.sheet = frame.sheet();
        this.statement = frame.letter().statement();
        this.words = frame.words();
        this.row = frame.tight() ? 12.5f : 14;
    }

    void draw() {
        List<Line> left = new ArrayList<>();
        left.add(line(words.of(StatementWord.OPENING), statement.opening()));
        if (statement.lines().stream().anyMatch(StatementLine::correction)) {
            left.add(line(words.of(StatementWord.PROOF_CORRECTIONS), statement.proof().corrections()));
        }
        for (Map.Entry<MovementKind.Group, Money> group : statement.proof().movements().entrySet()) {
            if (!group.getValue().isZero()) {
                left.add(line(words.of(group.getKey()), group.getValue()));
            }
        }
        List<Line> right = List.of(line(words.of(StatementWord.PROOF_ITEMS), statement.proof().openItems()),
                line(words.of(StatementWord.PROOF_UNAPPLIED), statement.proof().unapplied().negated()));
        int rows = Math.max(left.size(), right.size());
        float height = (rows + 1) * row + (frame.tight() ? 4 : 8);
        frame.heading(StatementWord.PROOF, height);
        float top = sheet.y() + (frame.tight() ? 0 : 2);
        addUp(Sheet.LEFT, left, top, rows);
        addUp(Sheet.LEFT + Sheet.WIDTH / 2 + GUTTER, right, top, rows);
        sheet.moveTo(top + height);
    }

    private Line line(String label, Money amount) {
        return new Line(label, words.amount(amount));
    }

    private void addUp(float x, List<Line> lines, float top, int rows) {
        float right = x + Sheet.WIDTH / 2 - GUTTER;
        float y = top;
        sheet.tags().open(Tags.TABLE);
        for (Line line : lines) {
            row(x, right, y + 9, line, Palette.BODY, Palette.BODY);
            y += row;
        }
        y = top + rows * row;
        sheet.line(x, right, y, 0.7f, Tone.RULE);
        row(x, right, y + 12, line(words.of(StatementWord.CLOSING) + " " + frame.currency(), statement.closing()),
                Palette.STRONG, Palette.ALERT);
        sheet.tags().close();
    }

    private void row(float x, float right, float baseline, Line line, Style label, Style amount) {
        Tags tags = sheet.tags();
        tags.open(Tags.ROW);
        tags.openHeader(false);
        float room = right - x - sheet.typefaces().width(line.amount(), amount) - 8;
        sheet.text(x, baseline, sheet.typefaces().wrap(line.label(), label, room, 1).get(0), label);
        tags.close();
        tags.openCell(1);
        sheet.textRight(right, baseline, line.amount(), amount);
        tags.close();
        tags.close();
    }
}
