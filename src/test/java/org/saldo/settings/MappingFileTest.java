package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.intake.CsvFile;
import org.saldo.intake.Incoming;
import org.saldo.intake.SourceMapping;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;

/** The mappings that come with the hub do what they say, and a mapping that says too little is refused. */
class MappingFileTest {

    private static final Path SHIPPED = Path.of("config/mappings");
    private static final Companies COMPANIES = new Companies(List.of(new Company("main", "Main", List.of(), "", "DE",
            Locale.ENGLISH, ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW, List.of(), Optional.empty(), "", List.of())));

    private static final String HEADERLESS = """
            id: konto
            kind: payments
            match: {file: 'konto*'}
            header: none
            skip-lines: 2
            delimiter: ";"
            number: {decimal: ","}
            dates: [dd.MM.yyyy]
            columns: {booking_date: 1, amount: 3, currency: 4, payment_id: 5, remittance_text: [6]}
            constants: {account_iban: DE89370400440532013000}
            rows: {only: {"2": [B]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aSemicolonFileWithDecimalCommasBecomesInvoices() throws IOException {
        Path file = windows("rechnungen-10.csv", "Belegart;BELEGNUMMER;Debitor;Belegdatum;Fälligkeit;Währung;Betrag;Text 1;"
                + "Text 2;Status\nRE;R-1;K1;01.10.2026;31.10.2026;EUR;1.234,56;Pumpe;groß;offen\n"
                + "GU;G-1;K1;2.10.2026;31.10.2026;EUR;5,00;;;offen\nRE;R-3;K1;01.10.26;31.10.26;EUR;7;;;storniert\n"
                + "XX;R-4;K1;01.10.2026;31.10.2026;EUR;7,00;;;offen\nRE;R-5;K1;01.10.2026;31.10.2026;EUR;12.34;;;offen\n");
        assertThat(preview(file)).containsExactly(
                "rechnungen-10.csv:2: {document_type=INVOICE, document_number=R-1, customer_id=K1, issue_date=2026-10-01, "
                        + "due_date=2026-10-31, currency=EUR, amount=1234.56, description=Pumpe groß}",
                "rechnungen-10.csv:3: issue_date: '2.10.2026' is no date; write a day that exists as dd.MM.yyyy or dd.MM.yy, "
                        + "as the mapping says",
                "rechnungen-10.csv:5: document_type: 'XX' is not among the values that the mapping knows; write one of GU, "
                        + "LA, RE, or add it to the mapping",
                "rechnungen-10.csv:6: amount: '12.34' is no number; write it as 1234,56 or 1.234,56, as the mapping says "
                        + "(number: decimal, group)");
    }

    @Test
    void aBankFileWithLinesBeforeTheHeaderBecomesPayments() throws IOException {
        Path file = windows("umsaetze.csv", "\"Konto\";\"DE89\"\n\nBuchungstag;Valuta;Name;IBAN;Verwendungszweck;Umsatz;S/H;"
                + "Währung\n01.10.2026;02.10.2026;ACME;DE12;INV-1;1.000,00;H;EUR\n"
                + "01.10.2026;02.10.2026;Bank;;Gebühr;3,50;S;EUR\nEndsaldo;;;;;996,50;H;EUR\n");
        assertThat(preview(file)).hasSize(2).satisfies(rows -> {
            assertThat(rows.get(0)).contains("umsaetze.csv:4: ", "amount=1000.00", "account_iban=DE89370400440532013000");
            assertThat(rows.get(1)).contains("amount=-3.50", "remittance_text=Gebühr");
        });
    }

    @Test
    void aFileWithoutAHeaderIsReadByTheNumbersOfItsColumns() throws IOException {
        mapping(HEADERLESS);
        Path file = Files.writeString(folder.resolve("konto.txt"), """
                exported 02.10.2026 12:00
                account;"first
                01.10.2026;B;12,50;EUR;P-1;"ACME
                Ltd"
                01.10.2026;X;1,00;EUR;P-2;passed over
                01.10.2026;B;12,5O;EUR;P-3;x
                01.10.2026;B;3,00;EUR;P-4
                """);
        assertThat(CsvFile.recognise(Incoming.command(file, Optional.empty(), Optional.empty(), false, "test"),
                MappingFile.readAll(folder)).preview(10, COMPANIES)).containsExactly(
                "konto.txt:3: {payment_id=P-1, account_iban=DE89370400440532013000, booking_date=2026-10-01, currency=EUR, "
                        + "amount=12.50, remittance_text=ACME Ltd}",
                "konto.txt:6: amount: '12,5O' is no number; write it as 1234,56, as the mapping says (number: decimal, group)",
                "konto.txt:7: row: has 5 fields, the first row has 6; put a field that holds the delimiter into quotes");
    }

    @Test
    void whatAFileWithoutAHeaderCannotSayIsRefused() {
        assertFault("header: none", "header: first", ":4: header: 'first' is not none; take the line out when the file names"
                + " its columns");
        assertFault("amount: 3", "amount: Betrag", ":4: header: is none, so columns are named by number, the first is 1:"
                + " 'Betrag' is not a number");
        assertFault("\"2\": [B]", "Art: [B]", "'Art' is not a number");
        assertFault("amount: 3", "amount: 0", "'0' is not a number");
        assertFault("match: {file: 'konto*'}", "match: {file: 'konto*', header: [A]}", "header: cannot be looked for in a file"
                + " with header: none");
        assertFault("skip-lines: 2", "header-line: A", "header-line: contradicts header: none; keep one, or say skip-lines");
        assertFault("skip-lines: 2", "skip-lines: -1", ":5: skip-lines: must not be negative, was -1");
        assertFault("skip-lines: 2", "skip-lines: two", ":5: skip-lines: ");
    }

    private void assertFault(String right, String wrong, String message) {
        assertThat(HEADERLESS).contains(right);
        assertThatThrownBy(() -> MappingFile.read(mapping(HEADERLESS.replace(right, wrong))))
                .isInstanceOf(SettingsException.class).hasMessageContaining(message);
    }

    @Test
    void aMappingWithoutDatePatternsIsRefused() throws IOException {
        assertThatThrownBy(() -> MappingFile.read(mapping("id: a\nkind: invoices\nmatch: {file: 'a*'}\ncolumns: {amount: A}\n")))
                .isInstanceOf(SettingsException.class)
                .hasMessageEndingWith("dates: is missing; say how days are written, such as [dd.MM.yyyy]");
    }

    @Test
    void aMappingThatLeavesOutAColumnOrInventsOneIsRefused() throws IOException {
        assertThatThrownBy(() -> MappingFile.read(mapping("id: a\nkind: controls\nmatch: {file: 'a*'}\ndates: [dd.MM.yyyy]\n"
                + "columns: {as_of: Tag, balance: Saldo}\nconstants: {company: main}\n")))
                .hasMessageEndingWith("columns: currency is missing; say which column of the file it is, or put it under"
                        + " constants");
        assertThatThrownBy(() -> MappingFile.read(mapping("id: a\nkind: controls\nmatch: {file: 'a*'}\ndates: [dd.MM.yyyy]\n"
                + "columns:\n  colour: Farbe\n")))
                .hasMessageContaining(":6: colour: is no column of controls; they are company, as_of, currency, balance");
        assertThatThrownBy(() -> MappingFile.read(mapping("id: a\nkind: controls\nmatch: {}\nmatsch: 1\n")))
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void theSqlOfASourceIsAskedFromItsMarkLessTheOverlap() {
        SourceMapping mapping = SourceMappingFile.read(SHIPPED.resolve("erp-invoices.yaml"));
        assertThat(mapping.sqlFrom(Optional.empty())).contains("changed_at >= TIMESTAMP '2000-01-01 00:00:00.000000'");
        assertThat(mapping.sqlFrom(Optional.of("2026-10-31T00:05:00.123456")))
                .contains("changed_at >= TIMESTAMP '2026-10-30 23:55:00.123456'");
        assertThat(SourceMappingFile.readAll(SHIPPED)).extracting(SourceMapping::id)
                .containsExactly("erp-customers", "erp-invoices");
    }

    private Path mapping(String text) throws IOException {
        return Files.writeString(folder.resolve("mapping.yaml"), text);
    }

    private Path windows(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(Charset.forName("windows-1252")));
    }

    private static List<String> preview(Path file) {
        return CsvFile.recognise(Incoming.command(file, Optional.empty(), Optional.empty(), false, "test"),
                MappingFile.readAll(SHIPPED)).preview(10, COMPANIES);
    }
}
