package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.statement.StatementWorld.DAY;
import static org.saldo.job.statement.StatementWorld.OCTOBER;
import static org.saldo.job.statement.StatementWorld.companies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.ledger.CustomerId;
import org.saldo.store.BatchKind;
import org.saldo.store.Books;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxQueue;
import org.saldo.store.mail.OutboxStore;

/** Statements that are issued again: what waits of the old version, what continues it, and why there is a new one. */
class StatementAgainTest {

    private static final CustomerId ALPHA = new CustomerId("main", "C-1");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aVersionThatWaitsIsCancelledByTheNextAndOneThatSlippedThroughIsSeenBeforeItGoes(TestDatabase kind) {
        with(kind, "send-to-customers: true\n", (ledger, job) -> {
            job.run(OCTOBER, Optional.of(ALPHA), DAY, false);
            DueMail first = due(ledger).get(0);
            OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
            StatementLook look = new StatementLook(ledger, outbox, companies(), org.saldo.job.LastLook.NONE);
            ledger.record(BatchKind.STATEMENT, "chase", DAY, batch -> outbox.enqueue(batch,
                    ask("ASK/main/C-1/EUR/2026-10/1/1")));
            assertThat(due(ledger)).hasSize(2).allSatisfy(mail -> assertThat(look.cancelled(mail)).isEmpty());
            new Books(ledger).invoice("INV-LATE", "C-1", "2026-10-30", "2026-11-30", "1.25");
            job.reissue(ALPHA, OCTOBER, DAY, "anna");
            assertThat(due(ledger)).extracting(DueMail::businessKey).containsExactly("STATEMENT/main/C-1/EUR/2026-10/2");
            ledger.record(BatchKind.STATEMENT, "chase", DAY, batch -> outbox.enqueue(batch,
                    ask("ASK/main/C-1/EUR/2026-10/1/2")));
            assertThat(look.cancelled(due(ledger).get(0))).as("the latest version goes").isEmpty();
            assertThat(look.cancelled(due(ledger).get(1)).orElse("")).contains("a later version").contains("version 2");
            assertThat(due(ledger)).hasSize(1);
            assertThat(look.cancelled(first)).as("cancelled before").isEmpty();
        });
    }

    private static List<DueMail> due(Ledger ledger) {
        return new OutboxQueue(ledger).due(ledger.now(), Optional.empty(), 9);
    }

    private static OutgoingMail ask(String key) {
        return new OutgoingMail("main", MailKind.STATEMENT, "C-1", key, "receivables@nordlicht.example",
                List.of("c1@customer.example"), "", "Please answer", "Please answer", "<p>Please answer</p>", List.of(), "en");
    }

    private void with(TestDatabase kind, String policy, StatementWorld.Story story) {
        StatementWorld.with(kind, folder, policy, story);
    }
}
