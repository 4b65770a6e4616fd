package org.saldo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.OriginalAmount;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;

/** What each reader makes of its columns, and the words in which it refuses. */
class ReadersTest {

    private static final String INVOICES = "document_type,document_number,customer_id,issue_date,due_date,currency,amount";
    private static final String PAYMENTS = "payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,"
            + "payer_iban,end_to_end_id,remittance_text";
    private static final String CUSTOMERS = "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson";
    private static final Companies COMPANIES = new Companies(List.of(new Company("main", "Main", List.of(), "", "DE",
            Locale.ENGLISH, ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW,
            List.of(new Company.BankAccount("DE89370400440532013000", "EUR", "")), Optional.empty(), "", List.of())));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvFileSource(delimiter = '|', resources = "refused-invoices.txt")
    void anInvoiceThatIsWrongIsToldWhere(String row, String message) {
        assertThat(invoices(INVOICES + "\n" + row + "\n")).singleElement()
                .satisfies(read -> assertThat(read.rejection()).map(Rejection::toString).hasValue("f.csv:2: " + message));
    }

    @ParameterizedTest
    @CsvFileSource(delimiter = '|', resources = "refused-optional-columns.txt")
    void anOptionalColumnIsReadAsStrictly(String column, String value, String message) {
        assertThat(invoices(INVOICES + "," + column
                + (column.equals("discount_percent") ? ",discount_until" : "") + "\nINVOICE,I-1,C,2026-01-01,2026-01-01,EUR,10,"
                + value + (column.equals("discount_percent") ? "," : "") + "\n")).singleElement()
                .satisfies(read -> assertThat(read.rejection()).map(Rejection::toString).hasValue("f.csv:2: " + message));
    }

    @ParameterizedTest
    @CsvFileSource(delimiter = '|', resources = "refused-payments.txt")
    void aPaymentThatIsWrongIsToldWhere(String row, String message) {
        assertThat(read(PAYMENTS + "\n" + row + "\n", FileKind.PAYMENTS, new PaymentReader(COMPANIES, false)))
                .singleElement().satisfies(read -> assertThat(read.rejection()).map(Rejection::toString)
                        .hasValue("f.csv:2: " + message));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-08,true", "2026-11-09,false", "2062-10-29,false"})
    void aBankBooksNothingLongAfterToday(String booked, boolean accepted) {
        String row = "P-1,DE89370400440532013000," + booked + ",,EUR,921.66,ACME,,,INV-1";
        assertThat(read(PAYMENTS + "\n" + row + "\n", FileKind.PAYMENTS, new PaymentReader(COMPANIES, false)
                .readOn(LocalDate.of(2026, 10, 29)))).singleElement().satisfies(read ->
                        assertThat(read.rejection().isEmpty()).isEqualTo(accepted));
    }

    @ParameterizedTest
    @CsvFileSource(delimiter = '|', resources = "refused-customers.txt")
    void aCustomerThatIsWrongIsToldWhere(String row, String message) {
        assertThat(read(CUSTOMERS + "\n" + row + "\n", FileKind.CUSTOMERS, new CustomerReader(COMPANIES)))
                .singleElement().satisfies(read -> assertThat(read.rejection()).map(Rejection::toString)
                        .hasValue("f.csv:2: " + message));
    }

    @ParameterizedTest
    @CsvFileSource(delimiter = '|', resources = "refused-headers.txt")
    void aHeaderThatIsWrongRefusesTheFile(String header, String message) {
        assertThatThrownBy(() -> invoices(header + "\n")).isInstanceOf(FileRefused.class).hasMessage(message);
    }

    @Test
    void anEmptyFileIsRefusedAndAnUnknownColumnNamed() {
        assertThatThrownBy(() -> invoices("")).hasMessage("f.csv:1: file: there is no header line; begin the file with the"
                + " names of its columns");
        assertThatThrownBy(() -> invoices(INVOICES + ",colour\n"))
                .hasMessageStartingWith("f.csv:1: header: column 'colour' is not known; take it out, or write a mapping;");
    }

    @Test
    void aLineWhoseQuotesDoNotCloseIsRefusedAloneAndTheNextLinesAreRead() {
        List<ReadRow<Document>> rows = invoices(INVOICES + "\nINVOICE,I-1,C,2026-01-01,2026-01-01,EUR,1\n"
                + "INVOICE,\"I-2,C,2026-01-01,2026-01-01,EUR,1\n\nINVOICE,I-3,C,2026-01-01,2026-01-01,EUR,1\n"
                + "INVOICE,\"I-4\",C,2026-01-01,2026-01-01,EUR,1\n");
        assertThat(rows).extracting(ReadRow::line).containsExactly(2L, 3L, 5L, 6L);
        assertThat(rows.get(1).rejection()).map(Rejection::toString).hasValue(
                "f.csv:3: row: its quotes do not close; close them; a quote inside a field is written twice");
        assertThat(rows.get(1).raw()).containsExactly("INVOICE,\"I-2,C,2026-01-01,2026-01-01,EUR,1");
        assertThat(rows.get(3).record().orElseThrow().key().number()).isEqualTo("I-4");
    }

    @Test
    void aByteOrderMarkIsTakenForNothingAndTheOrderOfColumnsIsFree() {
        assertThat(invoices("\ufeffamount,currency,due_date,issue_date,customer_id,document_number,document_type\r\n"
                + "1.50,EUR,2026-02-01,2026-01-01, C-1 ,I-1,INVOICE\r\n")).singleElement().satisfies(row -> {
                    Document document = row.record().orElseThrow();
                    assertThat(document.amount()).hasToString("EUR 1.50");
                    assertThat(document.customer().number()).isEqualTo("C-1");
                });
    }

    @Test
    void aByteThatIsNotUtf8AndAControlCharacterRefuseTheirRowsOnly() throws IOException {
        Path file = folder.resolve("bytes.csv");
        Files.write(file, (CUSTOMERS + "\nC1,M\u00fcller,DE,de,EUR,,,,\n").getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(file, "C2,A\u0007B,DE,de,EUR,,,,\nC3,\u674e,CN,zh,CNY,,,,\n", java.nio.file.StandardOpenOption.APPEND);
        List<ReadRow<Customer>> rows = readFile(file, FileKind.CUSTOMERS, new CustomerReader(COMPANIES));
        assertThat(rows.get(0).rejection()).map(Rejection::toString).hasValue("f.csv:2: name: 'M\ufffdller' holds bytes that are"
                + " not of the file's character set; save the file as UTF-8, or name its charset in a mapping");
        assertThat(rows.get(1).rejection()).map(Rejection::toString).hasValue(
                "f.csv:3: name: 'A?B' holds a control character, such as a line break; take it out");
        assertThat(rows.get(2).record()).isPresent();
    }

    @Test
    void whatABankHasReadInAnotherCharacterSetRefusesNoPayment() {
        String row = "P-1,DE89370400440532013000,2026-10-29,,EUR,921.66,\u00c3\u0096zt\u00c3\u00bcrk,,,"
                + "Za\u00c5\u0082 ?\u0084 INV-1";
        assertThat(read(PAYMENTS + "\n" + row + "\n", FileKind.PAYMENTS, new PaymentReader(COMPANIES, false)))
                .singleElement().satisfies(read -> {
                    assertThat(read.record().orElseThrow().payerName()).isEqualTo("\u00d6zt\u00fcrk");
                    assertThat(read.record().orElseThrow().remittanceText()).isEqualTo("Za\u00c5? ?? INV-1");
                });
    }

    @Test
    void equalLinesWithoutAnIdAreDifferentPaymentsWithStableIds() {
        String line = ",DE89 3704 0044 0532 0130 00,2026-01-01,,EUR,5,ACME,,,rent\n";
        List<ReadRow<Receipt>> rows = read(PAYMENTS + "\n" + line + line, FileKind.PAYMENTS,
                new PaymentReader(COMPANIES, false));
        List<String> ids = rows.stream().map(row -> row.record().orElseThrow().key().paymentId()).toList();
        assertThat(ids.get(0)).startsWith("LINE-").endsWith("-1");
        assertThat(ids.get(1)).isEqualTo(ids.get(0).replaceAll("-1$", "-2"));
        assertThat(rows.get(0).record().orElseThrow().valueDate()).hasToString("2026-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "1000.00,USD,1.0850|USD 1000.00|1.085", "-1000,USD,|USD 1000.00|none",
        "162350,JPY,0.00|JPY 162350|none", "1000.00,,1.0850|none|none", ",USD,1.0850|none|none", "0.00,USD,1.0850|none|none",
        ",,|none|none"})
    void whatTheBankSaysOfAnExchangeIsReadWhereItSaysAll(String stated, String amount, String rate) {
        String row = "P-1,DE89370400440532013000,2026-01-01,,EUR,921.66,ACME,,,INV-1," + stated;
        assertThat(read(PAYMENTS + ",original_amount,original_currency,exchange_rate\n" + row + "\n", FileKind.PAYMENTS,
                new PaymentReader(COMPANIES, false))).singleElement().satisfies(read -> {
                    Optional<OriginalAmount> original = read.record().orElseThrow().original();
                    assertThat(original.map(OriginalAmount::amount).map(Money::toString)).isEqualTo(Optional.ofNullable(amount));
                    assertThat(original.flatMap(OriginalAmount::rate).map(BigDecimal::toPlainString))
                            .isEqualTo(Optional.ofNullable(rate));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.001,USD,1|original_amount: '1.001' has more decimals than USD has",
        "1000,ABC,1|original_currency: 'ABC' is no currency", "1000,USD,one|exchange_rate: 'one' is no number"})
    void whatCannotBeReadOfAnExchangeIsABadRow(String stated, String message) {
        String row = "P-1,DE89370400440532013000,2026-01-01,,EUR,921.66,ACME,,,INV-1," + stated;
        assertThat(read(PAYMENTS + ",original_amount,original_currency,exchange_rate\n" + row + "\n", FileKind.PAYMENTS,
                new PaymentReader(COMPANIES, false))).singleElement().satisfies(read -> assertThat(read.rejection())
                        .map(Rejection::toString).get().asString().startsWith("f.csv:2: " + message));
    }

    @Test
    void anOrderOfAllocationThatNobodyKnowsIsRefused() {
        List<ReadRow<Customer>> rows = read(CUSTOMERS + ",allocation_policy\nC1,A,DE,de,EUR,,,,,Due_Oldest\n"
                + "C2,B,DE,de,EUR,,,,,newest\n", FileKind.CUSTOMERS, new CustomerReader(COMPANIES));
        assertThat(rows.get(0).record().orElseThrow().allocationPolicy()).isEqualTo("Due_Oldest");
        assertThat(rows.get(1).rejection()).map(Rejection::toString).hasValue("f.csv:3: allocation_policy: 'newest' is no"
                + " order of allocation; write due-oldest, oldest, pro-rata or hold, or leave it empty");
    }

    @Test
    void namesFromOutsideNeverBecomePaths() {
        assertThat(SafeName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(SafeName.of("C:\\temp\\a:b.csv")).isEqualTo("a_b.csv");
        assertThat(SafeName.of("..")).isEqualTo("unnamed");
        assertThat(SafeName.of("x".repeat(300) + ".csv")).hasSize(120).endsWith(".csv");
        assertThat(SafeName.of("a\nb\u0000.csv")).isEqualTo("a_b_.csv");
    }

    private List<ReadRow<Document>> invoices(String content) {
        return read(content, FileKind.INVOICES, new InvoiceReader(COMPANIES, false));
    }

    private <T> List<ReadRow<T>> read(String content, FileKind kind, RecordReader<T> reader) {
        try {
            return readFile(Files.writeString(folder.resolve("read.csv"), content), kind, reader);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static <T> List<ReadRow<T>> readFile(Path file, FileKind kind, RecordReader<T> reader) {
        Incoming incoming = new Incoming(file, "f.csv", Channel.FILE, Optional.of(kind), Optional.empty(), false, "test",
                false, Optional.empty());
        List<ReadRow<T>> all = new ArrayList<>();
        try (FileRows<T> rows = CsvFile.recognise(incoming, List.of()).rows(reader)) {
            for (Optional<ReadRow<T>> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return all;
    }
}
