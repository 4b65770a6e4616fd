package org.saldo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an account must be to stand in the register, and how far its releases have brought it. */
class PrintedAccountTest {

    private static final LocalDate NOV_2 = LocalDate.of(2026, 11, 2);

    @ParameterizedTest
    @CsvSource({"DE89370400440532013000,true", "DE88370400440532013000,false", "GB82WEST12345698765432,true",
        "DE89 3704 0044 0532 0130 00,false", "de89370400440532013000,false", "DE89370400440532031000,false"})
    void anIbanHasRightCheckDigits(String text, boolean valid) {
        assertThat(Iban.isValid(text)).isEqualTo(valid);
    }

    @Test
    void anIbanIsReadInGroupsOfFour() {
        assertThat(Iban.grouped("DE89370400440532013000")).isEqualTo("DE89 3704 0044 0532 0130 00");
        assertThat(Iban.grouped("NO9386011117")).isEqualTo("NO93 8601 1117");
    }

    @Test
    void whateverIsChangedInAnAccountChangesItsContent() {
        PrintedAccount account = account("Nordlicht GmbH", "DE89370400440532013000", "COBADEFFXXX");
        assertThat(account("Nordlicht GmbH", "DE89370400440532013000", "COBADEFFXXX").content())
                .isEqualTo(account.content());
        assertThat(List.of(account("Nordlicht  GmbH", "DE89370400440532013000", "COBADEFFXXX"),
                account("Nordlicht GmbH", "GB82WEST12345698765432", "COBADEFFXXX"),
                account("Nordlicht GmbH", "DE89370400440532013000", "")))
                .extracting(PrintedAccount::content).doesNotContain(account.content()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"DE88370400440532013000,COBADEFFXXX,iban", "DE89370400440532013000,COBADEFFXX,bic"})
    void whatCannotBeAnAccountIsRefused(String iban, String bic, String named) {
        assertThatThrownBy(() -> account("Nordlicht GmbH", iban, bic)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + ": ");
    }

    @Test
    void anAccountOfACountryWithoutIbanIsTakenByItsNumber() {
        assertThat(account("上海公司", "6222021001116245702", "").iban()).isEqualTo("6222021001116245702");
    }

    @Test
    void itTakesTwoPeopleAndTheLaterOfTheirDays() {
        List<AccountRelease> releases = new ArrayList<>();
        assertThat(AccountStanding.of(releases).words()).isEqualTo("released by nobody, waits for two people");
        releases.add(release("anna", false, NOV_2));
        releases.add(release("Anna", false, NOV_2));
        assertThat(AccountStanding.of(releases).isReleased()).as("one person twice").isFalse();
        assertThat(AccountStanding.of(releases).isReleasedBy("ANNA")).isTrue();
        releases.add(release("bernd", false, NOV_2.plusDays(3)));
        AccountStanding standing = AccountStanding.of(releases);
        assertThat(standing.words()).isEqualTo("released by anna and bernd, printed from 2026-11-05");
        assertThat(standing.isPrintedOn(NOV_2.plusDays(2))).isFalse();
        assertThat(standing.isPrintedOn(NOV_2.plusDays(3))).isTrue();
    }

    @Test
    void aThirdReleaseDoesNotMoveTheDayAndAWithdrawalVoidsThemAll() {
        List<AccountRelease> releases = new ArrayList<>(List.of(release("anna", false, NOV_2), release("bernd", false, NOV_2),
                release("carla", false, NOV_2.plusDays(9))));
        assertThat(AccountStanding.of(releases).printedFrom()).hasValue(NOV_2);
        releases.add(release("carla", true, NOV_2));
        assertThat(AccountStanding.of(releases).releasedBy()).isEmpty();
        releases.add(release("anna", false, NOV_2.plusDays(1)));
        assertThat(AccountStanding.of(releases).isReleased()).isFalse();
        releases.add(release("carla", false, NOV_2.plusDays(2)));
        assertThat(AccountStanding.of(releases).printedFrom()).hasValue(NOV_2.plusDays(2));
    }

    private static AccountRelease release(String person, boolean withdrawn, LocalDate from) {
        return new AccountRelease("main", "eur", "0", "", withdrawn, from, person, "compared", Instant.EPOCH);
    }

    private static PrintedAccount account(String holder, String iban, String bic) {
        return new PrintedAccount("eur", "main", holder, iban, bic, "Example Bank", Currency.getInstance("EUR"),
                LocalDate.of(2026, 10, 1), Optional.empty(), PrintedAccount.Kind.OWN);
    }
}
