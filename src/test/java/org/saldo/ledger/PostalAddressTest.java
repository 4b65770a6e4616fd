package org.saldo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PostalAddressTest {

    @Test
    void linesStandAsTheCountryOfTheAddressWantsThem() {
        assertThat(new PostalAddress("Hafenstr. 7", "20457", "Hamburg", "").lines("DE", "DE", Locale.GERMAN))
                .containsExactly("Hafenstr. 7", "20457 Hamburg");
        assertThat(new PostalAddress("1 High Street", "SW1A 1AA", "London", "").lines("GB", "DE", Locale.GERMAN))
                .containsExactly("1 High Street", "London", "SW1A 1AA", "VEREINIGTES KÖNIGREICH");
        assertThat(new PostalAddress("5 Main St", "02110", "Boston", "MA").lines("US", "US", Locale.ENGLISH))
                .containsExactly("5 Main St", "Boston, MA 02110");
        assertThat(new PostalAddress("Calle Mayor 1", "28013", "Madrid", "Madrid").lines("ES", "FR", Locale.FRENCH))
                .containsExactly("Calle Mayor 1", "28013 Madrid (Madrid)", "ESPAGNE");
        assertThat(new PostalAddress("Postboks 1", "", "Oslo", "").lines("NO", "NO", Locale.ENGLISH))
                .containsExactly("Postboks 1", "Oslo");
    }

    @Test
    void aLetterNeedsAStreetAndATown() {
        assertThat(new PostalAddress("Hafenstr. 7", "", "Hamburg", "").isComplete()).isTrue();
        assertThat(new PostalAddress("Hafenstr. 7", "20457", " ", "").isComplete()).isFalse();
        assertThat(PostalAddress.NONE.isComplete()).isFalse();
    }
}
