package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.delivery.ItemColumn;
import org.saldo.delivery.Look;
import org.saldo.delivery.StatementSection;

class StatementLookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @TempDir
    private Path folder;

    @Test
    void theShippedLookIsThePlainOne() {
        assertThat(new LookFile(Path.of("config/templates/look.yaml")).of("main")).isEqualTo(Look.PLAIN);
        assertThat(new LookFile(folder.resolve("none.yaml")).of("main")).isEqualTo(Look.PLAIN);
    }

    @Test
    void aCompanyMayDifferInColourLogoSectionsAndColumns() throws IOException {
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB), "png", folder.resolve("logo.png").toFile());
        LookFile looks = new LookFile(look("""
                colour: "#112233"
                companies:
                  - company: uk
                    logo: logo.png
                    sections: [items, movements, changes, proof, receipts, later, notes, reply]
                    item-columns: [document, due, open]
                """));
        assertThat(looks.of("main").accent()).isEqualTo(0x112233);
        Look uk = looks.of("uk");
        assertThat(uk.accent()).isEqualTo(0x112233);
        assertThat(uk.logo()).hasValueSatisfying(logo -> assertThat(logo.width()).isEqualTo(30));
        assertThat(uk.sections()).containsExactly(StatementSection.ITEMS, StatementSection.MOVEMENTS,
                StatementSection.CHANGES, StatementSection.PROOF, StatementSection.RECEIPTS, StatementSection.LATER,
                StatementSection.NOTES, StatementSection.REPLY);
        assertThat(uk.itemColumns()).containsExactly(ItemColumn.DOCUMENT, ItemColumn.DUE, ItemColumn.OPEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "colour: red | :1: colour: 'red' is not a colour",
        "colour: '#FFEE00' | :1: colour: is too light to be read on white; take a darker one",
        "logo: none.png | :1: logo: ",
        "logo: ../logo.png | :1: logo: '../logo.png' must lie beside this file; give its name only",
        "sections: [changes, movements, items, receipts, later] | :1: sections: a statement cannot be without proof; add it",
        "sections: [changes, movements, items, receipts, later, proof, reply] | :1: sections: a statement cannot be without note",
        "sections: [changes, movements, items, receipts, later, proof, notes] | :1: sections: a statement cannot be without rep",
        "sections: [changes, movements, items, later, proof] | :1: sections: a statement cannot be without receipts; add it",
        "sections: [movements, items, proof] | :1: sections: a statement cannot be without changes; add it",
        "sections: [movements, movements, items, proof] | :1: sections: one stands there twice; keep one",
        "item-columns: [document, opens] | :1: item-columns: 'opens' is not known; known are document, issued",
        "color: '#112233' | :1: color: is not known here"})
    void aWrongLookIsToldWithFileAndLine(String yaml, String fault) throws IOException {
        Path file = look(yaml + "\n");
        assertThatThrownBy(() -> new LookFile(file)).isInstanceOf(SettingsException.class).hasMessageContaining(file + fault);
    }

    @Test
    void aChineseCustomerIsToldThatTheStatementIsNoDemand() {
        LegalLinesFile shipped = new LegalLinesFile(Path.of("config/templates/legal-lines.yaml"));
        assertThat(shipped.of("CN", "zh", DAY)).hasSize(3).anyMatch(line -> line.contains("并非催款结算"))
                .contains("本对账单不变更合同约定的付款期限及逾期责任。");
        assertThat(shipped.of("DE", "de", DAY)).hasSize(1);
        assertThat(shipped.of("IT", "it", DAY)).singleElement().asString().startsWith("This statement compares");
    }

    @Test
    void linesHoldForTheirDaysAndTheirPurpose() throws IOException {
        LegalLinesFile lines = new LegalLinesFile(file("legal-lines.yaml", """
                demand: [CN]
                lines:
                  - {countries: [CN], when: demand, en: pay}
                  - {countries: [CN], when: reconciliation, en: compare}
                  - {from: 2026-10-31, until: 2026-10-31, en: today, de: heute}
                """));
        assertThat(lines.of("CN", "en", DAY)).containsExactly("pay", "today");
        assertThat(lines.of("CN", "en", DAY.plusDays(1))).containsExactly("pay");
        assertThat(lines.of("DE", "de", DAY.minusDays(1))).isEmpty();
        assertThat(lines.of("DE", "de", DAY)).containsExactly("heute");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lines: [{de: nur deutsch}] | en: is missing; every line needs an English text for customers of other languages",
        "lines: [{countries: [GERMANY], en: x}] | countries: 'GERMANY' is no country such as DE",
        "lines: [{when: always, en: x}] | when: 'always' is not reconciliation or demand",
        "lines: [{en: x, xx: y}] | xx: is not known here"})
    void aWrongLineIsToldWithFileAndLine(String yaml, String fault) throws IOException {
        Path file = file("legal-lines.yaml", yaml + "\n");
        assertThatThrownBy(() -> new LegalLinesFile(file)).isInstanceOf(SettingsException.class)
                .hasMessageContaining(file + ":1: " + fault);
    }

    private Path look(String yaml) throws IOException {
        return file("look.yaml", yaml);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
