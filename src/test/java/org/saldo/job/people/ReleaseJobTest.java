package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.anna;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.People;
import org.saldo.ledger.Document;
import org.saldo.ledger.OpeningBalance;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.LedgerFixture;
import org.saldo.store.TestDatabase;
import org.saldo.store.intake.GoLiveStore;

/** Going live: opening items against the ERP's balance, and a person's release of the difference. */
class ReleaseJobTest {

    @ParameterizedTest
    @EnumSource
    void nothingStopsACompanyThatWentLiveWithoutOpeningItems(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            assertThat(new GoLiveStore(people.fixture.ledger()).blocked("main")).isEmpty();
            assertThatThrownBy(() -> job(people).release(anna(OCT_10), "main")).isInstanceOf(Refused.class)
                    .hasMessageContaining("nothing to release");
        }
    }

    @ParameterizedTest
    @EnumSource
    void openingItemsThatAreTheErpsBalanceNeedNoRelease(TestDatabase kind) {
        try (People people = withOpening(kind, "70.00")) {
            assertThat(stops(people)).isTrue();
            people.fixture.control(OCT_1, "", "1400", "50.00");
            people.fixture.control(OCT_1, "", "1400", "60.00");
            people.fixture.control(OCT_1, "", "1410", "10.00");
            people.fixture.control(OCT_1, "C-1", "", "1.00");
            people.fixture.control(OCT_10, "", "1400", "999.00");
            assertThat(stops(people)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseHoldsForJustThisDifference(TestDatabase kind) {
        try (People people = withOpening(kind, "70.00")) {
            people.fixture.control(OCT_1, "", "1400", "69.99");
            assertThat(new GoLiveStore(people.fixture.ledger()).blocked("main")).hasValueSatisfying(why ->
                    assertThat(why.toString()).contains("EUR 70.00", "EUR 69.99", "apart by EUR 0.01", "saldo release main"));
            assertThat(job(people).release(anna(OCT_10), "main").text()).contains("EUR 0.01", "ERP EUR 69.99");
            assertThat(stops(people)).isFalse();
            people.fixture.control(OCT_1, "", "1400", "69.98");
            assertThat(stops(people)).isTrue();
            people.fixture.control(OCT_1, "", "1400", "0.00");
            people.apply.voidDocument(anna(OCT_10), "OLD-1");
            assertThat(stops(people)).isFalse();
        }
    }

    private static People withOpening(TestDatabase kind, String open) {
        People people = new People(kind);
        Document whole = LedgerFixture.invoice("OLD-1", "C-1", OCT_1, "100.00");
        Document opening = new Document(whole.key(), whole.customer(), whole.issueDate(), whole.dueDate(), whole.amount(),
                List.of(), Optional.empty(), Optional.empty(), "", "", List.of(), "", "", "",
                Optional.of(new OpeningBalance(Money.of("EUR", open), 1)));
        people.fixture.take(OCT_10, List.of(LedgerFixture.customer("C-1", "Acme", "")), List.of(opening), List.of());
        return people;
    }

    private static boolean stops(People people) {
        return new GoLiveStore(people.fixture.ledger()).blocked("main").isPresent();
    }

    private static ReleaseJob job(People people) {
        return new ReleaseJob(people.fixture.ledger(), people.companies, People.ALL);
    }
}
