package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.delivery.TestCertificate;
import org.saldo.delivery.pdf.SampleStatement;
import org.saldo.delivery.pdf.StatementPdf;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.PrintedAccounts;
import org.saldo.settings.HubProperties;
import org.saldo.settings.SettingsException;
import org.saldo.store.TestDatabase;
import org.saldo.store.statement.IssuedStatement;

/** Which key seals whose statements, and what is told when it cannot. */
class SealsTest {

    private static final InstantSource NOW = InstantSource.system();

    @TempDir
    private Path folder;
    private Path key;

    @BeforeEach
    void keyOfMain() throws Exception {
        key = Files.move(TestCertificate.of(folder, "dns:seal.example").file(), folder.resolve("main.p12"));
    }

    @Test
    void asShippedNothingIsSealedAndNothingIsWrong() {
        Seals seals = seals("", NOW, "main");
        assertThat(seals.sealed("main", new byte[0])).isEmpty();
        assertThat(seals.readable().faults()).isEmpty();
    }

    @Test
    void aSealedStatementIsKeptWithTheHashOfWhatItWasBefore() {
        byte[] pdf = new StatementPdf().render(SampleStatement.letter("en"));
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB, folder)) {
            BankAccounts accounts = new BankAccounts(desk.ledger, () -> PrintedAccounts.NONE);
            IssuedStatement issued = new StatementIssue(accounts, seals(key.toString(), NOW, "main").readable())
                    .issued(SampleStatement.statement(9, "EUR"), pdf, IntakeDesk.DAY);
            assertThat(issued.unsealed()).hasValue(pdf);
            assertThat(issued.pdf()).startsWith(pdf).hasSizeGreaterThan(pdf.length + 8192);
            assertThat(new String(issued.pdf(), StandardCharsets.ISO_8859_1)).contains("ETSI.CAdES.detached");
        }
    }

    @Test
    void whatIsWrongWithAKeyIsToldAndNothingIsMadeWithoutIt() {
        assertThat(seals(folder.resolve("{company}.p12").toString(), NOW, "main", "north").faults()).singleElement().asString()
                .contains("application.properties").contains("seal.key-file: ").contains("north.p12");
        assertThat(seals(key.toString(), NOW, "main", "north").faults()).singleElement().asString()
                .contains("would be the seal of several companies").contains("{company}");
        Seals late = seals(key.toString(), InstantSource.fixed(Instant.parse("2060-01-01T00:00:00Z")), "main");
        assertThat(late.faults()).singleElement().asString().contains("CN=test is valid from");
        assertThatThrownBy(late::readable).isInstanceOf(SettingsException.class);
    }

    @Test
    void aCertificateThatExpiresWhileTheServiceRunsSealsNothingAnyMore() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        Seals seals = seals(key.toString(), now::get, "main");
        byte[] pdf = new StatementPdf().render(SampleStatement.letter("en"));
        assertThat(seals.readable().sealed("main", pdf)).isPresent();
        now.set(Instant.parse("2060-01-01T00:00:00Z"));
        assertThatThrownBy(() -> seals.sealed("main", pdf)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("CN=test is valid from");
        assertThatThrownBy(seals::readable).isInstanceOf(SettingsException.class);
    }

    @Test
    void withoutTheTimeStampThatIsWantedNothingIsSealed() {
        byte[] pdf = new StatementPdf().render(SampleStatement.letter("en"));
        assertThat(seals(properties(key.toString()).with("seal.timestamp-url", "ftp://x"), NOW, "main").faults())
                .singleElement().asString().contains("seal.timestamp-url: 'ftp://x' is no address");
        Seals silent = seals(properties(key.toString()).with("seal.timestamp-url", "http://127.0.0.1:1/tsr"), NOW, "main");
        assertThatThrownBy(() -> silent.sealed("main", pdf)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("seal.timestamp-url: http://127.0.0.1:1/tsr").hasMessageContaining("nothing is sealed");
    }

    private static Seals seals(String file, InstantSource clock, String... companies) {
        return seals(properties(file), clock, companies);
    }

    private static HubProperties properties(String file) {
        return HubProperties.read(Path.of("config"), any -> Optional.empty()).with("seal.key-file", file)
                .with("seal.password", TestCertificate.PASSWORD);
    }

    private static Seals seals(HubProperties properties, InstantSource clock, String... companies) {
        List<Company> all = List.of(companies).stream().map(id -> IntakeDesk.company(id, IntakeDesk.OWN_ACCOUNT)).toList();
        return new Seals(properties, () -> new Companies(all), clock);
    }
}
