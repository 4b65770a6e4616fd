package org.saldo.bench;

import java.util.List;
import java.util.Map;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.money.Money;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementLine;
import org.saldo.statement.StatementOfAccount;

/** The page of a statement as XHTML, with the same texts and tables as the PDF, for an engine that renders HTML. */
final class StatementHtml {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 20mm 24mm 20mm }
            body { font-family: Noto; font-size: 8.5pt; color: #1E252B } table { width: 100%; border-collapse: collapse }
            h1 { font-size: 21pt; color: #0B5C6B } h2 { font-size: 10.5pt; color: #0B5C6B }
            th { font-size: 7.5pt; color: #646E77; text-align: left; border-bottom: 0.7pt solid #9AA5AD }
            td { border-bottom: 0.4pt solid #D8DEE2; padding: 3pt 0 } .r { text-align: right }
            thead { display: table-header-group } .box { background: #EFF5F6; padding: 12pt }""";

    private final StatementLetter letter;
    private final StatementOfAccount statement;
    private final StatementWording words;
    private final StringBuilder html = new StringBuilder(1 << 15);

    StatementHtml(StatementLetter letter) {
        this.letter = letter;
        this.statement = letter.statement();
        this.words = letter.words();
    }

    String page() {
        html.append("<html lang=\"en\"><head><title>").append(words.of(StatementWord.TITLE))
                .append("</title><meta name=\"description\" content=\"statement\"/><style>").append(STYLE)
                .append("</style></head><body>");
        head();
        table(StatementWord.MOVEMENTS, List.of(StatementWord.DATE, StatementWord.ENTRY, StatementWord.REFERENCE,
                StatementWord.AMOUNT, StatementWord.BALANCE), 3);
        row(3, words.day(statement.key().firstDay()), words.of(StatementWord.OPENING), "", "", words.amount(statement.opening()));
        for (StatementLine line : statement.lines()) {
            row(3, words.day(line.movement().effectiveOn()), words.entry(line.movement()),
                    line.movement().reference() + " " + line.movement().text(), words.amount(line.movement().amount()),
                    words.amount(line.balance()));
        }
        row(3, words.day(statement.cutOff()), words.of(StatementWord.CLOSING), "", "", words.amount(statement.closing()));
        end();
        items();
        rest();
        return html.append("</body></html>").toString();
    }

    private void head() {
        paragraph("h1", words.of(StatementWord.TITLE));
        paragraph("p", words.month(statement.key().month()) + " · " + letter.company().name());
        letter.company().address().forEach(line -> paragraph("p", line));
        paragraph("p", letter.customer().name() + " " + letter.customer().id().number());
        paragraph("p", words.of(StatementWord.PERIOD) + " " + words.day(statement.key().firstDay()) + " – "
                + words.day(statement.cutOff()));
        html.append("<div class=\"box\">");
        paragraph("p", words.of(StatementWord.BALANCE_OWED, "day", words.longDay(statement.cutOff())));
        paragraph("h1", words.money(statement.closing()));
        html.append("</div>");
    }

    private void items() {
        table(StatementWord.ITEMS, List.of(StatementWord.DOCUMENT, StatementWord.ISSUED, StatementWord.DUE,
                StatementWord.ORIGINAL, StatementWord.PAID, StatementWord.OPEN, StatementWord.DAYS_OVERDUE), 3);
        for (StatementItem item : statement.items()) {
            row(3, item.label(), words.day(item.issueDate()), words.day(item.dueDate()), words.amount(item.original()),
                    words.amount(item.paid()), words.amount(item.balance()),
                    Long.toString(item.daysOverdue(statement.cutOff())));
        }
        row(3, words.of(StatementWord.TOTAL), "", "", "", "", words.amount(statement.proof().openItems()), "");
        end();
    }

    private void rest() {
        table(StatementWord.AGING, List.of(StatementWord.NOT_DUE, StatementWord.OVERDUE, StatementWord.CREDITS), 0);
        row(0, statement.aging().amounts().stream().map(words::amount).toArray(String[]::new));
        end();
        table(StatementWord.RECEIPTS, List.of(StatementWord.DATE, StatementWord.REFERENCE, StatementWord.UNAPPLIED), 2);
        statement.receipts().forEach(receipt -> row(2, words.day(receipt.bookedOn()), receipt.paymentId() + " "
                + receipt.text(), words.amount(receipt.unapplied())));
        end();
        table(StatementWord.LATER, List.of(StatementWord.DATE, StatementWord.ENTRY, StatementWord.AMOUNT), 2);
        statement.later().forEach(movement -> row(2, words.day(movement.effectiveOn()), words.entry(movement),
                words.amount(movement.amount())));
        end();
        table(StatementWord.PROOF, List.of(StatementWord.ENTRY, StatementWord.AMOUNT), 1);
        for (Map.Entry<MovementKind.Group, Money> group : statement.proof().movements().entrySet()) {
            row(1, words.of(group.getKey()), words.amount(group.getValue()));
        }
        end();
        for (StatementWord word : List.of(StatementWord.REPLY_HOW, StatementWord.REPLY_AGREED, StatementWord.REPLY_DIFFERENT,
                StatementWord.REPLY_SIGNED, StatementWord.NOTE_LATER, StatementWord.NOTE_DIFFERENCE, StatementWord.NOTE_SAFETY)) {
            paragraph("p", words.of(word));
        }
    }

    private void table(StatementWord heading, List<StatementWord> columns, int rightFrom) {
        paragraph("h2", words.of(heading));
        html.append("<table><thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            html.append(i >= rightFrom ? "<th class=\"r\">" : "<th>").append(escaped(words.of(columns.get(i)))).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    private void row(int rightFrom, String... cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            html.append(i >= rightFrom ? "<td class=\"r\">" : "<td>").append(escaped(cells[i])).append("</td>");
        }
        html.append("</tr>");
    }

    private void end() {
        html.append("</tbody></table>");
    }

    private void paragraph(String tag, String text) {
        html.append('<').append(tag).append('>').append(escaped(text)).append("</").append(tag).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
