package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.ExplainJob;
import org.saldo.job.People;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.verify.Promise;
import org.saldo.store.verify.VerifyStore;

/** Above a limit one person proposes and another one approves, and nothing in between gets around it. */
class FourEyesTest {

    private static final Set<PersonAction> ALL = EnumSet.allOf(PersonAction.class);
    private static final Currency EUR = Currency.getInstance("EUR");

    private static final Authority RULES = new Authority("authority.yaml", List.of(
            new Authority.Grant("anna", ALL, Optional.empty()),
            new Authority.Grant("bernd", ALL, Optional.of(Map.of(EUR, Money.of("EUR", "75.00")))),
            new Authority.Grant("carla", ALL, Optional.empty(), Set.of("elsewhere")),
            new Authority.Grant("dora", ALL, Optional.empty())),
            List.of(new Authority.FourEyes(Set.of(PersonAction.APPLY, PersonAction.WRITE_OFF),
                    Map.of(EUR, Money.of("EUR", "60.00")), Set.of())), Map.of(), Optional.empty());

    @ParameterizedTest
    @EnumSource
    void whatIsAboveTheLimitWaitsForAnotherPersonAndMovesNothing(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            Map<String, String> before = people.open();
            assertThat(people.apply.apply(anna(OCT_20), "P-2", "INV-3", eur("60")).waits()).isFalse();
            Decided waits = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("60.01"));
            assertThat(waits.text()).contains("waits for a second person: apply P-1 to INV-1 60.01", "to approve: bernd, dora");
            assertThat(people.open()).containsEntry("INV-1", before.get("INV-1")).containsEntry("P-1", before.get("P-1"));
            InstructionJob second = job(people);
            assertRefused(() -> second.approve("anna", waits.id(), "", OCT_25), "who proposes never approves");
            assertRefused(() -> second.approve("Anna", waits.id(), "", OCT_25), "not named there");
            assertRefused(() -> second.approve("carla", waits.id(), "", OCT_25), "for company main");
            assertRefused(() -> second.approve("emil", waits.id(), "", OCT_25), "not named there");
            assertRefused(() -> second.approve("dora", "I-5", "", OCT_25), "I-5: is not known");
            assertThat(second.approve("dora", waits.id(), "seen the paper", OCT_25).text())
                    .contains("EUR 60.01 of P-1 settle INV-1");
            assertThat(people.open()).containsEntry("INV-1", "C-1 39.9900").isEqualTo(people.openFromRows());
            assertRefused(() -> second.approve("dora", waits.id(), "", OCT_25), "was approved already by dora");
            assertThat(new ExplainJob(people.fixture.ledger(), people.companies).explain("INV-1"))
                    .contains("by: anna", "applied by hand, approved by dora (" + waits.id() + ")");
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyFindsWhoHasReleasedWhatHeHadProposed(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            Decided waits = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("60.01"));
            job(people).approve("dora", waits.id(), "", OCT_25);
            VerifyStore verify = new VerifyStore(people.fixture.ledger());
            assertThat(verify.verify(rows -> { }).of(Promise.I22)).matches(result -> result.holds() && result.checked() == 1);
            Rows.execute(people.database, "UPDATE instruction_end SET decided_by = 'Anna'");
            assertThat(verify.verify(rows -> { }).of(Promise.I22).breaches()).singleElement().asString()
                    .contains("was approved by Anna, who had proposed it");
            Rows.execute(people.database, "UPDATE instruction_end SET decided_by = 'dora'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsApprovedIsDoneByTheBooksOfThatDayOrNotAtAll(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            Decided waits = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100"));
            people.apply.apply(anna(OCT_20), "P-2", "INV-1", eur("50"));
            assertRefused(() -> job(people).approve("dora", waits.id(), "", OCT_25), "more than what is open: EUR 50.00");
            assertRefused(() -> job(people).refuse(new Decider("emil", "no", OCT_25, ""), waits.id()), "not named there");
            assertThat(job(people).refuse(new Decider("dora", "paid twice", OCT_25, ""), waits.id()).text())
                    .contains("refused: apply P-1 to INV-1 100.00");
            assertRefused(() -> job(people).approve("dora", waits.id(), "", OCT_25), "was refused already by dora");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anApprovalDoesNotOverruleWhatWasSaidOfThePaymentSince(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            Decided waits = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100"));
            people.assign.assign(anna(OCT_20), "P-1", "C-2", false);
            Map<String, String> before = people.open();
            assertRefused(() -> job(people).approve("dora", waits.id(), "", OCT_25), "P-1: was nobody's when " + waits.id()
                    + " was proposed, and now is C-2's; refuse " + waits.id() + ", and propose anew");
            assertThat(people.open()).isEqualTo(before);
            people.assign.unassign(anna(OCT_25), "P-1");
            people.assign.assign(anna(OCT_25), "P-1", "C-1", false);
            assertThat(job(people).approve("dora", waits.id(), "", OCT_25).waits()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsToBeKeptOnAccountIsNotAnotherCustomersMoney(TestDatabase kind) {
        Authority placing = new Authority("authority.yaml", List.of(new Authority.Grant("anna", ALL, Optional.empty()),
                new Authority.Grant("dora", ALL, Optional.empty())), List.of(new Authority.FourEyes(Set.of(PersonAction.ASSIGN),
                Map.of(EUR, Money.of("EUR", "100.00")), Set.of())), Map.of(), Optional.empty());
        try (People people = new People(kind).withRecords()) {
            people.assign.assign(anna(OCT_20), "P-1", "C-1", false);
            PersonJobs jobs = new PersonJobs(people.fixture.ledger(), people.companies, placing, People.DISPUTES);
            Decided waits = jobs.assign().leaveOnAccount(anna(OCT_20), "P-1");
            assertThat(waits.waits()).isTrue();
            people.assign.assign(anna(OCT_20), "P-1", "C-2", false);
            assertRefused(() -> jobs.instructions().approve("dora", waits.id(), "", OCT_25), "was C-1's when");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLimitIsNotGotAroundInSmallSteps(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            Decided first = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("40"));
            assertThat(people.apply.apply(anna(OCT_20), "P-1", "INV-2", eur("20.01")).waits()).isTrue();
            people.apply.unapply(anna(OCT_20), first.id());
            assertThat(people.apply.apply(anna(OCT_20), "P-1", "INV-2", eur("20.01")).waits()).isFalse();
            assertThat(people.apply.writeOff(anna(OCT_20), "INV-1", eur("40")).waits()).isFalse();
            assertThat(people.apply.writeOff(anna(OCT_20), "INV-1", eur("20.01")).waits()).isTrue();
            assertThat(people.apply.settle(anna(OCT_20), "P-2", "INV-1 1.00 + INV-1 20.01 CASH_DISCOUNT").waits()).isTrue();
            Decider bernd = new Decider("bernd", "small", OCT_20, "");
            assertThat(people.apply.writeOff(bernd, "INV-1", eur("50")).waits()).isFalse();
            assertRefused(() -> people.apply.writeOff(anna(OCT_20), "INV-1", eur("20")), "more than what is open");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalSaysWhatWasDecidedBefore(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            Decider bernd = new Decider("bernd", "small", OCT_20, "");
            people.apply.writeOff(bernd, "INV-1", eur("50"));
            assertRefused(() -> people.apply.writeOff(bernd, "INV-1", eur("26")), "'bernd' may write-off up to EUR 75.00, this"
                    + " is EUR 76.00");
            assertRefused(() -> people.apply.writeOff(bernd, "INV-1", eur("26")), "(EUR 50.00 of it were decided before");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anApproverNeedsTheRightForTheAmount(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            Decided waits = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("75.01"));
            assertThat(waits.text()).endsWith("to approve: dora");
            assertRefused(() -> job(people).approve("bernd", waits.id(), "", OCT_25), "up to EUR 75.00, this is EUR 75.01");
            Decided own = people.apply.apply(new Decider("bernd", "known", OCT_20, ""), "P-1", "INV-1", eur("70"));
            assertThat(own.waits()).isTrue();
            assertThat(job(people).approve("anna", own.id(), "", OCT_25).waits()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSettlementOfSeveralDocumentsIsOneDecisionWithOneLimit(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            assertThat(people.apply.settle(anna(OCT_20), "P-1", "INV-1 40.00 + INV-2 20.01").waits()).isTrue();
            assertThat(people.apply.settle(anna(OCT_20), "P-1", "INV-1 5.00 WRITE_OFF + INV-1 40.00; INV-2 20.00").waits())
                    .isFalse();
            assertThat(people.open()).containsEntry("INV-1", "C-1 55.0000").containsEntry("INV-2", "C-1 30.0000")
                    .containsEntry("P-1", "C-1 60.0000").isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInstructionIsCarriedOutOnceWhateverItsFateIs(TestDatabase kind) {
        try (People people = new People(kind, RULES).withRecords()) {
            Instruction given = Instruction.settle("P-1", "INV-2");
            assertThat(job(people).carryOut(anna(OCT_20).under("mine-1", given), given).text()).contains("EUR 50.00 of P-1");
            assertRefused(() -> job(people).carryOut(anna(OCT_20).under("mine-1", given), given), "came in before as I-");
            Decided waits = job(people).carryOut(anna(OCT_20).under("mine-2", given), Instruction.settle("P-1", "INV-1"));
            assertThat(waits.waits()).isTrue();
            assertRefused(() -> job(people).carryOut(anna(OCT_20).under("mine-2", given), given), "came in before");
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoApproversAtOnceCarryItOutOnce(TestDatabase kind) throws Exception {
        try (People people = new People(kind, RULES).withRecords()) {
            Decided waits = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("70"));
            List<Callable<String>> approvals = List.of("bernd", "dora").stream().<Callable<String>>map(person -> () -> {
                try {
                    return job(people).approve(person, waits.id(), "", OCT_25).text();
                } catch (Refused late) {
                    return late.getMessage();
                }
            }).toList();
            ExecutorService both = Executors.newFixedThreadPool(2);
            List<String> said = new ArrayList<>();
            for (Future<String> each : both.invokeAll(approvals)) {
                said.add(each.get());
            }
            both.shutdown();
            assertThat(said).filteredOn(text -> text.contains("settle INV-1")).hasSize(1);
            assertThat(said).filteredOn(text -> text.contains("was approved already by")).hasSize(1);
            assertThat(people.open()).containsEntry("INV-1", "C-1 30.0000").isEqualTo(people.openFromRows());
        }
    }

    private static InstructionJob job(People people) {
        return new PersonJobs(people.fixture.ledger(), people.companies, RULES, People.DISPUTES).instructions();
    }

    private static void assertRefused(Runnable decision, String message) {
        assertThatThrownBy(decision::run).isInstanceOf(Refused.class).hasMessageContaining(message);
    }
}
