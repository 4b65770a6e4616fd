package org.saldo.delivery;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A mail's body, written once and shown twice: as plain text with aligned columns and as HTML. Texts are data: in HTML
 * every one is escaped. A table's first column stands at the left, the others at the right.
 */
public final class MailPage {

    private static final String MARKUP = "&<>\"'";
    private static final String CELL = "padding:3px 14px 3px 0;border-bottom:1px solid #d8dee2;";

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final String accent;

    /** In the colour of the house. */
    public MailPage() {
        this(Look.PLAIN.accent());
    }

    /** @param accent the colour of headings, {@code 0xRRGGBB} */
    public MailPage(int accent) {
        this.accent = "#" + HexFormat.of().toHexDigits(accent, 6);
    }

    public MailPage heading(String title) {
        text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
        html.append("<h2 style=\"font-size:15px;color:").append(accent).append(";margin:20px 0 4px\">").append(escaped(title))
                .append("</h2>\n");
        return this;
    }

    public MailPage paragraph(String sentence) {
        text.append(sentence).append('\n');
        html.append("<p style=\"margin:4px 0\">").append(escaped(sentence)).append("</p>\n");
        return this;
    }

    /** A sentence, and below it an address to press, of which all can be seen. */
    public MailPage link(String sentence, String address) {
        text.append(sentence).append('\n').append(address).append('\n');
        html.append("<p style=\"margin:4px 0\">").append(escaped(sentence)).append("<br><a href=\"").append(escaped(address))
                .append("\">").append(escaped(address)).append("</a></p>\n");
        return this;
    }

    /** A little room between paragraphs. */
    public MailPage gap() {
        text.append('\n');
        html.append("<p style=\"margin:0\">&nbsp;</p>\n");
        return this;
    }

    /** @param header empty for a table without one */
    public MailPage table(List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(rows);
        if (!header.isEmpty()) {
            all.add(0, header);
        }
        int[] widths = widths(all);
        all.forEach(row -> textRow(row, widths));
        html.append("<table style=\"border-collapse:collapse;font-size:13px\">\n");
        if (!header.isEmpty()) {
            htmlRow(header, "th", "color:#68727b;font-weight:normal;");
        }
        rows.forEach(row -> htmlRow(row, "td", ""));
        html.append("</table>\n");
        return this;
    }

    /**
     * A picture in HTML and the same as lines of text.
     *
     * @param name  of the attachment that is the picture
     * @param alt   what it shows, for who does not see it
     * @param width in pixels
     */
    public MailPage picture(String name, String alt, int width, List<String> lines) {
        lines.forEach(line -> text.append(line).append('\n'));
        html.append("<p style=\"margin:8px 0\"><img src=\"cid:").append(escaped(name)).append("\" width=\"").append(width)
                .append("\" alt=\"").append(escaped(alt)).append("\" style=\"max-width:100%;height:auto\"></p>\n");
        return this;
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return widths;
    }

    private void textRow(List<String> row, int[] widths) {
        int start = text.length();
        for (int i = 0; i < row.size(); i++) {
            int room = widths[i] - row.get(i).length();
            text.append(i == 0 ? "  " : " ".repeat(3 + room)).append(row.get(i)).append(i == 0 ? " ".repeat(room) : "");
        }
        int end = text.length();
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }

    private void htmlRow(List<String> row, String tag, String style) {
        html.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            html.append('<').append(tag).append(" style=\"").append(CELL).append(style)
                    .append("text-align:").append(i == 0 ? "left" : "right").append("\">")
                    .append(escaped(row.get(i))).append("</").append(tag).append('>');
        }
        html.append("</tr>\n");
    }

    public String text() {
        return text.toString();
    }

    public String html() {
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body style=\"font-family:Arial,Helvetica,"
                + "sans-serif;font-size:14px;color:#1e252b\">\n" + html + "</body></html>\n";
    }

    private static String escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (MARKUP.indexOf(value.charAt(i)) >= 0) {
                return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                        .replace("'", "&#39;");
            }
        }
        return value;
    }
}
