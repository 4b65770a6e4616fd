package org.saldo.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.worklist.RuleFigures;
import org.saldo.intake.FileKind;
import org.saldo.intake.Rejection;
import org.saldo.intake.SourceMapping;
import org.saldo.job.People;
import org.saldo.job.people.ApplyJob;
import org.saldo.job.people.Decided;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.settings.SettingsException;
import org.saldo.statement.Movement;
import org.saldo.store.OpenState;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.MovementStore;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.reconciliation.ReconciliationStore;

/** Rows of a source database: what is new comes in, what changed is amended or replaced, and the mark moves with it. */
class SourceIntakeTest {

    private static final SourceMapping ERP = new SourceMapping("erp", FileKind.INVOICES, "SELECT 1 WHERE T >= :watermark",
            "changed_at", SourceMapping.MarkType.TIMESTAMP, "2000-01-01", "PT1M");

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void whatIsNewComesInAndTheMarkMoves(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            assertThat(desk.job.question(ERP)).isEqualTo("SELECT 1 WHERE T >= TIMESTAMP '2000-01-01 00:00:00.000000'");
            assertThat(counts(poll(desk, List.of(row("INV-1", "100", "2026-10-31", "10:00:05"),
                    row("INV-2", "5", "2026-10-31", "10:00:03")))))
                    .containsExactly(2L, 2L, 0L, 0L);
            assertThat(desk.job.question(ERP)).isEqualTo("SELECT 1 WHERE T >= TIMESTAMP '2026-10-01 09:59:05.000000'");
            assertThat(counts(poll(desk, row("INV-1", "100", "2026-10-31", "10:00:05")))).containsExactly(1L, 0L, 1L, 0L);
            assertThat(Rows.count(desk.database, "intake_file")).as("a poll without news leaves no trace").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherDueDateIsAmendedOnTheDayAndOnlyOnce(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            poll(desk, row("INV-1", "100", "2026-10-31", "10:00:00"));
            poll(desk, row("INV-1", "100", "2026-11-30", "11:00:00"));
            assertThat(counts(poll(desk, row("INV-1", "100", "2026-11-30", "11:00:00")))).containsExactly(1L, 0L, 1L, 0L);
            poll(desk, row("INV-1", "100", "2026-10-31", "12:00:00"));
            assertThat(Rows.texts(desk.database, "SELECT field || ' ' || old_value || ' ' || new_value || ' ' || effective_on"
                    + " FROM amendment ORDER BY amendment_id")).containsExactly(
                    "due_date 2026-10-31 2026-11-30 2026-10-31", "due_date 2026-11-30 2026-10-31 2026-10-31");
            assertThat(Rows.count(desk.database, "document")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherAmountIsANewVersionAndTheOldOneIsCancelled(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            poll(desk, row("INV-1", "100", "2026-10-31", "10:00:00"));
            assertThat(counts(poll(desk, row("INV-1", "120", "2026-10-31", "11:00:00")))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(Rows.texts(desk.database, "SELECT version || ':' || CAST(amount AS INTEGER) FROM document"
                    + " ORDER BY item_id"))
                    .containsExactly("1:100", "2:120");
            assertThat(Rows.texts(desk.database, "SELECT CAST(open_amount AS INTEGER) FROM open_item")).containsExactly("120");
            assertThat(Rows.texts(desk.database, "SELECT CAST(balance_effect AS INTEGER) || ' ' || effective_on"
                    + " FROM cancellation"))
                    .containsExactly("100 2026-10-01");
            assertThat(counts(poll(desk, row("INV-1", "120", "2026-10-31", "11:00:00")))).containsExactly(1L, 0L, 1L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewVersionTakesOverWhatWasPaidAndIsRefusedWhenItWouldUndercutIt(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            poll(desk, row("INV-1", "100", "2026-10-31", "10:00:00"));
            desk.take("p.csv", IntakeDesk.PAYMENT_HEADER + "P-1," + IntakeDesk.OWN_ACCOUNT + ",2026-10-05,,EUR,60,,,,\n");
            pay(desk, "60", "40");
            IntakeReport refused = poll(desk, row("INV-1", "50", "2026-10-31", "11:00:00"));
            assertThat(refused.rejections()).extracting(Rejection::reason).containsExactly(
                    "EUR 50.00 of C-1 would undercut the 60 that is applied to INV-1");
            assertThat(counts(poll(desk, row("INV-1", "130", "2026-10-31", "12:00:00")))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(Rows.texts(desk.database, "SELECT CAST(open_amount AS INTEGER) FROM open_item")).containsExactly("70");
            assertThat(Rows.texts(desk.database, "SELECT CAST(SUM(a.amount) AS INTEGER) FROM allocation a"
                    + " JOIN document d ON d.item_id = a.item_id GROUP BY d.version ORDER BY d.version"))
                    .containsExactly("0", "60");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPaidSettlesANewVersionNotBeforeItWasIssued(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            poll(desk, row("INV-1", "100", "2026-10-31", "10:00:00"));
            desk.take("p.csv", IntakeDesk.PAYMENT_HEADER + "P-1," + IntakeDesk.OWN_ACCOUNT + ",2026-10-05,,EUR,60,,,,\n");
            pay(desk, "60", "40");
            Map<String, Object> later = row("INV-1", "100", "2026-10-31", "11:00:00");
            later.put("ISSUE_DATE", java.sql.Date.valueOf("2026-10-15"));
            assertThat(counts(poll(desk, later))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(Rows.texts(desk.database, "SELECT d.version || ' ' || CAST(a.amount AS INTEGER) || ' ' || a.effective_on"
                    + " || ' ' || a.posting_date FROM allocation a JOIN document d ON d.item_id = a.item_id"
                    + " ORDER BY a.allocation_id")).containsExactly("1 60 2026-10-05 2026-10-05",
                    "1 -60 2026-10-05 2026-10-05", "2 60 2026-10-15 2026-10-15");
            new MovementStore(desk.ledger).accounts(new CustomerId("main", "C-1"), LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 10, 10), desk.ledger.knownAt()).values().forEach(between ->
                    assertThat(between.movements().stream().map(Movement::amount).reduce(between.before(), Money::plus))
                            .as("what moved is what is open").isEqualTo(between.open()));
        }
    }

    /** The books are closed through August. */
    @ParameterizedTest
    @EnumSource
    void nothingIsPostedInAPeriodThatIsClosedSince(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            Map<String, Object> billed = row("INV-1", "100", "2026-08-31", "10:00:00");
            billed.put("ISSUE_DATE", java.sql.Date.valueOf("2026-08-01"));
            poll(desk, billed);
            desk.take("p.csv", IntakeDesk.PAYMENT_HEADER + "P-1," + IntakeDesk.OWN_ACCOUNT + ",2026-08-05,,EUR,60,,,,\n");
            pay(desk, "60", "40");
            billed.put("AMOUNT", new BigDecimal("130"));
            billed.put("CHANGED_AT", java.sql.Timestamp.valueOf("2026-10-01 11:00:00"));
            assertThat(counts(poll(desk, billed))).containsExactly(1L, 1L, 0L, 0L);
            assertThat(Rows.texts(desk.database, "SELECT CAST(amount AS INTEGER) || ' ' || effective_on || ' ' || posting_date"
                    + " FROM allocation ORDER BY allocation_id")).containsExactly("60 2026-08-05 2026-08-05",
                    "-60 2026-08-05 2026-09-01", "60 2026-08-05 2026-09-01");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOneDecisionSettledIsTakenBackTogetherAlsoOfANewVersion(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            assertThat(desk.take("c.csv", "customer_id,name,country,language,currency,email,iban,payment_terms,"
                    + "salesperson\nC-1,Acme,DE,en,EUR,,,NET30,\n").rejections()).isEmpty();
            poll(desk, List.of(row("INV-1", "100", "2026-10-31", "10:00:00"), row("INV-2", "50", "2026-10-31", "10:00:00")));
            desk.take("p.csv", IntakeDesk.PAYMENT_HEADER + "P-1," + IntakeDesk.OWN_ACCOUNT + ",2026-10-05,,EUR,120,,,,\n");
            ApplyJob apply = new ApplyJob(desk.ledger, IntakeDesk.COMPANIES, People.ALL);
            Decided both = apply.settle(People.anna(IntakeDesk.DAY), "P-1",
                    "INV-1 60.00 + INV-1 1.00 CASH_DISCOUNT + INV-2 30.00");
            Decided other = apply.settle(People.anna(IntakeDesk.DAY), "P-1", "INV-1 20.00");
            poll(desk, row("INV-1", "130", "2026-10-31", "12:00:00"));
            assertThat(OpenState.of(desk.database)).containsEntry("INV-1", "C-1 49.0000").containsEntry("P-1", "C-1 10.0000");
            String ofTheOther = OpenState.active(desk.database, "INV-2").get(0);
            assertThat(apply.unapplyAll(People.anna(IntakeDesk.DAY), ofTheOther).text()).contains("EUR 60.00", "EUR 1.00",
                    "EUR 30.00").doesNotContain("EUR 20.00");
            assertThat(OpenState.of(desk.database)).containsEntry("INV-1", "C-1 110.0000").containsEntry("INV-2", "C-1 50.0000")
                    .containsEntry("P-1", "C-1 100.0000").isEqualTo(OpenState.fromRows(desk.database));
            assertThat(both.id()).isNotEqualTo(other.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewVersionDoesNotSpeakAgainstTheRuleThatSettledTheOldOne(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            desk.take("c.csv", "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n"
                    + "C-1,Acme,DE,en,EUR,,DE02120300000000202051,NET30,\n");
            poll(desk, row("INV-1001", "100", "2026-10-31", "10:00:00"));
            desk.take("p.csv", IntakeDesk.PAYMENT_HEADER + "P-1," + IntakeDesk.OWN_ACCOUNT
                    + ",2026-10-05,,EUR,100,Acme,DE02120300000000202051,,INV-1001\n");
            new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger), IntakeDesk.COMPANIES,
                    MatchingPolicy.shipped()).run(IntakeDesk.DAY);
            poll(desk, row("INV-1001", "130", "2026-10-31", "12:00:00"));
            assertThat(OpenState.of(desk.database)).containsExactly(Map.entry("INV-1001", "C-1 30.0000"));
            assertThat(takenBack(desk)).containsExactly(0L);
            new ApplyJob(desk.ledger, IntakeDesk.COMPANIES, People.ALL).unapply(People.anna(IntakeDesk.DAY),
                    OpenState.active(desk.database, "INV-1001").get(0));
            assertThat(takenBack(desk)).containsExactly(1L);
        }
    }

    private static List<Long> takenBack(IntakeDesk desk) {
        return new WorklistStore(desk.ledger).figures("main", LocalDate.of(2026, 10, 1), IntakeDesk.DAY).stream()
                .map(RuleFigures::takenBack).toList();
    }

    /** As reconciliation would: the receipt settles part of the only item. */
    private static void pay(IntakeDesk desk, String amount, String left) {
        Rows.execute(desk.database, "INSERT INTO allocation (allocation_id, batch_id, company, kind, receipt_id, item_id,"
                + " customer_id, currency, amount, rule, rule_version, evidence, decided_by, reason, effective_on, posting_date)"
                + " SELECT 1, d.batch_id, 'main', 'PAYMENT', r.receipt_id, d.item_id, 'C-1', 'EUR', " + amount
                + ", 'test', '1', 'test', 'test', '', r.booking_date, r.booking_date FROM document d, receipt r");
        Rows.execute(desk.database, "UPDATE open_item SET open_amount = " + left);
        Rows.execute(desk.database, "DELETE FROM open_receipt");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedInEveryPollIsToldOnceAndCanBeCorrected(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            IntakeReport first = poll(desk, row("INV-1", "-1", "2026-10-31", "10:00:00"));
            assertThat(first.rejections()).extracting(Rejection::toString).containsExactly("erp:1: amount: '-1' is not"
                    + " above zero; write the amount without a sign; a credit note is told by its document_type");
            poll(desk, row("INV-1", "-1", "2026-10-31", "10:00:00"));
            RejectsJob rejects = new RejectsJob(desk.store, desk.job, desk.folders);
            assertThat(rejects.list()).singleElement().satisfies(file -> {
                assertThat(file.fileId()).isEqualTo(first.fileId());
                assertThat(rejects.fileOf(file)).isRegularFile();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatNobodyKnowsIsAFaultOfTheMapping(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            Map<String, Object> row = row("INV-1", "1", "2026-10-31", "10:00:00");
            row.put("COLOUR", "red");
            assertThatThrownBy(() -> poll(desk, row)).isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("erp:1: file: column 'COLOUR' of its SQL is not known; name it with AS as one of");
            assertThat(Rows.count(desk.database, "batch")).isZero();
        }
    }

    private static IntakeReport poll(IntakeDesk desk, Map<String, Object> row) {
        return poll(desk, List.of(row));
    }

    private static IntakeReport poll(IntakeDesk desk, List<Map<String, Object>> rows) {
        return desk.job.takeRows(ERP, rows.iterator(), IntakeDesk.DAY);
    }

    private static Map<String, Object> row(String number, String amount, String due, String changed) {
        Map<String, Object> row = new HashMap<>();
        row.put("DOCUMENT_TYPE", "INVOICE");
        row.put("DOCUMENT_NUMBER", number);
        row.put("CUSTOMER_ID", "C-1");
        row.put("ISSUE_DATE", java.sql.Date.valueOf("2026-10-01"));
        row.put("DUE_DATE", due);
        row.put("CURRENCY", "EUR");
        row.put("AMOUNT", new BigDecimal(amount));
        row.put("CHANGED_AT", java.sql.Timestamp.valueOf("2026-10-01 " + changed));
        return row;
    }

    private static List<Long> counts(IntakeReport report) {
        return List.of(report.read(), report.accepted(), report.duplicate(), report.rejected());
    }
}
