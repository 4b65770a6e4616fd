package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerDirectoryTest {

    private final PayerDirectory directory = new PayerDirectory();

    @Test
    void theAccountOfOneCustomerNamesThePayerWhateverTheName() {
        directory.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        Payer payer = directory.identify("somebody", "de 11");
        assertThat(payer.customer()).hasValue("C1");
        assertThat(payer.proof()).isEqualTo(Payer.Proof.ACCOUNT);
        assertThat(payer.contradicted()).isFalse();
    }

    @Test
    void anAccountOfTwoCustomersIsNobodysEvenIfTheNameFits() {
        directory.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        directory.add("C2", "Hansa Sur GmbH", "", "DE11", "");
        Payer payer = directory.identify("Hansa Norte GmbH", "DE11");
        assertThat(payer.customer()).isEmpty();
        assertThat(payer.isAmbiguous()).isTrue();
        assertThat(payer.mayBe("C1")).isTrue();
        assertThat(payer.isSomebodyElseThan("C3")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"HANSA NORTE", "hansa norte gmbh", "Hansa Norte S.A.", "Ｈａｎｓａ Norte", "Hánsa Nórte Ltd."})
    void aNameIsTheSameInAnyCaseWidthAccentAndCompanyForm(String name) {
        directory.add("C1", "Hansa Norte GmbH & Co. KG", "", "", "");
        assertThat(directory.identify(name, "").customer()).hasValue("C1");
    }

    @Test
    void aChineseCompanyFormIsNoPartOfTheName() {
        directory.add("C1", "东方贸易有限公司", "", "", "");
        assertThat(directory.identify("东方贸易", "").customer()).hasValue("C1");
    }

    @Test
    void aNameOfTwoCustomersIsNobodys() {
        directory.add("C1", "Hansa Norte GmbH", "", "", "");
        directory.add("C2", "Hansa Norte SA", "", "", "");
        assertThat(directory.identify("Hansa Norte", "").isAmbiguous()).isTrue();
    }

    @Test
    void anAccountAndANameOfDifferentCustomersContradictEachOther() {
        directory.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        directory.add("C2", "Lumen Sur GmbH", "", "", "");
        Payer payer = directory.identify("Lumen Sur GmbH", "DE11");
        assertThat(payer.customer()).hasValue("C1");
        assertThat(payer.contradicted()).isTrue();
    }

    @Test
    void aCutNameIsAHintAndNoIdentification() {
        directory.add("C1", "Fundicion Rio Norte 93 GmbH", "", "", "");
        Payer front = directory.identify("FUNDICION RIO NOR", "");
        assertThat(front.customer()).isEmpty();
        assertThat(front.mayBe("C1")).isTrue();
        assertThat(directory.identify("NORTE 93 GMBH", "").mayBe("C1")).isTrue();
        assertThat(directory.identify("RIO 93", "").mayBe("C1")).isFalse();
        assertThat(directory.identify("FUNDI", "").others()).isEmpty();
    }

    @Test
    void aNameThatIsOnlyACompanyFormNamesNobody() {
        directory.add("C1", "GmbH", "", "", "");
        assertThat(directory.identify("Lumen GmbH", "").customer()).isEmpty();
        assertThat(directory.identify("", "").customer()).isEmpty();
    }
}
