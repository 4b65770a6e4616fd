package org.saldo.delivery.pdf;

import java.util.Map;
import java.util.function.Consumer;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;

/** Where to pay: the account in a table, and beside it the code that a banking app reads. */
final class PaymentSection {

    private static final float SIDE = 88;
    private static final float LABEL = 92;

    private final Sheet sheet;
    private final StatementWording words;

    PaymentSection(Sheet sheet, StatementWording words) {
        this.sheet = sheet;
        this.words = words;
    }

    /** @param heading draws the heading and keeps it together with the height that it is given */
    void draw(PaymentPart part, Consumer<Float> heading) {
        boolean coded = !part.qrText().isEmpty();
        heading.accept(coded ? SIDE + 48 : 96f);
        float top = sheet.y() + 3;
        sheet.moveTo(top);
        account(part);
        float bottom = sheet.y();
        if (coded) {
            bottom = Math.max(bottom, code(part, top + 2));
        }
        sheet.moveTo(bottom + 4);
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
        sheet.paragraph(Sheet.LEFT + LABEL, Sheet.WIDTH - LABEL - SIDE - 60, value, style, 13, 2);
        tags.close();
        tags.close();
        sheet.down(1);
    }

    /** Draws the code at the right and returns where it ends. */
    private float code(PaymentPart part, float top) {
        Tags tags = sheet.tags();
        tags.open("Figure");
        tags.describe(words.of(StatementWord.PAY_CODE_WORDS, Map.of("holder", part.holder(), "account", part.account())),
                Sheet.RIGHT - SIDE, Sheet.fromBottom(top + SIDE), SIDE, SIDE);
        sheet.picture(new QrCode(part.qrText()).areas(Sheet.RIGHT - SIDE, top, SIDE), Tone.INK);
        tags.close();
        sheet.textRightFitted(Sheet.RIGHT, top + SIDE + 12, words.of(StatementWord.PAY_CODE), Palette.SMALL, SIDE + 40, 5);
        return top + SIDE + 16;
    }
}
