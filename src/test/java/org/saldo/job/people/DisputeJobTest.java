package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.dunning.Dispute;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.PaymentPromise.State;
import org.saldo.dunning.Standing;
import org.saldo.job.People;
import org.saldo.ledger.Authority;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Standings;
import org.saldo.store.TestDatabase;

/** Disputes, promises and plans are kept by people's word, refused where the books do not allow them, and can be taken back. */
class DisputeJobTest {

    private static final Instruction.Terms PRICE = new Instruction.Terms("PRICE", "bernd", "", "");
    private static final CustomerId C_1 = new CustomerId("main", "C-1");
    private static final LocalDate NOV_2 = LocalDate.of(2026, 11, 2);
    private static final LocalDate NOV_9 = LocalDate.of(2026, 11, 9);

    @ParameterizedTest
    @EnumSource
    void aDisputeHasAnOwnerAndADayOfAnswerAndNeverExceedsWhatIsOpen(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Decided opened = people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.of(eur("30")), PRICE);
            assertThat(opened.text()).contains("EUR 30.00 of INV-1 is disputed", "bernd answers by 2026-10-27");
            assertRefused(() -> people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.of(eur("70.01")), PRICE),
                    "EUR 30.00 of it is disputed already; give at most EUR 70.00");
            Decided rest = people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.empty(),
                    new Instruction.Terms("duplicate-invoice", "", "", ""));
            assertThat(rest.text()).contains("EUR 70.00", "finance answers by 2026-10-23");
            assertRefused(() -> people.jobs.dispute().open(anna(OCT_20), "INV-2", Optional.empty(),
                    new Instruction.Terms("WEATHER", "", "", "")), "give one of DISC_EARNED");
            assertThat(standing(people, OCT_20).disputes()).hasSize(2).allMatch(Dispute::isOpen);
            assertThat(standing(people, OCT_20).disputes().get(0).isLate(LocalDate.of(2026, 10, 28))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDisputeEndsOnceAndItsEndCanBeTakenBack(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            String id = people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.empty(), PRICE).id();
            assertThat(people.jobs.dispute().end(anna(OCT_25), id, "for-customer").text()).contains("a credit note");
            assertRefused(() -> people.jobs.dispute().end(anna(OCT_25), id, "for-us"),
                    "was resolved for customer already by anna on 2026-10-25");
            assertThat(standing(people, OCT_20).disputes()).allMatch(Dispute::isOpen);
            assertThat(standing(people, OCT_25).disputes()).noneMatch(Dispute::isOpen);
            people.jobs.dispute().reopen(anna(OCT_25), id);
            assertThat(standing(people, OCT_25).disputes()).allMatch(Dispute::isOpen);
            assertRefused(() -> people.jobs.dispute().reopen(anna(OCT_25), id), "nothing has followed of it");
            assertRefused(() -> people.jobs.dispute().end(anna(OCT_25), "D-1", "for-us"), "dispute D-1: is not known");
            people.jobs.dispute().end(anna(OCT_25), id, "WITHDRAWN");
            assertThat(standing(people, OCT_25).disputes()).noneMatch(Dispute::isOpen);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPromiseIsJudgedByTheCashThatIsBookedInTime(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            LocalDate made = LocalDate.of(2026, 10, 9);
            String id = people.jobs.promise().promise(anna(made), Instruction.promise("C-1", "INV-1", eur("100"),
                    LocalDate.of(2026, 10, 9), Instruction.Terms.NONE)).id();
            assertThat(state(people, made)).isEqualTo(State.OPEN);
            people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("60"));
            assertThat(state(people, made)).as("as of the day before the cash").isEqualTo(State.OPEN);
            assertThat(state(people, OCT_20)).as("P-1 leaves 60.00 on account").isEqualTo(State.KEPT);
            people.apply.apply(anna(OCT_20), "P-1", "INV-2", eur("50"));
            assertThat(state(people, OCT_20)).as("10.00 are left on account").isEqualTo(State.PARTLY_KEPT);
            people.jobs.promise().cancel(anna(OCT_25), id);
            assertThat(state(people, OCT_25)).isEqualTo(State.CANCELLED);
            people.jobs.promise().reopen(anna(OCT_25), id);
            assertThat(state(people, OCT_25)).isEqualTo(State.PARTLY_KEPT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPromiseIsRefusedWhereItSaysNothingThatCanBeKept(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            PromiseJob job = people.jobs.promise();
            assertRefused(() -> job.promise(anna(OCT_20), promise("C-1", "INV-1", "100.01", NOV_2)), "give at most that");
            assertRefused(() -> job.promise(anna(OCT_20), promise("C-1", "INV-3", "10", NOV_2)), "it is C-2's");
            assertRefused(() -> job.promise(anna(OCT_20), promise("C-1", "", "10", OCT_20.minusDays(1))), "has passed");
            assertRefused(() -> job.promise(anna(OCT_20), promise("C-1", "", "10", OCT_20.plusDays(31))), "a plan instead");
            assertRefused(() -> job.promise(anna(OCT_20), promise("C-9", "", "10", NOV_2)), "C-9: is not known");
            job.promise(anna(OCT_20), promise("C-1", "", "120", NOV_2));
            assertRefused(() -> job.promise(anna(OCT_20), promise("C-1", "INV-1", "10", NOV_2)), "EUR 0.00");
            job.promise(anna(OCT_20), promise("C-1", "INV-2", "30", NOV_2));
            assertRefused(() -> job.promise(anna(OCT_20), promise("C-1", "", "1", NOV_2)), "has 2 promises open");
            assertThat(standing(people, LocalDate.of(2026, 11, 20)).promiseRecord().brokenInARow()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlanAddsUpCountsFromItsAcceptanceAndIsBrokenByAnInstalmentThatIsMissed(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            PlanJob job = people.jobs.plan();
            assertRefused(() -> job.propose(anna(OCT_20), plan("2026-11-02:100.00,2026-11-09:49.99")),
                    "add up to EUR 149.99, the documents to EUR 150.00");
            assertRefused(() -> job.propose(anna(OCT_20), plan("2026-11-09:100.00,2026-11-02:50.00")), "put the days in order");
            assertRefused(() -> job.propose(anna(OCT_20), plan("soon:150.00")), "'soon:150.00' is no day and amount");
            String id = job.propose(anna(OCT_20), plan("2026-11-02:100.00 + 2026-11-09:50.00")).id();
            assertThat(planState(people, OCT_20)).isEqualTo(InstalmentPlan.State.PROPOSED);
            job.accept(anna(OCT_20), id);
            assertRefused(() -> job.accept(anna(OCT_20), id), "was accepted already by anna");
            assertThat(planState(people, NOV_2.plusDays(2))).as("the days of grace").isEqualTo(InstalmentPlan.State.KEPT);
            assertThat(planState(people, NOV_2.plusDays(3))).isEqualTo(InstalmentPlan.State.BROKEN);
            people.apply.apply(anna(OCT_25), "P-1", "INV-1", eur("100"));
            assertThat(planState(people, NOV_2.plusDays(3))).isEqualTo(InstalmentPlan.State.KEPT);
            people.apply.apply(anna(OCT_25), "P-2", "INV-2", eur("50"));
            assertThat(planState(people, NOV_9)).isEqualTo(InstalmentPlan.State.PAID);
            job.end(anna(OCT_25), id);
            assertRefused(() -> job.accept(anna(OCT_25), id), "was ended already by anna");
            job.reopen(anna(OCT_25), id);
            assertThat(planState(people, NOV_9)).isEqualTo(InstalmentPlan.State.PAID);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDisputedOrPromisedGoesIntoNoPlan(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.jobs.dispute().open(anna(OCT_20), "INV-1", Optional.of(eur("1")), PRICE);
            assertRefused(() -> people.jobs.plan().propose(anna(OCT_20), plan("2026-11-02:150.00")), "is disputed (D-");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aboveTheLimitASecondPersonApprovesWhatIsThenRecordedOnce(TestDatabase kind) {
        Money limit = Money.of("EUR", "60.00");
        Set<PersonAction> rights = EnumSet.of(PersonAction.DISPUTE, PersonAction.PROMISE, PersonAction.PLAN);
        Authority rules = new Authority("authority.yaml", List.of(new Authority.Grant("anna", rights, Optional.empty()),
                new Authority.Grant("bernd", rights, Optional.empty())), List.of(new Authority.FourEyes(rights,
                Map.of(Currency.getInstance("EUR"), limit), Set.of())), Map.of(), Optional.empty());
        try (People people = new People(kind, rules).withRecords()) {
            Instruction given = Instruction.dispute("INV-1", Optional.empty(), PRICE);
            Decided waits = people.jobs.instructions().carryOut(anna(OCT_20).under("mine-1", given), given);
            assertThat(waits.text()).contains("waits for a second person: dispute of INV-1 for PRICE", "to approve: bernd");
            assertThat(standing(people, OCT_20).disputes()).isEmpty();
            Instruction promise = promise("C-1", "INV-1", "70", NOV_2);
            Decided second = people.jobs.instructions().carryOut(anna(OCT_20).under("mine-2", promise), promise);
            assertThat(people.jobs.instructions().approve("bernd", second.id(), "", OCT_25).text())
                    .contains("C-1 pays EUR 70.00");
            assertThat(people.jobs.instructions().approve("bernd", waits.id(), "", OCT_25).text())
                    .contains("EUR 100.00 of INV-1");
            assertThat(standing(people, OCT_25).disputes()).singleElement()
                    .matches(dispute -> dispute.owner().equals("bernd"));
        }
    }

    private static Instruction promise(String customer, String documents, String amount, LocalDate day) {
        return Instruction.promise(customer, documents, eur(amount), day, Instruction.Terms.NONE);
    }

    private static Instruction plan(String schedule) {
        return Instruction.plan("C-1", "INV-1 + INV-2", new Instruction.Terms("", "", schedule, ""));
    }

    private static Standing standing(People people, LocalDate day) {
        return Standings.of(people.database, C_1, day);
    }

    private static State state(People people, LocalDate day) {
        return standing(people, day).promises().get(0).state();
    }

    private static InstalmentPlan.State planState(People people, LocalDate day) {
        return standing(people, day).plans().get(0).state();
    }

    private static void assertRefused(Runnable decision, String message) {
        assertThatThrownBy(decision::run).isInstanceOf(Refused.class).hasMessageContaining(message);
    }
}
