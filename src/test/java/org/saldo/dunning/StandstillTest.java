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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Customer;
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
        assertThat(decision.reminder().orElseThrow().sections().get(0).lines()).extracting(line -> line.debt().document())
                .as("60 and 40 are kept back, 50 is more than was left").containsExactly("INV-2");
        assertThat(decision.reminder().orElseThrow().sections().get(0).asked()).isEqualTo(eur("50.00"));
        assertThat(decision.withheld()).extracting(Withheld::words).hasSize(2).allSatisfy(words -> assertThat(words)
                .contains("we owe the same party EUR 100.00 (payables of 2026-10-29, until they are 5 business days old)"));
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
    void payablesNeverLowerWhatIsAskedFor() {
        DunningDecision decision = decide(covered(owes(debt(1, 20, 0, eur("60.00"))), cover(Cover.Kind.PAYABLE, "59.99", DAY)));
        assertThat(decision.reminder().orElseThrow().sections().get(0).asked()).isEqualTo(eur("60.00"));
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
        assertThat(stopped(BlockKind.INSOLVENT, null, "").stop().whyOn(DAY)).contains("insolvent (the customer's master data)");
        assertThat(stopped(BlockKind.UNDER_BILL, DAY, "").stop().whyOn(DAY))
                .contains("under a bill (the customer's master data, until 2026-10-29)");
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
            assertThat(why.words()).contains("'standart' is no ladder of dunning.yaml, which has standard");
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
