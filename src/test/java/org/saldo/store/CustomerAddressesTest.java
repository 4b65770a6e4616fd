package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.ledger.CustomerId;
import org.saldo.store.verify.VerifyStore;

class CustomerAddressesTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void aCustomerIsFoundByEachOfItsAddressesInWhateverCaseAsLongAsItHasThem(TestDatabase kind) {
        try (Database database = kind.open()) {
            Books books = new Books(new Ledger(database, InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"))));
            books.customer("C-1", "One", "en", "Pay@one.example; boss@one.example", "ledger@group.example");
            books.customer("C-2", "Two", "en", "pay@two.example", "ledger@group.example");
            assertThat(at(database, "pay@one.example")).containsExactly("C-1");
            assertThat(at(database, "BOSS@one.example")).containsExactly("C-1");
            assertThat(at(database, "ledger@group.example")).containsExactly("C-1", "C-2");
            assertThat(at(database, "y@one.example")).isEmpty();
            assertThat(at(database, "%")).isEmpty();
            books.customer("C-1", "One", "en", "boss@one.example", "ledger@group.example");
            assertThat(at(database, "pay@one.example")).isEmpty();
            assertThat(at(database, "boss@one.example")).containsExactly("C-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAFileOfCustomersSaysIsFoundAsSoonAsItIsTakenIn(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            String header = "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n";
            desk.take("first.customers.csv", header + "C-1,One,DE,en,EUR,Pay@one.example,,NET30,S1\n");
            assertThat(at(desk.database, "pay@one.example")).containsExactly("C-1");
            desk.take("second.customers.csv", header + "C-1,One,DE,en,EUR,boss@one.example,,NET30,S1\n");
            assertThat(at(desk.database, "pay@one.example")).isEmpty();
            assertThat(at(desk.database, "boss@one.example")).containsExactly("C-1");
            assertThat(new VerifyStore(desk.ledger).verify(rows -> { }).holds()).isTrue();
        }
    }

    private static List<String> at(Database database, String address) {
        return database.jdbi().withHandle(handle -> CustomerAddresses.at(handle, address)).stream().map(CustomerId::number)
                .toList();
    }
}
