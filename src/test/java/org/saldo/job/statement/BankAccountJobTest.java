package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.job.ExplainJob;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.PrintedAccounts;
import org.saldo.ledger.Refused;
import org.saldo.ledger.Words;
import org.saldo.settings.StatementTemplates;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerFixture;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStore;

/** An account is printed when two people have released it, and nothing leaves for customers before. */
class BankAccountJobTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 30);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Authority AUTHORITY = new Authority("authority.yaml", List.of(grant("anna"), grant("bernd"),
            new Authority.Grant("carla", EnumSet.of(PersonAction.APPLY), Optional.empty())));
    private static final PrintedAccount TRUE_ONE = account("Nordlicht GmbH", "DE89370400440532013000");
    private static final PrintedAccount FORGED = account("Nordlicht GmbH", "GB82WEST12345698765432");

    @ParameterizedTest
    @EnumSource
    void withoutAccountsNothingIsPrintedAndNothingStopped(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, LedgerFixture.CLOCK);
            BankAccounts accounts = new BankAccounts(ledger, () -> PrintedAccounts.NONE);
            assertThat(accounts.blocked("main")).isEmpty();
            assertThat(accounts.printed("main", EUR, DAY, ledger.now())).isEmpty();
            desk(ledger, PrintedAccounts.NONE).tellFinance(DAY);
            assertThat(SentMails.of(ledger)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoPeopleReleaseItAndItIsPrintedAfterTheCoolingOff(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, LedgerFixture.CLOCK);
            PrintedAccounts register = new PrintedAccounts(List.of(TRUE_ONE), 3);
            BankAccounts accounts = new BankAccounts(ledger, () -> register);
            BankAccountJob desk = desk(ledger, register);
            assertThat(accounts.blocked("main").map(Words::toString).orElse(""))
                    .contains("account eur of company main is released by nobody");
            assertThat(accounts.blocked("north")).as("another company").isEmpty();
            desk.release(AUTHORITY, who("anna"), "eur");
            assertThat(accounts.blocked("main").map(Words::toString).orElse("")).contains("released by anna alone",
                    "saldo bank-account release eur");
            assertThatThrownBy(() -> desk.release(AUTHORITY, who("ANNA"), "eur")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> desk.release(AUTHORITY, who("anna"), "eur")).isInstanceOf(Refused.class)
                    .hasMessageContaining("has released it already");
            assertThatThrownBy(() -> desk.release(AUTHORITY, who("carla"), "eur")).isInstanceOf(Refused.class)
                    .hasMessageContaining("may not bank-account");
            assertThat(desk.release(AUTHORITY, who("bernd"), "eur").text()).endsWith("printed from 2026-11-02");
            assertThat(accounts.blocked("main")).isEmpty();
            assertThat(accounts.printed("main", EUR, DAY.plusDays(2), ledger.knownAt())).isEmpty();
            assertThat(accounts.printed("main", EUR, DAY.plusDays(3), ledger.knownAt())).hasValue(TRUE_ONE);
            assertThat(accounts.printed("main", Currency.getInstance("USD"), DAY.plusDays(3), ledger.knownAt())).isEmpty();
            assertThatThrownBy(() -> desk.release(AUTHORITY, who("bernd"), "eur")).hasMessageContaining("nothing to do");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedEntryStopsEverythingUntilTwoReleaseThatAndTheOldOneIsKnownAgain(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, LedgerFixture.CLOCK);
            released(ledger, TRUE_ONE);
            PrintedAccounts changed = new PrintedAccounts(List.of(FORGED), 0);
            BankAccounts accounts = new BankAccounts(ledger, () -> changed);
            assertThat(accounts.blocked("main")).isPresent();
            assertThat(accounts.printed("main", EUR, DAY, ledger.knownAt())).isEmpty();
            desk(ledger, changed).release(AUTHORITY, who("anna"), "eur");
            assertThat(accounts.blocked("main")).isPresent();
            assertThat(new BankAccounts(ledger, () -> new PrintedAccounts(List.of(TRUE_ONE), 0)).blocked("main")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onePersonIsEnoughToWithdrawIt(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, LedgerFixture.CLOCK);
            BankAccountJob desk = released(ledger, TRUE_ONE);
            BankAccounts accounts = new BankAccounts(ledger, () -> new PrintedAccounts(List.of(TRUE_ONE), 0));
            var before = ledger.knownAt();
            assertThat(desk.withdraw(AUTHORITY, who("bernd"), "eur").text()).contains("withdrawn");
            assertThat(accounts.blocked("main")).isPresent();
            assertThat(accounts.printed("main", EUR, DAY, ledger.knownAt())).isEmpty();
            assertThat(accounts.printed("main", EUR, DAY, before)).as("what was known before stays so").isPresent();
            assertThat(new ExplainJob(ledger, companies()).explain("eur")).contains("released", "by: anna", "withdrawn",
                    "by: bernd", "reason: compared with the bank's letter", "released by nobody, waits for two people");
        }
    }

    @ParameterizedTest
    @EnumSource
    void financeIsToldOnceOfAChangeAndOfEachDecision(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, LedgerFixture.CLOCK);
            BankAccountJob desk = desk(ledger, new PrintedAccounts(List.of(TRUE_ONE), 0));
            desk.tellFinance(DAY);
            desk.tellFinance(DAY.plusDays(1));
            desk.release(AUTHORITY, who("anna"), "eur");
            assertThat(mails(ledger)).hasSize(1).first().asString().contains("To: finance@nordlicht.example",
                    "bank account eur was changed and is not released", "DE8937040044", "saldo bank-account release eur")
                    .doesNotContain("bank-account withdraw");
            desk.release(AUTHORITY, who("bernd"), "eur");
            assertThat(mails(ledger)).hasSize(2).last().asString().contains("bank account eur is released",
                    "released by anna, bernd", "bank-account withdraw eur");
            desk(ledger, new PrintedAccounts(List.of(FORGED), 0)).release(AUTHORITY, who("anna"), "eur");
            assertThat(mails(ledger)).as("who is quick leaves his trace as well").hasSize(3).last().asString()
                    .contains("GB82WEST12345698765432");
        }
    }

    private static BankAccountJob released(Ledger ledger, PrintedAccount account) {
        BankAccountJob desk = desk(ledger, new PrintedAccounts(List.of(account), 0));
        desk.release(AUTHORITY, who("anna"), "eur");
        desk.release(AUTHORITY, who("bernd"), "eur");
        return desk;
    }

    private static BankAccountJob desk(Ledger ledger, PrintedAccounts register) {
        return new BankAccountJob(ledger, companies(), register, new BankAccountJob.Post(new OutboxStore(ledger,
                CustomerMail.OFF), StatementTemplates.read(Path.of("config/templates")), "receivables@nordlicht.example"));
    }

    private static Companies companies() {
        return new Companies(List.of(new Company("main", "Nordlicht", List.of(), "", "DE", Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW, List.of(), Optional.empty(), "",
                List.of("finance@nordlicht.example"))));
    }

    private static Authority.Grant grant(String person) {
        return new Authority.Grant(person, EnumSet.of(PersonAction.BANK_ACCOUNT), Optional.empty());
    }

    private static Decider who(String person) {
        return new Decider(person, "compared with the bank's letter", DAY, "");
    }

    private static List<String> mails(Ledger ledger) {
        return SentMails.of(ledger).stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
    }

    private static PrintedAccount account(String holder, String iban) {
        return new PrintedAccount("eur", "main", holder, iban, "", "Example Bank", EUR, LocalDate.of(2026, 10, 1),
                Optional.empty(), PrintedAccount.Kind.OWN);
    }
}
