package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BankTagsTest {

    @Test
    void aSubFieldThatIsFullGoesOnInTheNext() {
        assertThat(BankTags.outOf("?00GUTSCHRIFT?20SVWZ+Rechnung Nr. INV-2026-?21100012?22Danke"))
                .isEqualTo(" GUTSCHRIFT SVWZ+Rechnung Nr. INV-2026-100012 Danke");
    }

    @Test
    void tagsThatAreGluedToANumberStandApart() {
        assertThat(BankTags.outOf("EREF+E77SVWZ+INV-1001ABWA+Konzernkasse"))
                .isEqualTo("EREF+E77 SVWZ+INV-1001 ABWA+Konzernkasse");
    }

    @Test
    void anyOtherTextStaysAsItIs() {
        for (String text : new String[] {"", "INV-1001 + INV-1002", "why? 20 pieces", "C++", "SVWZ+INV-1001"}) {
            assertThat(BankTags.outOf(text)).isSameAs(text);
        }
    }
}
