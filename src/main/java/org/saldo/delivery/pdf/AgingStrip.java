package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.List;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.ledger.AgingSchedule;
import org.saldo.money.Money;

/** The aging schedule as a bar and a row of figures: the later, the darker. */
final class AgingStrip {

    private static final float BAR = 5;

    /** Draws what stands above the strip and keeps it together with the strip. */
    @FunctionalInterface
    interface Heading {
        void draw();
    }

    private final Sheet sheet;
    private final AgingSchedule aging;
    private final StatementWording words;

    private final boolean tight;

    AgingStrip(Frame frame) {
        this.sheet = frame.sheet();
        this.aging = frame.letter().statement().aging();
        this.words = frame.words();
        this.tight = frame.tight();
    }

    void draw(Heading heading) {
        heading.draw();
        sheet.down(tight ? 3 : 5);
        bar();
        List<String> labels = new ArrayList<>();
        List<Money> amounts = new ArrayList<>(aging.amounts());
        labels.add(words.of(StatementWord.NOT_DUE));
        for (int i = 1; i < aging.buckets().count(); i++) {
            labels.add(words.of(StatementWord.DAYS_RANGE, "days", aging.buckets().days(i).replace('-', '–')));
        }
        labels.add(words.of(StatementWord.CREDITS));
        amounts.add(aging.credits().negated());
        labels.add(words.of(StatementWord.AGING_BALANCE) + " " + aging.credits().currency().getCurrencyCode());
        amounts.add(aging.balance());
        float width = Sheet.WIDTH / labels.size();
        Tags tags = sheet.tags();
        tags.open(Tags.TABLE);
        tags.open(Tags.ROW);
        for (int i = 0; i < labels.size(); i++) {
            tags.openHeader(true);
            sheet.textRightFitted(Sheet.LEFT + (i + 1) * width, sheet.y() + 12, labels.get(i), Palette.SMALL, width - 6, 5);
            tags.close();
        }
        tags.close();
        tags.open(Tags.ROW);
        for (int i = 0; i < labels.size(); i++) {
            Style style = i == labels.size() - 1 ? Palette.ALERT : amounts.get(i).isZero() ? Palette.QUIET : Palette.STRONG;
            tags.openCell(1);
            sheet.textRightFitted(Sheet.LEFT + (i + 1) * width, sheet.y() + 25, words.amount(amounts.get(i)), style,
                    width - 6, 5);
            tags.close();
        }
        tags.close();
        tags.close();
        sheet.down(tight ? 28 : 32);
    }

    private void bar() {
        long total = aging.notDue().plus(aging.overdue()).minorUnits();
        if (total == 0) {
            sheet.fill(Sheet.LEFT, sheet.y(), Sheet.WIDTH, BAR, Tone.HAIRLINE);
        } else {
            float x = Sheet.LEFT;
            for (int i = 0; i < aging.amounts().size(); i++) {
                float width = Sheet.WIDTH * aging.amounts().get(i).minorUnits() / total;
                sheet.fill(x, sheet.y(), width, BAR, sheet.shades().accent(12 + 88 * i / (aging.amounts().size() - 1)));
                x += width;
            }
        }
        sheet.down(BAR + 4);
    }
}
