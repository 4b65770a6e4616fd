package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;

/** Who paid: by an account of ours, by relations with days, by a tax id or a customer's number in the text. */
class WhoPaidTest {

    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 20);
    private static final PayerRelations.Days ALWAYS = new PayerRelations.Days(Optional.empty(), Optional.empty());
    private static final PayerRelations.Days ENDED = new PayerRelations.Days(Optional.empty(), Optional.of(BOOKED.minusDays(1)));
    private static final PayerRelations.Days LAST_DAY = new PayerRelations.Days(Optional.of(BOOKED), Optional.of(BOOKED));

    @Test
    void anAccountOfOursThatOneCustomerIsGivenTellsWhoPaidWhateverElse() {
        PayerRelations relations = new PayerRelations(List.of(), List.of(
                new PayerRelations.VirtualAccount("", "DE00 01", "C1", LAST_DAY),
                new PayerRelations.VirtualAccount("", "DE0002", "C1", ENDED)));
        assertThat(decide(relations, "DE0001", "DE22", "Lumen Sur GmbH", "").customer()).hasValue("C1");
        assertThat(decide(relations, "DE0001", "DE22", "Lumen Sur GmbH", "").rule()).isEqualTo(Rule.ONLY_ITEM_OF_AMOUNT);
        assertThat(decide(relations, "DE0002", "", "", "").customer()).isEmpty();
    }

    @Test
    void aRelationInItsDaysLetsOneCustomerPayForAnother() {
        for (PayerRelations.Days days : List.of(ALWAYS, LAST_DAY)) {
            Verdict verdict = decide(relation(PayerRelations.By.CUSTOMER, "C2", Set.of("C1"), days, true), "DE22", "",
                    "INV-1001");
            assertThat(verdict.isApplied()).isTrue();
            assertThat(verdict.customer()).hasValue("C2");
        }
        assertThat(decide(relation(PayerRelations.By.CUSTOMER, "C2", Set.of("C1"), ENDED, true), "DE22", "", "INV-1001").reason())
                .isEqualTo(Reason.OTHER_CUSTOMER_QUOTED);
        assertThat(decide(relation(PayerRelations.By.CUSTOMER, "C2", Set.of("C1"), ALWAYS, false), "DE22", "", "INV-1001")
                .reason()).isEqualTo(Reason.OTHER_CUSTOMER_QUOTED);
        assertThat(decide(relation(PayerRelations.By.CUSTOMER, "C2", Set.of("C3"), ALWAYS, true), "DE22", "", "INV-1001")
                .reason()).isEqualTo(Reason.OTHER_CUSTOMER_QUOTED);
    }

    @Test
    void anAgentOfOneCustomerPaysAsThatCustomer() {
        Verdict verdict = decide(relation(PayerRelations.By.ACCOUNT, "DE99", Set.of("C1"), ALWAYS, true), "DE99", "Agent", "");
        assertThat(verdict.rule()).isEqualTo(Rule.ONLY_ITEM_OF_AMOUNT);
        assertThat(verdict.payerProof()).hasToString("account DE99 pays for C1 as AGENT");
        assertThat(decide(relation(PayerRelations.By.NAME, "Agent Ltd", Set.of("C1"), ALWAYS, true), "", "AGENT", "").rule())
                .isEqualTo(Rule.ONLY_ITEM_OF_AMOUNT);
    }

    @Test
    void aRelationThatAsksProposesWhatFits() {
        for (PayerRelations.By by : List.of(PayerRelations.By.ACCOUNT, PayerRelations.By.NAME)) {
            String payer = by == PayerRelations.By.NAME ? "Example Factoring" : "DE99";
            for (Set<String> customers : List.of(Set.of("C1"), Set.of("C1", "C2"), Set.<String>of())) {
                Verdict verdict = decide(relation(by, payer, customers, ALWAYS, false), "DE99", "Example Factoring", "INV-1001");
                assertThat(verdict.outcome()).isEqualTo(Outcome.PROPOSED);
                assertThat(verdict.reason()).isEqualTo(Reason.PAYER_ASKS);
                assertThat(verdict.alternatives()).hasSize(1);
            }
        }
    }

    @Test
    void whoPaysForSeveralIsToldApartByTheDocument() {
        PayerRelations treasury = relation(PayerRelations.By.ACCOUNT, "DE99", Set.of("C1", "C2"), ALWAYS, true);
        assertThat(decide(treasury, "DE99", "Treasury", "INV-1001").customer()).hasValue("C1");
        assertThat(decide(treasury, "DE99", "Treasury", "").reason()).isEqualTo(Reason.PAYER_AMBIGUOUS);
        assertThat(decide(treasury, "DE99", "Treasury", "INV-3003").reason()).isEqualTo(Reason.OTHER_CUSTOMER_QUOTED);
        PayerRelations anybody = relation(PayerRelations.By.ACCOUNT, "DE99", Set.of(), ALWAYS, true);
        assertThat(decide(anybody, "DE99", "Psp", "INV-3003").customer()).hasValue("C30001");
        assertThat(decide(anybody, "DE99", "Psp", "").reason()).isEqualTo(Reason.PAYER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE123456789", "USt-IdNr. DE 123456789", "VAT:DE123456789 thanks", "tax 123456789", "税号DE123456789"})
    void aTaxIdInTheTextNamesThePayer(String text) {
        Verdict verdict = decide(PayerRelations.none(), "", "somebody", text);
        assertThat(verdict.customer()).as(text).hasValue("C30001");
        assertThat(verdict.rule()).isEqualTo(Rule.ONLY_ITEM_OF_AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XDE123456789", "DE1234567890", "12-123456789-7", "DE12345678"})
    void aPartOfALongerTokenNamesNobody(String text) {
        assertThat(decide(PayerRelations.none(), "", "somebody", text).customer()).as(text).isEmpty();
    }

    @Test
    void aCustomersNumberNamesThePayerButIsNoDocument() {
        Verdict verdict = decide(PayerRelations.none(), "", "somebody", "customer C30001");
        assertThat(verdict.customer()).hasValue("C30001");
        assertThat(verdict.rule()).isEqualTo(Rule.ONLY_ITEM_OF_AMOUNT);
    }

    @Test
    void theNumberOfAnotherCustomerThanTheAccountContradictsIt() {
        Verdict verdict = decide(PayerRelations.none(), "DE11", "", "for C30001");
        assertThat(verdict.customer()).hasValue("C1");
        assertThat(verdict.reason()).isEqualTo(Reason.PAYER_UNCERTAIN);
        assertThat(verdict.payerProof()).hasToString(
                "account DE11 is that of C1; but the text has the tax id or the number of C30001");
        assertThat(decide(PayerRelations.none(), "", "Lumen Sur", "DE123456789 C30001").customer()).hasValue("C30001");
    }

    private static PayerRelations relation(PayerRelations.By by, String payer, Set<String> customers, PayerRelations.Days days,
                                           boolean auto) {
        return new PayerRelations(List.of(new PayerRelations.Relation("", by, payer, customers, PayerRelations.Kind.AGENT, days,
                auto)), List.of());
    }

    private static Verdict decide(PayerRelations relations, String iban, String name, String text) {
        return decide(relations, "DE00", iban, name, text);
    }

    /** EUR 100.00, which C1 owes by INV-1001, C2 by INV-2002 and C30001 by INV-3003. */
    private static Verdict decide(PayerRelations relations, String account, String iban, String name, String text) {
        PayerDirectory directory = new PayerDirectory(relations, 2);
        directory.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        directory.add("C2", "Lumen Sur GmbH", "", "DE22", "");
        directory.add("C30001", "Delta Este GmbH", "", "", "", "DE123456789");
        ItemBook book = new ItemBook();
        book.add(item(1, "INV-1001", "C1"));
        book.add(item(2, "INV-2002", "C2"));
        book.add(item(3, "INV-3003", "C30001"));
        Receipt receipt = new Receipt(new ReceiptKey("main", account, "P1"), BOOKED, BOOKED, Money.of("EUR", "100.00"), name,
                iban, "", text, "", "", Receipt.Instrument.TRANSFER, Optional.empty(), "", "", "", false);
        return new Matcher(MatchingPolicy.shipped(), directory, book).decide(receipt, List.of());
    }

    private static Item item(long id, String number, String customer) {
        Money amount = Money.of("EUR", "100.00");
        return new Item(id, number, 1, customer, false, BOOKED.minusDays(20), BOOKED, Optional.empty(), amount, amount);
    }
}
