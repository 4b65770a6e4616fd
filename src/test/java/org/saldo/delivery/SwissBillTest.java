package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.HolderAddress;
import org.saldo.ledger.MasterStop;
import org.saldo.ledger.PostalAddress;
import org.saldo.ledger.PrintedAccount;
import org.saldo.money.Money;

/** What the code of a Swiss payment part says, element by element, and where the scheme does not reach. */
public class SwissBillTest {

    private static final String QR_IBAN = "CH4431999123000889012";
    private static final String IBAN = "CH5800791123000889012";
    private static final String QRR = "210000000003139471430009017";
    private static final String SCOR = "RF18539007547034";

    /** The creditor of the guidelines' examples. */
    public static PrintedAccount account(String iban, String currency) {
        return account(iban, currency, "Robert Schneider AG", Optional.of(new HolderAddress("Rue du Lac", "1268", "2501",
                "Biel", "CH")));
    }

    private static PrintedAccount account(String iban, String currency, String holder, Optional<HolderAddress> address) {
        return new PrintedAccount("ch", "main", holder, iban, "", "Example Bank", Currency.getInstance(currency),
                LocalDate.of(2026, 1, 1), Optional.empty(), PrintedAccount.Kind.OWN, address);
    }

    @Test
    void aQrIbanGoesWithAQrReference() {
        assertThat(bill(QR_IBAN, "CHF 1949.75", QRR).orElseThrow().payload()).isEqualTo("SPC\n0200\n1\n" + QR_IBAN
                + "\nS\nRobert Schneider AG\nRue du Lac\n1268\n2501\nBiel\nCH\n\n\n\n\n\n\n\n1949.75\nCHF\n\n\n\n\n\n\n\nQRR\n"
                + QRR + "\n\nEPD");
    }

    @Test
    void anUsualIbanGoesWithACreditorReferenceOrATextForPeople() {
        assertThat(bill(IBAN, "CHF 0.05", SCOR).orElseThrow().payload()).endsWith("\n0.05\nCHF\n\n\n\n\n\n\n\nSCOR\n" + SCOR
                + "\n\nEPD");
        assertThat(bill(IBAN, "CHF 12.00", "C-17 2026-10").orElseThrow().payload())
                .endsWith("\nNON\n\nC-17 2026-10\nEPD");
        assertThat(bill(IBAN, "CHF 12.00", QRR).orElseThrow().payload()).as("a QR reference is no reference of this account")
                .endsWith("\nNON\n\n" + QRR + "\nEPD");
    }

    @Test
    void eachCodeHasAllElementsInTheirPlaces() {
        for (String reference : new String[] {SCOR, "C-17 2026-10"}) {
            String[] elements = bill(IBAN, "CHF 12.00", reference).orElseThrow().payload().split("\n", -1);
            assertThat(elements).hasSize(31);
            assertThat(elements[18] + elements[19] + elements[30]).isEqualTo("12.00CHFEPD");
        }
    }

    @ParameterizedTest
    @CsvSource({
            "CH4431999123000889012, CHF 10.00, RF18539007547034, a QR-IBAN with another reference",
            "CH4431999123000889012, CHF 10.00, 210000000003139471430009018, a QR reference with a slip of the pen",
            "DE89370400440532013000, EUR 10.00, RF18539007547034, an account of another country",
            "CH5800791123000889012, USD 10.00, RF18539007547034, another currency",
            "CH5800791123000889012, CHF 0.00, RF18539007547034, nothing to pay",
            "CH5800791123000889012, CHF 1000000000.00, RF18539007547034, more than a code may hold",
            "CH5800791123000889012, CHF 10.00, 对账单 2026-10, characters that the scheme does not know"})
    void whereTheSchemeDoesNotReachThereIsNone(String iban, String amount, String reference, String why) {
        assertThat(bill(iban, amount, reference)).as(why).isEmpty();
    }

    @Test
    void withoutTheHoldersAddressThereIsNone() {
        assertThat(SwissBill.of(account(IBAN, "CHF", "Robert Schneider AG", Optional.empty()), Money.of("CHF", "10.00"), SCOR,
                "CH")).isEmpty();
    }

    @Test
    void eurosAreAskedForThisWayInSwitzerlandAndLiechtensteinOnly() {
        PrintedAccount account = account(IBAN, "EUR");
        Money amount = Money.of("EUR", "10.00");
        assertThat(SwissBill.of(account, amount, SCOR, "LI")).isPresent();
        assertThat(SwissBill.of(account, amount, SCOR, "DE")).isEmpty();
        assertThat(EpcCode.of(account, amount, SCOR)).as("others get the code for SEPA").isPresent();
        assertThat(EpcCode.of(account(QR_IBAN, "EUR"), amount, SCOR)).as("which a QR-IBAN cannot be paid by").isEmpty();
    }

    @Test
    void whoPaysIsNamedWhereTheAddressIsOnFileAndCanBePrinted() {
        SwissBill bill = bill(QR_IBAN, "CHF 1949.75", QRR).orElseThrow();
        SwissBill named = bill.paidBy(customer("Pia-Maria Rutschmann-Schnyder", new PostalAddress("Grosse Marktgasse 28", "9400",
                "Rorschach", "")));
        assertThat(named.payload()).contains("\nCHF\nS\nPia-Maria Rutschmann-Schnyder\nGrosse Marktgasse 28\n\n9400\nRorschach"
                + "\nCH\nQRR\n");
        assertThat(named.payableBy()).containsExactly("Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse 28", "9400 Rorschach");
        assertThat(bill.paidBy(customer("Pia", PostalAddress.NONE))).isEqualTo(bill);
        assertThat(bill.paidBy(customer("上海精密机械", new PostalAddress("x", "1", "y", "")))).isEqualTo(bill);
    }

    private static Customer customer(String name, PostalAddress postal) {
        return new Customer(new CustomerId("main", "C-1"), name, "CH", "de", "CHF", "", "", "", "", "", "", "", "", "", "", "",
                Optional.empty(), "", "", "", false, false, postal, MasterStop.NONE);
    }

    @Test
    void peopleReadAmountsReferencesAndAddressesInGroups() {
        SwissBill bill = bill(QR_IBAN, "CHF 1234567.05", QRR).orElseThrow();
        assertThat(bill.amountInWords()).isEqualTo("1 234 567.05");
        assertThat(bill.payableTo()).containsExactly("CH44 3199 9123 0008 8901 2", "Robert Schneider AG", "Rue du Lac 1268",
                "2501 Biel");
        assertThat(PaymentPart.grouped(QRR)).isEqualTo("21 00000 00003 13947 14300 09017");
        assertThat(PaymentPart.grouped(SCOR)).isEqualTo("RF18 5390 0754 7034");
        assertThat(PaymentPart.grouped("C-17 2026-10")).isEqualTo("C-17 2026-10");
        assertThat(SwissBill.of(account(IBAN, "CHF", "Muster Grüße & Söhne", Optional.of(new HolderAddress("", "", "79539",
                "Lörrach", "DE"))), Money.of("CHF", "10.00"), "", "CH").orElseThrow().payableTo())
                .containsExactly("CH58 0079 1123 0008 8901 2", "Muster Grüße & Söhne", "DE-79539 Lörrach");
    }

    private static Optional<SwissBill> bill(String iban, String amount, String reference) {
        String[] parts = amount.split(" ");
        return SwissBill.of(account(iban, parts[0]), Money.of(parts[0], parts[1]), reference, "CH");
    }
}
