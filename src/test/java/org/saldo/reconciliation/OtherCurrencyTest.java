package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.OriginalAmount;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;

/** Receipts in another currency than what they quote: only the bank's own words settle it, on both sides of each boundary. */
class OtherCurrencyTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 20);
    private static final String SENT_1000 = " /OCMT/USD1000,00//EXCH/1,0850/";

    private final PayerDirectory directory = new PayerDirectory();
    private final List<Item> items = new ArrayList<>();
    private MatchingPolicy policy = MatchingPolicy.shipped();

    @BeforeEach
    void customers() {
        directory.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        directory.add("C2", "Lumen Sur SA", "", "DE22", "");
        directory.add("C3", "Prisma Filial Ltd", "", "", "C2");
    }

    @Test
    void whatTheBankSaysWasSentSettlesWhatIsOpenToTheCent() {
        open("INV-1001", "C1", "USD", "1000.00");
        Verdict verdict = decide("921.66", "XX", "INV-1001" + SENT_1000);
        assertApplied(verdict, "INV-1001 1000.00 USD = 921.66 EUR");
        assertThat(verdict.customer()).hasValue("C1");
        assertThat(verdict.evidence().toString()).contains("INV-1001", "USD 1,000.00 were sent (/OCMT/), at a rate of 1.085",
                "USD 1 is EUR 0.92166");
        assertThat(verdict.cash(eur("0.00"))).isEqualTo(eur("921.66"));
    }

    @Test
    void severalDocumentsShareTheCashToTheLastCent() {
        open("INV-1001", "C1", "USD", "333.33");
        open("INV-1002", "C1", "USD", "333.33");
        open("INV-1003", "C1", "USD", "333.34");
        assertApplied(decide("921.66", "DE11", "INV-1001, INV-1002, INV-1003" + SENT_1000), "INV-1001 333.33 USD = 307.22 EUR",
                "INV-1002 333.33 USD = 307.21 EUR", "INV-1003 333.34 USD = 307.23 EUR");
    }

    @Test
    void theColumnsOfAFileSayItAsWell() {
        open("INV-1001", "C1", "USD", "1000.00");
        OriginalAmount stated = new OriginalAmount(Money.of("USD", "1000.00"), Optional.of(new BigDecimal("0.92166")));
        assertApplied(decide(receipt("921.66", "DE11", "INV-1001", Optional.of(stated))), "INV-1001 1000.00 USD = 921.66 EUR");
    }

    @Test
    void withoutTheBanksWordsItIsProposedAsPaidInFullAndNeverApplied() {
        open("INV-1001", "C1", "USD", "1000.00");
        Verdict verdict = decide("921.66", "DE11", "INV-1001");
        assertWaits(verdict, Reason.CURRENCY_DIFFERS,
                "INV-1001 1000.00 USD = 921.66 EUR [as if it were paid in full: USD 1 is EUR 0.92166]");
        assertThat(decide("921.66", "DE11", "INV-1001 /OCMT/GBP800,00/").reason()).isEqualTo(Reason.CURRENCY_DIFFERS);
        assertThat(decide("921.66", "DE11", "INV-1001 /OCMT/EUR921,66/").reason()).isEqualTo(Reason.CURRENCY_DIFFERS);
    }

    @Test
    void aRateThatDoesNotLeadToTheAmountIsAskedAbout() {
        open("INV-1001", "C1", "USD", "1000.00");
        assertWaits(decide("916.66", "DE11", "INV-1001" + SENT_1000), Reason.RATE_UNCLEAR,
                "INV-1001 1000.00 USD = 916.66 EUR [as if it were paid in full: USD 1 is EUR 0.91666]");
    }

    @Test
    void nearlyWhatIsOpenIsPaidInPartAndTheRestStaysOpen() {
        open("INV-1001", "C1", "USD", "600.00");
        open("INV-1002", "C1", "USD", "410.00");
        String text = "INV-1001 INV-1002" + SENT_1000;
        assertApplied(decide("921.66", "DE11", text), "INV-1001 590.00 USD = 543.78 EUR",
                "INV-1002 410.00 USD = 377.88 EUR");
        assertThat(decide("921.66", "DE11", text).evidence().toString())
                .contains("USD 10.00 less than is open, which stays open");
        assertWaits(decide("921.66", "XX", text), Reason.PAYER_UNCERTAIN,
                "INV-1001 590.00 USD = 543.78 EUR + INV-1002 410.00 USD = 377.88 EUR");
    }

    @Test
    void whatIsMissingMustLieInOneDocument() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            open("INV-" + (2000 + i), "C1", "USD", "10.00");
            text.append("INV-").append(2000 + i).append(' ');
        }
        Verdict verdict = decide("1100.00", "DE11", text + "/OCMT/USD1188,00/");
        assertThat(verdict.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(verdict.reason()).isEqualTo(Reason.SUM_DIFFERS);
        assertThat(decide("1100.00", "DE11", text + "/OCMT/USD1190,01/").isApplied()).isTrue();
    }

    @Test
    void byPolicyWhatIsMissingIsAnExchangeDifference() {
        policy = policy.withExchange(new ExchangePolicy(policy.exchange().nearly(), true));
        open("INV-1001", "C1", "USD", "1010.00");
        assertApplied(decide("921.66", "DE11", "INV-1001" + SENT_1000), "INV-1001 1000.00 USD = 921.66 EUR",
                "INV-1001 10.00 USD FX_DIFFERENCE");
    }

    @Test
    void onePercentAndTheAmountAreTheLimit() {
        items.clear();
        open("INV-1001", "C1", "USD", "1010.10");
        assertApplied(decide("921.66", "DE11", "INV-1001" + SENT_1000), "INV-1001 1000.00 USD = 921.66 EUR");
        items.clear();
        open("INV-1001", "C1", "USD", "1010.11");
        assertWaits(decide("921.66", "DE11", "INV-1001" + SENT_1000), Reason.SUM_DIFFERS, "INV-1001 1000.00 USD = 921.66 EUR");
        items.clear();
        open("INV-1001", "C1", "USD", "10025.01");
        assertWaits(decide("9216.60", "DE11", "INV-1001 /OCMT/USD10000,00/"), Reason.SUM_DIFFERS,
                "INV-1001 10000.00 USD = 9216.60 EUR");
    }

    @Test
    void whatIsSentBeyondWhatIsOpenStaysUnapplied() {
        open("INV-1001", "C1", "USD", "995.00");
        Verdict verdict = decide("921.66", "DE11", "INV-1001" + SENT_1000);
        assertApplied(verdict, "INV-1001 995.00 USD = 917.05 EUR");
        assertThat(verdict.evidence().toString()).contains("USD 5.00 more than is open");
        items.clear();
        open("INV-1001", "C1", "USD", "500.00");
        assertWaits(decide("921.66", "DE11", "INV-1001" + SENT_1000), Reason.SUM_DIFFERS, "INV-1001 500.00 USD = 460.83 EUR");
    }

    @Test
    void nearlyIsNotEnoughWhenAnotherItemHasExactlyWhatWasSent() {
        open("INV-1001", "C1", "USD", "1005.00");
        open("INV-1002", "C1", "USD", "1000.00");
        assertWaits(decide("921.66", "DE11", "INV-1001" + SENT_1000), Reason.SUM_DIFFERS, "INV-1001 1000.00 USD = 921.66 EUR");
    }

    @Test
    void aPayerWhoIsSomebodyElseOrOnlyADoubtfulNumberIsAskedAbout() {
        open("INV-1001", "C1", "USD", "1000.00");
        assertWaits(decide("921.66", "DE22", "INV-1001" + SENT_1000), Reason.OTHER_CUSTOMER_QUOTED,
                "INV-1001 1000.00 USD = 921.66 EUR");
        items.clear();
        open("123", "C1", "USD", "1000.00");
        assertThat(decide("921.66", "DE11", "123" + SENT_1000).isApplied()).isFalse();
        assertApplied(decide("921.66", "DE11", "Rechnung 123" + SENT_1000), "123 1000.00 USD = 921.66 EUR");
    }

    @Test
    void aParentPaysForItsChildAcrossCurrenciesToo() {
        open("INV-1001", "C3", "USD", "1000.00");
        Verdict verdict = decide("921.66", "DE22", "INV-1001" + SENT_1000);
        assertApplied(verdict, "INV-1001 1000.00 USD = 921.66 EUR");
        assertThat(verdict.customer()).hasValue("C2");
    }

    @Test
    void whatIsNotOfOneCustomerAndOneOtherCurrencyIsLeftAlone() {
        open("INV-1001", "C1", "USD", "400.00");
        open("INV-1002", "C1", "GBP", "600.00");
        open("INV-1003", "C2", "USD", "600.00");
        open("INV-1004", "C1", "EUR", "600.00");
        assertThat(decide("921.66", "DE11", "INV-1001 INV-1002" + SENT_1000).reason()).isEqualTo(Reason.CURRENCY_DIFFERS);
        assertThat(decide("921.66", "XX", "INV-1001 INV-1003" + SENT_1000).reason()).isEqualTo(Reason.CURRENCY_DIFFERS);
        assertThat(decide("921.66", "DE11", "INV-1001 INV-1004" + SENT_1000).isApplied()).isFalse();
        assertThat(decide("921.66", "DE11", SENT_1000).isApplied()).isFalse();
    }

    @Test
    void aCreditNoteBesideItIsLeftToAPerson() {
        open("INV-1001", "C1", "USD", "1100.00");
        items.add(new Item(9, "CN-5001", 1, "C1", true, ISSUED, ISSUED, Optional.empty(), Money.of("USD", "100.00"),
                Money.of("USD", "100.00")));
        Verdict verdict = decide("921.66", "DE11", "INV-1001 CN-5001" + SENT_1000);
        assertThat(verdict.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(verdict.reason()).isEqualTo(Reason.CREDIT_NOTE_QUOTED);
    }

    @Test
    void theRuleCanBeSwitchedOff() {
        policy = policy.withRules(EnumSet.of(Rule.QUOTED_EXACT));
        open("INV-1001", "C1", "USD", "1000.00");
        assertWaits(decide("921.66", "DE11", "INV-1001" + SENT_1000), Reason.RULE_IS_OFF, "INV-1001 1000.00 USD = 921.66 EUR");
    }

    @Test
    void aProposalIsReadBackAsItWasWritten() {
        String text = "INV-1 1000.00 USD = 921.66 EUR + INV 2/3 10.00 USD FX_DIFFERENCE [as if paid in full] | INV-4 5.00";
        List<Alternative> read = Alternative.parse(text, Currency.getInstance("EUR"));
        assertThat(Alternative.text(read)).isEqualTo(text);
        assertThat(read.get(0).parts().get(0).cash()).isEqualTo(eur("921.66"));
        assertThat(read.get(0).parts().get(1).cash()).isEqualTo(eur("0.00"));
        assertThat(Alternative.parse("INV-1 1000.00 QQQ = 921.66 EUR", Currency.getInstance("EUR"))).isEmpty();
    }

    /** However the amounts fall, what is applied uses up no more than there is, and all of it when all was sent for it. */
    @Test
    void sharesAddUpForWhateverAmounts() {
        Random random = new Random(4711);
        int applied = 0;
        for (int i = 0; i < 2_000; i++) {
            items.clear();
            long sum = 0;
            StringBuilder text = new StringBuilder();
            for (int n = 0; n < 1 + random.nextInt(5); n++) {
                long cents = 1 + random.nextInt(random.nextBoolean() ? 50 : 500_000);
                sum += cents;
                open("INV-100" + n, "C1", "USD", BigDecimal.valueOf(cents, 2).toPlainString());
                text.append("INV-100").append(n).append(' ');
            }
            Money booked = Money.ofMinor(Currency.getInstance("EUR"), 1 + random.nextInt(1_000_000));
            Verdict verdict = decide(booked.toDecimal().toPlainString(), "DE11", text + "/OCMT/USD"
                    + BigDecimal.valueOf(sum, 2).toPlainString().replace('.', ',') + "/");
            if (verdict.isApplied()) {
                applied++;
                assertThat(verdict.cash(booked)).isEqualTo(booked);
                assertThat(verdict.parts()).allMatch(part -> part.cash().isPositive()
                        && part.amount().equals(part.item().open()));
            } else {
                assertThat(verdict.reason()).isEqualTo(Reason.SUM_DIFFERS);
            }
        }
        assertThat(applied).isGreaterThan(1_500);
    }

    private void open(String number, String customer, String currency, String amount) {
        Money open = Money.of(currency, amount);
        items.add(new Item(items.size() + 1, number, 1, customer, false, ISSUED, ISSUED.plusDays(30), Optional.empty(), open,
                open));
    }

    private Verdict decide(String amount, String iban, String text) {
        return decide(receipt(amount, iban, text, Optional.empty()));
    }

    private Verdict decide(Receipt receipt) {
        ItemBook book = new ItemBook();
        items.forEach(book::add);
        return new Matcher(policy, directory, book).decide(receipt, List.of());
    }

    private static Receipt receipt(String amount, String iban, String text, Optional<OriginalAmount> original) {
        return new Receipt(new ReceiptKey("main", "DE00", "P1"), BOOKED, BOOKED, eur(amount), "", iban, "", text, "", "",
                Receipt.Instrument.TRANSFER, Optional.empty(), "", "", "", false, original);
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    private static void assertApplied(Verdict verdict, String... parts) {
        assertThat(verdict.isApplied()).as(verdict.toString()).isTrue();
        assertThat(verdict.rule()).isEqualTo(Rule.OTHER_CURRENCY);
        assertThat(verdict.parts()).extracting(part -> part.offered().toString()).containsExactly(parts);
    }

    private static void assertWaits(Verdict verdict, Reason reason, String alternative) {
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Outcome.PROPOSED);
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.alternatives()).extracting(Alternative::toString).containsExactly(alternative);
    }
}
