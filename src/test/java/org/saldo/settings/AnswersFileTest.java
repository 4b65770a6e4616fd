package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.ChasePolicy;
import org.saldo.statement.answer.Grade;

/** What answers count for, read strictly. */
class AnswersFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @TempDir
    Path folder;

    @Test
    void theShippedFileChasesNobodyAndConfirmsUpToItsLimits() {
        AnswerPolicy policy = AnswersFile.read(Path.of("config/policies/answers.yaml"));
        assertThat(policy.chase().on()).isFalse();
        assertThat(policy.lists()).isEqualTo(AnswerPolicy.Lists.WITH_TASK);
        assertThat(policy.acknowledge() || policy.plusAddress()).isFalse();
        assertThat(policy.confirms(Grade.EMAIL, Money.of("EUR", "100000.00"))).isTrue();
        assertThat(policy.confirms(Grade.EMAIL, Money.of("EUR", "100000.01"))).isFalse();
        assertThat(policy.confirms(Grade.EMAIL, Money.of("CHF", "1.00"))).isFalse();
        assertThat(policy.confirms(Grade.SEALED, Money.of("CHF", "1000000.00"))).isTrue();
    }

    @Test
    void aContactIsKnownByCustomerAndAddressTogether() throws IOException {
        AnswerPolicy policy = read("""
                confirms: {email: none, authorised: any}
                contacts:
                  - {customer: C-1, company: main, mail: Cfo@acme.example, name: Ana Ruiz, role: CFO}
                  - {customer: C-1, company: main, mail: old@acme.example, name: Bo, from: 2026-01-01, until: 2026-10-31}
                chase: {on: true, after-days: 3, every-days: 4, most: 1, then-days: 5}
                """);
        assertThat(policy.contact(new CustomerId("main", "C-1"), "cfo@ACME.example", DAY)).isPresent();
        assertThat(policy.contact(new CustomerId("main", "C-1"), "old@acme.example", DAY)).isPresent();
        assertThat(policy.contact(new CustomerId("main", "C-1"), "old@acme.example", DAY.plusDays(1))).isEmpty();
        assertThat(policy.contact(new CustomerId("main", "C-2"), "cfo@acme.example", DAY)).isEmpty();
        assertThat(policy.contact(new CustomerId("other", "C-1"), "cfo@acme.example", DAY)).isEmpty();
        assertThat(policy.confirms(Grade.EMAIL, Money.of("EUR", "0.00"))).isFalse();
        assertThat(policy.confirms(Grade.SIGNED, Money.of("EUR", "0.00"))).isFalse();
        assertThat(policy.chase().usual()).isEqualTo(new AnswerPolicy.Chase(true, 3, 4, 1, 5));
    }

    @Test
    void silenceIsChasedOtherwiseForSomeTheLastRuleThatFitsHolds() throws IOException {
        ChasePolicy chase = read("""
                confirms: {}
                chase:
                  after-days: 3
                  customers:
                    - {company: main, on: true}
                    - {customer: C-2, on: false, until: 2026-10-31}
                    - {customer: C-2, most: 5}
                """).chase();
        LocalDate october = LocalDate.of(2026, 10, 31);
        assertThat(chase.usual().on()).isFalse();
        assertThat(chase.on() && chase.differs()).isTrue();
        assertThat(chase.of(customer("main", "C-1"), october)).isEqualTo(new AnswerPolicy.Chase(true, 3, 7, 2, 7));
        assertThat(chase.of(customer("other", "C-1"), october).on()).isFalse();
        assertThat(chase.of(customer("main", "C-2"), october)).isEqualTo(new AnswerPolicy.Chase(false, 3, 7, 5, 7));
        assertThat(chase.of(customer("main", "C-2"), october.plusDays(1)).on()).isTrue();
    }

    private static Customer customer(String company, String number) {
        return new Customer(new CustomerId(company, number), "Acme", "DE", "de", "EUR", "", "", "NET30", "", "", "", "", "", "",
                "", "", Optional.empty(), "", "", "", false, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"confirms: {email: [EUR 1.00, EUR 2.00]} | its currency stands here twice",
        "confirms: {email: [EUR -1.00]} | is negative", "confirms: {mail: any} | is not known here",
        "confirms: {email: sometimes} | no amount such as EUR 100.00",
        "{confirms: {}, chase: {on: true, after-days: 0}} | at least 1",
        "{confirms: {}, chase: {customers: [{on: true}]}} | says of no customer for whom it is",
        "{confirms: {}, chase: {customers: [{company: main, every-days: 0}]}} | at least 1",
        "{confirms: {}, chase: {customers: [{company: main, often: 1}]}} | is not known here",
        "{confirms: {}, chase: {}, lists: always} | one of off, finance, with-task, at-once",
        "{confirms: {}, chase: {}, chases: 1} | is not known here"})
    void whatIsWrongIsToldWithFileAndLine(String text, String why) {
        assertThatThrownBy(() -> read(text.startsWith("{") ? text : text + "\nchase: {}\n"))
                .isInstanceOf(SettingsException.class).hasMessageContaining("answers.yaml:1: ").hasMessageContaining(why);
    }

    private AnswerPolicy read(String text) throws IOException {
        return AnswersFile.read(Files.writeString(folder.resolve("answers.yaml"), text));
    }
}
