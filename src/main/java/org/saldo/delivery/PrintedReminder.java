package org.saldo.delivery;

import java.time.LocalDate;
import java.util.List;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;

/**
 * A reminder as it is printed: a title and, in their order, paragraphs, tables and where to pay.
 *
 * @param day      as the reader writes it
 * @param code     what the QR code says, empty for none
 * @param codeText what stands below the code
 */
public record PrintedReminder(String key, String title, String day, LocalDate on, Company company, Customer customer,
        String language, List<Line> lines, String code, String codeText) {

    /** What a line is; rows belong to the table whose columns stand before them, and its total ends it. */
    public enum Kind { PARAGRAPH, HEADING, COLUMNS, ROW, TOTAL, PAY }

    /** A line with its cells; a paragraph or heading has one. */
    public record Line(Kind kind, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    public PrintedReminder {
        lines = List.copyOf(lines);
    }
}
