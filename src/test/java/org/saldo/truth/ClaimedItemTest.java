package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.store.LedgerFixture;

/** What a receipt names that waits for a person is not settled by another one that only has its amount. */
class ClaimedItemTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final List<Customer> CUSTOMERS = List.of(
            LedgerFixture.customer("C1", "Hansa Norte GmbH", "DE75512108001245126199"),
            LedgerFixture.customer("C2", "Lumen Sur SA", "ES9121000418450200051332"));
    private static final List<Document> DOCUMENTS = List.of(LedgerFixture.invoice("INV-1001", "C1", DAY.minusDays(20), "100.00"),
            LedgerFixture.invoice("INV-2002", "C2", DAY.minusDays(20), "70.00"));
    private static final Receipt OF_FACTOR = LedgerFixture.receipt("P1", DAY, "170.00", "Factoring Bank AG", "FR76",
            "INV-1001 + INV-2002");
    private static final Receipt WITHOUT_WORDS = LedgerFixture.receipt("P2", DAY.plusDays(9), "100.00", "Hansa Norte GmbH",
            "DE75512108001245126199", "thank you");

    @Test
    void aReceiptForTwoCustomersKeepsWhatItNamesFromOneThatNamesNothing() {
        try (Books books = new Books()) {
            books.take(DAY, CUSTOMERS, DOCUMENTS, List.of(OF_FACTOR, WITHOUT_WORDS), List.of());
            books.reconcile(DAY.plusDays(9));
            assertThat(books.settled()).isEmpty();
            assertThat(books.waiting()).containsEntry("P2", "RIVAL_RECEIPTS");
        }
    }

    @Test
    void alsoWhenTheyComeInTwoRuns() {
        try (Books books = new Books()) {
            books.take(DAY, CUSTOMERS, DOCUMENTS, List.of(OF_FACTOR), List.of());
            books.reconcile(DAY);
            books.take(DAY, List.of(), List.of(), List.of(WITHOUT_WORDS), List.of());
            books.reconcile(DAY.plusDays(9));
            assertThat(books.settled()).isEmpty();
        }
    }

    @Test
    void whatNobodyNamesIsSettled() {
        try (Books books = new Books()) {
            books.take(DAY, CUSTOMERS, DOCUMENTS, List.of(WITHOUT_WORDS), List.of());
            books.reconcile(DAY.plusDays(9));
            assertThat(books.settled()).containsExactly("P2 PAYMENT INV-1001 100.00");
        }
    }
}
