package org.saldo.statement.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.statement.bridge.Account.eur;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saldo.statement.UnprovedException;

/** What a customer's list and our account say of each other, line by line. */
class LedgerComparisonTest {

    private static final String CUT = "2026-10-31";

    private final Account account = new Account(CUT)
            .invoice("INV-2026-1001", "2026-09-10", "119.00", "FP-77001")
            .invoice("INV-2026-1002", "2026-09-20", "238.00")
            .invoice("INV-2026-1003", "2026-10-05", "59.50");

    private Bridge compare(Lists lists) {
        return LedgerComparison.compare(account.ledger(), lists.list(), ComparisonLimits.USUAL);
    }

    private static String told(Bridge bridge) {
        return bridge.lines().stream().map(line -> line.kind() + " " + line.evidence() + " "
                + line.ours().stream().map(OurLine::reference).toList() + line.theirs().stream().map(TheirLine::label).toList()
                + " " + line.difference().toDecimal() + " " + line.explanation().why()
                + (line.explanation().reference().isEmpty() ? "" : " " + line.explanation().reference()))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static Lists allThree() {
        return new Lists().invoice("INV-2026-1001", "2026-09-10", "119.00").invoice("INV-2026-1002", "2026-09-20", "238.00")
                .invoice("INV-2026-1003", "2026-10-05", "59.50");
    }

    @Test
    void theSameLinesAgree() {
        Bridge bridge = compare(allThree());
        assertThat(bridge.agrees()).isTrue();
        assertThat(bridge.reading()).isEqualTo(new Bridge.Reading(Basis.OPEN_ITEMS, Signs.AS_WRITTEN, true));
        assertThat(bridge.theirs()).isEqualTo(eur("416.50"));
    }

    @Test
    void theSignsOfAccountsPayableAreUnderstood() {
        Bridge bridge = compare(new Lists().invoice("1001", "2026-09-10", "-119.00").invoice("1002", "2026-09-20", "-238.00")
                .invoice("INV-2026-1003", "2026-10-05", "-59.50").total("-416.50"));
        assertThat(bridge.reading()).isEqualTo(new Bridge.Reading(Basis.OPEN_ITEMS, Signs.REVERSED, true));
        assertThat(bridge.difference()).isEqualTo(eur("0.00"));
        assertThat(bridge.agrees()).isTrue();
    }

    @Test
    void numbersInOtherFormsAreTheSameAndShortPartsAreToCheck() {
        account.invoice("R-0042", "2026-10-06", "10.00");
        assertThat(told(compare(new Lists().invoice("inv 2026/1001", "2026-09-10", "119.00").invoice("20261002", "", "238.00")
                .invoice("FP-77001 x", "", "1.00").invoice("00001003", "", "59.50").invoice("42", "2026-10-20", "10.00"))))
                .contains("AGREED SAME_NUMBER [INV-2026-1001][inv 2026/1001]", "AGREED OTHER_FORM [INV-2026-1002][20261002]",
                        "AGREED OTHER_FORM [INV-2026-1003][00001003]", "AGREED PART_OF_NUMBER [R-0042][42]");
    }

    @Test
    void lastYearsNumberWithTheSameAmountIsNotThisYears() {
        Bridge bridge = compare(new Lists().invoice("INV-2025-1001", "2026-09-10", "119.00")
                .invoice("INV-2026-1002", "2026-09-20", "238.00").invoice("INV-2026-1003", "2026-10-05", "59.50"));
        assertThat(told(bridge)).contains("ONLY_OURS NONE [INV-2026-1001][] -119.00 NOT_WITH_THEM",
                "ONLY_THEIRS NONE [][INV-2025-1001] 119.00 UNKNOWN_TO_US");
        assertThat(bridge.difference()).isEqualTo(eur("0.00"));
        assertThat(bridge.agrees()).isFalse();
    }

    @Test
    void aNumberOfOurSeriesIsThatDocumentWhateverTheTextMentions() {
        Bridge bridge = compare(new Lists().line(TheirKind.INVOICE, "INV-2026-1099", "2026-09-11", "119.00",
                "replaces INV-2026-1001").invoice("INV-2026-1002", "2026-09-20", "238.00")
                .invoice("INV-2026-1003", "2026-10-05", "59.50"));
        assertThat(told(bridge)).contains("ONLY_THEIRS NONE [][INV-2026-1099] 119.00 UNKNOWN_TO_US");
    }

    @Test
    void theAmountAlonePairsOnlyWhereNothingElseHasItAndIsToCheck() {
        Lists lists = new Lists().invoice("510000001", "2026-09-12", "119.00").invoice("510000002", "2026-09-21", "238.00")
                .invoice("INV-2026-1003", "2026-10-05", "59.50");
        Bridge bridge = compare(lists);
        assertThat(told(bridge)).contains("AGREED AMOUNT [INV-2026-1001][510000001]");
        assertThat(bridge.agrees()).isFalse();
        account.invoice("INV-2026-1009", "2026-09-14", "119.00");
        assertThat(told(compare(lists))).contains("ONLY_THEIRS NONE [][510000001]").doesNotContain("AMOUNT [INV-2026-1001]");
    }

    @Test
    void aPartPaymentThatTheCustomerHasNotBookedIsNamed() {
        account.pay("P-9", "2026-10-20", "38.00", "INV-2026-1002");
        assertThat(told(compare(allThree()))).contains(
                "AMOUNT_DIFFERS NAMED_TOGETHER [INV-2026-1002][INV-2026-1002] 38.00 PART_PAID P-9");
    }

    @Test
    void aPaymentListedBesideItsInvoiceIsTakenTogether() {
        account.pay("P-9", "2026-10-20", "38.00", "INV-2026-1002");
        Bridge bridge = compare(allThree().payment("INV-2026-1002", "2026-10-18", "-38.00"));
        assertThat(bridge.agrees()).isTrue();
        assertThat(told(bridge)).contains("AGREED NAMED_TOGETHER [INV-2026-1002][INV-2026-1002, INV-2026-1002] 0.00");
    }

    @Test
    void discountTaxAndSwappedDigitsAreLikelyReasons() {
        account.terms("1.19", "9.50");
        assertThat(told(compare(allThree().list(), "58.31"))).contains("-1.19 CASH_DISCOUNT");
        assertThat(told(compare(allThree().list(), "50.00"))).contains("-9.50 TAX");
        assertThat(told(compare(allThree().list(), "95.50"))).contains("36.00 SWAPPED_DIGITS");
        assertThat(told(compare(allThree().list(), "59.51"))).contains("0.01 ROUNDING");
        assertThat(told(compare(allThree().list(), "44.44"))).contains("-15.06 UNEXPLAINED");
    }

    private Bridge compare(TheirList list, String lastAmount) {
        return compare(new Lists().invoice("INV-2026-1001", "2026-09-10", "119.00")
                .invoice("INV-2026-1002", "2026-09-20", "238.00").invoice("INV-2026-1003", "2026-10-05", lastAmount));
    }

    @Test
    void aPaymentOnItsWayIsInTransitAndNamedOnceItHasCome() {
        Lists lists = new Lists().invoice("INV-2026-1001", "2026-09-10", "119.00")
                .invoice("INV-2026-1003", "2026-10-05", "59.50").asOf(CUT);
        assertThat(told(compare(lists))).contains("ONLY_OURS NONE [INV-2026-1002][] -238.00 NOT_WITH_THEM");
        assertThat(told(compare(allThree().payment("ZE 4711", "2026-10-29", "-238.00").asOf(CUT))))
                .contains("IN_TRANSIT NONE [][ZE 4711] -238.00 SENT_NOT_RECEIVED");
        account.pay("P-11", "2026-11-03", "238.00", "INV-2026-1002");
        assertThat(told(compare(lists))).contains("IN_TRANSIT NONE [INV-2026-1002][] -238.00 PAID_LATER P-11");
        assertThat(told(compare(allThree().payment("ZE 4711", "2026-10-29", "-238.00").asOf(CUT))))
                .contains("IN_TRANSIT NONE [][ZE 4711] -238.00 RECEIVED_LATER P-11");
    }

    @Test
    void whatWeHoldSettledSaysWhenAndByWhat() {
        account.pay("P-11", "2026-10-02", "119.00", "INV-2026-1001");
        assertThat(told(compare(allThree()))).contains(
                "ONLY_THEIRS NONE [][INV-2026-1001] 119.00 SETTLED_WITH_US P-11");
    }

    @Test
    void whatIsListedTwiceIsToldApart() {
        assertThat(told(compare(allThree().invoice("INV-2026-1001", "2026-09-10", "119.00"))))
                .contains("ONLY_THEIRS NONE [][INV-2026-1001] 119.00 LISTED_TWICE INV-2026-1001");
    }

    @Test
    void aYoungInvoiceIsOnItsWayAndAnotherCompanysIsNamed() {
        account.invoice("INV-2026-1010", "2026-10-29", "10.00").elsewhere("XZ88", "company north, customer C-2");
        assertThat(told(compare(allThree().invoice("XZ-88", "2026-10-01", "7.00").asOf(CUT)))).contains(
                "IN_TRANSIT NONE [INV-2026-1010][] -10.00 ON_ITS_WAY",
                "ONLY_THEIRS NONE [][XZ-88] 7.00 OTHER_ACCOUNT company north, customer C-2");
    }

    @Test
    void oneLineOfTheirsMayHoldSeveralOfOurs() {
        account.invoice("INV-2026-1004", "2026-10-06", "20.20").invoice("INV-2026-1005", "2026-10-07", "30.30");
        assertThat(told(compare(allThree().line(TheirKind.INVOICE, "INV-2026-1004, INV-2026-1005", "2026-10-08", "50.50", ""))))
                .contains("AGREED NAMED_TOGETHER [INV-2026-1004, INV-2026-1005]");
        assertThat(told(compare(allThree().invoice("MONAT 10", "2026-10-08", "50.50"))))
                .contains("AGREED SUM [INV-2026-1004, INV-2026-1005][MONAT 10]");
    }

    @Test
    void aLedgerWithMovementsIsComparedWithOurMovements() {
        account.pay("P-1", "2026-10-10", "119.00", "INV-2026-1001").pay("P-2", "2026-10-12", "235.00", "INV-2026-1002")
                .deduct("INV-2026-1002", "2026-10-12", "3.00");
        Bridge bridge = compare(new Lists().opening("2026-10-01", "-357.00").invoice("INV-2026-1003", "2026-10-06", "-59.50")
                .payment("ZA 1", "2026-10-08", "119.00").payment("INV-2026-1002", "2026-10-09", "238.00").total("-59.50"));
        assertThat(bridge.reading()).isEqualTo(new Bridge.Reading(Basis.MOVEMENTS, Signs.REVERSED, true));
        assertThat(told(bridge)).contains("AGREED NAMED_TOGETHER [][#2] 0.00", "AGREED AMOUNT [P-1][ZA 1]",
                "AGREED NAMED_TOGETHER [P-2, INV-2026-1002][INV-2026-1002] 0.00");
        assertThat(bridge.difference()).isEqualTo(eur("0.00"));
    }

    @Test
    void amountsWithoutSignsAreSignedByWhatTheyAre() {
        account.pay("P-1", "2026-10-10", "119.00", "INV-2026-1001");
        Bridge bridge = compare(new Lists().invoice("INV-2026-1001", "2026-09-10", "119.00")
                .payment("INV-2026-1001", "2026-10-08", "119.00").invoice("INV-2026-1002", "2026-09-20", "238.00")
                .invoice("INV-2026-1003", "2026-10-05", "59.50"));
        assertThat(bridge.reading().signs()).isEqualTo(Signs.BY_KIND);
        assertThat(bridge.difference()).isEqualTo(eur("0.00"));
    }

    @Test
    void aTotalThatIsNotTheSumOfTheListIsADifferenceOfItsOwn() {
        Bridge bridge = compare(allThree().total("420.00"));
        assertThat(told(bridge)).contains("ONLY_THEIRS NONE [][] 3.50 TOTAL_OF_LIST");
        assertThat(bridge.theirs()).isEqualTo(eur("420.00"));
        assertThat(bridge.agrees()).isFalse();
    }

    @Test
    void aRowThatCouldNotBeReadKeepsTheLedgersFromAgreeing() {
        assertThat(compare(allThree().unread(1)).agrees()).isFalse();
    }

    @Test
    void aListOfNothingLeavesEverythingOnOurSide() {
        Bridge bridge = compare(new Lists());
        assertThat(bridge.theirs()).isEqualTo(eur("0.00"));
        assertThat(bridge.lines()).allMatch(line -> line.kind() != BridgeKind.AGREED).hasSize(3);
    }

    @Test
    void aBridgeThatDoesNotAddUpCannotBeMade() {
        OurLine line = new OurLine(1, OurKind.DOCUMENT, "INV-1", List.of(), LocalDate.parse(CUT), eur("10.00"));
        BridgeLine only = BridgeLine.of(BridgeKind.ONLY_OURS, Evidence.NONE, List.of(line), List.of(), Explanation.NOTHING);
        Bridge.Reading reading = new Bridge.Reading(Basis.OPEN_ITEMS, Signs.AS_WRITTEN, true);
        assertThatThrownBy(() -> new Bridge(LocalDate.parse(CUT), LocalDate.parse(CUT), reading, eur("10.00"), eur("0.01"),
                List.of(only), 0)).isInstanceOf(UnprovedException.class).hasMessageContaining("is not their balance EUR 0.01");
        assertThatThrownBy(() -> BridgeLine.of(BridgeKind.AGREED, Evidence.NONE, List.of(line), List.of(), Explanation.NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
