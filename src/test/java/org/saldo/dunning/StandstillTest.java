package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.Cases.DAY;
import static org.saldo.dunning.Cases.cover;
import static org.saldo.dunning.Cases.covered;
import static org.saldo.dunning.Cases.debt;
import static org.saldo.dunning.Cases.eur;
import static org.saldo.dunning.Cases.owes;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Customer;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.MasterStop;
import org.saldo.ledger.PostalAddress;

/** What keeps items back because the data say so: direct debits, what we owe the same party, a ladder that is not there. */
class StandstillTest {

    private static final BusinessCalendars CALENDARS = new BusinessCalendars(Map.of(),
            Map.of("US", ZoneId.of("America/New_York")));

    @Test
    void whatWeOweKeepsBackItemsOfAsMuchTheOldestFirst() {
        DunningCase owes = owes(debt(1, 20, 0, eur("60.00")), debt(2, 15, 0, eur("50.00")), debt(3, 10, 0, eur("40.00")));
        DunningDecision decision = decide(covered(owes, cover(Cover.Kind.PAYABLE, "100.00", DAY)));
        Reminder.Section section = decision.reminder().orElseThrow().sections().get(0);
        assertThat(section.lines()).extracting(line -> line.debt().document() + " " + line.debt().askable())
                .as("all of 60 and 40 of 50 are kept back").containsExactly("INV-2 EUR 10.00", "INV-3 EUR 40.00");
        assertThat(List.of(section.open(), section.excluded(), section.asked()))
                .containsExactly(eur("90.00"), eur("40.00"), eur("50.00"));
        assertThat(section.notAskedFor()).singleElement().satisfies(part -> {
            assertThat(part.mark()).isEqualTo(ItemMark.HELD);
            assertThat(part.amount()).isEqualTo(eur("40.00"));
        });
        assertThat(decision.withheld()).extracting(Withheld::words).hasSize(2).allSatisfy(words -> assertThat(words.toString())
                .contains("we owe the same party EUR 100.00 (payables of 2026-10-29, until they are 5 business days old)"));
        assertThat(decision.withheld()).extracting(each -> each.overdue().orElseThrow())
                .containsExactly(eur("60.00"), eur("40.00"));
    }

    @Test
    void oldPayablesKeepNothingBackAndFinanceIsTold() {
        DunningCase owes = owes(debt(1, 20, 0, eur("60.00")));
        LocalDate fresh = LocalDate.of(2026, 10, 22);
        assertThat(decide(covered(owes, cover(Cover.Kind.PAYABLE, "60.00", fresh))).reminder()).isEmpty();
        DunningDecision old = decide(covered(owes, cover(Cover.Kind.PAYABLE, "60.00", fresh.minusDays(1))));
        assertThat(old.reminder()).isPresent();
        assertThat(old.expired()).extracting(Cover::kind).containsExactly(Cover.Kind.PAYABLE);
    }

    @Test
    void ofAnItemThatIsMoreThanWeOweTheRestIsAskedFor() {
        DunningCase owes = owes(debt(1, 20, 0, eur("1000.00")));
        DunningDecision decision = decide(covered(owes, cover(Cover.Kind.PAYABLE, "900.00", DAY)));
        assertThat(decision.reminder().orElseThrow().sections().get(0).asked()).isEqualTo(eur("100.00"));
        DunningDecision both = decide(covered(owes, cover(Cover.Kind.PAYABLE, "900.00", DAY),
                cover(Cover.Kind.UNAPPLIED, "50.00", DAY)));
        assertThat(both.reminder().orElseThrow().sections().get(0).asked()).as("cash covers of what is left")
                .isEqualTo(eur("50.00"));
        DunningDecision little = decide(covered(owes, cover(Cover.Kind.PAYABLE, "990.01", DAY)));
        assertThat(little.reminder()).isEmpty();
        assertThat(little.withheld()).extracting(Withheld::reason).containsExactly(Withheld.Reason.BLOCKED,
                Withheld.Reason.BELOW_MINIMUM);
    }

    @Test
    void whatIsKeptBackNoLongerWithdrawsTheReminderThatLeftItOut() {
        DunningCase owes = owes(debt(1, 20, 0, eur("1000.00")));
        Reminder said = decide(covered(owes, cover(Cover.Kind.PAYABLE, "900.00", DAY))).reminder().orElseThrow();
        assertThat(said.contradictedBy(overdue(covered(owes, cover(Cover.Kind.PAYABLE, "900.00", DAY))))).isEmpty();
        assertThat(said.contradictedBy(overdue(covered(owes, cover(Cover.Kind.PAYABLE, "800.00", DAY))))).isPresent();
        assertThat(said.contradictedBy(overdue(owes))).isPresent();
    }

    @Test
    void whatIsCollectedIsAskedForOnlyAFewBusinessDaysAfterItsDueDate() {
        DunningCase owes = owes(debt(1, 7, 0, eur("60.00")), debt(2, 8, 0, eur("50.00")));
        DunningDecision decision = decide(with(owes, stopped(BlockKind.DIRECT_DEBIT, null, "")));
        assertThat(decision.reminder().orElseThrow().sections().get(0).lines()).extracting(line -> line.debt().document())
                .containsExactly("INV-2");
        assertThat(decision.withheld()).singleElement().asString().contains("collected by direct debit", "2026-10-22");
        assertThat(decide(with(owes, stopped(BlockKind.DIRECT_DEBIT, DAY.minusDays(1), ""))).withheld()).isEmpty();
    }

    @Test
    void aStopOfTheMasterDataHoldsUntilItsLastDay() {
        assertThat(stopped(BlockKind.INSOLVENT, null, "").stop().whyOn(DAY)).contains(BlockKind.INSOLVENT);
        assertThat(stopped(BlockKind.UNDER_BILL, DAY, "").stop().whyOn(DAY))
                .contains(BlockKind.UNDER_BILL);
        assertThat(stopped(BlockKind.UNDER_BILL, DAY, "").stop().whyOn(DAY.plusDays(1))).isEmpty();
        assertThat(MasterStop.NONE.whyOn(DAY)).isEmpty();
    }

    @Test
    void whoNamesALadderThatIsNotThereIsNotReminded() {
        DunningCase owes = owes(debt(1, 20, 0, eur("60.00")));
        DunningDecision decision = decide(with(owes, stopped(null, null, "standart")));
        assertThat(decision.reminder()).isEmpty();
        assertThat(decision.withheld()).singleElement().satisfies(why -> {
            assertThat(why.reason()).isEqualTo(Withheld.Reason.UNKNOWN_LADDER);
            assertThat(why.words().toString()).contains("'standart' is no ladder of dunning.yaml, which has standard");
        });
        assertThat(decide(with(owes, stopped(null, null, "standard"))).reminder()).isPresent();
    }

    @Test
    void aCustomerWithoutATimeZoneIsInThatOfItsCountry() {
        DunningRun run = new DunningRun(Cases.inOfficeHours(Cases.POLICY), CALENDARS, BusinessCalendar.weekendsOnly("DE"), DAY);
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        var morning = DAY.atTime(9, 30).atZone(berlin).toInstant();
        assertThat(run.notBefore(Cases.customer("C-1", "US", "en"), morning, berlin))
                .isEqualTo(DAY.atTime(9, 0).atZone(ZoneId.of("America/New_York")).toInstant());
        assertThat(run.notBefore(Cases.customer("C-1", "JP", "en"), morning, berlin)).isEqualTo(morning);
    }

    private static List<Reminder.Section> overdue(DunningCase customer) {
        return new DunningRun(Cases.POLICY, CALENDARS, BusinessCalendar.weekendsOnly("DE"), DAY).overdue(customer).sections();
    }

    private static DunningDecision decide(DunningCase customer) {
        return new DunningRun(Cases.POLICY, CALENDARS, BusinessCalendar.weekendsOnly("DE"), DAY).decide(customer);
    }

    private static DunningCase with(DunningCase known, Customer customer) {
        return new DunningCase(customer, known.debts(), known.covers(), known.lastReminded(), known.obstacle(), known.past());
    }

    private static Customer stopped(BlockKind kind, LocalDate until, String ladder) {
        Customer plain = Cases.customer("C-1");
        return new Customer(plain.id(), plain.name(), "DE", "en", "EUR", plain.email(), "", "", "", "", "", "", "", "", "", "",
                Optional.empty(), ladder, "", "", false, false, PostalAddress.NONE,
                kind == null ? MasterStop.NONE : new MasterStop(Optional.of(kind), Optional.ofNullable(until)));
    }
}
