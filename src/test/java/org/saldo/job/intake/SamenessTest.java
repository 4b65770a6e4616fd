package org.saldo.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.intake.IntakeDesk.INVOICE_HEADER;
import static org.saldo.job.intake.IntakeDesk.OWN_ACCOUNT;
import static org.saldo.job.intake.IntakeDesk.PAYMENT_HEADER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.intake.Rejection;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Refused;
import org.saldo.store.Leases;
import org.saldo.store.LedgerText;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.intake.IntakeStore;

/** When a record is the same again, when it contradicts, and that order, splitting and repeating change nothing. */
class SamenessTest {

    private static final String INVOICE_ROW = "INVOICE,INV-%s,C-1,2026-10-01,2026-10-31,EUR,%s\n";

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void anotherContentUnderTheSameKeyIsAConflictThatNamesTheDifference(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            desk.take("a.csv", INVOICE_HEADER + INVOICE_ROW.formatted("1", "100.00"));
            IntakeReport report = desk.take("b.csv", INVOICE_HEADER + INVOICE_ROW.formatted("1", "120.00")
                    + INVOICE_ROW.formatted("2", "1.00").repeat(2) + INVOICE_ROW.formatted("2", "2.00"));
            assertThat(counts(report)).containsExactly(4L, 1L, 1L, 2L);
            assertThat(report.rejections()).extracting(Rejection::toString).containsExactly(
                    "b.csv:2: row: INV-1 is in the ledger already and differs: amount is '100' there and '120' here; correct the"
                            + " row; if the ledger is wrong, void the document there first",
                    "b.csv:5: row: INV-2 is in the ledger already and differs: amount is '1' there and '2' here; correct the"
                            + " row; if the ledger is wrong, void the document there first");
            assertThat(Rows.count(desk.database, "document")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void customersAndControlBalancesAreReplacedByWhatComesLater(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            String customers = "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n";
            desk.take("c.csv", customers + "C-1,ACME,DE,de,EUR,,,NET30,\n");
            assertThat(counts(desk.take("c2.csv", customers + "C-1,ACME,DE,de,EUR,,,NET30,\nC-1,ACME Ltd,DE,de,EUR,,,NET30,\n")))
                    .containsExactly(2L, 1L, 1L, 0L);
            assertThat(Rows.texts(desk.database, "SELECT name FROM customer ORDER BY row_id"))
                    .containsExactly("ACME", "ACME Ltd");
            String controls = "company,as_of,currency,balance\n";
            desk.take("k.csv", controls + "main,2026-09-30,EUR,100\nmain,2026-09-30,EUR,-5.5\n");
            assertThat(counts(desk.take("k2.csv", controls + "main,2026-09-30,EUR,-5.50\n"))).containsExactly(1L, 0L, 1L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesOfAnAdviceOnTheSameDocumentAreKeptApart(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            String advice = "advice_id,customer_id,payment_date,currency,document_number,amount\n"
                    + "A,C-1,2026-10-01,EUR,INV-1,10\nA,C-1,2026-10-01,EUR,INV-1,10\n";
            assertThat(counts(desk.take("r.csv", advice))).containsExactly(2L, 2L, 0L, 0L);
            assertThat(counts(desk.take("r.csv", advice))).containsExactly(2L, 0L, 2L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentBelongsToTheCompanyThatListsItsAccount(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            desk.take("p.csv", PAYMENT_HEADER + "P-1," + IntakeDesk.NORTH_ACCOUNT + ",2026-10-01,,EUR,1,,,,\n"
                    + "P-1," + OWN_ACCOUNT + ",2026-10-01,,EUR,1,,,,\n");
            assertThat(Rows.texts(desk.database, "SELECT company FROM receipt ORDER BY receipt_id"))
                    .containsExactly("north", "main");
            assertThat(Rows.texts(desk.database, "SELECT company || read_count FROM intake_file ORDER BY file_id"))
                    .containsExactly("north2", "main0");
        }
    }

    /** A thousand histories: each company's lines come in an order, in files and as often as chance wants. */
    @Test
    void orderSplittingAndRepeatingChangeNothing() {
        Random random = new Random(7);
        List<Company> companies = new ArrayList<>();
        List<List<List<String>>> inOrder = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String account = "ACCOUNT%03d".formatted(i);
            companies.add(IntakeDesk.company("c" + i, account));
            inOrder.add(List.of(lines(account)));
        }
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB.open(), data, new Companies(companies))) {
            List<String> expected = receiptsAfter(desk, inOrder, random);
            assertThat(expected).hasSize(100 * 15);
            for (int round = 0; round < 10; round++) {
                LedgerText.empty(desk.database);
                List<List<List<String>>> parts = inOrder.stream().map(lines -> inAnyWay(lines.get(0), random)).toList();
                assertThat(receiptsAfter(desk, parts, random)).as("round " + round).isEqualTo(expected);
            }
        }
    }

    /** Fifteen payments, ten of them without an id, six of those in equal pairs that stay together. */
    private static List<String> lines(String account) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String line = (i < 5 ? "P-" + i : "") + "," + account + ",2026-10-01,,EUR," + (i + 1) + ",ACME,,,text " + i + "\n";
            lines.add(i < 9 ? line : line + line);
        }
        return lines;
    }

    /** Shuffled and cut into parts, some of which begin with what the part before ended with. */
    private static List<List<String>> inAnyWay(List<String> lines, Random random) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < shuffled.size();) {
            int to = Math.min(shuffled.size(), from + 2 + random.nextInt(8));
            parts.add(shuffled.subList(Math.max(0, from - random.nextInt(3)), to));
            from = to;
        }
        return parts;
    }

    /** The n-th file has the n-th part of each company; some files come twice. Returns what is then in the ledger. */
    private static List<String> receiptsAfter(IntakeDesk desk, List<List<List<String>>> parts, Random random) {
        int files = parts.stream().mapToInt(List::size).max().orElseThrow();
        for (int n = 0; n < files; n++) {
            StringBuilder file = new StringBuilder(PAYMENT_HEADER);
            for (List<List<String>> ofCompany : parts) {
                if (n < ofCompany.size()) {
                    ofCompany.get(n).forEach(file::append);
                }
            }
            for (int repeat = 0; repeat <= random.nextInt(2); repeat++) {
                IntakeReport report = desk.take("part-" + n + ".csv", file.toString());
                assertThat(report.read()).isEqualTo(report.accepted() + report.duplicate() + report.rejected());
                assertThat(report.rejected()).isZero();
            }
        }
        return Rows.texts(desk.database, "SELECT company || ' ' || payment_id || ' ' || amount || remittance_text"
                + " FROM receipt ORDER BY account, payment_id");
    }

    @ParameterizedTest
    @EnumSource
    void manyPagesComeInAndComeAgain(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            StringBuilder file = new StringBuilder(INVOICE_HEADER);
            for (int i = 0; i < 4500; i++) {
                file.append(INVOICE_ROW.formatted(i % 4400, "1.00"));
            }
            assertThat(counts(desk.take("many.csv", file.toString()))).containsExactly(4500L, 4400L, 100L, 0L);
            assertThat(counts(desk.take("many.csv", file.toString()))).containsExactly(4500L, 0L, 4500L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatStopsBetweenPagesLeavesNothingAndComesInLater(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            StringBuilder file = new StringBuilder(INVOICE_HEADER);
            for (int i = 0; i < 2100; i++) {
                file.append(INVOICE_ROW.formatted(i, "1.00"));
            }
            file.append("INVOICE,\"broken\n".repeat(101));
            IntakeReport refused = desk.take("many.csv", file.toString());
            assertThat(counts(refused)).containsExactly(1L, 0L, 0L, 1L);
            assertThat(refused.rejections().get(0).toString()).isEqualTo("many.csv:2202: file: more than 100 lines have quotes"
                    + " that do not close; check how the file quotes its fields; a quote inside a field is written twice");
            assertThat(Rows.count(desk.database, "document") + Rows.count(desk.database, "open_item")).isZero();
            assertThat(Rows.count(desk.database, "batch")).isEqualTo(1);
            String cured = file.toString().replace("INVOICE,\"broken\n", "");
            assertThat(counts(desk.take("many.csv", cured))).containsExactly(2100L, 2100L, 0L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileAnotherProcessTakesFilesInThisOneSaysSo(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data);
             Leases others = new Leases(desk.database, IntakeDesk.CLOCK, "another process")) {
            others.whileHolding(IntakeStore.LEASE, () -> {
                assertThatThrownBy(() -> desk.take("a.csv", INVOICE_HEADER)).isInstanceOf(Refused.class)
                        .hasMessage("intake: another process is taking files in; try again when it has ended");
                return "done";
            });
        }
    }

    private static List<Long> counts(IntakeReport report) {
        return List.of(report.read(), report.accepted(), report.duplicate(), report.rejected());
    }
}
