package org.saldo.delivery.pdf;

import java.util.List;
import java.util.Map;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.statement.StatementOfAccount;

/** How the customer agrees or does not, in one step: by mail, or on paper with a signature or the company's seal. */
final class ReplyBox {

    private static final float INSET = 14;
    private static final float TICK = 8;
    private static final float EDGE = 0.8f;

    private final Frame frame;
    private final Sheet sheet;
    private final StatementWording words;
    private final boolean tight;
    private final float height;

    ReplyBox(Frame frame) {
        this.frame = frame;
        this.sheet = frame.sheet();
        this.words = frame.words();
        this.tight = frame.tight();
        this.height = tight ? 97 + 12 * Math.max(0, lines() - 2) : 128;
    }

    void draw() {
        StatementOfAccount statement = frame.letter().statement();
        frame.heading(StatementWord.REPLY, height + 4);
        sheet.down(tight ? 2 : 4);
        float top = sheet.y();
        sheet.fill(Sheet.LEFT, top, Sheet.WIDTH, height, Tone.TINT);
        sheet.down(tight ? 6 : 10);
        how();
        sheet.down(tight ? 2 : 7);
        choice(words.of(StatementWord.REPLY_AGREED, Map.of("amount", words.money(statement.closing()),
                "day", words.longDay(statement.cutOff()))));
        choice(words.of(StatementWord.REPLY_DIFFERENT));
        float line = top + height - 20;
        sheet.line(Sheet.LEFT + INSET, Sheet.RIGHT - INSET, line, 0.5f, Tone.RULE);
        sheet.text(Sheet.LEFT + INSET, line + 11, words.of(StatementWord.REPLY_SIGNED), Palette.SMALL);
        sheet.moveTo(top + height);
    }

    private void how() {
        if (tight) {
            line((say() + " " + reference()).strip(), Palette.BODY, Integer.MAX_VALUE);
            return;
        }
        line(say(), Palette.BODY, 3);
        if (!reference().isEmpty()) {
            line(reference(), Palette.STRONG, 1);
        }
    }

    private String say() {
        String address = frame.letter().reply().address();
        return address.isEmpty() ? words.of(StatementWord.REPLY_HOW_MAIL)
                : words.of(StatementWord.REPLY_HOW, "reply-to", address);
    }

    private String reference() {
        String token = frame.letter().reply().token();
        return token.isEmpty() ? "" : words.of(StatementWord.REPLY_REFERENCE, "reference", token);
    }

    private int lines() {
        return sheet.typefaces().wrap((say() + " " + reference()).strip(), Palette.BODY, Sheet.WIDTH - 2 * INSET,
                Integer.MAX_VALUE).size();
    }

    private void line(String text, Style style, int linesMost) {
        sheet.tags().open(Tags.PARAGRAPH);
        sheet.paragraph(Sheet.LEFT + INSET, Sheet.WIDTH - 2 * INSET, text, style, 12, linesMost);
        sheet.tags().close();
    }

    private void choice(String text) {
        float top = sheet.y() + 2;
        float left = Sheet.LEFT + INSET;
        sheet.fill(left, top, TICK, TICK, 0xFFFFFF);
        sheet.frame(left, top, TICK, TICK, EDGE, Tone.GREY);
        List<String> line = sheet.typefaces().wrap(text, Palette.BODY, Sheet.WIDTH - 2 * INSET - TICK - 6, 1);
        sheet.text(left + TICK + 6, top + 7.2f, line.get(0), Palette.BODY);
        sheet.down(14);
    }
}
