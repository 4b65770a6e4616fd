package org.saldo.intake.list;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a CSV list, in whichever character set and with whichever separator its titles make sense. */
final class CsvTable {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"),
            Charset.forName("GB18030"));
    private static final char[] SEPARATORS = {';', ',', '\t', '|'};
    private static final int FIELD_MAX = 1 << 16;
    private static final int TRIED_ROWS = 80;

    private CsvTable() {
    }

    private record Way(List<ListRow> rows, int titles) {
    }

    static List<ListRow> read(byte[] bytes, String name, ListWords words) {
        Optional<Charset> marked = marked(bytes);
        Way best = null;
        for (Charset charset : marked.map(List::of).orElse(CHARSETS)) {
            Optional<String> text = decode(bytes, charset);
            for (char separator : text.isPresent() ? SEPARATORS : new char[0]) {
                Way way = tried(text.get(), separator, words);
                if (way != null && (best == null || way.titles() > best.titles())) {
                    best = new Way(rows(text.get(), separator, ListLimits.ROWS_MAX + 1), way.titles());
                }
            }
            if (best != null && best.titles() > 0) {
                break;
            }
        }
        if (best == null) {
            throw ListLimits.refused(name, "its lines cannot be split into columns", "send it as CSV with a header, or as .xlsx");
        }
        ListLimits.requireRows(name, best.rows().size());
        return best.rows();
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** How many titles are understood that way, below zero when only its columns speak for it; null when nothing does. */
    private static Way tried(String text, char separator, ListWords words) {
        List<ListRow> first = rows(text, separator, TRIED_ROWS);
        int wide = (int) first.stream().filter(row -> row.cells().size() > 1).count();
        int titles = ListHeader.find(first, words).map(header -> header.columns().size()).orElse(0);
        return wide == 0 ? null : new Way(first, titles > 0 ? titles : -1000 + Math.min(900, wide));
    }

    private static List<ListRow> rows(String text, char separator, int most) {
        List<ListRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator).quoteCharacter('"').skipEmptyLines(true)
                .maxBufferSize(FIELD_MAX).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                if (rows.size() >= most) {
                    break;
                }
                rows.add(new ListRow((int) record.getStartingLineNumber(), record.getFields().stream()
                        .limit(ListLimits.COLUMNS_MAX).map(ListRow.Cell::text).toList()));
            }
        } catch (CsvParseException | java.io.IOException broken) {
            return List.of();
        }
        return rows;
    }
}
