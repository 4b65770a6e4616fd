package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;
import static org.saldo.store.LedgerFixture.customer;
import static org.saldo.store.LedgerFixture.invoice;
import static org.saldo.store.LedgerFixture.receipt;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.People;
import org.saldo.job.RandomRecords;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.job.people.ApplyJob;
import org.saldo.job.people.AssignJob;
import org.saldo.ledger.Company;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Rule;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.LedgerText;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.replay.ReplayedReceipt;

/** Other rules tried on past days: what they would decide otherwise, and that the same rules decide the same. */
class ReplayJobTest {

    private static final MatchingPolicy SHIPPED = MatchingPolicy.shipped();

    /** {@code -Dreplay.histories=300} for a long look. */
    private static final int HISTORIES = Integer.getInteger("replay.histories", 12);

    @TempDir
    private Path data;

    @Test
    void theSameRulesDecideTheSameWhateverCameWhenAndWhateverPeopleDid() {
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB, data)) {
            long byOtherRules = 0;
            for (int seed = 1; seed <= HISTORIES; seed++) {
                byOtherRules += play(desk, seed);
            }
            assertThat(byOtherRules).isGreaterThan(HISTORIES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothDatabasesReplayTheSame(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            for (int seed = 101; seed <= 102; seed++) {
                play(desk, seed);
            }
        }
    }

    /** How many decisions other rules change. */
    private static long play(IntakeDesk desk, int seed) {
        LedgerText.empty(desk.database);
        Random random = new Random(seed);
        history(desk, random);
        List<String> rows = rows(desk);
        List<Company> companies = List.of(IntakeDesk.COMPANIES.get("main"));
        ReplayJob job = new ReplayJob(desk.ledger, companies);
        for (int window = 0; window < 3; window++) {
            LocalDate from = LocalDate.of(2026, 9, 1).plusDays(window == 0 ? 0 : random.nextInt(40));
            List<ReplayedReceipt> different = new ArrayList<>();
            ReplayReport report = job.run(SHIPPED, from, from.plusDays(window == 0 ? 90 : random.nextInt(30)), different::add);
            assertThat(different).as("seed " + seed + " from " + from).isEmpty();
            assertThat(report.different()).isZero();
            assertThat(report.lines()).allMatch(line -> line.before() == line.after()
                    && line.amountBefore().equals(line.amountAfter()));
        }
        Set<Rule> fewer = EnumSet.copyOf(SHIPPED.rules());
        fewer.removeAll(Set.of(Rule.QUOTED_EXACT, Rule.ONLY_ITEM_OF_AMOUNT));
        ReplayReport other = job.run(SHIPPED.withRules(fewer), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), any -> { });
        assertThat(other.lines()).noneMatch(line -> line.after() > 0 && line.rule().equals("quoted-exact"));
        assertThat(rows(desk)).isEqualTo(rows);
        return other.different();
    }

    /** Records come bit by bit, rules and people take turns. */
    private static void history(IntakeDesk desk, Random random) {
        RandomRecords records = new RandomRecords(random);
        List<String[]> lines = new ArrayList<>();
        records.customers("main").forEach(line -> lines.add(new String[] {"customers", RandomRecords.CUSTOMERS, line}));
        records.invoices("main").forEach(line -> lines.add(new String[] {"invoices", RandomRecords.INVOICES, line}));
        records.payments("main", IntakeDesk.OWN_ACCOUNT)
                .forEach(line -> lines.add(new String[] {"payments", RandomRecords.PAYMENTS, line}));
        if (random.nextBoolean()) {
            Collections.shuffle(lines, random);
        }
        ReconciliationJob reconcile = new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger),
                IntakeDesk.COMPANIES, SHIPPED);
        ApplyJob apply = new ApplyJob(desk.ledger, IntakeDesk.COMPANIES, People.ALL);
        AssignJob assign = new AssignJob(desk.ledger, IntakeDesk.COMPANIES, People.ALL);
        for (int i = 0; i < lines.size(); i++) {
            String[] line = lines.get(i);
            desk.take(line[0] + i + ".csv", line[1] + line[2]);
            if (random.nextInt(5) == 0 || i == lines.size() - 1) {
                reconcile.run(IntakeDesk.DAY);
                deed(desk, apply, assign, random);
            }
        }
        reconcile.run(IntakeDesk.DAY);
    }

    private static void deed(IntakeDesk desk, ApplyJob apply, AssignJob assign, Random random) {
        List<String> allocations = Rows.texts(desk.database, "SELECT allocation_id FROM allocation WHERE kind <> 'REFUND'");
        String payment = "P-" + (100 + random.nextInt(13));
        try {
            switch (random.nextInt(6)) {
                case 0 -> apply.unapply(anna(IntakeDesk.DAY), "A-" + allocations.get(random.nextInt(allocations.size())));
                case 1 -> apply.apply(anna(IntakeDesk.DAY), payment, "INV-2026-" + (1000 + random.nextInt(10)), eur("30"));
                case 2 -> assign.assign(anna(IntakeDesk.DAY), payment, "C-1", random.nextBoolean());
                case 3 -> apply.apply(anna(IntakeDesk.DAY), payment, "INV-2026-" + (1010 + random.nextInt(3)), eur("30"),
                        eur("20"));
                case 4 -> apply.writeOff(anna(IntakeDesk.DAY), "INV-2026-" + (1000 + random.nextInt(10)), eur("20"));
                default -> apply.voidDocument(anna(IntakeDesk.DAY), "INV-2026-" + (1000 + random.nextInt(10)));
            }
        } catch (Refused | IllegalArgumentException notNow) {
            assertThat(notNow).hasMessageNotContaining("null");
        }
    }

    private static List<String> rows(IntakeDesk desk) {
        return List.of("batch", "decision", "allocation", "open_item", "open_receipt").stream()
                .map(table -> table + Rows.count(desk.database, table)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aRuleThatIsOffProposesAndLeavesItsItemToTheNextReceipt(TestDatabase kind) {
        try (People people = new People(kind)) {
            people.fixture.take(OCT_10, List.of(customer("C-1", "Acme", "DE11")),
                    List.of(invoice("INV-1001", "C-1", OCT_1, "100.00")),
                    List.of(receipt("P-1", OCT_1.plusDays(2), "100.00", "Acme", "DE11", ""),
                            receipt("P-2", OCT_10, "40.00", "Acme", "DE11", "part of INV-1001")));
            reconcile(people, OCT_10);
            people.fixture.take(OCT_20, List.of(), List.of(invoice("INV-1002", "C-1", OCT_10, "70.00")),
                    List.of(receipt("P-3", OCT_20, "70.00", "Acme", "DE11", "INV-1002")));
            reconcile(people, OCT_20);
            assertThat(replay(people, Set.of(), OCT_1, OCT_25)).isEmpty();
            assertThat(replay(people, Set.of(Rule.PART_PAYMENT), OCT_1, OCT_25)).containsExactly(
                    "P-1 DEFERRED   -> APPLIED only-item-of-amount INV-1001 100.00",
                    "P-2 APPLIED part-payment INV-1001 40.00 -> DEFERRED  ");
            assertThat(replay(people, Set.of(Rule.PART_PAYMENT), OCT_10, OCT_25)).hasSize(1);
            assertThat(replay(people, Set.of(Rule.QUOTED_EXACT), OCT_20, OCT_20)).containsExactly(
                    "P-3 APPLIED quoted-exact INV-1002 70.00 -> PROPOSED  INV-1002 70.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatPeopleDidStandsBesideWhatOtherRulesWouldHaveDone(TestDatabase kind) {
        try (People people = new People(kind)) {
            people.fixture.take(OCT_10, List.of(customer("C-1", "Acme", "DE11")),
                    List.of(invoice("INV-1001", "C-1", OCT_1, "100.00"), invoice("INV-1002", "C-1", OCT_1, "100.00")),
                    List.of(receipt("P-1", OCT_10, "100.00", "Acme", "DE11", "INV-1001"),
                            receipt("P-2", OCT_10, Money.of("EUR", "100.00"), "Acme", "DE11", "", "")));
            reconcile(people, OCT_10, Set.of(Rule.ONLY_ITEM_OF_AMOUNT, Rule.WHOLE_BALANCE, Rule.ONLY_SET_OF_AMOUNT));
            people.apply.apply(anna(OCT_20), "P-2", "INV-1002", eur("60"));
            List<ReplayedReceipt> different = different(people, Set.of(), OCT_1, OCT_25);
            assertThat(different).hasSize(1);
            assertThat(different.get(0).before().outcome()).isEqualTo("PROPOSED");
            assertThat(different.get(0).after().documents()).isEqualTo("INV-1002 100.00");
            assertThat(different.get(0).byPerson()).isEqualTo("INV-1002 60.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentOfWhichAPartWentBackWaitsForAPerson(TestDatabase kind) {
        try (People people = new People(kind)) {
            people.fixture.take(OCT_10, List.of(customer("C-1", "Acme", "DE11")), List.of(),
                    List.of(receipt("P-1", OCT_1, "80.00", "Acme", "DE11", "INV-1001"),
                            receipt("P-2", OCT_10, Money.of("EUR", "-30.00"), "Acme", "DE11", "RETURN", "P-1")));
            reconcile(people, OCT_10);
            people.fixture.take(OCT_20, List.of(), List.of(invoice("INV-1001", "C-1", OCT_1, "80.00")), List.of());
            assertThat(reconcile(people, OCT_20).written()).isZero();
            assertThat(people.open()).containsEntry("P-1", "C-1 50.0000");
            assertThat(replay(people, Set.of(), OCT_1, OCT_25)).isEmpty();
        }
    }

    @Test
    void daysInTheWrongOrderAreRefused() {
        try (People people = new People(TestDatabase.HSQLDB)) {
            assertThatThrownBy(() -> replay(people, Set.of(), OCT_10, OCT_1)).isInstanceOf(Refused.class)
                    .hasMessage("replay from 2026-10-10 to 2026-10-01: the last day is before the first; exchange them");
        }
    }

    private static ReconciliationReport reconcile(People people, LocalDate day) {
        return reconcile(people, day, Set.of());
    }

    private static ReconciliationReport reconcile(People people, LocalDate day, Set<Rule> without) {
        try (Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "test")) {
            return new ReconciliationJob(leases, new ReconciliationStore(people.fixture.ledger()), people.companies,
                    without(without)).run(day);
        }
    }

    private static MatchingPolicy without(Set<Rule> rules) {
        Set<Rule> fewer = EnumSet.copyOf(SHIPPED.rules());
        fewer.removeAll(rules);
        return SHIPPED.withRules(fewer);
    }

    private static List<ReplayedReceipt> different(People people, Set<Rule> without, LocalDate from, LocalDate to) {
        List<ReplayedReceipt> different = new ArrayList<>();
        new ReplayJob(people.fixture.ledger(), people.companies.all()).run(without(without), from, to, different::add);
        return different;
    }

    private static List<String> replay(People people, Set<Rule> without, LocalDate from, LocalDate to) {
        return different(people, without, from, to).stream().map(receipt -> receipt.paymentId() + " " + told(receipt.before())
                + " -> " + told(receipt.after())).toList();
    }

    private static String told(org.saldo.store.replay.ReplayedDecision decision) {
        return decision.outcome() + " " + decision.rule().replace("none", "") + " " + decision.documents();
    }
}
