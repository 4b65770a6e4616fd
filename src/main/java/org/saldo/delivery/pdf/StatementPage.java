package org.saldo.delivery.pdf;

import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.saldo.delivery.Logo;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementSection;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;
import org.saldo.statement.StatementOfAccount;

/** The frame of a statement: who writes to whom about what, the balance at a glance, and head and foot of each page. */
final class StatementPage {

    private static final float FACTS = Sheet.LEFT + 246;
    private static final float LOGO_WIDTH = 150;
    private static final float LOGO_HEIGHT = 46;
    /** Of the parties' names, which are never cut: they have 200 characters at most. */
    private static final int NAME_LINES_MOST = 12;
    /** What a page's foot takes above a payment slip. */
    private static final float FOOT_ROOM = 52;

    private final StatementLetter letter;
    private final StatementOfAccount statement;
    private final Company company;
    private final Customer customer;
    private final StatementWording words;
    private final Sheet sheet;
    private final Tags tags;
    private final boolean tight;

    /** @param tight whether it is set closely, to stand on one page */
    StatementPage(PDDocument document, Typefaces typefaces, StatementLetter letter, boolean tight) {
        this.letter = letter;
        this.tight = tight;
        this.statement = letter.statement();
        this.company = letter.company();
        this.customer = letter.customer();
        this.words = letter.words();
        this.sheet = new Sheet(document, typefaces, new Shades(letter.look().accent()), this::continuation);
        this.tags = sheet.tags();
        if (tight) {
            sheet.setClosely();
        }
    }

    /** Draws all of it; false when it is set closely and yet takes more than a page, and then nothing is to be made of it. */
    boolean draw() {
        seller();
        float top = sheet.y() + (tight ? 16 : 26);
        float left = addressee(top);
        float right = facts(top);
        sheet.moveTo(Math.max(left, right) + (tight ? 8 : 14));
        balance();
        new StatementSections(sheet, letter, tight).draw();
        slip().ifPresent(slip -> {
            sheet.need(Sheet.BOTTOM + FOOT_ROOM - SwissSlip.TOP);
            slip.draw();
        });
        if (tight && sheet.pageCount() > 1) {
            return false;
        }
        sheet.finish(this::foot);
        return true;
    }

    /** A Swiss payment part stands at the end of the last page, whatever stands above it. */
    private Optional<SwissSlip> slip() {
        return letter.look().sections().contains(StatementSection.PAYMENT)
                ? letter.payment().flatMap(PaymentPart::bill).map(bill -> new SwissSlip(sheet, words.language(), bill))
                : Optional.empty();
    }

    private void seller() {
        sheet.fill(Sheet.LEFT, Sheet.TOP, 30, 3, Tone.ACCENT);
        tags.open(Tags.TITLE);
        sheet.text(Sheet.LEFT, Sheet.TOP + 28, words.of(StatementWord.TITLE), Palette.TITLE);
        tags.close();
        sheet.text(Sheet.LEFT, Sheet.TOP + 46, words.name(statement.key()) + " · "
                + statement.key().currency().getCurrencyCode(), Palette.SUBTITLE);
        float under = logo();
        tags.open(Tags.PARAGRAPH);
        float y = atRight(under, company.name(), Palette.STRONG, 11);
        for (String text : company.address()) {
            y = atRight(y, text, Palette.SMALL, 10);
        }
        if (!company.taxId().isEmpty()) {
            y = atRight(y, words.of(StatementWord.TAX_ID) + " " + company.taxId(), Palette.SMALL, 10);
        }
        tags.close();
        sheet.moveTo(Math.max(y, Sheet.TOP + 48));
    }

    /** Draws the logo at the top right, if there is one, and tells where it ends. */
    private float logo() {
        Optional<Logo> logo = letter.look().logo();
        if (logo.isEmpty()) {
            return Sheet.TOP;
        }
        float scale = Math.min(LOGO_WIDTH / logo.get().width(), LOGO_HEIGHT / logo.get().height());
        float width = logo.get().width() * scale;
        float height = logo.get().height() * scale;
        sheet.picture(Sheet.RIGHT - width, Sheet.TOP - 8, width, height, logo.get(), company.name());
        return Sheet.TOP - 8 + height + 8;
    }

    private float atRight(float top, String text, Style style, float leading) {
        float y = top;
        for (String line : sheet.typefaces().wrap(text, style, 190, NAME_LINES_MOST)) {
            sheet.textRight(Sheet.RIGHT, y + leading - 2, line, style);
            y += leading;
        }
        return y;
    }

    private float addressee(float top) {
        sheet.text(Sheet.LEFT, top + 8, words.of(StatementWord.CUSTOMER), Palette.SMALL);
        String name = customer.legalName().isEmpty() ? customer.name() : customer.legalName();
        sheet.moveTo(top + 13);
        atLeft(name, Palette.STRONG.sized(10), 13, NAME_LINES_MOST);
        if (customer.postal().isComplete()) {
            customer.postal().lines(customer.country(), company.country(), company.language())
                    .forEach(line -> atLeft(line, Palette.BODY, 11.5f, 2));
            sheet.down(3);
        }
        atLeft(words.of(StatementWord.CUSTOMER_NUMBER) + " " + customer.id().number(), Palette.QUIET, 11.5f, 2);
        if (!customer.taxId().isEmpty()) {
            atLeft(words.of(StatementWord.TAX_ID) + " " + customer.taxId(), Palette.QUIET, 11.5f, 2);
        }
        return sheet.y();
    }

    private void atLeft(String text, Style style, float leading, int linesMax) {
        tags.open(Tags.PARAGRAPH);
        sheet.paragraph(Sheet.LEFT, 230, text, style, leading, linesMax);
        tags.close();
    }

    private float facts(float top) {
        tags.open(Tags.TABLE);
        float y = fact(top, StatementWord.NUMBER, statement.key().number() + " · " + words.of(StatementWord.VERSION) + " "
                + statement.key().version());
        y = fact(y, StatementWord.PERIOD, words.day(statement.key().firstDay()) + " – " + words.day(statement.cutOff()));
        y = fact(y, StatementWord.CUT_OFF, words.of(StatementWord.CUT_OFF_VALUE, Map.of(
                "day", words.day(statement.cutOff()), "zone", company.timeZone().getId())));
        y = fact(y, StatementWord.ISSUED_ON, words.day(statement.asKnownAt().atZone(company.timeZone()).toLocalDate()));
        tags.close();
        return y;
    }

    private float fact(float top, StatementWord label, String value) {
        tags.open(Tags.ROW);
        tags.openHeader(false);
        sheet.text(FACTS, top + 8.5f, words.of(label), Palette.SMALL);
        tags.close();
        tags.openCell(1);
        sheet.moveTo(top - 1);
        sheet.paragraph(FACTS + 72, Sheet.RIGHT - FACTS - 72, value, Palette.BODY, 12, 3);
        tags.close();
        tags.close();
        return sheet.y() + 3;
    }

    private void balance() {
        float top = sheet.y();
        float height = tight ? 54 : 60;
        sheet.fill(Sheet.LEFT, top, Sheet.WIDTH, height, Tone.TINT);
        sheet.fill(Sheet.LEFT, top, 3, height, Tone.ACCENT);
        Money closing = statement.closing();
        StatementWord label = closing.isNegative() ? StatementWord.BALANCE_CREDIT : StatementWord.BALANCE_OWED;
        float baseline = top + height / 2 - 10;
        sheet.text(Sheet.LEFT + 18, baseline, words.of(label, "day", words.longDay(statement.cutOff())), Palette.QUIET);
        sheet.text(Sheet.LEFT + 18, baseline + 24, words.money(closing.abs()), Palette.FIGURE);
        float y = top + height / 2 - 11;
        tags.open(Tags.TABLE);
        y = glance(y, StatementWord.OVERDUE, statement.aging().overdue(), Palette.ALERT);
        y = glance(y, StatementWord.NOT_DUE, statement.aging().notDue(), Palette.BODY);
        glance(y, StatementWord.CREDITS, statement.aging().credits().negated(), Palette.BODY);
        tags.close();
        sheet.moveTo(top + height);
    }

    private float glance(float baseline, StatementWord label, Money amount, Style style) {
        tags.open(Tags.ROW);
        tags.openHeader(false);
        sheet.text(Sheet.RIGHT - 160, baseline, words.of(label), Palette.QUIET);
        tags.close();
        tags.openCell(1);
        sheet.textRight(Sheet.RIGHT - 14, baseline, words.money(amount), amount.isZero() ? Palette.QUIET : style);
        tags.close();
        tags.close();
        return baseline + 14;
    }

    private void continuation() {
        String left = words.of(StatementWord.TITLE) + " · " + words.name(statement.key()) + " · "
                + statement.key().currency().getCurrencyCode();
        sheet.fill(Sheet.LEFT, Sheet.TOP, 30, 3, Tone.ACCENT);
        sheet.text(Sheet.LEFT, Sheet.TOP + 16, left, Palette.SMALL);
        float room = Sheet.WIDTH - sheet.typefaces().width(left, Palette.SMALL) - 20;
        sheet.textRight(Sheet.RIGHT, Sheet.TOP + 16, named(customer.name(), " · " + customer.id().number(), room), Palette.SMALL);
        sheet.moveTo(Sheet.TOP + 30);
    }

    /** A name and what stands behind it on one line: where both are too long, the name is shortened, the number never. */
    private String named(String name, String number, float room) {
        float left = room - sheet.typefaces().width(number, Palette.SMALL);
        return sheet.typefaces().wrap(name, Palette.SMALL, left, 1).get(0) + number;
    }

    private void foot(int number) {
        boolean aboveSlip = number == sheet.pageCount() && slip().isPresent();
        float y = aboveSlip ? SwissSlip.TOP - FOOT_ROOM + 20 : Sheet.BOTTOM + 20;
        sheet.line(Sheet.LEFT, Sheet.RIGHT, y, 0.4f, Tone.HAIRLINE);
        String what = " · " + words.of(StatementWord.NUMBER) + " " + statement.key().number() + " · "
                + statement.key().customer().number();
        sheet.text(Sheet.LEFT, y + 13, named(company.name(), what, Sheet.WIDTH - 90), Palette.SMALL);
        sheet.textRight(Sheet.RIGHT, y + 13, words.of(StatementWord.PAGE, Map.of("page", Integer.toString(number),
                "pages", Integer.toString(sheet.pageCount()))), Palette.SMALL);
    }
}
