package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.store.LedgerFixture;

/** What people in the house are told of reminders, in the language of their company. */
class HouseMailTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final Money AMOUNT = Money.of("EUR", "1000.00");

    private final HouseMail mail = new HouseMail(new Templates(Path.of("config/templates"), "en"), "hub@seller.example");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | need you      | tell the manager       | EUR 1,000.00 | promises in a row  | Please hold
            de | brauchen Sie  | Leitung informieren    | 1.000,00 EUR | Zusagen nacheinander | Bitte Lieferungen
            es | le necesitan  | avisar a la dirección  | 00 EUR       | promesas seguidas  | Retenga
            fr | besoin de vous | prévenir la direction | EUR          | promesses de suite | Merci de bloquer
            pt | precisam de si | informar a direção    | 00 EUR       | promessas seguidas | Por favor retenha
            zh | 需要您处理    | 通知经理               | EUR 1,000.00 | 付款承诺           | 请按所附清单
            it | need you      | tell the manager       | EUR 1,000.00 | promises in a row  | Please hold
            """)
    void eachLanguageHasItsWords(String language, String subject, String step, String amount, String broken, String holds) {
        HouseMail.Addressed about = new HouseMail.Addressed(speaking(language), List.of("boss@seller.example"), "key");
        OutgoingMail steps = mail.steps(about, DAY, List.of(new HouseMail.StepLine("H-7", "manager", "C-1", "ACME\nLtd",
                List.of(AMOUNT), 40, Optional.of(Path.of("out/pack.zip")))));
        assertThat(steps.subject()).contains(subject);
        assertThat(steps.text()).contains("H-7", step, "C-1 ACME Ltd", amount, "40", "out/pack.zip", "saldo steps --done H-7",
                "saldo explain C-1").doesNotContain("${");
        OutgoingMail told = mail.broken(about, "C-1", 2, List.of(new HouseMail.Broken("PR-3", AMOUNT, DAY, AMOUNT, true)));
        assertThat(told.subject() + told.text()).contains(broken, "PR-3", "saldo explain C-1").doesNotContain("${");
        OutgoingMail asked = mail.holds(about, List.of(new HouseMail.Hold("CH-9", "HOLD", "C-1", "60 days late")),
                new OutgoingMail.Attachment("holds.csv", "text/csv", new byte[0]));
        assertThat(asked.text()).contains(holds, "CH-9", "C-1: 60 days late", "CONFIRM_HOLD").doesNotContain("${");
        assertThat(asked.attachments()).hasSize(1);
        assertThat(List.of(steps.language(), told.language())).containsOnly(language.equals("it") ? "en" : language);
    }

    private static Company speaking(String language) {
        Company main = LedgerFixture.MAIN;
        return new Company(main.id(), main.name(), main.address(), main.taxId(), main.country(),
                Locale.forLanguageTag(language), main.timeZone(), main.mode(), main.accounts(), main.closedThrough(),
                main.replyTo(), main.financeMail());
    }
}
