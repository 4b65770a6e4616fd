package org.saldo.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.intake.IntakeDesk.INVOICE_HEADER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.settings.MappingFile;
import org.saldo.store.BatchKind;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.intake.GoLiveStore;
import org.saldo.store.intake.RefusedFile;

/** A company goes live when its opening items agree with the ERP; and what was refused is cured and taken in again. */
class GoLiveAndRejectsTest {

    private static final String OPENING = INVOICE_HEADER.replace("\n", ",open_amount,dunning_level\n")
            + "INVOICE,INV-1,C-1,2026-01-01,2026-01-31,EUR,100.00,40.00,2\n"
            + "CREDIT_NOTE,CN-1,C-1,2026-01-01,2026-01-31,EUR,10.00,,\n";
    private static final String CREDIT = IntakeDesk.PAYMENT_HEADER + "P-1," + IntakeDesk.OWN_ACCOUNT
            + ",2026-02-01,,EUR,5.00,,,,\n";
    private static final String CONTROL = "company,as_of,currency,balance,customer_id\n";

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void nothingLeavesTheHouseUntilTheOpeningEqualsAControlBalance(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            GoLiveStore goLive = new GoLiveStore(desk.ledger);
            assertThat(goLive.blocked("main")).isEmpty();
            desk.takeOpening("o.csv", OPENING, true);
            desk.takeOpening("c.csv", CREDIT, true);
            assertThat(goLive.blocked("main")).map(Words::toString)
                    .hasValue("company main is not live yet: opening items EUR 25.00, ERP gave no"
                    + " control balance; feed in the control balance (inbox/controls), or `saldo release main --reason ...`");
            assertThat(goLive.blocked("north")).isEmpty();
            desk.take("k.csv", CONTROL + "main,2026-02-28,EUR,20,C-1\nmain,2026-02-28,EUR,4,C-2\n");
            assertThat(goLive.blocked("main").map(Words::toString).orElse("")).contains("ERP EUR 24.00, apart by EUR 1.00");
            desk.take("k2.csv", CONTROL + "main,2026-02-28,EUR,25,\n");
            assertThat(goLive.blocked("main")).isEmpty();
            desk.take("k3.csv", CONTROL + "main,2026-03-31,EUR,999,\n");
            assertThat(goLive.blocked("main")).as("business goes on, and it stays live").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPersonMayReleaseTheDifferenceAndTheSameDocumentMayComeAgainLater(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            GoLiveStore goLive = new GoLiveStore(desk.ledger);
            desk.takeOpening("o.csv", OPENING, true);
            desk.take("k.csv", CONTROL + "main,2026-02-28,EUR,31,\n");
            release(desk, goLive, "29.00", "wrong");
            assertThat(goLive.blocked("main")).isPresent();
            release(desk, goLive, "30.00", "rounding of the old system");
            assertThat(goLive.blocked("main")).isEmpty();
            IntakeReport later = desk.take("i.csv", INVOICE_HEADER + "INVOICE,INV-1,C-1,2026-01-01,2026-01-31,EUR,100.00\n");
            assertThat(List.of(later.duplicate(), later.rejected())).containsExactly(1L, 0L);
            IntakeReport other = desk.takeOpening("o2.csv", OPENING.replace("40.00", "41.00"), true);
            assertThat(other.rejections().get(0).reason()).isEqualTo(
                    "INV-1 is in the ledger already and differs: open_at_start is '40' there and '41' here");
        }
    }

    private static void release(IntakeDesk desk, GoLiveStore goLive, String opening, String reason) {
        GoLiveStore.Difference difference = new GoLiveStore.Difference(Money.of("EUR", opening),
                Optional.of(Money.of("EUR", "31.00")), false);
        Decider anna = new Decider("anna", reason, IntakeDesk.DAY, "main");
        desk.ledger.write(BatchKind.PERSON, "anna", IntakeDesk.DAY, batch -> goLive.release(batch, anna, "main", difference));
    }

    @ParameterizedTest
    @EnumSource
    void refusedRowsAreCuredByAPersonAndTakenInAgain(TestDatabase kind) throws IOException {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            RejectsJob rejects = new RejectsJob(desk.store, desk.job, desk.folders);
            long first = desk.take("i.csv", INVOICE_HEADER + "INVOICE,INV-1,C-1,2026-01-01,1.2.2026,EUR,1\n"
                    + "INVOICE,INV-2,C-1,2026-01-01,1.2.2026,EUR,1\n").fileId();
            RefusedFile waiting = rejects.list().get(0);
            assertThat(List.of(waiting.fileId(), waiting.rejected())).containsExactly(first, 2L);
            assertThat(rejects.reasons(waiting, 1)).singleElement()
                    .hasToString("i.csv:2: due_date: '1.2.2026' is no date; write it as 2026-02-01");
            Path rows = rejects.fileOf(waiting);
            Files.writeString(rows, Files.readString(rows).replaceFirst("1\\.2\\.2026", "2026-02-01"));
            IntakeReport again = rejects.retry(first, Optional.empty(), "anna", IntakeDesk.DAY);
            assertThat(List.of(again.read(), again.accepted(), again.rejected())).containsExactly(2L, 1L, 1L);
            assertThat(rejects.list()).extracting(RefusedFile::fileId).containsExactly(again.fileId());
            assertThat(rows).doesNotExist();
            assertThat(RejectedRows.reasonsOf(rows)).doesNotExist();
            assertThat(rejects.fileOf(rejects.list().get(0))).hasContent(INVOICE_HEADER
                    + "INVOICE,INV-2,C-1,2026-01-01,1.2.2026,EUR,1\n");
            assertThatThrownBy(() -> rejects.retry(first, Optional.empty(), "anna", IntakeDesk.DAY)).isInstanceOf(Refused.class)
                    .hasMessage("rejects " + first + ": nothing of this id waits; `saldo rejects list` shows what does");
            assertThat(Rows.count(desk.database, "rejection_retry")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusedRowsOfAFileWithoutAHeaderComeBackWithoutOne(TestDatabase kind) throws IOException {
        Path mapping = IntakeDesk.write(data.resolve("konto.yaml"), """
                id: konto
                kind: payments
                match: {file: 'konto*'}
                header: none
                skip-lines: 1
                dates: [dd.MM.yyyy]
                columns: {booking_date: 1, amount: 2, payment_id: 3}
                constants: {account_iban: DE89370400440532013000, currency: EUR}
                """);
        try (IntakeDesk desk = new IntakeDesk(kind, data, MappingFile.read(mapping))) {
            IntakeReport report = desk.take("konto.txt", "the bank's line\n01.10.2026,1.00,P-1\n01.10.2026,1.x,P-2\n");
            assertThat(List.of(report.read(), report.accepted(), report.rejected())).containsExactly(2L, 1L, 1L);
            RejectsJob rejects = new RejectsJob(desk.store, desk.job, desk.folders);
            Path rows = rejects.fileOf(rejects.list().get(0));
            assertThat(rows).hasContent("the bank's line\n01.10.2026,1.x,P-2\n");
            Files.writeString(rows, Files.readString(rows).replace("1.x", "1.5"));
            assertThat(rejects.retry(report.fileId(), Optional.empty(), "anna", IntakeDesk.DAY).accepted()).isEqualTo(1);
            assertThat(rejects.list()).isEmpty();
        }
    }
}
