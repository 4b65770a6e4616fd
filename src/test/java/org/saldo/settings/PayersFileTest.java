package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.reconciliation.PayerRelations;

/** Who pays for whom, and what is refused of it. */
class PayersFileTest {

    private static final String FILE = """
            relations:
              - payer-name: Example Factoring
                pays-for: all
                kind: FACTOR
                from: 2026-01-01
                until: 2026-12-31
                auto: false
              - payer-customer: C-1
                pays-for: [C-2, C-3]
                kind: PARENT
                auto: true
                company: south
            virtual-accounts:
              - account: DE89 3704
                customer: C-1
                until: 2026-06-30
              - account: DE893704
                customer: C-2
                from: 2026-07-01
            """;

    @TempDir
    private Path folder;

    @Test
    void theShippedFileAndNoFileSayNothing() {
        assertThat(PayersFile.read(Path.of("config", "policies", "payers.yaml")).companies()).isEmpty();
        assertThat(PayersFile.read(folder.resolve("payers.yaml"))).isSameAs(PayerRelations.none());
    }

    @Test
    void companyFormsAreThoseOfTheFile() {
        PayerRelations shipped = PayersFile.read(Path.of("config", "policies", "payers.yaml"));
        assertThat(shipped.forms().forms()).isEqualTo(CompanyForms.SHIPPED.forms());
        assertThat(shipped.forms().of("Müller & Co. KG")).isEqualTo(shipped.forms().of("Müller"));
        assertThat(shipped.forms().of("上海明珠有限公司")).isEqualTo("上海明珠");
        CompanyForms own = read(FILE + "company-forms: [Osakeyhtiö, 合同会社]\n").forms();
        assertThat(own.of("Hansa Osakeyhtiö")).isEqualTo("HANSA");
        assertThat(own.of("明珠合同会社")).isEqualTo("明珠");
        assertThat(own.of("Hansa GmbH")).isEqualTo("HANSAGMBH");
        assertThatThrownBy(() -> read(FILE + "company-forms: [GmbH, '&']\n")).isInstanceOf(SettingsException.class)
                .hasMessageContaining("company-forms: '&' is no word of a company's form; write one word each");
    }

    @Test
    void aWholeFileIsRead() {
        assertThat(read(FILE).companies()).containsExactly("south");
    }

    @Test
    void whatCannotBeMeantIsToldWithItsLine() {
        assertThatThrownBy(() -> read(FILE.replace("kind: FACTOR", "kind: FRIEND"))).isInstanceOf(SettingsException.class)
                .hasMessageContaining("payers.yaml:4: kind: 'FRIEND' is not one of PARENT, FACTOR");
        assertThatThrownBy(() -> read(FILE.replace("auto: false", "payer-account: DE1"))).hasMessageContaining("exactly one of");
        assertThatThrownBy(() -> read(FILE + "never-learn: [PayPal, '-']\n")).hasMessageContaining("'-' is no name");
        assertThatThrownBy(() -> read(FILE.replace("    auto: true\n", ""))).hasMessageContaining("auto: is missing");
        assertThatThrownBy(() -> read(FILE.replace("until: 2026-12-31", "until: 2025-12-31")))
                .hasMessageContaining("before it begins");
        assertThatThrownBy(() -> read(FILE.replace("pays-for: all", "pays-for: []")))
                .hasMessageContaining("pays-for: is missing");
        assertThatThrownBy(() -> read(FILE.replace("pays-for: all", "guess: all"))).isInstanceOf(SettingsException.class);
    }

    @Test
    void oneAccountIsGivenToOneCustomerAtATime() {
        assertThatCode(() -> read(FILE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(FILE.replace("from: 2026-07-01", "from: 2026-06-30")))
                .hasMessageContaining("payers.yaml:17: account: 'DE893704' is given to C-1 in the same days");
    }

    private PayerRelations read(String text) {
        try {
            return PayersFile.read(Files.writeString(folder.resolve("payers.yaml"), text));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
