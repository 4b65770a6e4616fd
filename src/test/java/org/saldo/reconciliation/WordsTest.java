package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.WordTexts;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** What is said of a decision is kept without a language and told in one. */
class WordsTest {

    private static final Words SAID = Words.of(EvidenceWord.QUOTES, List.of(Words.of(EvidenceWord.ITEM_SETTLED, "INV-1"),
            Words.of(EvidenceWord.ITEM_OPEN, "INV-2", Money.of("EUR", "5.00")))).and(EvidenceWord.TOO_MUCH,
            Money.of("EUR", "1.00")).and(EvidenceWord.NOTHING_EXPLAINS);

    @Test
    void aRowKeepsWhatIsSaidAndNotHow() {
        assertThat(SAID.stored()).isEqualTo("{quotes:{item-settled:INV-1}, {item-open:INV-2;EUR 5.00}}{too-much:EUR 1.00}"
                + "{nothing-explains}");
        assertThat(SAID).hasToString("text quotes INV-1 (settled), INV-2 (EUR 5.00 open); EUR 1.00 too much, and nothing else of"
                + " the payer explains it");
        assertThat(Words.read(SAID.stored(), EvidenceWord.ENGLISH)).isEqualTo(SAID);
    }

    @Test
    void anotherLanguageTellsTheSameInItsOrder() {
        Map<String, String> texts = new HashMap<>();
        texts.put("between", "；");
        texts.put("stays-open", "{1}: {0} ({2} {3})");
        texts.put("code-price", "Preis");
        texts.put("pays-part", "bezahlt einen Teil");
        Words said = Words.of(EvidenceWord.STAYS_OPEN, Money.of("EUR", "2000.00"), "INV-1", DifferenceCode.PRICE,
                Words.of(DifferenceCode.PRICE)).and(EvidenceWord.PAYS_PART);
        assertThat(new WordTexts(texts, amount -> amount.written(",", ".") + " " + amount.currency()).told(said))
                .isEqualTo("INV-1: 2.000,00 EUR (PRICE Preis)；bezahlt einen Teil");
    }

    @Test
    void anAmountIsWrittenAlikeWhereverItIsTold() {
        assertThat(Words.of(EvidenceWord.TOO_MUCH, Money.of("EUR", "4125.00"))).hasToString("EUR 4,125.00 too much");
        assertThat(EvidenceWord.ENGLISH.told("{too-much:JPY -41250}")).isEqualTo("JPY -41,250 too much");
        assertThat(EvidenceWord.ENGLISH.told("{text-says:ABC 4125.00}")).isEqualTo("the text says 'ABC 4125.00'");
    }

    @Test
    void whatOthersWriteIsToldAsTheyWroteIt() {
        String name = "A{0};B} \\C: D";
        Words said = Words.of(EvidenceWord.NAME_OF, name, "C-1");
        assertThat(said).hasToString("name '" + name + "' is that of C-1 alone");
        assertThat(Words.said("told by phone {sic}; \\o/")).hasToString("told by phone {sic}; \\o/");
        assertThat(EvidenceWord.ENGLISH.told("applied by hand")).isEqualTo("applied by hand");
    }

    @Test
    void whatWasCutOffIsToldAsFarAsItGoes() {
        String stored = SAID.stored();
        for (int length = 0; length <= stored.length(); length++) {
            assertThat(EvidenceWord.ENGLISH.told(stored.substring(0, length) + "…")).isNotNull();
        }
        assertThat(EvidenceWord.ENGLISH.told("{quotes:{item-settled:INV-1…")).isEqualTo("text quotes INV-1… (settled)");
        assertThat(EvidenceWord.ENGLISH.told("{of-a-later-release:INV-1;2}")).isEqualTo("of-a-later-release INV-1, 2");
    }

    @Test
    void aProposalKeepsItsNoteWithoutALanguage() {
        Alternative answer = new Alternative(List.of(new Alternative.Part("P-1", Money.of("EUR", "9.00"),
                AllocationKind.REFUND)), Words.of(EvidenceWord.ID_NAMED));
        assertThat(answer.stored()).isEqualTo("P-1 9.00 REFUND [{id-named}]");
        assertThat(answer).hasToString("P-1 9.00 REFUND [its id is named]");
        assertThat(Alternative.parse(answer.stored(), Money.of("EUR", "1.00").currency())).containsExactly(answer);
    }
}
