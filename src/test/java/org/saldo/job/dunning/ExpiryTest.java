package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.settings.CalendarsFile;
import org.saldo.settings.InterestFile;
import org.saldo.settings.InterestRatesFile;

class ExpiryTest {

    private static final BusinessCalendars SHIPPED = CalendarsFile.read(Path.of("config/policies/calendars.yaml"));

    @TempDir
    private Path folder;

    @Test
    void aCalendarWarnsSixtyDaysBeforeItsEndAndIsAFaultAfterIt() {
        assertThat(of("CN", "2026-10-31")).isEmpty();
        assertThat(of("CN", "2026-11-01")).singleElement().satisfies(each -> {
            assertThat(each.fault()).isFalse();
            assertThat(each.words()).contains("calendars.yaml", "CN", "known through 2026-12-31", "add the next list");
        });
        assertThat(of("CN", "2026-12-31")).extracting(Expiry::fault).containsExactly(false);
        assertThat(of("CN", "2027-01-01")).extracting(Expiry::fault).containsExactly(true);
    }

    @Test
    void aCountryWithoutACalendarIsWarnedOfOnlyWhileItHasCustomers() {
        assertThat(of("NO", "2026-11-02")).singleElement().satisfies(each -> {
            assertThat(each.fault()).isFalse();
            assertThat(each.words()).contains("NO is not there", "add its calendar");
        });
        assertThat(Expiry.of(SHIPPED, InterestPolicy.NONE, Set.of(), LocalDate.parse("2027-06-01"))).isEmpty();
    }

    @Test
    void aListThatDoesNotSayHowFarItReachesEndsWithTheYearOfItsLastHoliday() {
        BusinessCalendar one = new BusinessCalendar("XX", Set.of(), Map.of(LocalDate.parse("2026-05-01"), "May Day"), Set.of(),
                java.util.Optional.empty());
        BusinessCalendars calendars = new BusinessCalendars(Map.of("XX", one));
        assertThat(calendars.gap("XX", LocalDate.parse("2026-10-31"))).isEmpty();
        assertThat(calendars.gap("XX", LocalDate.parse("2026-11-01"))).isPresent();
    }

    @Test
    void ratesOfACountryWithCustomersAreWarnedOfThirtyDaysBeforeTheyEnd() {
        InterestPolicy interest = InterestFile.read(Path.of("config/policies/interest.yaml"),
                InterestRatesFile.read(Path.of("config/policies/interest-rates.yaml")));
        assertThat(Expiry.of(SHIPPED, interest, Set.of("DE"), LocalDate.parse("2026-05-31"))).isEmpty();
        assertThat(Expiry.of(SHIPPED, interest, Set.of("DE"), LocalDate.parse("2026-06-01"))).singleElement()
                .satisfies(each -> {
                    assertThat(each.fault()).isFalse();
                    assertThat(each.words()).contains("interest-rates.yaml:", "DE-BASE", "known through 2026-06-30");
                });
        assertThat(Expiry.of(SHIPPED, interest, Set.of("US"), LocalDate.parse("2026-06-02"))).isEmpty();
    }

    @Test
    void aLawWhoseEndIsKnownIsWarnedOfTooAndWhatCountsIsItsLastVersion() throws IOException {
        Path rates = Files.writeString(folder.resolve("interest-rates.yaml"), Files.readString(
                Path.of("config/policies/interest-rates.yaml")).replace("    from: 2002-08-07", "    from: 2002-08-07\n"
                + "    until: 2026-12-31\n"));
        InterestPolicy interest = InterestFile.read(Path.of("config/policies/interest.yaml"), InterestRatesFile.read(rates));
        assertThat(Expiry.of(SHIPPED, interest, Set.of("GB"), LocalDate.parse("2026-12-01"))).isEmpty();
        assertThat(Expiry.of(SHIPPED, interest, Set.of("GB"), LocalDate.parse("2026-12-02"))).extracting(Expiry::words)
                .anySatisfy(words -> assertThat(words).contains("interest-rates.yaml:", "the law GB is known until 2026-12-31"));
    }

    private static List<Expiry> of(String country, String day) {
        return Expiry.of(SHIPPED, InterestPolicy.NONE, Set.of(country), LocalDate.parse(day));
    }
}
