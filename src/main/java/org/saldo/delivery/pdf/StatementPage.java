package org.saldo.delivery.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;
import org.saldo.statement.StatementOfAccount;

/** The frame of a statement: who writes to whom about what, the balance at a glance, and head and foot of each page. */
final class StatementPage {

    private static final float FACTS = Sheet.LEFT + 246;

    private final StatementLetter letter;
    private final StatementOfAccount statement;
    private final Company company;
    private final Customer customer;
    private final StatementWording words;
    private final Sheet sheet;

    StatementPage(PDDocument document, Typefaces typefaces, StatementLetter letter) throws IOException {
        this.letter = letter;
        this.statement = letter.statement();
        this.company = letter.company();
        this.customer = letter.customer();
        this.words = letter.words();
        this.sheet = new Sheet(document, typefaces, this::continuation);
    }

    void draw() throws IOException {
        seller();
        float top = sheet.y() + 26;
        float left = addressee(top);
        float right = facts(top);
        sheet.moveTo(Math.max(left, right) + 14);
        balance();
        new StatementSections(sheet, statement, words).draw(letter.reply().address());
        sheet.finish(this::foot);
    }

    private void seller() throws IOException {
        float y = Sheet.TOP;
        for (String line : sheet.typefaces().wrap(company.name(), Palette.STRONG, 190, 2)) {
            sheet.textRight(Sheet.RIGHT, y + 9, line, Palette.STRONG);
            y += 11;
        }
        List<String> small = new ArrayList<>(company.address());
        if (!company.taxId().isEmpty()) {
            small.add(words.of(StatementWord.TAX_ID) + " " + company.taxId());
        }
        for (String text : small) {
            for (String line : sheet.typefaces().wrap(text, Palette.SMALL, 190, 2)) {
                sheet.textRight(Sheet.RIGHT, y + 8.5f, line, Palette.SMALL);
                y += 10;
            }
        }
        sheet.fill(Sheet.LEFT, Sheet.TOP, 30, 3, Palette.ACCENT);
        sheet.text(Sheet.LEFT, Sheet.TOP + 28, words.of(StatementWord.TITLE), Palette.TITLE);
        sheet.text(Sheet.LEFT, Sheet.TOP + 46, words.month(statement.key().month()) + " · "
                + statement.key().currency().getCurrencyCode(), Palette.SUBTITLE);
        sheet.moveTo(Math.max(y, Sheet.TOP + 48));
    }

    private float addressee(float top) throws IOException {
        sheet.text(Sheet.LEFT, top + 8, words.of(StatementWord.CUSTOMER), Palette.SMALL);
        float y = top + 13;
        String name = customer.legalName().isEmpty() ? customer.name() : customer.legalName();
        for (String line : sheet.typefaces().wrap(name, Palette.STRONG.sized(10), 230, 3)) {
            sheet.text(Sheet.LEFT, y + 9, line, Palette.STRONG.sized(10));
            y += 13;
        }
        y = smallPrint(y, words.of(StatementWord.CUSTOMER_NUMBER) + " " + customer.id().number());
        return customer.taxId().isEmpty() ? y : smallPrint(y, words.of(StatementWord.TAX_ID) + " " + customer.taxId());
    }

    private float smallPrint(float y, String text) throws IOException {
        float at = y;
        for (String line : sheet.typefaces().wrap(text, Palette.QUIET, 230, 2)) {
            sheet.text(Sheet.LEFT, at + 9, line, Palette.QUIET);
            at += 11.5f;
        }
        return at;
    }

    private float facts(float top) throws IOException {
        float y = fact(top, StatementWord.NUMBER, statement.key().number() + " · " + words.of(StatementWord.VERSION) + " "
                + statement.key().version());
        y = fact(y, StatementWord.PERIOD, words.day(statement.key().firstDay()) + " – " + words.day(statement.cutOff()));
        return fact(y, StatementWord.CUT_OFF, words.of(StatementWord.CUT_OFF_VALUE, Map.of(
                "day", words.day(statement.cutOff()), "zone", company.timeZone().getId())));
    }

    private float fact(float top, StatementWord label, String value) throws IOException {
        float y = top;
        sheet.text(FACTS, y + 8.5f, words.of(label), Palette.SMALL);
        for (String line : sheet.typefaces().wrap(value, Palette.BODY, Sheet.RIGHT - FACTS - 72, 3)) {
            sheet.text(FACTS + 72, y + 8.5f, line, Palette.BODY);
            y += 12;
        }
        return y + 2;
    }

    private void balance() throws IOException {
        float top = sheet.y();
        sheet.fill(Sheet.LEFT, top, Sheet.WIDTH, 60, Palette.TINT);
        sheet.fill(Sheet.LEFT, top, 3, 60, Palette.ACCENT);
        Money closing = statement.closing();
        StatementWord label = closing.isNegative() ? StatementWord.BALANCE_CREDIT : StatementWord.BALANCE_OWED;
        sheet.text(Sheet.LEFT + 18, top + 20, words.of(label, "day", words.longDay(statement.cutOff())), Palette.QUIET);
        sheet.text(Sheet.LEFT + 18, top + 44, words.money(closing.abs()), Palette.FIGURE);
        float y = top + 19;
        y = glance(y, StatementWord.OVERDUE, statement.aging().overdue(), Palette.ALERT);
        y = glance(y, StatementWord.NOT_DUE, statement.aging().notDue(), Palette.BODY);
        glance(y, StatementWord.CREDITS, statement.aging().credits().negated(), Palette.BODY);
        sheet.moveTo(top + 60);
    }

    private float glance(float baseline, StatementWord label, Money amount, Style style) throws IOException {
        sheet.text(Sheet.RIGHT - 160, baseline, words.of(label), Palette.QUIET);
        sheet.textRight(Sheet.RIGHT - 14, baseline, words.money(amount), amount.isZero() ? Palette.QUIET : style);
        return baseline + 14;
    }

    private void continuation() {
        try {
            String left = words.of(StatementWord.TITLE) + " · " + words.month(statement.key().month()) + " · "
                    + statement.key().currency().getCurrencyCode();
            sheet.fill(Sheet.LEFT, Sheet.TOP, 30, 3, Palette.ACCENT);
            sheet.text(Sheet.LEFT, Sheet.TOP + 16, left, Palette.SMALL);
            float room = Sheet.WIDTH - sheet.typefaces().width(left, Palette.SMALL) - 20;
            String name = customer.name() + " · " + customer.id().number();
            sheet.textRight(Sheet.RIGHT, Sheet.TOP + 16,
                    sheet.typefaces().wrap(name, Palette.SMALL, room, 1).get(0), Palette.SMALL);
            sheet.moveTo(Sheet.TOP + 30);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private void foot(int number) {
        try {
            float y = Sheet.BOTTOM + 20;
            sheet.line(Sheet.LEFT, Sheet.RIGHT, y, 0.4f, Palette.HAIRLINE);
            String left = company.name() + " · " + words.of(StatementWord.NUMBER) + " " + statement.key().number() + " · "
                    + statement.key().customer().number();
            sheet.text(Sheet.LEFT, y + 13, sheet.typefaces().wrap(left, Palette.SMALL, Sheet.WIDTH - 90, 1).get(0),
                    Palette.SMALL);
            sheet.textRight(Sheet.RIGHT, y + 13, words.of(StatementWord.PAGE, Map.of("page", Integer.toString(number),
                    "pages", Integer.toString(sheet.pageCount()))), Palette.SMALL);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
