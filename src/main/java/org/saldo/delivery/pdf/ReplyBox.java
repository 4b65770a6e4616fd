package org.saldo.delivery.pdf;

import java.util.List;
import java.util.Map;
import org.saldo.delivery.ReplyPart;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.statement.StatementOfAccount;

/** How the customer agrees or does not, in one step: by mail, or on paper with a signature or the company's seal. */
final class ReplyBox {

    private static final float HEIGHT = 128;
    private static final float INSET = 14;
    private static final float TICK = 8;
    private static final float EDGE = 0.8f;

    private final Frame frame;
    private final Sheet sheet;
    private final StatementWording words;

    ReplyBox(Frame frame) {
        this.frame = frame;
        this.sheet = frame.sheet();
        this.words = frame.words();
    }

    void draw() {
        StatementOfAccount statement = frame.letter().statement();
        frame.heading(StatementWord.REPLY, HEIGHT + 4);
        sheet.down(4);
        float top = sheet.y();
        sheet.fill(Sheet.LEFT, top, Sheet.WIDTH, HEIGHT, Tone.TINT);
        sheet.down(10);
        how();
        sheet.down(7);
        choice(words.of(StatementWord.REPLY_AGREED, Map.of("amount", words.money(statement.closing()),
                "day", words.longDay(statement.cutOff()))));
        choice(words.of(StatementWord.REPLY_DIFFERENT));
        float line = top + HEIGHT - 20;
        sheet.line(Sheet.LEFT + INSET, Sheet.RIGHT - INSET, line, 0.5f, Tone.RULE);
        sheet.text(Sheet.LEFT + INSET, line + 11, words.of(StatementWord.REPLY_SIGNED), Palette.SMALL);
        sheet.moveTo(top + HEIGHT);
    }

    private void how() {
        ReplyPart reply = frame.letter().reply();
        String how = reply.address().isEmpty() ? words.of(StatementWord.REPLY_HOW_MAIL)
                : words.of(StatementWord.REPLY_HOW, "reply-to", reply.address());
        line(how, Palette.BODY, 3);
        if (!reply.token().isEmpty()) {
            line(words.of(StatementWord.REPLY_REFERENCE, "reference", reply.token()), Palette.STRONG, 1);
        }
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
