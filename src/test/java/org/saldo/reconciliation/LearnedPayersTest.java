package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What payments teach of payers that are not on file, and what they do not. */
class LearnedPayersTest {

    private final PayerDirectory directory = new PayerDirectory();

    @BeforeEach
    void customers() {
        directory.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        directory.add("C2", "Lumen Sur GmbH", "", "DE22", "");
    }

    @Test
    void onePaymentNeverSuffices() {
        account("DE99", "C1", "P1");
        assertThat(directory.identify("somebody", "DE99").customer()).isEmpty();
        assertThatThrownBy(() -> new LearnedPayers(1)).hasMessageContaining("at least 2");
    }

    @Test
    void twoPaymentsProveAnAccountAndTheEvidenceNamesThem() {
        account("DE99", "C1", "P1");
        account("DE99", "C1", "P2");
        Payer payer = directory.identify("somebody", "de 99");
        assertThat(payer.customer()).hasValue("C1");
        assertThat(payer.proof()).isEqualTo(Payer.Proof.LEARNED);
        assertThat(payer.evidence()).hasToString("account de 99 paid for C1 in P1, P2");
        assertThat(payer.otherwise().orElseThrow().customer()).isEmpty();
    }

    @Test
    void aLearnedNameOnlyProposesWhatHasTheAmount() {
        directory.confirm(new Confirmation(Confirmation.Kind.NAME, CompanyForms.SHIPPED.of("Quick Pay"), "C1", "P1"));
        directory.confirm(new Confirmation(Confirmation.Kind.NAME, CompanyForms.SHIPPED.of("Quick Pay"), "C1", "P2"));
        directory.learn();
        ItemBook book = new ItemBook();
        book.add(new Item(1, "INV-1001", 1, "C1", false, Till.ISSUED, Till.ISSUED, Optional.empty(), Till.eur("50.00"),
                Till.eur("50.00")));
        Matcher matcher = new Matcher(MatchingPolicy.shipped(), directory, book);
        Till.assertWaits(matcher.decide(Till.receipt("50.00", "Quick Pay", "", "thank you", ""), List.of()), Outcome.PROPOSED,
                Reason.PAYER_UNCERTAIN);
        Till.assertApplied(matcher.decide(Till.receipt("20.00", "Quick Pay", "", "INV-1001", ""), List.of()), Rule.PART_PAYMENT,
                "INV-1001 20.00");
    }

    /** Whoever has taught it, what a payment service paid once says nothing of its next payment. */
    @Test
    void nothingIsLearnedOfWhoPaysForMany() {
        PayerDirectory pooling = new PayerDirectory(new PayerRelations(List.of(), List.of(), List.of("Quick Pay"),
                CompanyForms.SHIPPED), 2);
        pooling.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        for (String payment : List.of("P1", "P2")) {
            pooling.confirm(new Confirmation(Confirmation.Kind.ACCOUNT, "DE99", "C1", payment));
            pooling.confirm(new Confirmation(Confirmation.Kind.NAME, CompanyForms.SHIPPED.of("Quick-Pay (Europe) SA"),
                    "C1", payment));
        }
        pooling.learn();
        assertThat(pooling.identify("Quick-Pay (Europe) SA", "DE99").customer()).isEmpty();
        assertThat(pooling.identify("QuickPayers", "DE99").customer()).hasValue("C1");
        assertThat(pooling.unproved(Till.receipt("50.00", "Quick-Pay (Europe) SA", "DE98", "", ""), "C1")).isEmpty();
        assertThat(pooling.unproved(Till.receipt("50.00", "QuickPayers", "DE98", "", ""), "C1")).hasSize(2);
    }

    @Test
    void whoPaysForTwoSpeaksForNobody() {
        account("DE99", "C1", "P1");
        account("DE99", "C1", "P2");
        account("DE99", "C2", "P3");
        assertThat(directory.identify("somebody", "DE99").customer()).isEmpty();
    }

    @Test
    void whatIsConfirmedCountsOnlyFromTheMomentOfLearning() {
        directory.confirm(new Confirmation(Confirmation.Kind.ACCOUNT, "DE99", "C1", "P1"));
        directory.confirm(new Confirmation(Confirmation.Kind.ACCOUNT, "DE99", "C1", "P2"));
        assertThat(directory.identify("somebody", "DE99").customer()).isEmpty();
        assertThat(directory.learn()).containsExactly("C1");
        assertThat(directory.identify("somebody", "DE99").customer()).hasValue("C1");
        assertThat(directory.learn()).isEmpty();
    }

    @Test
    void anAccountOnFileIsStrongerThanWhatWasLearned() {
        account("DE22", "C1", "P1");
        account("DE22", "C1", "P2");
        assertThat(directory.identify("somebody", "DE22").customer()).hasValue("C2");
    }

    @Test
    void aLearnedAccountWithTheNameOfAnotherCustomerIsContradicted() {
        account("DE99", "C1", "P1");
        account("DE99", "C1", "P2");
        Payer payer = directory.identify("LUMEN SUR", "DE99");
        assertThat(payer.is("C1")).isTrue();
        assertThat(payer.contradicted()).isTrue();
        assertThat(payer.otherwise().orElseThrow().customer()).hasValue("C2");
    }

    @Test
    void aNameIsLearnedAsWellAndIsTheWeakestProof() {
        name("PEREZ HERMANOS", "C1", "P1");
        name("PEREZ HERMANOS", "C1", "P2");
        assertThat(directory.identify("Pérez Hermanos S.L.", "").proof()).isEqualTo(Payer.Proof.LEARNED_NAME);
        account("DE99", "C2", "P3");
        assertThat(directory.identify("Perez Hermanos", "DE99").customer()).isEmpty();
    }

    @Test
    void aLearnedNameThatMayBeAPartOfAnothersSpeaksForNobody() {
        directory.add("C3", "Perez Hermanos Sevilla", "", "", "");
        name("PEREZ HERMANOS", "C1", "P1");
        name("PEREZ HERMANOS", "C1", "P2");
        Payer payer = directory.identify("Perez Hermanos", "");
        assertThat(payer.customer()).isEmpty();
        assertThat(payer.others()).containsExactly("C3");
    }

    @Test
    void oneCustomerIsLearnedToPayForAnotherByPeopleTwice() {
        Payer payer = directory.identify("", "DE11");
        directory.confirm(new Confirmation(Confirmation.Kind.CUSTOMER, "C1", "C2", "P1"));
        directory.learn();
        assertThat(directory.paysFor(payer, "C2", java.time.LocalDate.of(2026, 3, 1))).isFalse();
        directory.confirm(new Confirmation(Confirmation.Kind.CUSTOMER, "C1", "C2", "P2"));
        directory.learn();
        assertThat(directory.paysFor(payer, "C2", java.time.LocalDate.of(2026, 3, 1))).isTrue();
    }

    private void account(String account, String customer, String payment) {
        directory.confirm(new Confirmation(Confirmation.Kind.ACCOUNT, account, customer, payment));
        directory.learn();
    }

    private void name(String name, String customer, String payment) {
        directory.confirm(new Confirmation(Confirmation.Kind.NAME, CompanyForms.SHIPPED.of(name), customer, payment));
        directory.learn();
    }
}
