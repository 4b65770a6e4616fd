package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.dunning.Cases;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.DunningRun;
import org.saldo.dunning.Ladder;
import org.saldo.dunning.Step;
import org.saldo.job.ExplainJob;
import org.saldo.job.ExportJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.HouseStepStore.Outcome;
import org.saldo.store.dunning.HouseStepStore.Row;

/** Steps inside the house are kept once, told, and ended by who may. */
class HouseStepJobTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Authority RULES = new Authority("authority.yaml", List.of(
            new Authority.Grant("anna", EnumSet.of(PersonAction.BLOCK), Optional.empty())), List.of(), Map.of(),
            Optional.empty());

    @ParameterizedTest
    @EnumSource
    void aStepIsKeptOnceAndEndsByAPersonOrWhenAllIsPaid(TestDatabase kind) {
        Database database = kind.open();
        try {
            Ledger ledger = new Ledger(database, () -> Instant.parse("2026-10-29T08:00:00Z"));
            DunningBooks books = new DunningBooks(database, ledger);
            books.customer("C-1", "c1@acme.example", "en");
            books.customer("C-2", "", "en");
            books.openingInvoice("INV-1", "C-1", DAY.minusDays(40), "100.00", 1);
            books.openingInvoice("INV-2", "C-1", DAY.minusDays(20), "30.00", 1);
            books.openingInvoice("INV-3", "C-2", DAY.minusDays(20), "5.50", 1);
            take(ledger, DAY);
            take(ledger, DAY);
            HouseStepJob job = new HouseStepJob(ledger);
            assertThat(job.waiting("main", DAY)).extracting(Row::words).satisfiesExactly(
                    words -> assertThat(words).contains("call the customer: C-1 ACME C-1, EUR 130.00 overdue, for 40 days"),
                    words -> assertThat(words).contains("call the customer: C-2 ACME C-2, EUR 5.50 overdue, for 20 days"));
            take(ledger, DAY.plusDays(1));
            assertThat(job.waiting("main", DAY.plusDays(1))).extracting(Row::kind).containsExactly(Step.Kind.PHONE,
                    Step.Kind.PHONE, Step.Kind.HANDOVER);
            String first = job.waiting("main", DAY).get(0).label();
            assertThatThrownBy(() -> job.end(by("carla"), RULES, first, Outcome.DONE)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> job.end(by("anna"), RULES, "H-9999999", Outcome.DONE)).hasMessageContaining("not known");
            assertThat(job.end(by("anna"), RULES, first, Outcome.DONE).text()).contains("done");
            assertThatThrownBy(() -> job.end(by("anna"), RULES, first, Outcome.DROPPED)).hasMessageContaining("has ended");
            books.pay("INV-3", "5.50");
            assertThat(job.waiting("main", DAY.plusDays(1))).extracting(Row::kind).containsExactly(Step.Kind.HANDOVER);
            assertThat(export(ledger)).extracting(row -> row.get("kind") + " " + row.get("customer_id") + " "
                    + row.get("amount") + " " + row.get("documents") + " " + row.get("state")).containsExactly(
                    "PHONE C-1 130.00 INV-1, INV-2 DONE", "PHONE C-2 5.50 INV-3 SETTLED", "HANDOVER C-1 100.00 INV-1 OPEN");
            assertThat(new ExplainJob(ledger, new Companies(List.of(LedgerFixture.MAIN))).explain("C-1"))
                    .contains("step " + first + ": done", "by: anna", "prepare the handover");
        } finally {
            database.close();
        }
    }

    private static List<Map<String, String>> export(Ledger ledger) {
        return new ExportJob(ledger, () -> AgingBuckets.USUAL).rows(new ExportQuestion(
                ExportKind.HOUSE_STEPS, DAY.plusDays(1), Optional.empty(), "", ExportFormat.CSV));
    }

    private static Decider by(String person) {
        return new Decider(person, "spoken with Ms Li", DAY.plusDays(1), "");
    }

    private static void take(Ledger ledger, LocalDate day) {
        DunningPolicy policy = new DunningPolicy("1", List.of(Ladder.counted("main", Ladder.Fit.ALL, 3, List.of(
                Step.reminder(1, 5, 7), Cases.inside(Step.Kind.PHONE, 10),
                Cases.inside(Step.Kind.HANDOVER, 30)), Optional.empty())),
                Map.of(), 3, 5, 500, List.of());
        BusinessCalendars calendars = new BusinessCalendars(Map.of());
        Map<String, DunningCase> cases = new DunningStore(ledger).cases("main", List.of("C-1", "C-2"), day);
        ledger.write(BatchKind.REMINDER, "test", day, batch -> HouseStepJob.take(batch,
                new DunningRun(policy, calendars, BusinessCalendar.weekendsOnly("DE"), day), policy.version(), cases.values()));
    }
}
