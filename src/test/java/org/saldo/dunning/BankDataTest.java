package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.Company;
import org.saldo.ledger.Words;

class BankDataTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.weekendsOnly("DE");

    /** Wednesday to Monday are three business days. */
    @ParameterizedTest
    @CsvSource({"2026-10-28,true", "2026-10-27,false", "2026-11-02,true"})
    void bankDataIsFreshForSoManyBusinessDays(LocalDate newest, boolean fresh) {
        assertThat(stale(company("A"), new BankData(Map.of("A", newest), Optional.empty())).isEmpty()).isEqualTo(fresh);
    }

    @Test
    void everyListedAccountMustBeFresh() {
        BankData data = new BankData(Map.of("A", MONDAY, "B", LocalDate.of(2026, 10, 1)), Optional.empty());
        assertThat(stale(company("A", "B"), data)).hasValueSatisfying(why -> assertThat(why).contains("account B")
                .contains("2026-10-01"));
        assertThat(stale(company("A"), data)).isEmpty();
        assertThat(stale(company("A", "C"), data)).hasValue("no bank data of account C was ever taken in");
    }

    @Test
    void withoutListedAccountsEveryAccountEverSeenMustBeFresh() {
        assertThat(stale(company(), new BankData(Map.of("A", MONDAY, "B", LocalDate.of(2026, 10, 1)), Optional.empty())))
                .isPresent();
        assertThat(stale(company(), new BankData(Map.of("A", MONDAY), Optional.empty()))).isEmpty();
        assertThat(stale(company(), new BankData(Map.of(), Optional.empty()))).hasValue("no bank data was ever taken in");
    }

    @Test
    void anEmptyFileTellsThatNothingCameIn() {
        Map<String, LocalDate> quiet = Map.of("A", LocalDate.of(2026, 10, 19));
        assertThat(stale(company("A"), new BankData(quiet, Optional.of(MONDAY)))).isEmpty();
        assertThat(stale(company(), new BankData(Map.of(), Optional.of(MONDAY)))).isEmpty();
        assertThat(stale(company("A"), new BankData(quiet, Optional.of(LocalDate.of(2026, 10, 27))))).isPresent();
        assertThat(stale(company("A"), new BankData(Map.of("A", MONDAY), Optional.of(LocalDate.of(2026, 1, 2))))).isEmpty();
    }

    /** Of a feed that is dead and leaves a file without rows each night. */
    @Test
    void emptyFilesAreBelievedForSoManyBusinessDaysAfterTheLastBooking() {
        assertThat(stale(company("A"), new BankData(Map.of("A", LocalDate.of(2026, 10, 16)), Optional.of(MONDAY))))
                .hasValueSatisfying(why -> assertThat(why).contains("account A is 11 business days old", "believed for 10"));
        assertThat(stale(company("A", "B"), new BankData(Map.of("A", LocalDate.of(2026, 9, 1), "B", MONDAY),
                Optional.of(MONDAY)))).as("the other account's file").isPresent();
    }

    private static Optional<String> stale(Company company, BankData data) {
        return data.staleness(company, WEEKDAYS, MONDAY, 3, 10).map(Words::toString);
    }

    private static Company company(String... accounts) {
        return new Company("main", "Seller", List.of(), "", "DE", Locale.ENGLISH, ZoneId.of("Europe/Berlin"),
                Company.Mode.SUBLEDGER, Arrays.stream(accounts).map(iban -> new Company.BankAccount(iban, "EUR", "")).toList(),
                Optional.empty(), "", List.of());
    }
}
