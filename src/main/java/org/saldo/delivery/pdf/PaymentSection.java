package org.saldo.delivery.pdf;

import java.util.Map;
import java.util.function.Consumer;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.StatementSection;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;

/** Where to pay: the account in a table, and beside it the code that a banking app reads. */
final class PaymentSection {

    /** How the warning of other bank details is set where a page is set closely. */
    static final Style WARNING = Palette.STRONG.sized(7.5f);
    private static final float LABEL = 92;
    /** From the values to the warning beside them, and from there to the code. */
    private static final float VALUE = 150;
    private static final float GAP = 14;
    private static final float SIDE = 88;
    /** 24 mm, so that a telephone still reads it from paper. */
    private static final float SIDE_CLOSELY = 69;
    private static final float WARNING_WIDTH = Sheet.WIDTH - LABEL - VALUE - SIDE_CLOSELY - GAP;
    /** So many lines of the warning stand beside the account; a longer one stands among the notes. */
    private static final int WARNING_LINES = 5;

    private final Sheet sheet;
    private final StatementWording words;
    private final boolean tight;
    private final boolean warns;
    private final float side;

    PaymentSection(Frame frame) {
        this.sheet = frame.sheet();
        this.words = frame.words();
        this.tight = frame.tight();
        this.warns = warns(frame);
        this.side = tight ? SIDE_CLOSELY : SIDE;
    }

    /** @param heading draws the heading and keeps it together with the height that it is given */
    void draw(PaymentPart part, Consumer<Float> heading) {
        boolean coded = !part.qrText().isEmpty();
        heading.accept(coded ? side + (tight ? 8 : 48) : 96f);
        float top = sheet.y() + (tight ? 0 : 3);
        sheet.moveTo(top);
        account(part);
        float bottom = sheet.y();
        if (coded) {
            bottom = Math.max(bottom, code(part, tight ? top - 10 : top + 2));
        }
        if (warns) {
            warning(top);
        }
        sheet.moveTo(bottom + (tight ? 0 : 4));
    }

    /** Whether the warning stands beside the account: where a page is set closely and there is room between it and the code. */
    static boolean warns(Frame frame) {
        return frame.tight() && frame.letter().look().sections().contains(StatementSection.PAYMENT)
                && frame.letter().payment().filter(part -> !part.qrText().isEmpty()).isPresent()
                && frame.sheet().typefaces().wrap(frame.words().of(StatementWord.NOTE_SAFETY), WARNING, WARNING_WIDTH,
                WARNING_LINES + 1).size() <= WARNING_LINES;
    }

    private void warning(float top) {
        float left = Sheet.LEFT + LABEL + VALUE;
        sheet.tags().open(Tags.PARAGRAPH);
        sheet.moveTo(top);
        sheet.paragraph(left, WARNING_WIDTH, words.of(StatementWord.NOTE_SAFETY), WARNING, 10, WARNING_LINES);
        sheet.tags().close();
    }

    private void account(PaymentPart part) {
        sheet.tags().open(Tags.TABLE);
        row(StatementWord.PAY_HOLDER, part.holder(), Palette.STRONG);
        row(StatementWord.PAY_ACCOUNT, part.account(), Palette.STRONG);
        row(StatementWord.PAY_BIC, part.bic(), Palette.BODY);
        row(StatementWord.PAY_BANK, part.bankName(), Palette.BODY);
        row(StatementWord.PAY_REFERENCE, part.reference(), Palette.STRONG);
        sheet.tags().close();
    }

    private void row(StatementWord label, String value, Style style) {
        if (value.isEmpty()) {
            return;
        }
        Tags tags = sheet.tags();
        float top = sheet.y();
        tags.open(Tags.ROW);
        tags.openHeader(false);
        sheet.text(Sheet.LEFT, top + 10.5f, sheet.typefaces().wrap(words.of(label), Palette.SMALL, LABEL - 6, 1).get(0),
                Palette.SMALL);
        tags.close();
        tags.openCell(1);
        sheet.moveTo(top);
        sheet.paragraph(Sheet.LEFT + LABEL, Sheet.WIDTH - LABEL - side - 60, value, style, 13, 2);
        tags.close();
        tags.close();
        sheet.down(1);
    }

    /** Draws the code at the right and returns where it ends. */
    private float code(PaymentPart part, float top) {
        Tags tags = sheet.tags();
        tags.open("Figure");
        tags.describe(words.of(StatementWord.PAY_CODE_WORDS, Map.of("holder", part.holder(), "account", part.account())),
                Sheet.RIGHT - side, Sheet.fromBottom(top + side), side, side);
        sheet.picture(new QrCode(part.qrText()).areas(Sheet.RIGHT - side, top, side), Tone.INK);
        tags.close();
        if (tight) {
            sheet.textRightFitted(Sheet.RIGHT - side - GAP, top + side - 2, words.of(StatementWord.PAY_CODE), Palette.SMALL,
                    WARNING_WIDTH, 5);
            return top + side;
        }
        sheet.textRightFitted(Sheet.RIGHT, top + side + 12, words.of(StatementWord.PAY_CODE), Palette.SMALL, side + 40, 5);
        return top + side + 16;
    }
}
