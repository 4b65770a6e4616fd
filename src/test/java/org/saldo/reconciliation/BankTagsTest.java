package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BankTagsTest {

    private static final BankTags TAGS = new BankTags(List.of("EREF", "SVWZ", "ABWA"));

    @Test
    void aSubFieldThatIsFullGoesOnInTheNext() {
        assertThat(TAGS.outOf("?00GUTSCHRIFT?20SVWZ+Rechnung Nr. INV-2026-?21100012?22Danke"))
                .isEqualTo(" GUTSCHRIFT SVWZ+Rechnung Nr. INV-2026-100012 Danke");
    }

    @Test
    void tagsThatAreGluedToANumberStandApart() {
        assertThat(TAGS.outOf("EREF+E77SVWZ+INV-1001ABWA+Konzernkasse"))
                .isEqualTo("EREF+E77 SVWZ+INV-1001 ABWA+Konzernkasse");
    }

    @Test
    void anyOtherTextStaysAsItIs() {
        for (String text : new String[] {"", "INV-1001 + INV-1002", "why? 20 pieces", "C++", "SVWZ+INV-1001"}) {
            assertThat(TAGS.outOf(text)).isSameAs(text);
        }
    }

    @Test
    void onlyTheTagsOfThePolicyCount() {
        assertThat(new BankTags(List.of("INFO")).outOf("E77SVWZ+INV-1001INFO+X")).isEqualTo("E77SVWZ+INV-1001 INFO+X");
        assertThatThrownBy(() -> new BankTags(List.of("eref+"))).hasMessageContaining("'eref+' is no tag");
    }
}
