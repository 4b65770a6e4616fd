package org.saldo.store.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerFixture;
import org.saldo.store.Table;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStore;

/** No key keeps a reminder's rows and its mail together, so whatever belongs to nothing is told. */
class StrayRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);

    private record Stray(Promise broken, String sql, String words) {
    }

    private static final List<Stray> STRAYS = List.of(
            new Stray(Promise.I13, "DELETE FROM reminder", "its reminder or its document is not there"),
            new Stray(Promise.I13, "UPDATE reminder_item SET item_id = -1", "its reminder or its document is not there"),
            new Stray(Promise.I18, "UPDATE reminder_item SET batch_id = -1", "name a batch that is not there"),
            new Stray(Promise.I18, "UPDATE reminder SET batch_id = -1", "name a batch that is not there"),
            new Stray(Promise.I18, "UPDATE reminder_token SET batch_id = -1", "name a batch that is not there"),
            new Stray(Promise.I14, "DELETE FROM mail", "its mail is not there"),
            new Stray(Promise.I10, "DELETE FROM content", "its bytes are not kept"),
            new Stray(Promise.I10, "DELETE FROM content_bytes", "not those that were noted"));

    @ParameterizedTest
    @EnumSource
    void whatBelongsToNothingIsTold(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, LedgerFixture.CLOCK);
            remind(database, ledger);
            assertThat(verify(database, "UPDATE mail SET subject = subject").holds()).isTrue();
            for (Stray stray : STRAYS) {
                assertThat(verify(database, stray.sql()).of(stray.broken()).breaches()).as(stray.sql()).anySatisfy(breach ->
                        assertThat(breach.toString()).contains(stray.words()));
            }
        }
    }

    private static void remind(Database database, Ledger ledger) {
        DunningBooks books = new DunningBooks(database, ledger);
        books.customer("C-1", "c1@acme.example", "en");
        books.invoice("INV-1", "C-1", DAY.minusDays(20), "1000.00");
        ledger.write(BatchKind.REMINDER, "reminders", DAY, batch -> {
            long item = batch.handle().createQuery("SELECT item_id FROM document").mapTo(Long.class).one();
            long reminder = batch.add(Table.REMINDER, "main", "C-1", "EUR", 1, DAY, 1000, 0, books.knownAt(), "1", "key");
            batch.add(Table.REMINDER_ITEM, reminder, item, 1000, 0, 20, 1, null);
            batch.add(Table.REMINDER_TOKEN, "main", "C-1", "key", "hash of the code");
            new OutboxStore(ledger, CustomerMail.ON).enqueue(batch, new OutgoingMail("main", MailKind.REMINDER, "C-1", "key",
                    "hub@seller.example", List.of("c1@acme.example"), "", "Reminder", "text", "", List.of(), "en"));
        });
    }

    /** What verify says after {@code sql}, which is taken back afterwards. */
    private static VerifyReport verify(Database database, String sql) {
        List<VerifyReport> reports = new ArrayList<>();
        database.jdbi().useHandle(handle -> {
            handle.begin();
            try {
                handle.execute(sql);
                reports.add(new Verifier(handle, rows -> { }).verify(LedgerFixture.CLOCK.instant()));
            } finally {
                handle.rollback();
            }
        });
        return reports.get(0);
    }
}
