package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.job.ExplainJob;
import org.saldo.job.ExportJob;
import org.saldo.job.People;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.ItemNote;
import org.saldo.money.Money;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.MovementStore;
import org.saldo.store.statement.ItemNotes;

/** What is disputed, promised or in a plan shows in lists, in `explain` and beside a statement's items, as of any day. */
class StandingListsTest {

    private static final LocalDate OCT_31 = LocalDate.of(2026, 10, 31);
    private static final LocalDate NOV_20 = LocalDate.of(2026, 11, 20);
    private static final Instruction.Terms PRICE = new Instruction.Terms("PRICE", "bernd", "", "mail:4711");

    @ParameterizedTest
    @EnumSource
    void openItemsAreListedWithWhatHoldsOfThemAsOfTheDayAndAsKnownThen(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Instant before = people.fixture.ledger().knownAt();
            people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.of(eur("30")), PRICE);
            people.jobs.promise().promise(anna(OCT_20), promise("INV-2", "50", LocalDate.of(2026, 11, 2)));
            String plan = people.jobs.plan().propose(anna(OCT_20), Instruction.plan("C-2", "INV-3",
                    new Instruction.Terms("", "", "2026-12-15:80.00", ""))).id();
            people.jobs.plan().accept(anna(OCT_25), plan);
            assertThat(statuses(people, OCT_25, Optional.empty())).containsExactly("DISPUTED", "PROMISED", "IN_PLAN");
            assertThat(statuses(people, OCT_20, Optional.empty())).containsExactly("DISPUTED", "PROMISED", "OPEN");
            assertThat(statuses(people, NOV_20, Optional.empty())).containsExactly("DISPUTED", "OVERDUE", "IN_PLAN");
            assertThat(statuses(people, OCT_25, Optional.of(before))).containsExactly("OPEN", "OPEN", "OPEN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void disputesPromisesAndPlansHaveListsOfTheirOwn(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            String dispute = people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.of(eur("30")), PRICE).id();
            people.jobs.promise().promise(anna(OCT_20), promise("INV-2", "50", OCT_25));
            people.jobs.plan().propose(anna(OCT_20), Instruction.plan("C-2", "INV-3",
                    new Instruction.Terms("", "", "2026-12-15:80.00", "")));
            assertThat(list(people, ExportKind.DISPUTES, OCT_31, Optional.empty()).get(1)).startsWith("main," + dispute
                    + ",INV-1,C-1,EUR,30.00,PRICE,bernd,2026-10-20,2026-10-27,LATE,,mail:4711,");
            assertThat(list(people, ExportKind.PROMISES, OCT_31, Optional.empty()).get(1)).contains(
                    "C-1,EUR,50.00,0.00,INV-2 50.00,2026-10-20,2026-10-25,2026-10-27,BROKEN,1");
            assertThat(list(people, ExportKind.PROMISES, OCT_25, Optional.empty()).get(1)).contains(",OPEN,0");
            assertThat(list(people, ExportKind.PROMISES_KEPT, OCT_31, Optional.empty())).containsExactly(
                    "company,month,currency,promises,kept,partly_kept,broken,kept_share,promised_amount,paid_amount,paid_share",
                    "main,2026-10,EUR,1,0,0,1,0.0000,50.00,0.00,0.0000");
            assertThat(list(people, ExportKind.PLANS, OCT_31, Optional.empty()).get(1)).contains(
                    "C-2,EUR,80.00,0.00,INV-3 80.00,2026-12-15:80.00,2026-10-20,PROPOSED,0");
            String told = new ExplainJob(people.fixture.ledger(), people.companies).explain("C-1");
            assertThat(told).contains(dispute + ": EUR 30.00 of INV-1 disputed, another price than agreed (PRICE)",
                    "the answer is late since 2026-10-27", "broken, EUR 0.00 came for it");
            assertThat(new ExplainJob(people.fixture.ledger(), people.companies).explain("INV-1")).contains(dispute)
                    .doesNotContain("PR-");
            assertThat(new ExplainJob(people.fixture.ledger(), people.companies).explain(dispute))
                    .contains("Dispute " + dispute, "source: mail:4711");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatementHasTheSameNotesForEver(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.of(eur("30")), PRICE);
            people.jobs.promise().promise(anna(OCT_20), promise("INV-2", "50", LocalDate.of(2026, 11, 2)));
            StatementOfAccount statement = statement(people);
            List<ItemNote> notes = new ItemNotes(people.fixture.ledger()).of(statement);
            assertThat(notes).extracting(ItemNote::mark, note -> note.until().orElseThrow(), ItemNote::amount)
                    .containsExactlyInAnyOrder(
                            Tuple.tuple(ItemMark.DISPUTED, LocalDate.of(2026, 10, 27),
                                    Optional.of(Money.of("EUR", "30.00"))),
                            Tuple.tuple(ItemMark.PROMISED, LocalDate.of(2026, 11, 2),
                                    Optional.empty()));
            people.jobs.dispute().open(anna(OCT_25), "INV-1", Optional.of(eur("70")), PRICE);
            assertThat(new ItemNotes(people.fixture.ledger()).of(statement)).isEqualTo(notes);
            assertThat(new ItemNotes(people.fixture.ledger()).of(statement(people))).hasSize(3);
        }
    }

    private static StatementOfAccount statement(People people) {
        CustomerId customer = new CustomerId("main", "C-1");
        StatementKey key = new StatementKey(customer, Money.of("EUR", "0.00").currency(), YearMonth.of(2026, 10), 1);
        Instant knownAt = people.fixture.ledger().knownAt();
        return StatementOfAccount.prove(key, knownAt, Optional.empty(), new MovementStore(people.fixture.ledger())
                .accounts(customer, key.firstDay(), OCT_31, knownAt).get(key.currency()), AgingBuckets.USUAL);
    }

    private static Instruction promise(String document, String amount, LocalDate day) {
        return Instruction.promise("C-1", document, eur(amount), day, Instruction.Terms.NONE);
    }

    private static List<String> statuses(People people, LocalDate day, Optional<Instant> knownAt) {
        return list(people, ExportKind.OPEN_ITEMS, day, knownAt).stream().skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1)).toList();
    }

    private static List<String> list(People people, ExportKind kind, LocalDate day, Optional<Instant> knownAt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExportJob(people.fixture.ledger(), () -> AgingBuckets.USUAL).export(
                new ExportQuestion(kind, day, knownAt, "", ExportFormat.CSV), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
