package org.saldo.store.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.reconciliation.GivenUp;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;

class GivenUpRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);

    @ParameterizedTest
    @EnumSource
    void whatIsStoppedOfADocumentIsStoppedOfItsNextVersion(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, () -> Instant.parse("2026-10-29T08:00:00Z"));
            DunningBooks books = new DunningBooks(database, ledger);
            books.customer("C-1", "c1@acme.example", "en");
            books.invoice("INV-1", "C-1", DAY.minusDays(20), "100.00");
            books.invoice("INV-2", "C-1", DAY.minusDays(20), "100.00");
            books.block(null, "INV-1", DAY.minusDays(3), null);
            books.newVersion("INV-1", "90.00", DAY);
            books.newVersion("INV-2", "90.00", DAY);
            GivenUp.Past past = database.jdbi().withHandle(handle ->
                    new GivenUpRows(handle, "main", DAY, ledger.knownAt()).past());
            assertThat(books.rows("SELECT item_id, version FROM document WHERE document_number = 'INV-1'")).hasSize(2)
                    .allSatisfy(row -> assertThat(past.blockedItems()).contains((Long) row.get("item_id")));
            assertThat(past.blockedItems()).hasSize(2);
        }
    }
}
