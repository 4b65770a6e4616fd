package org.saldo.delivery.pdf;

import java.util.List;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.money.Money;
import org.saldo.statement.StatementOfAccount;

/**
 * What the sections of a statement share: the sheet, what the letter says, and how headings and sentences are set.
 *
 * @param tight whether the statement says so little that it is set closely, to stand on one page
 */
record Frame(Sheet sheet, StatementLetter letter, boolean tight) {

    /** So many rows may stand on one page when it is set closely. */
    private static final int LITTLE = 12;
    /** A table more takes as much as so many rows. */
    private static final int TABLE = 4;
    /** So many lines of a sentence are not parted. */
    private static final int TOGETHER = 6;

    /** Whether the letter says so little that it may stand on one page when it is set closely. */
    static boolean isLittle(StatementLetter letter) {
        StatementOfAccount statement = letter.statement();
        int rows = statement.lines().size() + statement.items().size() + rows(statement.receipts().size())
                + rows(statement.later().size());
        boolean bill = letter.payment().filter(part -> part.bill().isPresent()).isPresent();
        return !bill && letter.changes().isEmpty() && rows <= LITTLE;
    }

    private static int rows(int size) {
        return size == 0 ? 0 : TABLE + size;
    }

    StatementWording words() {
        return letter.words();
    }

    String currency() {
        return letter.statement().key().currency().getCurrencyCode();
    }

    /** A heading that stays together with at least {@code height} of what follows. */
    void heading(StatementWord word, float height) {
        heading(words().of(word), height);
    }

    /** The same for a text in which something is filled in. */
    void heading(String text, float height) {
        if (!sheet.need(tight ? height + 24 : height + 30)) {
            sheet.down(tight ? 11 : 26);
        }
        sheet.tags().open(Tags.HEADING);
        sheet.text(Sheet.LEFT, sheet.y() + 9, text, Palette.HEADING);
        sheet.tags().close();
        sheet.down(tight ? 12 : 14);
    }

    /** A sentence in full, however long: a short one stands on one page, a long one goes on on the next. */
    void sentence(String text, Style style) {
        float leading = style.size() + 3.5f;
        List<String> lines = sheet.typefaces().wrap(text, style, Sheet.WIDTH, Integer.MAX_VALUE);
        sheet.need(Math.min(lines.size(), TOGETHER) * leading);
        sheet.tags().open(Tags.PARAGRAPH);
        for (int i = 0; i < lines.size(); i++) {
            sheet.need(leading);
            sheet.text(Sheet.LEFT, sheet.y() + leading - 2.5f, i < lines.size() - 1 ? lines.get(i) + " " : lines.get(i), style);
            sheet.down(leading);
        }
        sheet.tags().close();
        sheet.down(2);
    }

    String inCurrency(StatementWord word) {
        return words().of(word, "currency", currency());
    }

    Cell amount(Money money) {
        return Cell.of(words().amount(money), money.isZero() ? Palette.QUIET : Palette.BODY);
    }
}
