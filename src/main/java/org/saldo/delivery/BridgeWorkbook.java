package org.saldo.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.saldo.delivery.export.PlainText;
import org.saldo.money.Money;
import org.saldo.statement.bridge.Bridge;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.statement.bridge.BridgeLine;
import org.saldo.statement.bridge.OurLine;
import org.saldo.statement.bridge.TheirLine;

/** A bridge as a workbook: the steps between the balances, and below them every line. No text of it acts as a formula. */
public final class BridgeWorkbook {

    private static final int[] WIDTHS = {18, 24, 12, 14, 24, 18, 9, 12, 14, 14, 60, 60};

    private final BridgeLetter letter;
    private final StatementWording words;
    private final BridgeWording told;
    private final Worksheet sheet;
    private int row;

    private BridgeWorkbook(BridgeLetter letter, StatementWording words, boolean finance, Worksheet sheet) {
        this.letter = letter;
        this.words = words;
        this.told = new BridgeWording(words, finance);
        this.sheet = sheet;
    }

    /** @param finance whether it is for the house: with what to do, and where documents of other accounts are */
    public static byte[] of(BridgeLetter letter, StatementWording words, boolean finance) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Saldo", "1.0")) {
            new BridgeWorkbook(letter, words, finance, workbook.newWorksheet("Bridge")).write();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private void write() {
        Bridge bridge = letter.bridge();
        text(row, 0, letter.company().name() + " · " + letter.customer().name() + " · " + letter.about());
        sheet.style(row++, 0).bold().fontSize(14).set();
        step(words.of(StatementWord.BRIDGE_OURS, "day", words.day(bridge.cutOff())), bridge.ours());
        for (BridgeKind kind : BridgeKind.values()) {
            step(told.of(kind) + " (" + bridge.lines(kind).size() + ")", bridge.steps().get(kind));
        }
        step(words.of(StatementWord.BRIDGE_THEIRS, "day", words.day(bridge.theirDay())), bridge.theirs());
        told.reading(bridge).forEach(sentence -> text(row++, 0, sentence));
        row++;
        titles();
        bridge.lines().forEach(this::line);
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.width(column, WIDTHS[column]);
        }
    }

    private void step(String what, Money amount) {
        text(row, 0, what);
        amount(row++, 3, amount);
    }

    private void titles() {
        List<StatementWord> titles = new ArrayList<>(Arrays.asList(StatementWord.BRIDGE_RESULT, StatementWord.BRIDGE_OUR_LINE,
                StatementWord.DATE, StatementWord.BRIDGE_OUR_AMOUNT, StatementWord.BRIDGE_THEIR_LINE,
                StatementWord.BRIDGE_THEIR_VOUCHER, StatementWord.BRIDGE_THEIR_ROW, StatementWord.DATE,
                StatementWord.BRIDGE_THEIR_AMOUNT, StatementWord.FINANCE_DIFFERENCE, StatementWord.BRIDGE_WHY));
        if (told.finance()) {
            titles.add(StatementWord.BRIDGE_DO);
        }
        for (int column = 0; column < titles.size(); column++) {
            text(row, column, words.of(titles.get(column)));
            sheet.style(row, column).bold().fontColor("FFFFFF").fillColor("0B5C6B").wrapText(true).set();
        }
        sheet.freezePane(0, ++row);
    }

    private void line(BridgeLine line) {
        text(row, 0, told.of(line.kind()));
        text(row, 1, joined(line.ours().stream().map(OurLine::reference).toList()));
        text(row, 2, line.ours().stream().map(OurLine::date).max(java.time.LocalDate::compareTo).map(words::day).orElse(""));
        amount(row, 3, line.ourAmount());
        text(row, 4, joined(line.theirs().stream().map(TheirLine::document).toList()));
        text(row, 5, joined(line.theirs().stream().map(TheirLine::voucher).toList()));
        text(row, 6, joined(line.theirs().stream().map(TheirLine::row).filter(at -> at > 0).map(Object::toString).toList()));
        text(row, 7, line.theirs().stream().flatMap(each -> each.date().stream()).max(java.time.LocalDate::compareTo)
                .map(words::day).orElse(""));
        amount(row, 8, line.theirAmount());
        amount(row, 9, line.difference());
        text(row, 10, told.why(line));
        if (told.finance()) {
            text(row, 11, told.suggestion(line));
        }
        row++;
    }

    private static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private void amount(int at, int column, Money amount) {
        sheet.value(at, column, amount.toDecimal());
        int digits = amount.currency().getDefaultFractionDigits();
        sheet.style(at, column).format(digits > 0 ? "#,##0." + "0".repeat(digits) : "#,##0").set();
    }

    private void text(int at, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(at, column, PlainText.inSheet(PlainText.printable(text)));
        }
    }
}
