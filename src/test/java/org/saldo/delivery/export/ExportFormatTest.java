package org.saldo.delivery.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written comes back as it was, in each format, and no text can act as a formula. */
class ExportFormatTest {

    private static final Object[] ROW = {"main", "M-1", "REMINDER", "Müller & \"Söhne\" 王\n2",
        new BigDecimal("-1234567890.12"), null, LocalDate.of(2026, 10, 31),
        Instant.parse("2026-10-31T09:00:00.000001Z"), 17L, "\\", true};

    @Test
    void csvComesBackAsItWas() throws IOException {
        NamedCsvRecord row = readCsv(write(ExportFormat.CSV, ROW));
        assertThat(row.getFields()).containsExactly("main", "M-1", "REMINDER", "Müller & \"Söhne\" 王\n2",
                "-1234567890.12", "", "2026-10-31", "2026-10-31T09:00:00.000001Z", "17", "\\", "true");
        assertThat(row.getHeader()).isEqualTo(ExportKind.MAILS.columns());
    }

    @Test
    void jsonComesBackAsItWas() throws IOException {
        String json = new String(write(ExportFormat.JSON, ROW), StandardCharsets.UTF_8);
        List<?> rows = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(json);
        Map<?, ?> row = (Map<?, ?>) rows.get(0);
        assertThat(row.get("customer_id")).isEqualTo("Müller & \"Söhne\" 王\n2");
        assertThat(row.get("to")).isNull();
        assertThat(row.get("created_at")).isEqualTo(17);
        assertThat(json).contains("\"business_key\":-1234567890.12,").contains("\"message_id\":true}");
        assertThat(new String(write(ExportFormat.JSON), StandardCharsets.UTF_8)).isEqualTo("[\n]\n");
    }

    @Test
    void aWorkbookHoldsNumbersAndDays() throws IOException {
        Row row = readSheet(write(ExportFormat.XLSX, ROW));
        assertThat(row.getCellText(3)).isEqualTo("Müller & \"Söhne\" 王\n2");
        assertThat(row.getCellAsNumber(4)).hasValueSatisfying(number ->
                assertThat(number).isEqualByComparingTo("-1234567890.12"));
        assertThat(row.getOptionalCell(5).map(cell -> cell.getRawValue() == null).orElse(true)).isTrue();
        assertThat(row.getCellAsDate(6)).hasValueSatisfying(at -> assertThat(at.toLocalDate()).isEqualTo("2026-10-31"));
        assertThat(row.getCellText(7)).isEqualTo("2026-10-31T09:00:00.000001Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 40 1", "-2+3", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0"})
    void aTextThatWouldActInASheetGetsAnApostrophe(String text) throws IOException {
        Object[] row = {text, new BigDecimal("-1.00"), -5};
        NamedCsvRecord csv = readCsv(write(ExportFormat.CSV, row));
        assertThat(csv.getFields()).startsWith("'" + text, "-1.00", "-5");
        Row sheet = readSheet(write(ExportFormat.XLSX, row));
        assertThat(sheet.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(sheet.getCellText(0).replace('\n', '\r')).isEqualTo("'" + text);
        assertThat(sheet.getCellAsNumber(1)).hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("-1"));
        try (MapSink rows = new MapSink(ExportKind.MAILS.columns())) {
            rows.row(row);
            assertThat(rows.rows().get(0)).containsEntry("company", "'" + text).containsEntry("mail_id", "-1.00");
        }
    }

    @Test
    void aTextThatOnlyHoldsSuchACharacterStaysAsItIs() throws IOException {
        assertThat(readCsv(write(ExportFormat.CSV, "INV-1", "a=b", "'x")).getFields()).startsWith("INV-1", "a=b", "'x");
    }

    @Test
    void whatAWorkbookCannotHoldIsReplaced() throws IOException {
        assertThat(readSheet(write(ExportFormat.XLSX, "a\u0001b\uD800c")).getCellText(0)).isEqualTo("a\uFFFDb\uFFFDc");
    }

    private static byte[] write(ExportFormat format, Object... row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowSink sink = format.open(ExportKind.MAILS.word(), ExportKind.MAILS.columns(), out)) {
            if (row.length > 0) {
                sink.row(Arrays.copyOf(row, ExportKind.MAILS.columns().size()));
            }
        }
        return out.toByteArray();
    }

    private static NamedCsvRecord readCsv(byte[] bytes) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            return reader.iterator().next();
        }
    }

    private static Row readSheet(byte[] bytes) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read().get(1);
        }
    }
}
