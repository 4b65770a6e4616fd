package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.job.people.BlockJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Document;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;

/** What the lists say of a ledger that people have worked in, on any day and as known at any instant. */
class ExportJobTest {

    private static final LocalDate NOV_5 = LocalDate.of(2026, 11, 5);

    @ParameterizedTest
    @EnumSource
    void theListsSayWhereTheMoneyIs(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            String first = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("70")).id();
            people.assign.assign(anna(OCT_20), "P-2", "C-2", true);
            people.apply.writeOff(anna(OCT_25), "INV-3", eur("5"));
            people.block.blockDocument(anna(OCT_20), "INV-2", new BlockJob.Days(OCT_20, Optional.empty()));
            assertThat(csv(people, ExportKind.OPEN_ITEMS, NOV_5)).containsExactly(
                    "company,document_number,instalment,document_type,customer_id,currency,amount,open_amount,issue_date,"
                            + "due_date,days_overdue,status",
                    "main,INV-1,1,INVOICE,C-1,EUR,100.00,30.00,2026-10-01,2026-10-31,5,OVERDUE",
                    "main,INV-2,1,INVOICE,C-1,EUR,50.00,50.00,2026-10-01,2026-10-31,5,BLOCKED",
                    "main,INV-3,1,INVOICE,C-2,EUR,80.00,75.00,2026-10-01,2026-10-31,5,OVERDUE");
            assertThat(csv(people, ExportKind.RECEIPTS, NOV_5)).containsExactly(
                    "company,payment_id,account_iban,booking_date,currency,amount,customer_id,unapplied_amount,state,"
                            + "decision,reason",
                    "main,P-1,DE89370400440532013000,2026-10-10,EUR,120.00,C-1,50.00,PARTLY_APPLIED,APPLIED,APPLIED_BY_PERSON",
                    "main,P-2,DE89370400440532013000,2026-10-10,EUR,60.00,C-2,60.00,ON_ACCOUNT,APPLIED,ON_ACCOUNT_BY_PERSON");
            List<String> allocations = csv(people, ExportKind.ALLOCATIONS, NOV_5);
            assertThat(allocations.get(0)).isEqualTo("company,allocation_id,payment_id,document_number,instalment,customer_id,"
                    + "currency,amount,kind,counter_document,rule,evidence,decided_by,effective_on,known_at,posting_date,"
                    + "reverses,receipt_amount,receipt_currency");
            assertThat(allocations.get(1)).startsWith("main," + first
                    + ",P-1,INV-1,1,C-1,EUR,70.00,PAYMENT,,person,applied by hand,anna,2026-10-10,2026-10-31T09:00:00");
            assertThat(allocations.get(2)).contains(",,INV-3,1,C-2,EUR,5.00,WRITE_OFF,,person,", ",2026-10-25,");
            assertThat(csv(people, ExportKind.AGING, NOV_5)).containsExactly(
                    "company,customer_id,currency,not_due,1_30,31_60,61_90,91_plus,unapplied,balance",
                    "main,C-1,EUR,0.00,80.00,0.00,0.00,0.00,50.00,30.00",
                    "main,C-2,EUR,0.00,75.00,0.00,0.00,0.00,60.00,15.00");
            assertThat(csv(people, ExportKind.UNAPPLIED, NOV_5)).hasSize(3);
            assertThat(csv(people, ExportKind.CUSTOMERS, NOV_5)).hasSize(3)
                    .contains("main,C-1,Acme,DE,de,EUR,C-1@example.org,,NET30,,Acme,,,,,,,,,,,false,false,,,,,,");
        }
    }

    @ParameterizedTest
    @EnumSource
    void agingPutsEachDayIntoItsBucket(TestDatabase kind) {
        try (People people = new People(kind)) {
            List<Document> documents = IntStream.of(-1, 0, 1, 30, 31, 60, 61, 90, 91)
                    .mapToObj(overdue -> LedgerFixture.invoice("D" + overdue, "C-1", NOV_5.minusDays(30 + overdue), "1.00"))
                    .toList();
            people.fixture.take(NOV_5, List.of(LedgerFixture.customer("C-1", "Acme", "")), documents, List.of());
            people.fixture.take(NOV_5, List.of(), List.of(LedgerFixture.creditNote("CN", "C-1", OCT_1, "4.00")), List.of());
            assertThat(csv(people, ExportKind.AGING, NOV_5)).element(1)
                    .isEqualTo("main,C-1,EUR,2.00,2.00,2.00,2.00,1.00,4.00,5.00");
            assertThat(csv(people, ExportKind.OPEN_ITEMS, NOV_5)).element(10)
                    .isEqualTo("main,CN,1,CREDIT_NOTE,C-1,EUR,4.00,-4.00,2026-10-01,2026-10-31,5,OPEN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void agingHasTheBucketsOfThePolicyAndColumnsThatSayThem(TestDatabase kind) {
        try (People people = new People(kind)) {
            List<Document> documents = IntStream.of(0, 15, 16, 45, 46)
                    .mapToObj(overdue -> LedgerFixture.invoice("D" + overdue, "C-1", NOV_5.minusDays(30 + overdue), "1.00"))
                    .toList();
            people.fixture.take(NOV_5, List.of(LedgerFixture.customer("C-1", "Acme", "")), documents, List.of());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            job(people, new AgingBuckets(List.of(15, 45)))
                    .export(question(ExportKind.AGING, NOV_5, Optional.empty(), ExportFormat.CSV), out);
            assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                    "company,customer_id,currency,not_due,1_15,16_45,46_plus,unapplied,balance",
                    "main,C-1,EUR,1.00,1.00,2.00,1.00,0.00,5.00");
            assertThat(ExportKind.AGING.columns(AgingBuckets.USUAL)).isEqualTo(ExportKind.AGING.columns());
        }
    }

    @ParameterizedTest
    @EnumSource
    void postingsSumToZeroInEachEventAndCurrencyAndSayWhatIsOwed(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            String applied = people.apply.apply(anna(OCT_10), "P-1", "INV-1", eur("100")).id();
            people.apply.unapply(anna(OCT_20), applied);
            people.assign.ignore(anna(OCT_10), "P-2");
            people.apply.writeOff(anna(OCT_25), "INV-3", eur("5"));
            List<Map<String, String>> rows = postings(people, NOV_5);
            assertThat(sums(rows, row -> row.get("event_id") + row.get("currency"))).hasSizeGreaterThan(8)
                    .allSatisfy((event, sum) -> assertThat(sum).as(event).isZero());
            assertThat(sums(rows, row -> row.get("account"))).satisfies(sums -> {
                assertThat(sums.get("RECEIVABLE")).isEqualByComparingTo("225.00");
                assertThat(sums.get("CASH")).isEqualByComparingTo("180.00");
                assertThat(sums.get("WRITE_OFF")).isEqualByComparingTo("5.00");
                assertThat(sums.get("NOT_OURS")).isEqualByComparingTo("-60.00");
            });
            assertThat(postings(people, OCT_20)).isNotEmpty().allSatisfy(row ->
                    assertThat(LocalDate.parse(row.get("effective_on"))).isBeforeOrEqualTo(OCT_20));
            assertThat(csv(people, ExportKind.POSTINGS, NOV_5)).isEqualTo(csv(people, ExportKind.POSTINGS, NOV_5))
                    .first().isEqualTo("company,event_id,posting_date,effective_on,account,customer_id,currency,debit,credit,"
                            + "tax_code,text");
        }
    }

    private static List<Map<String, String>> postings(People people, LocalDate day) {
        return job(people, AgingBuckets.USUAL).rows(question(ExportKind.POSTINGS, day, Optional.empty(), ExportFormat.CSV));
    }

    private static Map<String, BigDecimal> sums(List<Map<String, String>> postings, Function<Map<String, String>, String> by) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        postings.forEach(row -> sums.merge(by.apply(row), new BigDecimal(row.get("debit"))
                .subtract(new BigDecimal(row.get("credit"))), BigDecimal::add));
        return sums;
    }

    @ParameterizedTest
    @EnumSource
    void theSameQuestionHasTheSameAnswerAfterLaterCorrections(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            String applied = people.apply.apply(anna(OCT_10), "P-1", "INV-1", eur("100")).id();
            people.apply.writeOff(anna(OCT_10), "INV-2", eur("1"));
            Instant then = people.fixture.ledger().knownAt();
            Map<ExportKind, List<String>> before = answers(people, OCT_20, then);
            people.apply.unapply(anna(OCT_20), applied);
            people.assign.assign(anna(OCT_25), "P-1", "C-2", false);
            people.assign.ignore(anna(OCT_10), "P-2");
            people.apply.voidDocument(anna(OCT_10), "INV-3");
            people.block.blockCompany(anna(OCT_10), "main", new BlockJob.Days(OCT_1, Optional.empty()));
            people.fixture.take(OCT_10, List.of(LedgerFixture.customer("C-1", "Renamed", "")),
                    List.of(LedgerFixture.invoice("INV-OLD", "C-1", OCT_1, "9.00")), List.of());
            assertThat(answers(people, OCT_20, then)).isEqualTo(before);
            assertThat(answers(people, OCT_20, people.fixture.ledger().knownAt())).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionCountsFromItsOwnDay(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            String applied = people.apply.apply(anna(OCT_10), "P-1", "INV-1", eur("100")).id();
            List<String> dayBefore = csv(people, ExportKind.OPEN_ITEMS, OCT_20.minusDays(1));
            people.apply.unapply(anna(OCT_20), applied);
            people.apply.voidDocument(anna(OCT_20), "INV-2");
            assertThat(csv(people, ExportKind.OPEN_ITEMS, OCT_20.minusDays(1))).isEqualTo(dayBefore).hasSize(3)
                    .noneMatch(line -> line.contains("INV-1"));
            assertThat(csv(people, ExportKind.OPEN_ITEMS, OCT_20)).hasSize(3).noneMatch(line -> line.contains("INV-2"))
                    .anyMatch(line -> line.startsWith("main,INV-1,1,INVOICE,C-1,EUR,100.00,100.00,"));
            assertThat(csv(people, ExportKind.OPEN_ITEMS, OCT_1.minusDays(1))).hasSize(1);
            assertThat(csv(people, ExportKind.RECEIPTS, OCT_10.minusDays(1))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theErpsBalanceStandsBesideOurs(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.assign.assign(anna(OCT_10), "P-1", "C-1", false);
            people.apply.writeOff(anna(OCT_20), "INV-3", eur("5"));
            people.fixture.control(OCT_20.minusDays(1), "", "1400", "999.00");
            people.fixture.control(OCT_20.minusDays(1), "", "1400", "100.00");
            people.fixture.control(OCT_20.minusDays(1), "", "1410", "10.00");
            people.fixture.control(OCT_20, "C-2", "1400", "75.00");
            people.fixture.control(OCT_25, "", "1400", "0.00");
            assertThat(csv(people, ExportKind.CONTROLS, OCT_25)).containsExactly(
                    "company,as_of,currency,customer_id,account,erp_balance,hub_balance,difference",
                    "main,2026-10-19,EUR,,1400|1410,110.00,110.00,0.00",
                    "main,2026-10-20,EUR,C-2,1400,75.00,75.00,0.00",
                    "main,2026-10-25,EUR,,1400,0.00,105.00,105.00");
            assertThat(csv(people, ExportKind.CONTROLS, OCT_20)).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyPagesLoseNothingAndRepeatNothing(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            List<Document> documents = new ArrayList<>();
            for (int i = 0; i < 4_500; i++) {
                documents.add(LedgerFixture.invoice("N" + i, i % 2 == 0 ? "C-1" : "C-W", OCT_1, "1.00"));
            }
            people.fixture.take(OCT_10, List.of(), documents, List.of());
            people.apply.apply(anna(OCT_20), "P-1", "N4000", eur("1"));
            List<Map<String, String>> rows = job(people, AgingBuckets.USUAL)
                    .rows(question(ExportKind.OPEN_ITEMS, OCT_20, Optional.empty(), ExportFormat.CSV));
            assertThat(rows).hasSize(4_502).extracting(row -> row.get("document_number")).doesNotHaveDuplicates();
            assertThat(rows.stream().map(row -> new BigDecimal(row.get("open_amount"))).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("4729");
            assertThat(rows).filteredOn(row -> row.get("status").equals("WAITING")).hasSize(2_250);
        }
    }

    private static Map<ExportKind, List<String>> answers(People people, LocalDate day, Instant knownAt) {
        Map<ExportKind, List<String>> answers = new EnumMap<>(ExportKind.class);
        for (ExportKind kind : ExportKind.values()) {
            answers.put(kind, csv(people, question(kind, day, Optional.of(knownAt), ExportFormat.CSV)));
        }
        return answers;
    }

    private static List<String> csv(People people, ExportKind kind, LocalDate day) {
        return csv(people, question(kind, day, Optional.empty(), ExportFormat.CSV));
    }

    private static List<String> csv(People people, ExportQuestion question) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        job(people, AgingBuckets.USUAL).export(question, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static ExportJob job(People people, AgingBuckets buckets) {
        return new ExportJob(people.fixture.ledger(), () -> buckets);
    }

    private static ExportQuestion question(ExportKind kind, LocalDate day, Optional<Instant> knownAt, ExportFormat format) {
        return new ExportQuestion(kind, day, knownAt, "", format);
    }
}
