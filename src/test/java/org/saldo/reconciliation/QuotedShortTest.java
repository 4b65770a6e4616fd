package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.reconciliation.Till.BOOKED;
import static org.saldo.reconciliation.Till.ISSUED;
import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;
import static org.saldo.reconciliation.Till.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.CashDiscount;

/** Receipts that are short of what they quote, for a reason that can be seen. */
class QuotedShortTest {

    private final Till till = new Till();

    @Test
    void theRetentionStaysOpenUntilItIsReleased() {
        Item invoice = invoice("INV-1001", "11900.00", "10000.00", "595.00");
        Verdict verdict = till.receives("11305.00", "INV-1001");
        assertApplied(verdict, Rule.RETENTION, "INV-1001 11305.00");
        assertThat(verdict.evidence().toString()).contains("EUR 595.00 of INV-1001 stays open as RETENTION");
        assertApplied(till.receives("11304.99", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 11304.99");
        assertWaits(till.receives("11305.00", "XX", "INV-1001"), Outcome.PROPOSED, Reason.PAYER_UNCERTAIN);
        till.items.set(0, invoice.withOpen(eur("595.00")));
        assertApplied(till.receives("595.00", "INV-1001 Einbehalt"), Rule.QUOTED_EXACT, "INV-1001 595.00");
    }

    @Test
    void ofSeveralDocumentsEachKeepsItsOwnRetention() {
        invoice("INV-1001", "1000.00", "", "50.00");
        invoice("INV-1002", "500.00", "", "");
        invoice("INV-1003", "200.00", "", "10.00");
        assertApplied(till.receives("1640.00", "INV-1001, INV-1002, INV-1003"), Rule.RETENTION, "INV-1001 950.00",
                "INV-1002 500.00", "INV-1003 190.00");
        assertWaits(till.receives("1650.00", "INV-1001, INV-1002, INV-1003"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
    }

    @Test
    void theTaxThatThePayersLawWithholdsStaysOpenUntilItsCertificateComes() {
        country("ES");
        invoice("INV-1001", "1210.00", "1000.00", "");
        Verdict verdict = till.receives("1060.00", "INV-1001");
        assertApplied(verdict, Rule.WITHHOLDING_TAX, "INV-1001 1060.00");
        assertThat(verdict.evidence().toString()).contains("15 % of the net amount").contains("Ley 35/2006")
                .contains("EUR 150.00 of INV-1001 stays open as WITHHOLDING_TAX");
        assertApplied(till.receives("1060.01", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 1060.01");
        country("DE");
        assertApplied(till.receives("1060.00", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 1060.00");
    }

    @Test
    void withoutItsNetAmountNoNetRateFitsAndGrossNeedsNone() {
        country("ES");
        invoice("INV-1001", "1210.00", "", "");
        assertApplied(till.receives("1060.00", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 1060.00");
        country("BR");
        assertApplied(till.receives("1191.85", "INV-1001"), Rule.WITHHOLDING_TAX, "INV-1001 1191.85");
    }

    @Test
    void theRestIsSettledAsTaxWhereThePolicySaysSo() {
        country("ES");
        till.policy = till.policy.withDifferences(Differences.shipped().with(new WithholdingTax(Remainder.ALLOCATE,
                till.policy.differences().withholdingTax().rates())));
        invoice("INV-1001", "1210.00", "1000.00", "");
        assertApplied(till.receives("1060.00", "INV-1001"), Rule.WITHHOLDING_TAX, "INV-1001 1060.00",
                "INV-1001 150.00 WITHHOLDING_TAX");
    }

    @Test
    void aRateIsRoundedByDocumentOrAsAWhole() {
        rates(rate("ES", "15", ISSUED, Optional.empty()));
        country("ES");
        for (String number : List.of("INV-1001", "INV-1002", "INV-1003")) {
            invoice(number, "121.12", "100.10", "");
        }
        assertApplied(till.receives("318.30", "INV-1001, INV-1002, INV-1003"), Rule.WITHHOLDING_TAX, "INV-1001 106.10",
                "INV-1002 106.10", "INV-1003 106.10");
        assertApplied(till.receives("318.31", "INV-1001, INV-1002, INV-1003"), Rule.WITHHOLDING_TAX, "INV-1001 106.11",
                "INV-1002 106.10", "INV-1003 106.10");
        assertWaits(till.receives("318.32", "INV-1001, INV-1002, INV-1003"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
    }

    @Test
    void aRateHoldsOnItsDaysOnly() {
        country("ES");
        invoice("INV-1001", "1210.00", "1000.00", "");
        rates(rate("ES", "15", BOOKED, Optional.of(BOOKED)));
        assertApplied(till.receives("1060.00", "INV-1001"), Rule.WITHHOLDING_TAX, "INV-1001 1060.00");
        rates(rate("ES", "15", BOOKED.plusDays(1), Optional.empty()));
        assertApplied(till.receives("1060.00", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 1060.00");
        rates(rate("ES", "15", ISSUED, Optional.of(BOOKED.minusDays(1))));
        assertApplied(till.receives("1060.00", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 1060.00");
    }

    @Test
    void twoReasonsThatExplainAsMuchAreLeftToAPerson() {
        country("ES");
        rates(rate("ES", "15", ISSUED, Optional.empty()), rate("ES", "15.00", ISSUED, Optional.empty()));
        invoice("INV-1001", "1210.00", "1000.00", "");
        assertWaits(till.receives("1060.00", "INV-1001"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
        rates(rate("ES", "15", ISSUED, Optional.empty()));
        till.items.clear();
        invoice("INV-1001", "1210.00", "1000.00", "150.00");
        Verdict verdict = till.receives("1060.00", "INV-1001");
        assertWaits(verdict, Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
        assertThat(verdict.alternatives()).map(answer -> answer.note().toString())
                .containsExactly("RETENTION", "WITHHOLDING_TAX");
    }

    @Test
    void aRetentionThatIsAlsoADiscountOrAnotherItemIsLeftToAPerson() {
        till.add(new Item(1, "INV-1001", 1, "C1", false, ISSUED, ISSUED.plusDays(30),
                Optional.of(new CashDiscount(new BigDecimal("2"), BOOKED)), eur("1000.00"), eur("1000.00"), 0, 2000));
        assertWaits(till.receives("980.00", "INV-1001"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
        till.items.set(0, new Item(1, "INV-1001", 1, "C1", false, ISSUED, ISSUED.plusDays(30),
                Optional.of(new CashDiscount(new BigDecimal("2"), ISSUED)), eur("1000.00"), eur("1000.00"), 0, 2000));
        assertWaits(till.receives("980.00", "INV-1001"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
        till.items.clear();
        invoice("INV-1001", "1000.00", "", "20.00");
        till.open("INV-1002", "980.00");
        assertWaits(till.receives("980.00", "INV-1001"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
    }

    @Test
    void whatBanksKeptOfMoneyFromAbroadStaysOpen() {
        till.open("INV-1001", "1000.00");
        till.open("INV-1002", "200.00");
        Verdict verdict = receives("1180.00", "INV-1001 INV-1002", "US");
        assertApplied(verdict, Rule.BANK_CHARGES, "INV-1001 980.00", "INV-1002 200.00");
        assertThat(verdict.evidence().toString()).contains("it came from US")
                .contains("EUR 20.00 of INV-1001 stays open as BANK_CHARGE");
        assertApplied(receives("1180.00", "INV-1001 INV-1002 CHRG SHA", ""), Rule.BANK_CHARGES, "INV-1001 980.00",
                "INV-1002 200.00");
        assertApplied(receives("1180.00", "INV-1001 INV-1002 :71A:BEN", ""), Rule.BANK_CHARGES, "INV-1001 980.00",
                "INV-1002 200.00");
        assertWaits(receives("1180.00", "CRED+DE98ZZZ09999999999 INV-1001 INV-1002", ""), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        assertWaits(receives("1180.00", "INV-1001 INV-1002 BEN", ""), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        assertWaits(receives("1180.00", "INV-1001 INV-1002 SHARED", ""), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        assertWaits(receives("1174.99", "INV-1001 INV-1002", "US"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        assertWaits(receives("1180.00", "INV-1001 INV-1002", ""), Outcome.PROPOSED, Reason.SUM_DIFFERS);
    }

    @Test
    void whereADocumentTooManyMayBeQuotedNothingIsSettled() {
        till.open("INV-1001", "1000.00");
        till.open("INV-1002", "500.00");
        till.open("INV-1003", "20.00");
        till.open("INV-1004", "1.50");
        assertWaits(receives("1500.00", "INV-1001 INV-1002 INV-1003", "US"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        assertApplied(receives("1500.01", "INV-1001 INV-1002 INV-1003", "US"), Rule.BANK_CHARGES, "INV-1001 980.01",
                "INV-1002 500.00", "INV-1003 20.00");
        assertWaits(receives("1500.00", "INV-1001 INV-1002 INV-1004", ""), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        till.items.clear();
        invoice("INV-1001", "1000.00", "", "50.00");
        invoice("INV-1002", "50.00", "", "");
        assertWaits(receives("1000.00", "INV-1001 INV-1002", ""), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
    }

    @Test
    void whatIsWithinToleranceIsGivenUpAndMoreOfItIsACharge() {
        till.open("INV-1001", "1000.00");
        assertApplied(receives("998.00", "INV-1001", "US"), Rule.TOLERANCE, "INV-1001 998.00", "INV-1001 2.00 WRITE_OFF");
        assertApplied(receives("997.99", "INV-1001", "US"), Rule.BANK_CHARGES, "INV-1001 997.99");
        BankCharges shipped = till.policy.differences().bankCharges();
        till.policy = till.policy.withDifferences(till.policy.differences().with(
                new BankCharges(Remainder.ALLOCATE, shipped.limit(), shipped.words())));
        assertApplied(receives("998.00", "INV-1001", "US"), Rule.BANK_CHARGES, "INV-1001 998.00",
                "INV-1001 2.00 BANK_CHARGE");
        assertApplied(receives("998.00", "INV-1001", ""), Rule.TOLERANCE, "INV-1001 998.00", "INV-1001 2.00 WRITE_OFF");
    }

    private Verdict receives(String amount, String text, String country) {
        return till.decide(Till.receipt(amount, "", "DE11", text, country));
    }

    /** With the net amount and the retention, where they are given. */
    private Item invoice(String number, String gross, String net, String retention) {
        return till.add(new Item(till.items.size() + 1, number, 1, "C1", false, ISSUED, ISSUED.plusDays(30), Optional.empty(),
                eur(gross), eur(gross), net.isEmpty() ? 0 : eur(net).minorUnits(),
                retention.isEmpty() ? 0 : eur(retention).minorUnits()));
    }

    private void country(String country) {
        till.directory.add("C1", new CustomerTerms(country, "", ""));
    }

    private void rates(WithholdingTax.Rate... rates) {
        till.policy = till.policy.withDifferences(
                Differences.shipped().with(new WithholdingTax(Remainder.OPEN, List.of(rates))));
    }

    private static WithholdingTax.Rate rate(String country, String percent, LocalDate from, Optional<LocalDate> until) {
        return new WithholdingTax.Rate(country, new BigDecimal(percent), WithholdingTax.Base.NET, from, until, "test");
    }
}
