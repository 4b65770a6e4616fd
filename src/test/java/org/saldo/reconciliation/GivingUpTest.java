package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.reconciliation.Till.BOOKED;
import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;
import static org.saldo.reconciliation.Till.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** What is given up when a receipt is short by little, and when it is not. */
class GivingUpTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Till till = new Till();
    private final List<GivenUp.Entry> before = new ArrayList<>();

    @Test
    void theLowerOfTheCompanysAndTheCustomersLimitCounts() {
        till.open("INV-1001", "1000.00");
        assertApplied(till.receives("998.00", "INV-1001"), Rule.TOLERANCE, "INV-1001 998.00", "INV-1001 2.00 WRITE_OFF");
        till.directory.add("C1", new CustomerTerms("DE", "KEY", ""));
        narrower(new GivingUp.Narrower("", "KEY", limit("1.00", "0.5")));
        assertApplied(till.receives("999.00", "INV-1001"), Rule.TOLERANCE, "INV-1001 999.00", "INV-1001 1.00 WRITE_OFF");
        assertApplied(till.receives("998.99", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 998.99");
        narrower(new GivingUp.Narrower("C1", "", limit("5.00", "0.05")));
        assertApplied(till.receives("999.50", "INV-1001"), Rule.TOLERANCE, "INV-1001 999.50", "INV-1001 0.50 WRITE_OFF");
        assertApplied(till.receives("999.49", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 999.49");
        narrower(new GivingUp.Narrower("C2", "", limit("0.00", "0")), new GivingUp.Narrower("", "SMALL", limit("0.00", "0")));
        assertApplied(till.receives("998.00", "INV-1001"), Rule.TOLERANCE, "INV-1001 998.00", "INV-1001 2.00 WRITE_OFF");
    }

    @Test
    void noMoreIsGivenUpForACustomerInAMonthThanMayBe() {
        till.open("INV-1001", "1000.00");
        given("C1", 901, BOOKED.withDayOfMonth(1), "8.50");
        given("C1", 902, BOOKED.withDayOfMonth(1).minusDays(1), "9.00");
        given("C2", 903, BOOKED, "9.00");
        assertApplied(till.receives("998.50", "INV-1001"), Rule.TOLERANCE, "INV-1001 998.50", "INV-1001 1.50 WRITE_OFF");
        Verdict verdict = till.receives("998.49", "INV-1001");
        assertApplied(verdict, Rule.PART_PAYMENT, "INV-1001 998.49");
        assertThat(verdict.reason()).isEqualTo(Reason.NOT_GIVEN_UP);
        assertThat(verdict.evidence().toString()).contains("EUR 8.50 was given up for the customer in the month")
                .contains("EUR 1.51 of INV-1001 stays open as UNKNOWN");
    }

    @Test
    void norByTheCompany() {
        till.open("INV-1001", "1000.00");
        given("C2", 901, BOOKED, "998.50");
        assertApplied(till.receives("998.50", "INV-1001"), Rule.TOLERANCE, "INV-1001 998.50", "INV-1001 1.50 WRITE_OFF");
        assertThat(till.receives("998.49", "INV-1001").reason()).isEqualTo(Reason.NOT_GIVEN_UP);
    }

    @Test
    void whatIsGivenUpInTheRunCountsAndWhatComesBackDoesNot() {
        Item first = till.open("INV-1001", "1000.00");
        till.open("INV-1002", "1000.00");
        given("C1", 901, BOOKED, "7.00");
        Verdict verdict = till.receives("998.00", "INV-1001");
        till.givenUp.note(Till.receipt("998.00", "", "DE11", "", ""), verdict);
        assertThat(till.receives("998.00", "INV-1002").reason()).isEqualTo(Reason.NOT_GIVEN_UP);
        Verdict back = new Verdict(Outcome.APPLIED, Reason.RETURNED, Rule.RETURN, verdict.customer(), verdict.parts(),
                Words.of(), Words.of(), List.of());
        till.givenUp.note(Till.receipt("998.00", "", "DE11", "", ""), back);
        assertThat(till.receives("998.00", "INV-1002").reason()).isEqualTo(Reason.WITHIN_TOLERANCE);
        assertThat(first.isOpen()).isTrue();
    }

    @Test
    void whoIsShortAgainAndAgainIsAsked() {
        till.open("INV-1006", "1000.00");
        given("C1", 1, BOOKED.minusDays(90), "1.00");
        given("C1", 3, BOOKED.minusDays(60), "1.00");
        given("C1", 6, BOOKED.minusDays(200), "1.00");
        assertApplied(till.receives("999.00", "INV-1006"), Rule.TOLERANCE, "INV-1006 999.00", "INV-1006 1.00 WRITE_OFF");
        given("C1", 5, BOOKED.minusDays(50), "1.00");
        Verdict verdict = till.receives("999.00", "INV-1006");
        assertWaits(verdict, Outcome.PROPOSED, Reason.SHORT_AGAIN);
        assertThat(verdict.alternatives()).map(Alternative::toString).containsExactly("INV-1006 999.00 [the rest stays open]",
                "INV-1006 999.00 + INV-1006 1.00 WRITE_OFF [the rest is given up]");
    }

    @Test
    void whatAPersonHasStoppedIsNotGivenUp() {
        Item stopped = till.open("INV-1001", "1000.00");
        till.open("INV-1002", "1000.00");
        till.givenUp = new GivenUp(() -> new GivenUp.Past(List.of(), Set.of(stopped.id()), Set.of("C2")), item -> List.of());
        assertThat(till.receives("998.00", "INV-1001").reason()).isEqualTo(Reason.NOT_GIVEN_UP);
        assertThat(till.receives("998.00", "INV-1002").reason()).isEqualTo(Reason.WITHIN_TOLERANCE);
        till.givenUp = new GivenUp(() -> new GivenUp.Past(List.of(), Set.of(), Set.of("C1")), item -> List.of());
        assertThat(till.receives("998.00", "INV-1002").reason()).isEqualTo(Reason.NOT_GIVEN_UP);
    }

    @Test
    void aToleranceWithoutAMostInAMonthIsRefused() {
        assertThatThrownBy(() -> new GivingUp(limit("2.00", "1"), List.of(), Map.of(), Map.of(EUR, eur("9.00")), 3, 5))
                .hasMessageContaining("EUR has a tolerance");
        assertThatThrownBy(() -> new GivingUp.Narrower("C1", "KEY", limit("2.00", "1"))).hasMessageContaining("not both");
    }

    /** Before this run; the customer's last invoices are 1 to 5, and 6 before them. */
    private void given(String customer, long item, LocalDate on, String amount) {
        before.add(new GivenUp.Entry(customer, item, on, eur(amount)));
        till.givenUp = new GivenUp(() -> new GivenUp.Past(before, Set.of(), Set.of()), any -> List.of(5L, 4L, 3L, 2L, 1L, 6L));
    }

    private void narrower(GivingUp.Narrower... narrower) {
        GivingUp shipped = MatchingPolicy.shipped().tolerance();
        till.policy = MatchingPolicy.shipped().withTolerance(new GivingUp(shipped.company(), List.of(narrower),
                shipped.perCustomer(), shipped.perCompany(), shipped.again(), shipped.last()));
    }

    private static Tolerance limit(String amount, String percent) {
        Money most = eur(amount);
        return new Tolerance(Map.of(EUR, most), new BigDecimal(percent));
    }
}
