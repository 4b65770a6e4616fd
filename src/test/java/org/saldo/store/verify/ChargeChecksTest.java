package org.saldo.store.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerFixture;
import org.saldo.store.Table;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStoreTest;
import org.saldo.store.verify.VerifyReport.Breach;

/** What may not stand in the books about charges: the database refuses it, or `verify` tells it. */
class ChargeChecksTest {

    private static final LocalDate MAY_1 = LocalDate.of(2025, 5, 1);

    @ParameterizedTest
    @EnumSource
    void aDayThatIsChargedTwiceAndAnAmountThatIsNotThatOfItsItemsAreTold(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = books(database);
            charge(ledger, "INT-1", 1, MAY_1, MAY_1.plusDays(9), "10.00");
            assertThat(breaches(ledger)).isEmpty();
            charge(ledger, "INT-2", 2, MAY_1.plusDays(10), MAY_1.plusDays(19), "10.00");
            assertThat(breaches(ledger)).isEmpty();
            charge(ledger, "INT-3", 3, MAY_1.plusDays(19), MAY_1.plusDays(29), "9.99");
            assertThat(breaches(ledger)).extracting(Breach::toString).hasSize(2)
                    .anyMatch(text -> text.contains("INTEREST is charged from 2025-05-20 on, and had been through 2025-05-20"))
                    .anyMatch(text -> text.contains("INT-3 of company main") && text.contains("its items bear 9.99"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameTurnOfAnItemIsWrittenOnce(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = books(database);
            charge(ledger, "INT-1", 1, MAY_1, MAY_1, "10.00");
            assertThatThrownBy(() -> charge(ledger, "INT-2", 1, MAY_1, MAY_1, "10.00")).isInstanceOf(RuntimeException.class);
            assertThat(OutboxStoreTest.count(database, "interest_charge")).isEqualTo(1);
        }
    }

    private static Ledger books(Database database) {
        LedgerFixture fixture = new LedgerFixture(database);
        fixture.take(MAY_1, List.of(LedgerFixture.customer("C-1", "Acme", "")), List.of(
                LedgerFixture.invoice("INV-1", "C-1", MAY_1, "1000.00"), interest("INT-1"), interest("INT-2"),
                interest("INT-3")), List.of());
        return fixture.ledger();
    }

    private static org.saldo.ledger.Document interest(String number) {
        return LedgerFixture.document(DocumentType.INTEREST, number, "C-1", MAY_1, Money.of("EUR", "10.00"));
    }

    private static void charge(Ledger ledger, String document, int turn, LocalDate first, LocalDate last, String amount) {
        ledger.write(BatchKind.PERSON, "anna", MAY_1, batch -> batch.add(Table.INTEREST_CHARGE, "main", item(batch, "INV-1"),
                "INTEREST", turn, item(batch, document), first, last, "EUR", new BigDecimal(amount), "DE", "", "test", "anna"));
    }

    private static long item(Batch batch, String number) {
        return batch.handle().createQuery("SELECT item_id FROM document WHERE document_number = :number")
                .bind("number", number).mapTo(Long.class).one();
    }

    private static List<Breach> breaches(Ledger ledger) {
        return new VerifyStore(ledger).verify(rows -> { }).results().stream()
                .filter(result -> result.promise() == Promise.I28).flatMap(result -> result.breaches().stream()).toList();
    }
}
