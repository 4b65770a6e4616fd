package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.store.LedgerFixture;

/** Money that goes out and does not say which payment it takes back: nothing is undone, and nothing else settled by it. */
class ReturnWithoutIdTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final List<Customer> CUSTOMERS = List.of(
            LedgerFixture.customer("C1", "Hansa Norte GmbH", "DE75512108001245126199"),
            LedgerFixture.customer("C2", "Lumen Sur SA", "ES9121000418450200051332"));
    private static final List<Document> DOCUMENTS = List.of(invoice("INV-1001", "C1"), invoice("INV-1055", "C1"),
            invoice("INV-2002", "C2"));
    private static final Receipt PAID = of("P1", 0, "100.00", "Rechnung INV-1001");

    @ParameterizedTest
    @ValueSource(strings = {"Rücklastschrift INV-1001", "RETOUR Rechnung INV-1001 AM04", "REJET VIREMENT", "Rechnung INV-2002",
        "Lohn 05/2026"})
    void aPersonIsAskedWhateverTheDebitSays(String text) {
        try (Books books = new Books()) {
            books.take(DAY, CUSTOMERS, DOCUMENTS, List.of(PAID, of("R1", 3, "-100.00", text)), List.of());
            books.reconcile(DAY.plusDays(9));
            assertThat(books.settled()).containsExactly("P1 PAYMENT INV-1001 100.00");
            assertThat(books.waiting()).containsKey("R1");
            books.verify();
        }
    }

    @Test
    void theSecondPaymentWaitsAsPaidTwiceAndTakesNoOtherItemOfItsAmount() {
        try (Books books = new Books()) {
            books.take(DAY, CUSTOMERS, DOCUMENTS, List.of(PAID, of("R1", 3, "-100.00", "Retoure"),
                    of("P2", 6, "100.00", "Rechnung INV-1001")), List.of());
            books.reconcile(DAY.plusDays(9));
            assertThat(books.settled()).containsExactly("P1 PAYMENT INV-1001 100.00");
            assertThat(books.waiting()).containsEntry("P2", "DUPLICATE_PAYMENT");
        }
    }

    @Test
    void itComesToTheSameInAnyOrderAndAnyNumberOfRuns() {
        List<Receipt> receipts = List.of(PAID, of("R1", 3, "-100.00", "RETOUR INV-1001"), of("P3", 7, "100.00",
                "Rechnung INV-1055"), of("R2", 8, "-41.00", "Supplier Ltd invoice INV-1055"));
        for (long seed = 1; seed <= 6; seed++) {
            List<Receipt> mixed = new ArrayList<>(receipts);
            Collections.shuffle(mixed, new Random(seed));
            try (Books books = new Books()) {
                books.take(DAY, CUSTOMERS, DOCUMENTS, List.of(), List.of());
                for (Receipt receipt : mixed) {
                    books.take(DAY.plusDays(9), List.of(), List.of(), List.of(receipt), List.of());
                    books.reconcile(DAY.plusDays(9));
                }
                assertThat(books.settled()).containsExactly("P1 PAYMENT INV-1001 100.00", "P3 PAYMENT INV-1055 100.00");
                assertThat(books.waiting()).containsOnlyKeys("R1", "R2");
            }
        }
    }

    private static Document invoice(String number, String customer) {
        return LedgerFixture.invoice(number, customer, DAY.minusDays(20), "100.00");
    }

    private static Receipt of(String payment, int days, String amount, String text) {
        return LedgerFixture.receipt(payment, DAY.plusDays(days), amount, "Hansa Norte GmbH", "DE75512108001245126199", text);
    }
}
