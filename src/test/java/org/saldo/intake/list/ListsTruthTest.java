package org.saldo.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.saldo.intake.FileRefused;
import org.saldo.settings.ListsFile;
import org.saldo.statement.bridge.Account;
import org.saldo.statement.bridge.Bridge;
import org.saldo.statement.bridge.BridgeLine;
import org.saldo.statement.bridge.LedgerComparison;
import org.saldo.statement.bridge.OurLedger;
import org.saldo.statement.bridge.OurLine;
import org.saldo.statement.bridge.TheirLine;

/**
 * Lists in the shapes of the usual ERPs beside one account, and what is true of each line: {@code src/test/lists}, one file
 * a list: what it is, the list, and the truth. Every line must be told as it is written there.
 */
class ListsTruthTest {

    private static final ListsFile.Lists LISTS = ListsFile.read(Path.of("config/policies/lists.yaml"));

    private static OurLedger account() {
        return new Account("2026-10-31").invoice("RE-2026-0090", "2026-06-01", "1000.00")
                .pay("P-290", "2026-06-22", "980.00", "RE-2026-0090").deduct("RE-2026-0090", "2026-06-22", "20.00")
                .invoice("RE-2026-0101", "2026-07-15", "1190.00")
                .invoice("RE-2026-0117", "2026-08-03", "2380.00").pay("P-301", "2026-09-15", "1000.00", "RE-2026-0117")
                .invoice("RE-2026-0125", "2026-08-20", "595.00").pay("P-310", "2026-10-05", "595.00", "RE-2026-0125")
                .invoice("RE-2026-0133", "2026-09-09", "3570.00", "04400123").terms("71.40", "570.00")
                .invoice("RE-2026-0140", "2026-09-28", "833.00").invoice("RE-2026-0152", "2026-10-14", "4760.00")
                .invoice("RE-2026-0158", "2026-10-29", "238.00").credit("GS-2026-0009", "2026-09-30", "119.00")
                .pay("P-322", "2026-10-20", "500.00").pay("P-330", "2026-11-03", "833.00", "RE-2026-0140")
                .invoice("RE-2026-0161", "2026-11-04", "119.00").elsewhere("SN77120", "company Nordlicht Service").ledger();
    }

    @TestFactory
    Stream<DynamicTest> everyListIsToldAsItIs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/lists"))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(30);
            return all.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String[] parts = Files.readString(file).split("\n---\n", -1);
        assertThat(told(parts[0], parts[1])).isEqualTo(parts[2].strip());
    }

    private static String told(String head, String list) throws IOException {
        byte[] bytes = switch (value(head, "format")) {
            case "xlsx" -> ListFiles.workbook(rows(list));
            case "pdf" -> ListFiles.pdf(rows(list));
            default -> list.getBytes(Charset.forName(value(head, "charset").isEmpty() ? "UTF-8" : value(head, "charset")));
        };
        try {
            ReadList read = new ListReader(LISTS.words()).read(bytes, "list", Currency.getInstance("EUR"));
            return Stream.concat(Stream.concat(read.remarks().stream().map(remark -> "remark: " + remark),
                    read.rejected().stream().map(rejection -> "rejected: " + rejection)),
                    told(LedgerComparison.compare(account(), read.list(), LISTS.limits()))).collect(Collectors.joining("\n"));
        } catch (FileRefused refused) {
            return "refused: " + refused.rejection().reason();
        }
    }

    private static Stream<String> told(Bridge bridge) {
        return Stream.concat(Stream.of(bridge.reading().basis() + " " + bridge.reading().signs()
                + (bridge.reading().certain() ? "" : " uncertain") + " " + bridge.ours().toDecimal() + " -> "
                + bridge.theirs().toDecimal() + (bridge.agrees() ? " agrees" : "")), bridge.lines().stream().map(line ->
                line.kind() + (line.evidence().isToCheck() ? " (check)" : "") + " " + names(line) + why(line)));
    }

    private static String names(BridgeLine line) {
        return line.ours().stream().map(OurLine::reference).collect(Collectors.joining("+")) + " = "
                + line.theirs().stream().map(TheirLine::label).collect(Collectors.joining("+"));
    }

    private static String why(BridgeLine line) {
        return line.kind() == org.saldo.statement.bridge.BridgeKind.AGREED ? "" : "  " + line.difference().toDecimal() + " "
                + (line.explanation().why() + " " + line.explanation().reference()).strip();
    }

    private static String value(String head, String key) {
        return head.lines().filter(line -> line.startsWith(key + ": ")).map(line -> line.substring(key.length() + 2)).findFirst()
                .orElse("");
    }

    private static List<List<String>> rows(String csv) throws IOException {
        try (var rows = CsvReader.builder().ofCsvRecord(csv)) {
            return rows.stream().map(row -> row.getFields()).toList();
        }
    }
}
