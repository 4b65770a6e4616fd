package org.saldo.delivery.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats in which a list can leave. Texts are UTF-8; in CSV and workbook none of them can act as a formula. */
public enum ExportFormat {

    /** Comma, line feed, a header row; ISO days, instants in UTC, decimal point. */
    CSV {
        @Override
        public RowSink open(String name, List<String> columns, OutputStream out) throws IOException {
            return new CsvSink(columns, out);
        }
    },

    /** A list of objects, one a line; amounts are numbers with all their decimals. */
    JSON {
        @Override
        public RowSink open(String name, List<String> columns, OutputStream out) throws IOException {
            return new JsonSink(columns, out);
        }
    },

    /** A workbook; amounts and days are real numbers and days. */
    XLSX {
        @Override
        public RowSink open(String name, List<String> columns, OutputStream out) {
            return new XlsxSink(name, columns, out);
        }
    };

    /** Begins a list with its name and columns; closing the sink ends the list and leaves {@code out} open. */
    public abstract RowSink open(String name, List<String> columns, OutputStream out) throws IOException;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
    }
}
