package org.saldo.delivery.finance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementLine;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnappliedReceipt;

/** A statement of account as a workbook, for customers who want to go on working with it: the figures of the page, as lists. */
public final class StatementWorkbook {

    /** The type of the file. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final StatementOfAccount statement;
    private final StatementWording words;
    private final Workbook workbook;

    private StatementWorkbook(StatementOfAccount statement, StatementWording words, Workbook workbook) {
        this.statement = statement;
        this.words = words;
        this.workbook = workbook;
    }

    /** The workbook's bytes; the same statement and words give the same bytes. */
    public static byte[] of(StatementOfAccount statement, StatementWording words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Saldo", "1.0")) {
            StatementWorkbook sheets = new StatementWorkbook(statement, words, workbook);
            sheets.movements();
            sheets.items();
            if (!statement.receipts().isEmpty()) {
                sheets.receipts();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return FixedZip.of(bytes.toByteArray(), statement.cutOff());
    }

    private String title() {
        return words.of(StatementWord.TITLE) + " " + statement.key().number() + " · "
                + statement.key().customer().number();
    }

    private String amount(StatementWord word) {
        return words.of(word, "currency", statement.key().currency().getCurrencyCode());
    }

    /** From the opening to the closing balance. */
    private void movements() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(statement.key().firstDay(), words.of(StatementWord.OPENING), "", "", statement.opening()));
        for (StatementLine line : statement.lines()) {
            rows.add(List.of(line.movement().effectiveOn(), words.entry(line.movement()), line.movement().reference(),
                    line.movement().amount(), line.balance()));
        }
        rows.add(List.of(statement.cutOff(), words.of(StatementWord.CLOSING), "", "", statement.closing()));
        ListSheet.add(workbook, "Movements", title(), List.of(words.of(StatementWord.DATE), words.of(StatementWord.ENTRY),
                words.of(StatementWord.REFERENCE), amount(StatementWord.AMOUNT), amount(StatementWord.BALANCE)), rows, 20);
    }

    private void items() {
        List<List<Object>> rows = new ArrayList<>();
        for (StatementItem item : statement.items()) {
            rows.add(List.of(item.label(), item.issueDate(), item.dueDate(), item.original(), item.paid(), item.balance(),
                    item.daysOverdue(statement.cutOff())));
        }
        ListSheet.add(workbook, "Open items", title(), List.of(words.of(StatementWord.DOCUMENT),
                words.of(StatementWord.ISSUED), words.of(StatementWord.DUE), amount(StatementWord.ORIGINAL),
                amount(StatementWord.PAID), amount(StatementWord.OPEN), words.of(StatementWord.DAYS_OVERDUE)), rows, 18);
    }

    private void receipts() {
        List<List<Object>> rows = new ArrayList<>();
        for (UnappliedReceipt receipt : statement.receipts()) {
            rows.add(List.of(receipt.bookedOn(), receipt.paymentId(), receipt.text(), receipt.amount(), receipt.unapplied()));
        }
        ListSheet.add(workbook, "Unapplied", title(), List.of(words.of(StatementWord.DATE),
                words.of(StatementWord.REFERENCE), words.of(StatementWord.ENTRY), amount(StatementWord.RECEIVED),
                amount(StatementWord.UNAPPLIED)), rows, 20);
    }
}
