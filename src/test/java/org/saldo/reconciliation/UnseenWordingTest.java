package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;
import static org.saldo.reconciliation.Till.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What payers and banks wrote in made-up companies that nobody had tuned for. */
class UnseenWordingTest {

    private final Till till = new Till();

    /** Another open item has the amount, so only what the text says can tell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FV/012/03/2026 | zaplata za fakture 012 zam. 804326",
        "0012/2026/A    | Saldo fatt. n. 0012 del 10.03.2026",
        "RE2603-072     | Rechnungsnummer RE2603-072dat. 31.03.2026",
        "RE2603-066     | Rechnung RE2603/066total 100.00",
        "26EKRB         | Tax invoice #26EKRB",
        "26EKRB         | 结算单-26EKRB",
        "M04/31         | Tax invoice-M04/31",
        "2026/00530     | Tel 0320/640042 2026/00530",
        "RE2604-004     | Rgn. RE2604-004 / Danke 03.04.2026",
        "2602-030       | Rechnung 2602-30",
        "FS26/0038      | pago fra. FS26/38",
        "FV/7/05/2026   | zaplata FV/7/5/2026",
        "20141-01       | factuurnr. 20141-1",
        "SI00120        | Invoice SIO0120",
        "FT 2026A/45    | Pagamento FT 2O26A/45",
        "FT 2026B/39    | Pagamento FT 2O26B/39",
        "AX1202F        | Faktura AX12O2F"})
    void aNumberIsReadWhereverItStands(String number, String text) {
        till.open(number, "100.00");
        till.open("ZZ-9999999", "100.00");
        assertApplied(till.receives("100.00", text), till.receives("100.00", text).rule(), number + " 100.00");
    }

    /** Two letters and two digits begin an IBAN only where a country has such, and as long a one: by chance one in 97 fits. */
    @Test
    void aListOfNumbersIsNoAccountThoughItsCheckDigitsFit() {
        till.open("RE2604-004", "40.00");
        till.open("RE2603-104", "50.00");
        till.open("RE2603-107", "60.00");
        assertApplied(till.receives("150.00", "Rgn. RE2604-004 / RE2603-104 / RE2603-107"), Rule.QUOTED_EXACT,
                "RE2603-104 50.00", "RE2603-107 60.00", "RE2604-004 40.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BONIFICO A VS FAVORE COD. 7187514124 NOTE: merce", "/REMI/overboeking/EREF/PAY083541",
        "FV 25 ID IPH 14690168", "/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/HANSA/REMI/betaling/EREF/NOTPROVIDED",
        "ACCREDITO PYMT INV 80 CRO 29783359109", "Kd.Nr. 4711 Danke", "cod. cliente C1"})
    void whatIsNoDocumentsNumberLeavesTheAmountToTell(String text) {
        till.open("INV-1001", "100.00");
        assertApplied(till.receives("100.00", text), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1001 100.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deposit A31118", "sinal encomenda A84211", "proforma B33943", "Vorkasse Auftrag 7", "定金"})
    void moneyInAdvanceTakesNoItemByItsAmount(String text) {
        till.open("INV-1001", "100.00");
        assertWaits(till.receives("100.00", text), Outcome.DEFERRED, Reason.ON_ACCOUNT);
    }

    /** Nothing else is known of the payer, so the whole number has to be read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0017.26 | wg. 0017.26 Betrag 100,00", "京26第0104号 | 项目K881-96 单据京26第0104号"})
    void aStrangersNumberIsReadAsAWhole(String number, String text) {
        till.open(number, "100.00");
        assertApplied(till.receives("100.00", "DE99", text), Rule.QUOTED_EXACT, number + " 100.00");
    }

    /** Numbers of ours look like those of the payer's orders, and a day stands behind a word without a blank. */
    @ParameterizedTest
    @ValueSource(strings = {"Auftrag 926738 vom 04.06.2026", "commande 453531 merci", "货款 日期08/07/26"})
    void anOrdersNumberLikeOursLeavesTheAmountToTell(String text) {
        till.open("100485", "100.00");
        assertApplied(till.receives("100.00", text), Rule.ONLY_ITEM_OF_AMOUNT, "100485 100.00");
        assertWaits(till.receives("100.00", "926738"), Outcome.PROPOSED, Reason.UNKNOWN_NUMBER_QUOTED);
    }

    @Test
    void aCustomersNumberIsNoPartOfADocuments() {
        till.directory.add("C00007", "Nova Oeste SL", "", "DE77", "");
        for (String number : List.of("2604W7", "26YLW8")) {
            till.add(new Item(till.items.size() + 1, number, 1, "C00007", false, Till.ISSUED, Till.ISSUED,
                    Optional.empty(), Till.eur("100.00"), Till.eur("100.00")));
        }
        assertWaits(till.receives("100.00", "DE77", "C00007 26YLWG"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
    }

    @Test
    void theNameAndTheExactSumOutweighASistersAccount() {
        till.open("INV-1001", "100.00");
        assertApplied(till.decide(receipt("100.00", "Hansa Norte GmbH", "DE22", "INV-1001", "")), Rule.QUOTED_EXACT,
                "INV-1001 100.00");
        assertWaits(till.decide(receipt("90.00", "Hansa Norte GmbH", "DE22", "INV-1001", "")), Outcome.PROPOSED,
                Reason.OTHER_CUSTOMER_QUOTED);
        assertWaits(till.decide(receipt("100.00", "", "DE22", "INV-1001", "")), Outcome.PROPOSED,
                Reason.OTHER_CUSTOMER_QUOTED);
    }

    /** An advice of the same amount is about another payment than one that names what it does not. */
    @Test
    void anAdviceGivesWayToATextThatNamesSomethingElse() {
        Item advised = till.open("INV-1055", "100.00");
        till.add(till.open("INV-1001", "100.00").withOpen(Till.eur("0.00")));
        till.items.remove(1);
        till.advice("REM237647", Till.line(advised, "100.00", "", ""));
        assertWaits(till.receives("100.00", "invoice INV-1001"), Outcome.DEFERRED, Reason.DUPLICATE_PAYMENT);
        assertApplied(till.receives("100.00", "invoice INV-1001 REM237647"), Rule.ADVICE_EXACT, "INV-1055 100.00");
    }

    /** A number of a month that lies after the next is a slip: it cannot have been given out. */
    @Test
    void aMonthToComeIsASlipOfThePen() {
        till.open("RE2603-034", "100.00", LocalDate.of(2026, 3, 4), LocalDate.of(2026, 4, 4));
        assertApplied(till.receives("100.00", "RE2608-034"), Rule.SLIP_OF_PEN, "RE2603-034 100.00");
        assertWaits(till.receives("100.00", "RE2603-035"), Outcome.PROPOSED, Reason.UNKNOWN_NUMBER_QUOTED);
    }

    /** A contract is billed each month: its number names the document of another month as little as another contract's. */
    @Test
    void aContractsNumberWithAnotherMonthIsAnotherDocument() {
        till.open("V-2367/02-26", "100.00", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));
        till.open("V-2367/03-26/2", "100.00");
        assertWaits(till.receives("100.00", "Rechnung V-2367/09-26/2"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
        assertApplied(till.receives("100.00", "Rechnung V-2367/02"), Rule.QUOTED_CORE, "V-2367/02-26 100.00");
    }

    @Test
    void anOrdersNumberIsNoSecondDocument() {
        till.open("#100485", "1000.00");
        assertApplied(till.receives("1050.00", "Invoice #100485 order 958883"), Rule.OVERPAYMENT, "#100485 1000.00");
        assertWaits(till.receives("1050.00", "Invoice #100485 #958883"), Outcome.PROPOSED, Reason.OVERPAYMENT);
    }

    @Test
    void ofSeveralDocumentsQuotedTheOneOfTheAmountIsMeant() {
        till.open("INV-1001", "100.00");
        till.open("INV-1002", "70.00");
        assertApplied(till.receives("100.00", "INV-1001 (last: INV-1002)"), Rule.QUOTED_EXACT, "INV-1001 100.00");
        assertWaits(till.receives("40.00", "INV-1001 INV-1002"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        till.credit("CN-5001", "70.00");
        assertWaits(till.receives("100.00", "INV-1001 INV-1002"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
    }

    @Test
    void aParentPaysForSeveralOfItsOwnWhereAnybodyElseIsAsked() {
        till.directory.add("C4", "Prisma Oeste SL", "", "DE44", "C1");
        till.open("INV-1001", "100.00");
        till.add(new Item(2, "INV-1002", 1, "C4", false, Till.ISSUED, Till.ISSUED, Optional.empty(),
                Till.eur("70.00"), Till.eur("70.00")));
        assertApplied(till.receives("170.00", "INV-1001, INV-1002"), Rule.QUOTED_EXACT, "INV-1001 100.00", "INV-1002 70.00");
        Verdict asked = till.receives("170.00", "DE99", "INV-1001, INV-1002");
        assertWaits(asked, Outcome.PROPOSED, Reason.SEVERAL_CUSTOMERS_QUOTED);
        assertThat(asked.alternatives()).map(Alternative::toString)
                .containsExactly("INV-1001 100.00 + INV-1002 70.00");
        assertWaits(till.receives("160.00", "INV-1001, INV-1002"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
    }

    @Test
    void aNameThatWasReadInAnotherCharacterSetIsTheSameName() {
        till.directory.add("C4", "Müller Öfen GmbH", "", "", "");
        till.add(new Item(1, "INV-1001", 1, "C4", false, Till.ISSUED, Till.ISSUED, Optional.empty(),
                Till.eur("100.00"), Till.eur("100.00")));
        assertApplied(till.decide(receipt("100.00", "MÃ¼ller Ã–fen", "DE99", "Zahlung", "")), Rule.ONLY_ITEM_OF_AMOUNT,
                "INV-1001 100.00");
    }
}
