package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.SwissBill;

/**
 * The receipt and the payment part of a Swiss QR-bill, over the whole width of a page's last 105 mm, in the measures of the
 * guidelines: receipt 62 mm, payment part 148 mm, margins of 5 mm, a code of 46 mm.
 */
final class SwissSlip {

    private static final float MM = 72 / 25.4f;
    /** Where it begins, from the top of the page. */
    static final float TOP = Sheet.HEIGHT - 105 * MM;
    private static final float MARGIN = 5 * MM;
    private static final float PART = 62 * MM;
    private static final float INFORMATION = PART + 56 * MM;
    private static final float AMOUNTS = TOP + 68 * MM;
    private static final float CODE = 46 * MM;
    private static final float LINE = 0.5f;
    private static final float CORNER = 3 * MM;
    private static final float CORNER_LINE = 0.75f;

    /** How a part of the slip is set: its labels and values, how far lines are apart, and how wide they may be. */
    private record Setting(Style label, Style value, float leading, float width) {
    }

    private static final Style TITLE = new Style(true, 11, Tone.BLACK, Style.Family.SLIP);
    private static final Style HINT = new Style(false, 7, Tone.BLACK, Style.Family.SLIP);
    private static final Setting RECEIPT = new Setting(TITLE.sized(6), new Style(false, 8, Tone.BLACK, Style.Family.SLIP), 9,
            52 * MM);
    private static final Setting PAYMENT = new Setting(TITLE.sized(8), new Style(false, 10, Tone.BLACK, Style.Family.SLIP), 11,
            87 * MM);

    private final Sheet sheet;
    private final Locale language;
    private final SwissBill bill;

    SwissSlip(Sheet sheet, Locale language, SwissBill bill) {
        this.sheet = sheet;
        this.language = language;
        this.bill = bill;
    }

    void draw() {
        edges();
        receipt();
        title(PART + MARGIN, SlipWord.PAYMENT_PART);
        code(PART + MARGIN, TOP + 17 * MM);
        amount(PART + MARGIN, 15 * MM, PAYMENT);
        float y = lines(INFORMATION, TOP + MARGIN, PAYMENT, SlipWord.ACCOUNT, bill.payableTo());
        y = lines(INFORMATION, y, PAYMENT, SlipWord.REFERENCE, List.of(PaymentPart.grouped(bill.reference())));
        y = lines(INFORMATION, y, PAYMENT, SlipWord.INFORMATION, List.of(bill.message()));
        payableBy(INFORMATION, y, PAYMENT, 65 * MM, 25 * MM);
    }

    private void edges() {
        sheet.line(0, Sheet.PAGE, TOP, LINE, Tone.BLACK);
        sheet.fill(PART - LINE / 2, TOP, LINE, 105 * MM, Tone.BLACK);
        String hint = SlipWord.SEPARATE.in(language);
        sheet.text((Sheet.PAGE - sheet.typefaces().width(hint, HINT)) / 2, TOP - 4, hint, HINT);
    }

    private void receipt() {
        title(MARGIN, SlipWord.RECEIPT);
        float y = lines(MARGIN, TOP + 12 * MM, RECEIPT, SlipWord.ACCOUNT, bill.payableTo());
        y = lines(MARGIN, y, RECEIPT, SlipWord.REFERENCE, List.of(PaymentPart.grouped(bill.reference())));
        payableBy(MARGIN, y, RECEIPT, 52 * MM, 20 * MM);
        amount(MARGIN, 12 * MM, RECEIPT);
        String acceptance = SlipWord.ACCEPTANCE_POINT.in(language);
        sheet.textRight(PART - MARGIN, TOP + 82 * MM + RECEIPT.label().size(), acceptance, RECEIPT.label());
    }

    private void title(float left, SlipWord word) {
        sheet.tags().open(Tags.HEADING);
        sheet.text(left, TOP + MARGIN + 9, word.in(language), TITLE);
        sheet.tags().close();
    }

    /** A label and what stands below it, nothing where that is empty; tells where the next one goes. */
    private float lines(float left, float top, Setting setting, SlipWord label, List<String> texts) {
        if (texts.stream().allMatch(String::isEmpty)) {
            return top;
        }
        sheet.tags().open(Tags.PARAGRAPH);
        sheet.text(left, top + setting.label().size(), label.in(language) + " ", setting.label());
        float y = top + setting.leading();
        for (String text : texts) {
            for (String line : sheet.typefaces().wrap(text, setting.value(), setting.width(), 3)) {
                sheet.text(left, y + setting.value().size() - 1, line + " ", setting.value());
                y += setting.leading();
            }
        }
        sheet.tags().close();
        return y + setting.leading() * 0.8f;
    }

    /** Who pays, or a frame's corners in which the payer writes it. */
    private void payableBy(float left, float top, Setting setting, float width, float height) {
        if (bill.payer().isPresent()) {
            lines(left, top, setting, SlipWord.PAYABLE_BY, bill.payableBy());
            return;
        }
        sheet.text(left, top + setting.label().size(), SlipWord.PAYABLE_BY_WHOM.in(language), setting.label());
        float upper = top + setting.label().size() + 4;
        for (float x : new float[] {left, left + width}) {
            for (float y : new float[] {upper, upper + height}) {
                sheet.fill(x == left ? x : x - CORNER, y - CORNER_LINE / 2, CORNER, CORNER_LINE, Tone.BLACK);
                sheet.fill(x - CORNER_LINE / 2, y == upper ? y : y - CORNER, CORNER_LINE, CORNER, Tone.BLACK);
            }
        }
    }

    private void amount(float left, float currencyWidth, Setting setting) {
        float label = AMOUNTS + setting.label().size();
        float value = label + setting.value().size() + 3;
        sheet.text(left, label, SlipWord.CURRENCY.in(language), setting.label());
        sheet.text(left, value, bill.amount().currency().getCurrencyCode(), setting.value());
        sheet.text(left + currencyWidth, label, SlipWord.AMOUNT.in(language), setting.label());
        sheet.text(left + currencyWidth, value, bill.amountInWords(), setting.value());
    }

    private void code(float left, float top) {
        Tags tags = sheet.tags();
        tags.open(Tags.FIGURE);
        tags.describe("Swiss QR Code: " + String.join(", ", bill.payableTo()), left, Sheet.fromBottom(top + CODE), CODE, CODE);
        List<float[]> dark = new ArrayList<>(new QrCode(bill.payload()).areasAround(left, top, CODE, 7 * MM));
        dark.addAll(cross(left + CODE / 2, top + CODE / 2));
        sheet.picture(dark, Tone.BLACK);
        tags.close();
    }

    /** The Swiss cross in its middle: a dark square of 6 mm that leaves a cross free, whose bars are 7/6 by 35/9 mm. */
    private static List<float[]> cross(float x, float y) {
        float side = 6 * MM;
        float end = (side - 35 / 9f * MM) / 2;
        float shoulder = (side - 7 / 6f * MM) / 2;
        float left = x - side / 2;
        float top = y - side / 2;
        List<float[]> dark = new ArrayList<>();
        dark.add(new float[] {left, top, side, end});
        dark.add(new float[] {left, top + side - end, side, end});
        for (float upper : new float[] {top + end, top + side - shoulder}) {
            dark.add(new float[] {left, upper, shoulder, shoulder - end});
            dark.add(new float[] {left + side - shoulder, upper, shoulder, shoulder - end});
        }
        dark.add(new float[] {left, top + shoulder, end, side - 2 * shoulder});
        dark.add(new float[] {left + side - end, top + shoulder, end, side - 2 * shoulder});
        return dark;
    }
}
