package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.StatementKey;

/** No way leads another customer's document, or a foreign reader, into a statement's mail. */
class StatementFileTest {

    private static final byte[] OURS = "page of C-1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] THEIRS = "page of C-2".getBytes(StandardCharsets.UTF_8);
    private static final StatementKey KEY = key("C-1", "EUR", 10, 1);

    @Test
    void aFileGoesWithItsOwnStatementAndWithNoOther() {
        StatementFile file = StatementFile.made(KEY, "a.pdf", "application/pdf", OURS);
        assertThat(file.of(KEY).bytes()).isEqualTo(OURS);
        for (StatementKey other : List.of(key("C-2", "EUR", 10, 1), key("C-1", "USD", 10, 1), key("C-1", "EUR", 9, 1),
                key("C-1", "EUR", 10, 2), new StatementKey(new CustomerId("other", "C-1"), KEY.currency(), KEY.month(), 1))) {
            assertThatThrownBy(() -> file.of(other)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("shows statement main/C-1/EUR/2026-10/1, not " + other);
        }
    }

    @Test
    void bytesThatAreNotThoseThatWereMadeAreRefusedAlsoInAMailThatIsWritten() {
        String sha256 = "5".repeat(64);
        assertThatThrownBy(() -> new StatementFile(KEY, new OutgoingMail.Attachment("a.pdf", "application/pdf", THEIRS), sha256))
                .hasMessageContaining("its bytes are not those that were made for it");
        MimeMail ours = mail(OURS);
        StatementFile.requireIn(ours, KEY, Sha256.of(OURS));
        assertThatThrownBy(() -> StatementFile.requireIn(ours, KEY, Sha256.of(THEIRS)))
                .hasMessageContaining("mail of statement main/C-1/EUR/2026-10/1: does not bring the bytes that were made for it");
    }

    @Test
    void onlyAddressesOfTheCustomersOwnRecordAreWrittenTo() {
        Customer customer = customer("a@one.example; b@one.example", "c@one.example", "d@one.example");
        StatementFile.requireOwn(customer, List.of("a@one.example", "b@one.example", "c@one.example", "d@one.example"));
        for (String foreign : List.of("a@two.example", "a@one.example, x@two.example", "A <a@one.example>", "")) {
            assertThatThrownBy(() -> StatementFile.requireOwn(customer, List.of("a@one.example", foreign)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("does not stand in the record of customer");
        }
    }

    private static MimeMail mail(byte[] file) {
        return MimeMail.of(new OutgoingMail("main", MailKind.STATEMENT, "C-1", "S/1", "a@one.example", List.of("b@one.example"),
                "", "Statement", "text", "", List.of(new OutgoingMail.Attachment("a.pdf", "application/pdf", file)), "en"),
                new MessageKey("secret"), Instant.parse("2026-11-02T05:00:00Z"));
    }

    private static StatementKey key(String customer, String currency, int month, int version) {
        return new StatementKey(new CustomerId("main", customer), Currency.getInstance(currency), YearMonth.of(2026, month),
                version);
    }

    private static Customer customer(String email, String statements, String reminders) {
        return new Customer(new CustomerId("main", "C-1"), "One", "DE", "en", "EUR", email, "", "NET30", "", "", "", statements,
                reminders, "", "", "", Optional.empty(), "", "", "", false, false);
    }
}
